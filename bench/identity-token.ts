/**
 * The token endpoint of the portal (codes, tokens and clients in PostgreSQL) against the quick start of the provider library
 * (everything in memory): the same request, a code with PKCE for tokens, by the same presser. Each server has a core of
 * its own, the database and the presser share the other; rounds alternate, so that what else the machine does hits both.
 * Prints requests a second and the median of the ratios. Run: bin/build && node --conditions=production bench/identity-token.ts
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { approveFromMachine } from '#identity'
import { Database } from '#platform/db'
import { LAN } from '../test/support/people-of-sso.ts'
import { startTestServer } from '../test/support/postgres.ts'
import { fromBuild } from './identity/from-build.ts'
import { cpuOf, figure, median, pin, press } from './identity/measure.ts'
import { CLIENT, REDIRECT_URI, VERIFIER } from './identity/mint.ts'

const { prepareDatabase } = (await import(fromBuild('app/prepare.js'))) as typeof import('../app/prepare.ts')
const { insertAccount, savePerson } = (await import(
  fromBuild('modules/identity/queries/accounts.js')
)) as typeof import('../modules/identity/queries/accounts.ts')

const ROUNDS = 15
/** The library's memory holds a thousand things at once. */
const CODES = 300
const WANTED = 0.4
const FORM = 'application/x-www-form-urlencoded'

pin(process.pid, 1)
const postgres = await startTestServer()
const url = postgres.urlOf('postgres')
const db = new Database(url)
await prepareDatabase(db, { seedsDemo: false }, () => {})
await insertAccount(db, { id: LAN.accountId, kind: 'person', now: new Date() })
await savePerson(db, LAN)
const { clientId, secret = '' } = await approveFromMachine(
  db,
  {
    agency: 'G22',
    name: 'Bench',
    purpose: 'Measuring',
    contact: 'bench@example.vn',
    redirectUris: [REDIRECT_URI],
    signOutUris: [],
    backChannelUri: null,
    scopes: ['openid'],
    authentication: 'secret',
    subjectType: 'public',
    level: 1,
    algorithm: 'RS256',
    isLegacy: false,
    isTest: false,
  },
  new Date(),
)

const portal = await start('portal-server.ts', { BENCH_DATABASE: url })
const quick = await start('quick-start-server.ts', {})
const ratios: number[] = []
const cpuRatios: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const [ours, theirs] = [await run(portal, clientId, secret), await run(quick, CLIENT.id, CLIENT.secret)]
  if (round === 0) continue
  ratios.push(ours.rate / theirs.rate)
  cpuRatios.push(theirs.cpuMs / ours.cpuMs)
  console.log(
    `  round ${round}: portal ${said(ours)}, quick start ${said(theirs)}, ratio ${(ours.rate / theirs.rate).toFixed(2)}`,
  )
}
const ratio = median(ratios)
const percent = (value: number) => `${(value * 100).toFixed(0)} %`
console.log(
  `token endpoint: ${percent(ratio)} of the requests/s of the in-memory quick start (wanted: ${percent(WANTED)})`,
)
console.log(`by processor time of the server alone: ${percent(median(cpuRatios))}`)
for (const { child } of [portal, quick]) child.disconnect()
await db.close()
await postgres.stop()
process.exitCode = ratio >= WANTED ? 0 : 1

type Server = { readonly child: ChildProcess; readonly port: number }

async function start(file: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'identity', file), {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  if (child.pid) pin(child.pid, 0)
  return { child, port }
}

type Outcome = { readonly rate: number; readonly cpuMs: number }

async function run(server: Server, id: string, shown: string): Promise<Outcome> {
  const { child, port } = server
  child.send({ clientId: id, accountId: LAN.accountId, count: CODES })
  const [{ codes }] = (await once(child, 'message')) as [{ codes: readonly string[] }]
  const authorization = `Basic ${Buffer.from(`${id}:${shown}`).toString('base64')}`
  const path = server === portal ? '/oauth2/token' : '/token'
  const requests = codes.map((code) => {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    }
    const body = new URLSearchParams(form).toString()
    const headers = { authorization, 'content-type': FORM, 'content-length': String(body.length) }
    return { method: 'POST', path, body, headers } as const
  })
  const before = await cpuOf(child)
  const rate = await press(port, requests)
  return { rate, cpuMs: ((await cpuOf(child)) - before) / requests.length }
}

function said({ rate, cpuMs }: Outcome): string {
  return `${figure(rate)}/s (${cpuMs.toFixed(2)} ms each)`
}
