import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sql } from '#platform/db'
import { Installation } from './support/installation.ts'
import type { Program } from './support/programs.ts'

// One installation lives through all of this, in the order of the tests: what one of them breaks, the next finds mended.

/** It may have to be built first. */
const FIRST_START_MS = 120_000
const SOON = { timeout: 20_000, interval: 50 }
const PROCEDURE = '/thu-tuc/1.001193'
const UNIT = '/don-vi-hanh-chinh/00004'

let house: Installation
let portal: Program

beforeAll(async () => {
  house = await Installation.prepare()
  portal = await house.start()
}, FIRST_START_MS)

afterAll(() => house.remove())

describe('the portal', () => {
  test('answers, and tells where', async () => {
    const pages = await Promise.all(['/', PROCEDURE, UNIT, '/readyz'].map(statusOf))

    expect(pages).toEqual([200, 200, 200, 200])
  })

  test('is not started twice on the same data', async () => {
    const { code, stderr } = await house.launch().ended

    expect(code).toBe(1)
    expect(stderr).toMatch(
      /Một Cửa could not start\.\nAnother portal \(process \d+\) is using the data folder .+ Stop it first/,
    )
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await statusOf('/readyz')).toBe(200)
  })

  test('gets over the death of its database under load, without being started again', async () => {
    const pid = house.serverPid()
    const crowd = Array.from({ length: 8 }, () => askUntilBack(UNIT))
    await sleep(500)

    process.kill(house.databasePid(), 'SIGKILL')
    const answers = (await Promise.all(crowd)).flat()

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    expect(answers.filter(({ status, body }) => status === 503 && !body.includes('<h1'))).toEqual([])
    expect(house.serverPid()).toBe(pid)
    expect(await statusOf('/readyz')).toBe(200)
  })

  test('gets over its own death with all that was saved', async () => {
    await house.withDatabase((db) =>
      db.run(sql`
        insert into platform.act (at, actor, verb, thing)
        values (now(), 'test', 'save', 'before the blow')`),
    )

    process.kill(house.serverPid(), 'SIGKILL')
    const { code } = await portal.ended
    const startedAt = performance.now()
    portal = await house.start()
    const tookMs = performance.now() - startedAt

    expect(code).not.toBe(0)
    expect(tookMs).toBeLessThan(15_000)
    expect(await Promise.all(['/', PROCEDURE, UNIT].map(statusOf))).toEqual([200, 200, 200])
    expect(
      await house.withDatabase((db) =>
        db.many(sql`select verb from platform.act where thing = 'before the blow'`),
      ),
    ).toEqual([{ verb: 'save' }])
  })

  test('lets running requests finish when it is told to stop, and takes no others', async () => {
    const database = house.databasePid()
    const db = house.openDatabase()
    let release = (): void => {}
    const lock = db.transaction(async (tx) => {
      await tx.run(sql`lock table directory.unit in access exclusive mode`)
      await new Promise<void>((resolve) => {
        release = resolve
      })
    })
    await vi.waitFor(() => expect(release).not.toBe(undefined), SOON)
    await sleep(200)
    const running = fetch(`${house.address}/api/v1/units?limit=1`)
    await sleep(300)

    portal.child.kill('SIGTERM')
    await sleep(300)
    const late = await statusOf('/')
    release()
    await lock
    await db.close()
    const { status } = await running
    const finishedAt = performance.now()
    const { code } = await portal.ended

    expect(status).toBe(200)
    expect(late).toBe('refused')
    expect(code).toBe(0)
    expect(performance.now() - finishedAt).toBeLessThan(5_000)
    expect(isAlive(database)).toBe(false)
    expect(readdirSync(house.varDir).sort()).toEqual(['cookie-secret', 'postgres'])
  })

  test('says so when its port is taken', async () => {
    const other = createServer().listen(house.port, '127.0.0.1')

    const { code, stderr } = await house.launch().ended

    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${house.port} is taken by another program. Set PORT to a free one`)
    expect(stderr).not.toMatch(/^\s+at /m)
    await new Promise((resolve) => other.close(resolve))
  })

  test('says so when its settings are wrong, all at once, before it touches anything', async () => {
    const { code, stderr } = await house.launch({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://me:secret@db',
    }).ended

    expect(code).toBe(1)
    expect(stderr).toMatch(/PORT="http" is not valid.*\n.*LOG_LEVEL="loud" is not valid/s)
    expect(stderr).not.toMatch(/secret|^\s+at /m)
  })

  test('stops by itself when its starter is killed', async () => {
    portal = await house.start()
    const [server, database] = [house.serverPid(), house.databasePid()]

    portal.child.kill('SIGKILL')
    await portal.ended

    await vi.waitFor(() => expect([isAlive(server), isAlive(database)]).toEqual([false, false]), SOON)
    expect(readdirSync(house.varDir).sort()).toEqual(['cookie-secret', 'postgres'])
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function statusOf(path: string): Promise<number | 'refused'> {
  return fetch(`${house.address}${path}`).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    () => 'refused' as const,
  )
}

type Answer = { readonly status: number | string; readonly body: string }

/** Somebody who asks one question again and again, until the portal has failed to answer it and then has answered it. */
async function askUntilBack(path: string): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const deadline = performance.now() + SOON.timeout
  for (let hasFailed = false; performance.now() < deadline; ) {
    const answer = await fetch(`${house.address}${path}`).then(
      async (got) => ({ status: got.status, body: await got.text() }),
      (error: Error) => ({ status: String(error.cause), body: '' }),
    )
    answers.push(answer)
    if (hasFailed && answer.status === 200) return answers
    hasFailed ||= answer.status !== 200
  }
  throw new Error(`It did not come back: the last answer was ${answers.at(-1)?.status}`)
}
