import { expect, test } from 'vitest'
import { Turnstile } from './turnstile.ts'

/** Work that ends when it is told to, and what is under way. */
function works() {
  const running: string[] = []
  const ends: (() => void)[] = []
  const start = (turnstile: Turnstile, agency: string) =>
    turnstile.pass(agency, async () => {
      running.push(agency)
      await new Promise<void>((end) => ends.push(end))
      running.splice(running.indexOf(agency), 1)
    })
  const count = (agency: string) => running.filter((one) => one === agency).length
  return {
    start,
    count,
    endOne: () => ends.shift()?.(),
    endAll: () =>
      ends.splice(0).forEach((end) => {
        end()
      }),
  }
}

const settle = () => new Promise(setImmediate)

test('whoever sends alone has it all, and makes room when others come', async () => {
  const turnstile = new Turnstile()
  const { start, count, endAll } = works()
  const flood = Array.from({ length: 100 }, () => start(turnstile, 'flood'))
  await settle()
  expect(count('flood')).toBe(24)

  const others = ['a', 'b', 'c'].map((agency) => start(turnstile, agency))
  await settle()
  // They are let in at once, whoever is in already.
  expect(['a', 'b', 'c'].map(count)).toEqual([1, 1, 1])
  while (count('flood') > 0 || count('a') > 0) {
    endAll()
    await settle()
  }
  await Promise.all([...flood, ...others])
  expect(turnstile.isFull('flood')).toBe(false)
})

test('beside three others a flood has its quarter, and nobody is forgotten', async () => {
  const turnstile = new Turnstile()
  const { start, count, endOne, endAll } = works()
  const others = ['a', 'b', 'c'].flatMap((agency) => [start(turnstile, agency), start(turnstile, agency)])
  const flood = Array.from({ length: 60 }, () => start(turnstile, 'flood'))
  await settle()
  expect(count('flood')).toBe(6)
  let ended = 0
  while (count('flood') + count('a') > 0) {
    endOne()
    await settle()
    ended += 1
    if (count('a') === 2) expect(count('flood')).toBeLessThanOrEqual(6)
  }
  endAll()
  await Promise.all([...others, ...flood])
  expect(ended).toBeGreaterThan(60)
})

test('work that fails gives its place back', async () => {
  const turnstile = new Turnstile()
  const failing = Array.from({ length: 50 }, () => turnstile.pass('a', () => Promise.reject(new Error('no'))))

  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true)
  expect(await turnstile.pass('a', () => Promise.resolve('in'))).toBe('in')
})
