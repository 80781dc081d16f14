import Fastify from 'fastify'
import { Pool } from 'pg'

/** A bare handler on the same database: JSON in, one prepared upsert, JSON out. It checks nothing and keeps nothing else. */
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 10 })
const app = Fastify({ logger: { level: 'error' } })

type Item = Readonly<Record<string, string>>

app.post<{ Body: { data: readonly Item[] } }>('/one', async ({ body }) => {
  const [item] = body.data
  await pool.query({
    name: 'upsert',
    text: `insert into register.dossier (code, version, door, agency, agency_name, procedure_code, procedure_name, status, waits_for,
                  applicant_kind, applicant_name, submitted_at, received_at, due_at, changed_at)
           values ($1, 1, 'sync', 'H26', $2, $3, $4, 2, 'agency', 'person', $5, now(), now(), now(), now())
           on conflict (code) do update set version = register.dossier.version + 1, status = excluded.status,
             agency_name = excluded.agency_name, applicant_name = excluded.applicant_name, changed_at = excluded.changed_at`,
    values: [item?.['MaHoSo'], item?.['DonViXuLy'], item?.['MaTTHC'], item?.['TenTTHC'], item?.['ChuHoSo']],
  })
  return { error_code: '0', message: 'Đồng bộ thành công' }
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
})
process.once('disconnect', () => process.exit(0))
process.send?.({ port: Number(new URL(address).port) })
