import { createHash } from 'node:crypto'
import { Pool } from 'pg'

/**
 * The raw limit: a script that writes the same rows straight into the database, a hundred dossiers to a transaction, by multi-row upserts.
 * Told `{ kind, batches, prefix }`, it answers dossiers a second.
 */
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 2 })
const SIZE = 100

type Ask = { readonly kind: 'dossiers' | 'progress'; readonly batches: number; readonly prefix: string }

process.on('message', (ask: Ask) => {
  void write(ask).then((rate) => process.send?.({ rate }))
})
process.once('disconnect', () => process.exit(0))
process.send?.({ port: 0 })

async function write({ kind, batches, prefix }: Ask): Promise<number> {
  const startedAt = performance.now()
  const numbers = Array.from({ length: batches }, (_, at) => at)
  const line = async () => {
    for (let at = numbers.pop(); at !== undefined; at = numbers.pop()) await batch(kind, prefix, at)
  }
  await Promise.all([line(), line()])
  return (batches * SIZE) / ((performance.now() - startedAt) / 1_000)
}

async function batch(kind: Ask['kind'], prefix: string, at: number): Promise<void> {
  const codes = Array.from({ length: SIZE }, (_, index) => `${prefix}-${at}-${index}`)
  const now = new Date()
  const client = await pool.connect()
  try {
    await client.query('begin')
    if (kind === 'dossiers') {
      const rows = codes.map((code) => [
        code,
        1,
        'sync',
        'H26',
        'Sở Tư pháp',
        '1.001193',
        NAME,
        2,
        'agency',
        'person',
        OWNER,
        now,
        now,
        now,
        now,
        now,
        now,
      ])
      await client.query({
        name: 'dossiers',
        text: `insert into register.dossier (code, version, door, agency, agency_name, procedure_code, procedure_name, status, waits_for,
                      applicant_kind, applicant_name, submitted_at, received_at, due_at, changed_at, status_claimed_at, content_claimed_at)
               values ${places(SIZE, 17)}
               on conflict (code) do update
                  set version = register.dossier.version + 1, agency_name = excluded.agency_name, status = excluded.status,
                      applicant_name = excluded.applicant_name, changed_at = excluded.changed_at`,
        values: rows.flat(),
      })
      await client.query({
        name: 'contents',
        text: `insert into sync.synced (dossier_code, agency, claimed_at, content) values ${places(SIZE, 4)}
               on conflict (dossier_code) do update set claimed_at = excluded.claimed_at, content = excluded.content`,
        values: codes.flatMap((code) => [code, 'H26', now, JSON.stringify({ MaHoSo: code, ...CONTENT })]),
      })
    } else {
      await client.query({
        name: 'progress',
        text: `update register.dossier set version = version + 1, status = 4, waits_for = 'agency', changed_at = $2, status_claimed_at = $2
                where code = any($1::text[])`,
        values: [codes, now],
      })
    }
    await client.query({
      name: `events ${kind}`,
      text: `insert into register.event (dossier_code, sequence, act, to_status, actor_kind, actor_id, actor_name, actor_agency, reason,
                    claimed_at, arrived_at, details, claim_digest)
             values ${places(SIZE, 13)} on conflict do nothing`,
      values: codes.flatMap((code) => [
        code,
        kind === 'dossiers' ? 1 : 2,
        kind === 'dossiers' ? 'synced' : 'progressed',
        kind === 'dossiers' ? 2 : 4,
        'agency',
        'bench',
        kind === 'dossiers' ? null : 'Lê Thị Mai',
        'H26',
        kind === 'dossiers' ? null : 'Chuyển xử lý-Thẩm định hồ sơ',
        now,
        now,
        '{"said":"2"}',
        createHash('sha256').update(`${kind} ${code}`).digest(),
      ]),
    })
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** `($1, $2), ($3, $4)` */
function places(rows: number, columns: number): string {
  return Array.from(
    { length: rows },
    (_, row) =>
      `(${Array.from({ length: columns }, (_c, column) => `$${row * columns + column + 1}`).join(', ')})`,
  ).join(', ')
}

const NAME = 'Thủ tục đăng ký khai sinh'
const OWNER = 'Nguyễn Thị Hoa'

const CONTENT = {
  MaTTHC: '1.001193',
  TenTTHC: 'Thủ tục đăng ký khai sinh',
  MaLinhVuc: 'HT',
  TenLinhVuc: 'Hộ tịch',
  ChuHoSo: 'Nguyễn Thị Hoa',
  TrichYeuHoSo: 'Đăng ký khai sinh cho con',
  NgayTiepNhan: '2026-11-20T01:00:00.000Z',
  NgayHenTra: '2026-11-25T10:00:00.000Z',
  TrangThaiHoSo: 2,
  DonViXuLy: 'Sở Tư pháp',
}
