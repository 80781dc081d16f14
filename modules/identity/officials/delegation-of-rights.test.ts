import fc from 'fast-check'
import { expect } from 'vitest'
import { agencyLine } from '#directory'
import { Refusal } from '#kernel/refusal'
import { sql } from '#platform/db'
import { test } from '../../../test/support/world.ts'
import { inviteFromMachine } from './first-administrator.ts'
import { endRole, grantRole } from './grant-role.ts'
import { inviteOfficial } from './invite.ts'
import { leave } from './leave.ts'
import { grantFault, ROLES, type Role } from './role.ts'

const AGENCIES = ['G22', 'G01', 'H21', 'H21.05', 'H21.06', 'H17', 'ubnd-00004'] as const
const EMAILS = Array.from({ length: 8 }, (_, n) => `nguoi.${n}@phan.quyen.example`)
const DAY_MS = 86_400_000

type Row = {
  id: string
  accountId: string
  role: Role
  agency: string
  mayGive: Role[]
  untilAt: Date
  fromAt: Date
  endedAt: Date | null
  grantedBy: string | null
}

const act = fc.record({
  kind: fc.constantFrom('invite', 'grant', 'grant', 'end', 'leave'),
  by: fc.oneof(fc.constant(0), fc.nat({ max: EMAILS.length - 1 })),
  whom: fc.nat({ max: EMAILS.length - 1 }),
  role: fc.constantFrom<Role>('administrator', 'administrator', ...ROLES),
  agency: fc.constantFrom(...AGENCIES),
  mayGive: fc.oneof(fc.constant([...ROLES]), fc.subarray([...ROLES])),
  days: fc.integer({ min: 1, max: 400 }),
  pick: fc.nat({ max: 20 }),
})

test('whatever administrators try, every right in the table was held by whoever gave it', async ({
  world,
}) => {
  const { db, services } = world
  let now = services.clock()
  await inviteFromMachine(db, {
    name: 'Người đầu tiên',
    email: EMAILS[0] ?? '',
    agency: 'G22',
    title: 'Quản trị',
    role: 'administrator',
    reason: 'Quản trị viên đầu tiên',
    resets: false,
    now,
  })
  const tried = { done: 0, refused: 0 }
  const accountOf = async (n: number) =>
    (
      await db.maybeOne<{ accountId: string }>(sql`
      select account_id from identity.official where email = ${EMAILS[n] ?? ''}`)
    )?.accountId

  for (const { kind, by, whom, role, agency, mayGive, days, pick } of fc.sample(act, {
    numRuns: 300,
    seed: 2026,
  })) {
    now = new Date(now.getTime() + 3_600_000)
    world.setClock(now)
    const giver = await accountOf(by)
    const taker = await accountOf(whom)
    if (!giver) continue
    const right = {
      role,
      agency,
      mayGive,
      reason: 'Thử phân quyền',
      untilAt: new Date(now.getTime() + days * DAY_MS),
    }
    try {
      if (kind === 'invite') {
        const person = { name: `Người ${whom}`, email: EMAILS[whom] ?? '', title: 'Chuyên viên' }
        await inviteOfficial(services, giver, { ...person, agency, right })
      } else if (taker && kind === 'grant') {
        const posts = await db.many<{ id: string }>(
          sql`select id from identity.post where account_id = ${taker} order by id`,
        )
        await grantRole(services, giver, {
          ...right,
          accountId: taker,
          postId: posts[pick % (posts.length || 1)]?.id ?? taker,
        })
      } else if (taker && kind === 'end') {
        const grants = await db.many<{ id: string }>(
          sql`select id from identity.role_grant where account_id = ${taker} order by id`,
        )
        const grantId = grants[pick % (grants.length || 1)]?.id ?? taker
        await endRole(services, giver, { accountId: taker, grantId, reason: 'Thử thu hồi' })
      } else if (taker && kind === 'leave' && whom > 0 && pick < 3) {
        await leave(services, giver, { accountId: taker, reason: 'Thử rời cơ quan' })
      }
      tried.done += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      tried.refused += 1
    }
  }

  const rows = await db.many<Row>(sql`
    select id, account_id, role, agency, may_give, until_at, from_at, ended_at, granted_by
      from identity.role_grant
     order by id`)
  for (const row of rows.filter(({ grantedBy }) => grantedBy !== null)) {
    const heldThen = rows.filter(
      (held) =>
        held.accountId === row.grantedBy &&
        held.fromAt <= row.fromAt &&
        held.untilAt > row.fromAt &&
        (held.endedAt === null || held.endedAt > row.fromAt),
    )
    expect(grantFault(heldThen, { ...row, line: await agencyLine(db, row.agency) })).toBeUndefined()
    expect(row.accountId).not.toBe(row.grantedBy)
  }
  const { orphans } = await db.one<{ orphans: number }>(sql`
    select count(*) as orphans
      from identity.role_grant g
      join identity.post p on p.id = g.post_id
     where g.ended_at is null
       and p.ended_at is not null`)
  expect(orphans).toBe(0)
  expect(rows.length).toBeGreaterThan(20)
  expect(tried.done).toBeGreaterThan(30)
  expect(tried.refused).toBeGreaterThan(100)
})
