import fc from 'fast-check'
import { test as bareTest, describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { test } from '../../test/support/world.ts'
import { DELEGATION_KINDS } from './delegation.ts'
import { ROLES } from './officials/role.ts'
import {
  allows,
  type Office,
  POLICY,
  type PolicyAct,
  type PolicyActor,
  type Resource,
  type ResourceKind,
} from './policy.ts'
import { allowedRows } from './queries/policy.ts'

const ACCOUNTS = [1, 2, 3, 4].map((n) => `0190a0a0-0000-7000-8000-00000000000${n}`)
const AGENCIES = ['H26', 'H26.1', 'H26.2', 'G22']
const KINDS: readonly ResourceKind[] = ['access_entry', 'delegation', 'recovery', 'official', 'client']
const ACTS: readonly PolicyAct[] = ['list', 'read', 'grant', 'accept', 'end', 'ask', 'confirm']

const account = fc.constantFrom(...ACCOUNTS)
const agencies = fc.subarray(AGENCIES).map((some) => new Set(some))

const office: fc.Arbitrary<Office> = fc.record({
  role: fc.constantFrom(...ROLES),
  agencies: fc.oneof(agencies, fc.constant('all' as const)),
  workplaces: agencies,
})
const actor: fc.Arbitrary<PolicyActor> = fc.record({
  accountId: account,
  acting: fc.option(fc.record({ kind: fc.constantFrom(...DELEGATION_KINDS), accountId: account }), {
    nil: undefined,
  }),
  offices: fc.array(office, { maxLength: 3 }),
})
const record = fc.record({
  subject: fc.option(account),
  actor: fc.option(account),
  agency: fc.option(fc.constantFrom(...AGENCIES)),
})
type Row = { subject: string | null; actor: string | null; agency: string | null }

describe('the policy', () => {
  bareTest('allows nothing to whoever acts for another but what stands under that', () => {
    fc.assert(
      fc.property(
        actor,
        fc.constantFrom(...ACTS),
        fc.constantFrom(...KINDS),
        record,
        (someone, act, kind, row) => {
          if (!someone.acting || !allows(someone, act, { kind, ...row })) return
          expect(row.subject).toBe(someone.acting.accountId)
        },
      ),
    )
  })

  bareTest('gives an official nothing outside of the agencies of their roles', () => {
    const alone = actor.map((one): PolicyActor => ({ ...one, acting: undefined }))
    fc.assert(
      fc.property(alone, fc.constantFrom('read', 'confirm'), record, (someone, act, row) => {
        const isOwn = row.subject === someone.accountId
        if (isOwn || !allows(someone, act as PolicyAct, { kind: 'recovery', ...row })) return
        const within = someone.offices.some(
          ({ agencies: tree, workplaces }) =>
            tree === 'all' || (row.agency !== null && (tree.has(row.agency) || workplaces.has(row.agency))),
        )
        expect(within).toBe(true)
      }),
    )
  })

  bareTest('lets nobody do what no line names', () => {
    const stranger: PolicyActor = { accountId: ACCOUNTS[0] ?? '', acting: undefined, offices: [] }
    for (const act of ACTS) {
      for (const kind of KINDS) {
        const named = POLICY.some(
          ({ resource, acts, who }) => resource === kind && acts.includes(act) && who.includes('account'),
        )
        const own: Resource = { kind, subject: stranger.accountId, actor: stranger.accountId, agency: null }
        expect(allows(stranger, act, own), `${act} ${kind}`).toBe(named)
      }
    }
  })
})

test('the condition of a query picks the very rows that the policy allows one by one', async ({ world }) => {
  const arrangement = fc.tuple(
    actor,
    fc.constantFrom(...ACTS),
    fc.constantFrom(...KINDS),
    fc.array(record, { minLength: 1, maxLength: 20 }),
  )
  const columns = { subject: sql`r.subject`, actor: sql`r.actor`, agency: sql`r.agency` }

  await fc.assert(
    fc.asyncProperty(arrangement, async ([someone, act, kind, rows]) => {
      const found = await world.db.many<Row>(sql`
        select r.subject, r.actor, r.agency
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (subject uuid, actor uuid, agency text)
         where ${allowedRows(someone, act, { kind, columns })}`)

      const expected = rows.filter((row) => allows(someone, act, { kind, ...row }))
      expect(found.map((row) => JSON.stringify(row)).sort()).toEqual(
        expected.map((row) => JSON.stringify(row)).sort(),
      )
    }),
    { numRuns: 300 },
  )
})
