import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CENTRE,
  grantFault,
  mayEnd,
  type Power,
  ROLES,
  type Role,
  reaches,
  type WantedPower,
} from './role.ts'

const END = new Date('2027-05-01T00:00:00+07:00')
const province: Power = {
  role: 'administrator',
  agency: 'H21',
  mayGive: ['administrator', 'officer'],
  untilAt: END,
}
const want = (change: Partial<WantedPower>): WantedPower => ({
  role: 'officer',
  agency: 'H21.17',
  mayGive: [],
  untilAt: END,
  line: ['H21.17', 'H21'],
  ...change,
})

describe('an administrator of a province', () => {
  test('gives a role that they hold, within the province, up to their own last day', () => {
    expect(grantFault([province], want({}))).toBeUndefined()
  })

  test.each([
    ['in another province', want({ agency: 'H17.02', line: ['H17.02', 'H17'] }), 'outside_tree'],
    ['in an agency that does not exist', want({ agency: 'X', line: [] }), 'outside_tree'],
    ['a role that they may not give', want({ role: 'auditor' }), 'not_held'],
    ['an administrator who may give more', want({ role: 'administrator', mayGive: ['auditor'] }), 'not_held'],
    ['beyond their own last day', want({ untilAt: new Date(END.getTime() + 1) }), 'too_late'],
  ])('gives nothing %s', (_what, wanted, fault) => {
    expect(grantFault([province], wanted)).toBe(fault)
  })

  test('who holds the role in one place and the time in another holds neither', () => {
    const short: Power = { ...province, mayGive: ROLES, untilAt: new Date(END.getTime() - 1) }

    expect(grantFault([province, short], want({ role: 'auditor' }))).toBe('too_late')
  })

  test('an officer gives nothing', () => {
    expect(grantFault([{ ...province, role: 'officer', mayGive: [] }], want({}))).toBe('outside_tree')
  })
})

test('the centre reaches everyone as administrator and auditor, and nobody else as officer', () => {
  expect(reaches({ role: 'administrator', agency: CENTRE }, ['H21.17', 'H21'])).toBe(true)
  expect(reaches({ role: 'auditor', agency: CENTRE }, ['H21'])).toBe(true)
  expect(reaches({ role: 'officer', agency: CENTRE }, ['H21'])).toBe(false)
  expect(reaches({ role: 'officer', agency: CENTRE }, [CENTRE])).toBe(true)
})

/** A forest: agency `n` stands under `parents[n]`, which is smaller, or under nobody. */
const forest = fc
  .array(fc.nat(), { minLength: 1, maxLength: 24 })
  .map((seeds) => seeds.map((seed, n) => (n === 0 || seed % 4 === 0 ? undefined : seed % n)))
const roles = fc.subarray([...ROLES])
const attempt = fc.record({
  giver: fc.nat({ max: 12 }),
  taker: fc.nat({ max: 12 }),
  role: fc.constantFrom(...ROLES),
  agency: fc.nat({ max: 23 }),
  mayGive: roles,
  days: fc.integer({ min: -100, max: 800 }),
})

test('however trees and grants fall, nobody ever holds what the first administrator did not pass down', () => {
  fc.assert(
    fc.property(forest, roles, fc.array(attempt, { maxLength: 80 }), (parents, firstGives, attempts) => {
      const lineOf = (n: number): string[] => {
        const above = parents[n]
        return above === undefined ? [`A${n}`] : [`A${n}`, ...lineOf(above)]
      }
      const first: Power = { role: 'administrator', agency: 'A0', mayGive: firstGives, untilAt: END }
      const held = new Map<number, Power[]>([[0, [first]]])
      for (const { giver, taker, role, agency, mayGive, days } of attempts) {
        const given = role === 'administrator' ? mayGive : []
        const untilAt = new Date(END.getTime() + days * 86_400_000)
        const n = agency % parents.length
        const wanted = { role, agency: `A${n}`, mayGive: given, untilAt, line: lineOf(n) }
        if (grantFault(held.get(giver) ?? [], wanted) === undefined)
          held.set(taker, [...(held.get(taker) ?? []), wanted])
      }

      for (const power of [...held.values()].flat()) {
        if (power === first) continue
        expect(lineOf(Number(power.agency.slice(1)))).toContain('A0')
        expect(firstGives).toContain(power.role)
        expect(power.mayGive.every((role: Role) => firstGives.includes(role))).toBe(true)
        expect(power.untilAt.getTime()).toBeLessThanOrEqual(END.getTime())
        expect(power.role === 'administrator' || power.mayGive.length === 0).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('whoever could give a power may end it', () => {
  const wanted = want({ untilAt: new Date(END.getTime() + 1) })

  expect(mayEnd([province], wanted)).toBe(true)
  expect(mayEnd([province], want({ role: 'auditor' }))).toBe(false)
  expect(mayEnd([province], want({ line: ['H17'] }))).toBe(false)
})
