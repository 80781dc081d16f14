import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { shortMemory } from './short-memory.ts'

test('an answer is shared, remembered for a while, and asked for again afterwards', async () => {
  const remember = shortMemory<number>({ forMs: 30, most: 10 })
  const owner = {}
  let asked = 0
  const make = async () => {
    asked += 1
    return asked
  }

  const together = await Promise.all([remember(owner, 'a', make), remember(owner, 'a', make)])
  await sleep(60)

  expect(together).toEqual([1, 1])
  expect(await remember(owner, 'a', make)).toBe(2)
  expect(await remember({}, 'a', make)).toBe(3)
})

test('an answer that failed is not remembered, and the oldest gives way', async () => {
  const remember = shortMemory<string>({ forMs: 60_000, most: 2 })
  const owner = {}

  await expect(remember(owner, 'a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await remember(owner, 'a', async () => 'first')).toBe('first')
  await remember(owner, 'b', async () => 'b')
  await remember(owner, 'c', async () => 'c')
  expect(await remember(owner, 'a', async () => 'again')).toBe('again')
  expect(await remember(owner, 'c', async () => 'not asked')).toBe('c')
})
