import { setTimeout as sleep } from 'node:timers/promises'
import { test as bareTest, inject, type ProvidedContext } from 'vitest'
import { importProcedures } from '#catalogue'
import { startBrowser } from '../support/browser.ts'
import { NOW, openWorld } from '../support/world.ts'
import { unwieldyProcedures } from './unwieldy-procedures.ts'
import { enter, type Stage, type Visitor, type VisitorKind } from './visitor.ts'

/** An address that always fails, to see what a citizen sees then. */
export const FAULTY = '/co-su-co'

export const PHONE: VisitorKind = {
  name: 'on a phone',
  width: 360,
  height: 740,
  isPhone: true,
  script: 'runs',
}
export const DESK: VisitorKind = {
  name: 'at a desk',
  width: 1_280,
  height: 900,
  isPhone: false,
  script: 'runs',
}

/** One browser and one portal for the whole run: journeys read, and leave nothing behind. */
export const test = bareTest
  .extend('server', { scope: 'worker' }, () => inject('server'))
  .extend('stage', { scope: 'worker' }, async ({ server }, { onCleanup }): Promise<Stage> => {
    const [browser, portal] = await Promise.all([startBrowser(), openPortal(server)])
    onCleanup(async () => {
      await browser.close()
      await portal.close()
    })
    return { browser, address: portal.address }
  })

type TestServerAddress = ProvidedContext['server']
type Walk = (visitor: Visitor) => Promise<void>

let journeys = 0

/** The same journey on a phone and at a desk, and once without any script: the two take turns at that. */
export function journey(name: string, walk: Walk): void {
  const turn = journeys % 2 === 0 ? PHONE : DESK
  journeys += 1
  walkAs([PHONE, DESK, { ...turn, name: `${turn.name} without script`, script: 'off' }], name, walk)
}

/** A journey through something that only a script can do. */
export function scriptedJourney(name: string, walk: Walk): void {
  walkAs([PHONE, DESK], name, walk)
}

function walkAs(kinds: readonly VisitorKind[], name: string, walk: Walk): void {
  for (const kind of kinds) {
    test(`${name} (${kind.name})`, async ({ stage }) => {
      const visitor = await enter(stage, kind)
      try {
        await walk(visitor)
        visitor.expectNothingBroken()
      } finally {
        await visitor.leave()
      }
    })
  }
}

async function openPortal(server: TestServerAddress) {
  const world = await openWorld(server)
  world.app.get(FAULTY, { config: { access: 'anyone' } }, () => {
    throw new Error('A fault that a journey asked for')
  })
  const { search } = world.services
  const before = search.version()
  await importProcedures(world.db, unwieldyProcedures(), { source: 'journeys', now: NOW })
  while (search.version() === before) await sleep(20)
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 })
  return { address, close: world.close }
}
