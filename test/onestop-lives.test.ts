import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/db'
import { openIntegrationAccount } from '#sync'
import type { Family } from '../sandbox/agency-onestop/client.ts'
import { FAMILIES } from '../sandbox/agency-onestop/families.ts'
import { lifeOf, type Page } from '../sandbox/agency-onestop/life.ts'
import { Installation } from './support/installation.ts'
import { type Program, startProgram } from './support/programs.ts'

/** Dossiers of each family. */
const LIVES = Number(process.env['LIVES'] ?? 15)
const AGENCY = 'H21'
const PASSWORD = 'mật khẩu của một hệ thống'
const FIRST_START_MS = 120_000
const WHOLE_TEST_MS = 120_000 + LIVES * 2_000
/** Between two deaths of a one-stop. */
const LIVES_MS = [900, 1_600] as const
const SERVER_DIES_AFTER_MS = [1_500, 2_500] as const

let house: Installation
let portal: Program
const books = mkdtempSync(join(tmpdir(), 'motcua-onestop-'))

beforeAll(async () => {
  // Those that send no credential are known by where they come from.
  house = await Installation.prepare({ SYNC_NETWORKS: `127.0.0.1/32=${AGENCY}` })
  portal = await house.start()
  await house.withDatabase(async (db) => {
    for (const { name } of FAMILIES) {
      const account = { agency: AGENCY, username: name, password: PASSWORD, repeatsAreFine: true }
      await openIntegrationAccount(db, { ...account, by: 'test', now: new Date() })
    }
  })
}, FIRST_START_MS)

afterAll(async () => {
  await house.remove()
  rmSync(books, { recursive: true, force: true })
})

test(
  'dossiers of every client family live their lives while portal and one-stop are killed: the register is the book, row by row',
  async () => {
    let isDone = false
    const blows = serverDies(() => isDone)
    const said = await Promise.all(FAMILIES.map(async (family) => live(family)))
    isDone = true
    const deaths = await blows

    const register = await house.withDatabase(async (db) =>
      db.many<Page>(sql`
        select d.code, d.status, d.applicant_name as applicant, d.received_at, d.due_at, d.finished_at, d.returned_at,
               (select count(*)::int from register.event e where e.dossier_code = d.code and e.act = 'progressed') as steps
          from register.dossier d
         where d.door = 'sync'
         order by d.code collate "C"`),
    )
    const book = FAMILIES.flatMap((family) => {
      const memory = rememberedBy(family)
      return Array.from({ length: LIVES }, (_, index) =>
        family.book(lifeOf(`${AGENCY}-${family.name}`, index), memory),
      )
    }).sort((a, b) => (a.code < b.code ? -1 : 1))
    expect(register).toEqual(book)
    console.log(
      `${said.join('\n')}\n${deaths} deaths of the portal, ${FAMILIES.length * LIVES_MS.length} of one-stops at most`,
    )
  },
  WHOLE_TEST_MS,
)

/** A one-stop from its first dossier to its last, killed on the way. */
async function live(family: Family): Promise<string> {
  for (const livesMs of LIVES_MS) {
    const program = start(family)
    const isOver = await Promise.race([program.ended.then(() => true), sleep(livesMs).then(() => false)])
    if (!isOver) program.child.kill('SIGKILL')
    await program.ended
  }
  const { code, stdout, stderr } = await start(family).ended
  if (code !== 0) throw new Error(`${family.name} ended with ${code}: ${stderr}`)
  return stdout.trim()
}

function start({ name }: Family): Program {
  return startProgram('sandbox/agency-onestop/main.ts', [
    '--portal',
    house.address,
    '--family',
    name,
    '--agency',
    AGENCY,
    '--username',
    name,
    '--password',
    PASSWORD,
    '--dossiers',
    String(LIVES),
    '--book',
    books,
  ])
}

/** The codes that a one-stop was given, from its book on disk. */
function rememberedBy({ name }: Family): ReadonlyMap<string, string> {
  const lines = readFileSync(join(books, `${name}.jsonl`), 'utf8').split('\n')
  return new Map(
    lines.flatMap((line) => {
      const { key, value } = /"key"/.test(line) && line.endsWith('}') ? (JSON.parse(line) as Noted) : {}
      return key !== undefined && value !== undefined ? [[key, value] as const] : []
    }),
  )
}

type Noted = { readonly key?: string; readonly value?: string }

/** The portal's server is killed, the database stays. */
async function serverDies(isDone: () => boolean): Promise<number> {
  let deaths = 0
  for (const afterMs of SERVER_DIES_AFTER_MS) {
    await sleep(afterMs)
    if (isDone()) break
    process.kill(house.serverPid(), 'SIGKILL')
    deaths += 1
    await portal.ended
    portal = await house.start()
  }
  return deaths
}
