import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { sql } from '#platform/db'
import type { BrowserLike } from '../../test/support/browser-like.ts'
import { addOfficial, addOrganization, addPerson, browserOf } from '../../test/support/people.ts'
import { approvedClient } from '../../test/support/sso.ts'
import { NOW, test, type World } from '../../test/support/world.ts'
import { readWithLog } from './access-log.ts'

type Delegation = { id: string; subject: string; actor: string; kind: string; isActive: boolean }
type Recovery = { id: string; subject: string; agency: string }
type Someone = {
  readonly accountId: string
  readonly kind: 'person' | 'organization' | 'official'
  readonly role?: string
  /** Agencies in the reach of the role. */
  readonly tree: readonly string[]
  readonly post?: string
}

async function population(world: World) {
  const { db } = world
  const trees = await db.many<{ commune: string; province: string }>(sql`
    select distinct on (p.handle) c.handle as commune, p.handle as province
      from directory.agency c
      join directory.agency p on p.id = c.parent_id
     where c.kind = 'commune_committee' and p.kind = 'provincial_committee'
     order by p.handle, c.handle
     limit 2`)
  const people = await Promise.all([1, 2, 3, 4].map(() => addPerson(db)))
  const [boss] = people
  if (!boss) throw new Error('There are four people')
  const company = await addOrganization(db, { representative: boss })
  const officials: Someone[] = []
  for (const { commune, province } of trees) {
    for (const role of ['officer', 'assistant', 'auditor', 'administrator'] as const) {
      for (const agency of [commune, province]) {
        const { accountId } = await addOfficial(db, { agency, roles: [role] })
        const tree = agency === commune ? [commune] : [commune, province]
        officials.push({ accountId, kind: 'official', role, tree, post: agency })
      }
    }
  }
  const citizens: Someone[] = [
    ...people.map(({ accountId }) => ({ accountId, kind: 'person' as const, tree: [] })),
    { accountId: company, kind: 'organization', tree: [] },
  ]
  return { citizens, officials, communes: trees.map(({ commune }) => commune) }
}

type TestClient = { readonly clientId: string; readonly agency: string }

/** An application that an agency has registered, decided on or not. */
async function applicationOf(world: World, agency: string): Promise<TestClient> {
  const { clientId } = await approvedClient(world, { agency, name: `Ứng dụng của ${agency}` })
  return { clientId, agency }
}

type Population = Awaited<ReturnType<typeof population>>

