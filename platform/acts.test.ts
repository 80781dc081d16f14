import { expect } from 'vitest'
import { NOW, test } from '../test/support/world.ts'
import { actsOn, recordAct } from './acts.ts'

const ACT = {
  actor: 'parent',
  onBehalfOf: 'child',
  verb: 'identity.start_acting',
  thing: 'delegation:7',
  reason: 'birth certificate',
  details: { procedures: ['1.001193'] },
  now: NOW,
}

test('an act says who did it, for whom, to what, when and why', async ({ world }) => {
  await world.db.transaction((tx) => recordAct(tx, ACT))

  const { now: at, ...said } = ACT
  expect(await actsOn(world.db, 'delegation:7')).toEqual([{ id: expect.any(Number), at, ...said }])
})

test('an act of a change that failed is not recorded', async ({ world }) => {
  const failing = world.db.transaction(async (tx) => {
    await recordAct(tx, { ...ACT, thing: 'delegation:8' })
    throw new Error('the change failed')
  })

  await expect(failing).rejects.toThrow('the change failed')
  expect(await actsOn(world.db, 'delegation:8')).toEqual([])
})
