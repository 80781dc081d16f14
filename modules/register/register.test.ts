import { expect } from 'vitest'
import { readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import { sql } from '#platform/db'
import { BrowserLike } from '../../test/support/browser-like.ts'
import { NOW, test, type World } from '../../test/support/world.ts'
import type { Doer } from './dossier.ts'
import { issueDossierCode } from './issue-code.ts'
import { moveDossier, remarkOnDossier } from './move-dossier.ts'
import { openDossier } from './open-dossier.ts'
import { clockRulesOf, findDossier, listForOwner, timelineOf } from './read-dossier.ts'
import { newSecret } from './secret.ts'

const OFFICER: Doer = {
  kind: 'official',
  id: 'officer',
  name: 'Lê Văn Bình',
  post: 'Công chức một cửa',
  agency: 'H21',
}
const APPLICANT: Doer = { kind: 'applicant', id: 'hoa', name: 'Nguyễn Thị Hoa' }

type Given = { owner?: string; agency?: string; at?: Date; secret?: string }

async function file({ db }: World, { owner, agency = 'H21', at = NOW, secret }: Given = {}) {
  const code = await issueDossierCode(db, { agency, at })
  const rules = await clockRulesOf(db, agency, at)
  return db.transaction((tx) =>
    openDossier(
      tx,
      {
        code,
        door: 'portal',
        agency,
        agencyName: 'Ủy ban nhân dân tỉnh Gia Lai',
        procedureCode: '1.001193',
        procedureName: 'Thủ tục đăng ký khai sinh',
        revisionNumber: 1,
        applicant: { kind: 'person', name: 'Nguyễn Thị Hoa', owner },
        by: APPLICANT,
        at,
        secret,
      },
      rules,
    ),
  )
}

type MoveGiven = Omit<Parameters<typeof moveDossier>[2], 'by' | 'at'> & { by?: Doer; at?: Date }

function move({ db }: World, code: string, { by = OFFICER, at = NOW, ...rest }: MoveGiven) {
  return db.transaction((tx) =>
    moveDossier(tx, code, { by, at, ...rest }, ({ agency }) => clockRulesOf(db, agency, at)),
  )
}

test('200 filings at the same moment, every third of which fails, get 200 different codes of the right form', async ({
  world,
}) => {
  const filings = Array.from({ length: 200 }, async (_, at) => {
    const code = await issueDossierCode(world.db, { agency: 'H21', at: NOW })
    if (at % 3 === 0) return { code, isKept: false }
    await world.db.transaction((tx) =>
      tx.run(sql`insert into register.event (dossier_code, sequence, act, to_status, actor_kind, actor_id, claimed_at, arrived_at)
                 values (${code}, 1, 'submit', 1, 'system', 'test', ${NOW}, ${NOW})`),
    )
    return { code, isKept: true }
  })

  const codes = (await Promise.all(filings)).map(({ code }) => code)

  expect(new Set(codes).size).toBe(200)
  for (const code of codes) {
    expect(code).toMatch(/^H21-260511-\d{4,5}$/)
    expect(readDossierCode(code)).toMatchObject({ shape: 'known', format: { id: 'v2' } })
  }
})

test('an agency without a published code numbers under the nearest one above that has one', async ({
  world,
}) => {
  const { handle } = await world.db.one<{ handle: string }>(sql`
    select a.handle from directory.agency a where a.handle like 'ubnd-%' order by a.handle limit 1`)

  expect(await issueDossierCode(world.db, { agency: handle, at: NOW })).toMatch(/^H26-260511-\d{4}$/)
})

test('what is done to a dossier stands in its course: who, when, why, and the due time old and new', async ({
  world,
}) => {
  const { code } = await file(world, { owner: 'hoa' })
  const at = (text: string) => new Date(`${text}:00+07:00`)

  await move(world, code, { act: 'receive', limit: { value: 3, unit: 'working_day' } })
  await move(world, code, {
    act: 'ask_supplement',
    reason: 'Giấy chứng sinh bị mờ',
    at: at('2026-05-12T09:30'),
  })
  await move(world, code, { act: 'answer_supplement', by: APPLICANT, at: at('2026-05-13T09:30') })
  const dossier = await findDossier(world.db, code)

  expect(dossier).toMatchObject({ status: 4, turn: 'agency', version: 4, dueAt: at('2026-05-15T09:30') })
  const events = await timelineOf(world.db, code)
  expect(events.map(({ act, fromStatus, toStatus }) => [act, fromStatus, toStatus])).toEqual([
    ['submit', undefined, 1],
    ['receive', 1, 2],
    ['ask_supplement', 2, 5],
    ['answer_supplement', 5, 4],
  ])
  expect(events[2]).toMatchObject({ by: OFFICER, reason: 'Giấy chứng sinh bị mờ' })
  expect(events[3]?.details).toMatchObject({
    dueWas: '2026-05-14T09:30:00+07:00',
    dueIs: '2026-05-15T09:30:00+07:00',
  })
})

test('two officers at one dossier: the second is told, and nothing of theirs is done', async ({ world }) => {
  const { code, version } = await file(world)
  const acts = [
    move(world, code, { act: 'receive', version, limit: { value: 1, unit: 'working_day' } }),
    move(world, code, { act: 'reject', version, reason: 'sai nơi nộp' }),
  ]

  const [first, second] = await Promise.allSettled(acts)

  const failed = [first, second].filter((result) => result?.status === 'rejected')
  expect(failed).toHaveLength(1)
  expect((failed[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'register.changed_meanwhile' })
  expect(await timelineOf(world.db, code)).toHaveLength(2)
})

test('a dossier that nobody filed cannot be moved, and a remark changes no clock', async ({ world }) => {
  await expect(move(world, 'H21-260511-9999', { act: 'start' })).rejects.toThrow(
    new Refusal('register.not_found'),
  )

  const { code } = await file(world)
  await world.db.transaction((tx) =>
    remarkOnDossier(tx, code, { act: 'noted', at: NOW, by: OFFICER, reason: 'đã gọi điện' }),
  )

  expect(await findDossier(world.db, code)).toMatchObject({ status: 1, version: 2 })
})

test('an owner’s dossiers come newest first, a page at a time, each once', async ({ world }) => {
  const filed: string[] = []
  for (let minute = 0; minute < 7; minute += 1) {
    filed.push((await file(world, { owner: 'many', at: new Date(NOW.getTime() + minute * 1_000) })).code)
  }

  const first = await listForOwner(world.db, { owner: 'many', limit: 4 })
  const last = first.at(-1)
  const rest = await listForOwner(world.db, { owner: 'many', limit: 4, after: last })

  expect([...first, ...rest].map(({ code }) => code)).toEqual(filed.toReversed())
  expect(await listForOwner(world.db, { owner: 'nobody', limit: 4 })).toEqual([])
})

test('the tracking page shows where a dossier is, and nothing about anybody', async ({ world }) => {
  const { code } = await file(world, { owner: 'hoa', secret: newSecret() })
  await move(world, code, { act: 'receive', limit: { value: 3, unit: 'working_day' } })
  await move(world, code, { act: 'ask_supplement', reason: 'Bà Nguyễn Thị Hoa nộp thiếu giấy' })

  const { statusCode, body, headers } = await world.app.inject(`/tra-cuu?ma=${code.toLowerCase()}`)

  expect(statusCode).toBe(200)
  expect(body).toContain('Chờ bạn bổ sung')
  expect(body).toContain('đồng hồ đang tạm dừng')
  expect(body).toContain('14/05/2026')
  for (const secret of ['Nguyễn Thị Hoa', 'Lê Văn Bình', 'nộp thiếu giấy']) expect(body).not.toContain(secret)
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
})

test('the secret of the receipt opens the reasons, and twenty wrong ones close that way', async ({
  world,
}) => {
  const secret = newSecret()
  const { code } = await file(world, { secret })
  await move(world, code, { act: 'reject', reason: 'Không thuộc thẩm quyền' })
  const open = (typed: string) => postSecret(world, code, typed)

  const opened = await open(` ${secret.toLowerCase().replaceAll('-', ' ')}`)
  const wrong = await open('AAAA-BBBB-CCCC')

  expect(opened.status).toBe(200)
  expect(opened.body).toContain('Không thuộc thẩm quyền')
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Mã bí mật không đúng')
  expect(wrong.body).not.toContain('Không thuộc thẩm quyền')
  await world.db.run(sql`update register.dossier set secret_failures = 20 where code = ${code}`)
  expect((await open('AAAA-BBBB-CCCC')).status).toBe(429)
  expect((await open(secret)).status).toBe(429)
})

async function postSecret(world: World, code: string, typed: string) {
  const browser = new BrowserLike(world.app)
  await browser.open(`/tra-cuu?ma=${code}`)
  return browser.submit('/tra-cuu/chi-tiet', { maBiMat: typed })
}

test('the API answers what anyone with the code may know, with an ETag, and not found in the usual form', async ({
  world,
}) => {
  const { code } = await file(world)
  await move(world, code, { act: 'receive', limit: { value: 3, unit: 'working_day' } })

  const { statusCode, headers, body } = await world.app.inject(`/api/v1/dossiers/${code}`)
  const again = await world.app.inject({
    url: `/api/v1/dossiers/${code}`,
    headers: { 'if-none-match': String(headers['etag']) },
  })
  const timeline = await world.app.inject(`/api/v1/dossiers/${code}/timeline`)
  const unknown = await world.app.inject('/api/v1/dossiers/H21-200101-0001')

  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toMatchObject({
    code,
    status: { number: 2, name: 'Được tiếp nhận' },
    turn: 'agency',
    clock: 'running',
    dueAt: '2026-05-14T02:30:00.000Z',
  })
  expect(body).not.toContain('Hoa')
  expect(again.statusCode).toBe(304)
  expect(timeline.json<{ items: { act: string }[] }>().items.map(({ act }) => act)).toEqual([
    'submit',
    'receive',
  ])
  expect(unknown.statusCode).toBe(404)
  expect(unknown.headers['content-type']).toContain('application/problem+json')
})

test('lists and look-ups go by an index however many dossiers there are', async ({ world }) => {
  await world.db.run(sql`
    insert into register.dossier (code, version, door, agency, agency_name, procedure_code, procedure_name, status, waits_for,
           applicant_kind, applicant_name, owner, submitted_at, changed_at)
    select 'BULK-' || n, 1, 'portal', 'H21', 'UBND', '1.001193', 'Khai sinh', 1, 'agency', 'person', 'A', 'owner-' || n % 20,
           ${NOW}::timestamptz - n * interval '1 minute', ${NOW}
      from generate_series(1, 30000) n`)
  await world.db.run(sql`analyze register.dossier`)

  const plans = await Promise.all([
    explain(world, sql`select code from register.dossier d where d.code = 'BULK-77'`),
    explain(
      world,
      sql`select code from register.dossier d where d.owner = 'owner-7'
             and (d.submitted_at, d.code) < ('infinity'::timestamptz, '')
           order by d.submitted_at desc, d.code desc limit 20`,
    ),
    explain(
      world,
      sql`select act from register.event e where e.dossier_code = 'BULK-77' order by e.sequence`,
    ),
  ])

  for (const plan of plans) expect(plan).not.toContain('Seq Scan')
  expect(plans[1]).not.toContain('Sort')
})

async function explain({ db }: World, query: ReturnType<typeof sql>): Promise<string> {
  const rows = await db.many<{ queryPlan: string }>(sql`explain ${query}`)
  return rows.map((row) => Object.values(row).join('')).join('\n')
}