/** Records between random people and at random agencies, as the numbers say. */
async function records(
  world: World,
  { citizens, officials, communes }: Population,
  numbers: readonly number[],
) {
  const { db } = world
  const pick = <Item>(items: readonly Item[], number: number): Item => {
    const item = items[number % items.length]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
  const delegations: Delegation[] = []
  const recoveries: Recovery[] = []
  const opened: string[] = []
  for (const [at, number] of numbers.entries()) {
    const subject = pick(citizens, number).accountId
    const actor = pick(
      citizens.filter(({ accountId }) => accountId !== subject),
      number >> 3,
    ).accountId
    const kind = pick(['parent', 'guardian', 'authorised', 'staff'], number >> 6)
    const isActive = (number >> 8) % 3 > 0
    const id = randomUUID()
    await db.run(sql`
      insert into identity.delegation (
             id, kind, subject, actor, purpose, procedures, basis, offered_by, offered_at, starts_at, ends_at)
      values (${id}, ${kind}, ${subject}, ${actor}, 'a test', '{}', 'granted', ${subject}, ${NOW},
              ${isActive ? NOW : null}, '2027-01-01')`)
    delegations.push({ id, subject, actor, kind, isActive })
    const person = pick(
      citizens.filter((one) => one.kind === 'person'),
      number >> 4,
    ).accountId
    const agency = pick(communes, number >> 7)
    const recovery = randomUUID()
    await db.run(sql`
      insert into identity.recovery (id, subject, agency, reason, papers, asked_by, asked_at)
      values (${recovery}, ${person}, ${agency}, 'a test', 'a card', ${pick(officials, number).accountId}, ${NOW})`)
    recoveries.push({ id: recovery, subject: person, agency })
    const reader = {
      kind: 'official',
      accountId: randomUUID(),
      post: `Chức vụ ${at}`,
      agency: 'H26',
    } as const
    await db.transaction((tx) =>
      readWithLog(
        tx,
        { subject, reader, data: ['identity'], purpose: 'supervise', now: NOW },
        async () => at,
      ),
    )
    opened.push(subject)
  }
  return { delegations, recoveries, opened }
}

/** Written without a look at the policy: what each of them may see, in the words of the law. */
const SEES_FOR_OTHERS = ['parent', 'guardian', 'representative']

function maySeeDelegation({ subject, actor }: Delegation, me: Someone): boolean {
  return subject === me.accountId || actor === me.accountId
}

function maySeeRecovery({ agency }: Recovery, { role, post, tree }: Someone): boolean {
  if (role === 'officer') return agency === post
  return role === 'auditor' && tree.includes(agency)
}

const idsOn = (body: string, path: string): string[] =>
  [
    ...new Set(
      [...body.matchAll(new RegExp(`href="${path}/([0-9a-f-]{36})"`, 'g'))].map(([, id = '']) => id),
    ),
  ].sort()

const sorted = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort()

async function statusesOf(browser: BrowserLike, addresses: readonly string[]): Promise<readonly boolean[]> {
  const opened: boolean[] = []
  for (const address of addresses) opened.push((await browser.ask('GET', address)).status === 200)
  return opened
}

test('every list and every page shows what the policy allows, whoever asks', { timeout: 120_000 }, async ({
  world,
}) => {
  const everyone = await population(world)
  const clients = await Promise.all(
    [...new Set(everyone.officials.flatMap(({ post }) => post ?? []))].map((agency) =>
      applicationOf(world, agency),
    ),
  )
  const numbers = fc.array(fc.nat(100_000), { minLength: 4, maxLength: 6 })

  await fc.assert(
    fc.asyncProperty(numbers, fc.nat(1_000), async (drawn, seed) => {
      await world.db.run(sql`delete from identity.recovery`)
      await world.db.run(sql`update identity.session set delegation_id = null`)
      await world.db.run(sql`delete from identity.delegation`)
      const { delegations, recoveries } = await records(world, everyone, drawn)

      const citizen = everyone.citizens[seed % everyone.citizens.length]
      if (!citizen) throw new Error('There is somebody')
      await checkCitizen(world, citizen, delegations, recoveries)
      // One of each role, at another agency in each round.
      for (const role of ['officer', 'assistant', 'auditor', 'administrator']) {
        const holders = everyone.officials.filter((one) => one.role === role)
        const official = holders[seed % holders.length]
        if (!official) continue
        await checkOfficial(world, official, delegations.slice(0, 2), recoveries)
        await checkAdministration(world, official, everyone, clients)
      }
      await checkActing(world, delegations)
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

async function checkCitizen(
  world: World,
  me: Someone,
  all: readonly Delegation[],
  recoveries: readonly Recovery[],
) {
  const browser = await browserOf(world, me.accountId, { kind: me.kind })

  const list = await browser.open('/tai-khoan/uy-quyen')
  expect(idsOn(list.body, '/tai-khoan/uy-quyen')).toEqual(
    sorted(all.filter((one) => maySeeDelegation(one, me))),
  )
  expect(
    await statusesOf(
      browser,
      all.map(({ id }) => `/tai-khoan/uy-quyen/${id}`),
    ),
  ).toEqual(all.map((one) => maySeeDelegation(one, me)))
  expect(
    await statusesOf(browser, [
      '/can-bo/khoi-phuc',
      ...recoveries.map(({ id }) => `/can-bo/khoi-phuc/${id}`),
    ]),
  ).not.toContain(true)
  await checkAccessLog(world, browser, me.accountId)
}

async function checkAccessLog(world: World, browser: BrowserLike, subject: string) {
  const own = await world.db.many<{ post: string | null }>(sql`
    select post
      from identity.access_entry
     where subject = ${subject}
     order by place desc
     limit 30`)
  const { body } = await browser.open('/tai-khoan/ai-da-xem')
  const shown = [...body.matchAll(/<span lang="vi">(Chức vụ \d+)<\/span>/g)].map(([, post]) => post)
  expect(shown).toEqual(own.flatMap(({ post }) => (post?.startsWith('Chức vụ') ? [post] : [])))
}

async function checkOfficial(
  world: World,
  me: Someone,
  all: readonly Delegation[],
  recoveries: readonly Recovery[],
) {
  const browser = await browserOf(world, me.accountId, { kind: 'official' })

  const may = recoveries.filter((one) => maySeeRecovery(one, me))
  const list = await browser.open('/can-bo/khoi-phuc')
  expect(idsOn(list.body, '/can-bo/khoi-phuc')).toEqual(sorted(may))
  expect(
    await statusesOf(
      browser,
      recoveries.map(({ id }) => `/can-bo/khoi-phuc/${id}`),
    ),
  ).toEqual(recoveries.map((one) => may.includes(one)))
  expect(
    await statusesOf(
      browser,
      all.map(({ id }) => `/tai-khoan/uy-quyen/${id}`),
    ),
  ).not.toContain(true)
  expect((await browser.ask('GET', '/tai-khoan/ai-da-xem')).status).toBe(403)
}

/** Administrators see officials and applications of their own tree, in lists, by search and by address; nobody else sees any. */
async function checkAdministration(
  world: World,
  me: Someone,
  { officials }: Population,
  clients: readonly TestClient[],
) {
  const browser = await browserOf(world, me.accountId, { kind: 'official' })
  const isMine = ({ post = '' }: Someone) => me.role === 'administrator' && me.tree.includes(post)
  const mine = officials.filter(isMine).map(({ accountId }) => accountId)
  const myClients = clients.filter(({ agency }) => me.role === 'administrator' && me.tree.includes(agency))

  const details = officials.map(({ accountId }) => `/quan-tri/can-bo/${accountId}`)
  expect(await statusesOf(browser, details)).toEqual(officials.map(isMine))
  const addresses = clients.map(({ clientId }) => `/quan-tri/ung-dung/${clientId}`)
  expect(await statusesOf(browser, addresses)).toEqual(clients.map((one) => myClients.includes(one)))
  const list = await browser.ask('GET', '/quan-tri')
  const applications = await browser.ask('GET', '/quan-tri/ung-dung')
  if (me.role !== 'administrator') {
    expect([list.status, applications.status]).toEqual([403, 403])
    return
  }
  expect(idsOn(list.body, '/quan-tri/can-bo')).toEqual(mine.sort())
  await browser.open('/quan-tri')
  const search = await browser.submit('/quan-tri/tim', { name: 'Lê Văn' })
  expect(idsOn(search.body, '/quan-tri/can-bo')).toEqual(mine.sort())
  for (const { clientId } of clients) {
    expect(applications.body.includes(`/quan-tri/ung-dung/${clientId}`)).toBe(
      myClients.some((one) => one.clientId === clientId),
    )
  }
}

/** Acting for somebody, one sees of theirs what the kind of power allows, and nothing of one's own. */
async function checkActing(world: World, all: readonly Delegation[]) {
  const power = all.find(({ isActive }) => isActive)
  if (!power) return
  const { accountKind: kind } = await world.db.one<{ accountKind: 'person' | 'organization' }>(sql`
    select kind as account_kind from identity.account where id = ${power.actor}`)
  const browser = await browserOf(world, power.actor, { kind })
  await browser.open(`/tai-khoan/uy-quyen/${power.id}`)
  await browser.submit('/tai-khoan/lam-thay')
  const maySee = SEES_FOR_OTHERS.includes(power.kind)

  const list = await browser.open('/tai-khoan/uy-quyen')
  expect(idsOn(list.body, '/tai-khoan/uy-quyen')).toEqual(
    maySee ? sorted(all.filter(({ subject }) => subject === power.subject)) : [],
  )
  expect(
    await statusesOf(
      browser,
      all.map(({ id }) => `/tai-khoan/uy-quyen/${id}`),
    ),
  ).toEqual(all.map(({ subject }) => maySee && subject === power.subject))
  const log = await browser.ask('GET', '/tai-khoan/ai-da-xem')
  expect(log.status).toBe(maySee ? 200 : 403)
  if (maySee) await checkAccessLog(world, browser, power.subject)
}
