import type { Change, Life, Page } from './life.ts'

export type Ask = {
  readonly method: 'GET' | 'POST'
  /** Path and query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** A file of a multipart form, instead of a body. */
  readonly file?: { readonly field: string; readonly name: string; readonly bytes: Buffer }
}

export type Heard = { readonly status: number; readonly text: string }

/** How a client reaches the portal: over HTTP from this program, or inside a test. Throws when nothing came back in time. */
export type Send = (ask: Ask) => Promise<Heard>

export type Client = {
  readonly send: Send
  readonly username: string
  readonly password: string
  /** Code of the agency, as it writes it. */
  readonly madonvi: string
  /** What this program remembers between calls: its session, codes that it was given. */
  readonly memory: Map<string, string>
}

export type Said = {
  readonly error_code?: unknown
  readonly message?: unknown
  readonly session?: unknown
  readonly result?: unknown
  readonly data?: unknown
}

/** A kind of system that agencies run, and how its program behaves. */
export type Family = {
  readonly name: string
  /** How many of its threads send at once. */
  readonly threads: number
  /** After how many milliseconds it gives up on an answer. */
  readonly timeoutMs: number
  /** Which of its pushes it makes again although they were received. */
  readonly repeats?: boolean
  /** Sends one change of a dossier. Whether its own program takes it for received. */
  readonly deliver: (client: Client, life: Life, change: Change) => Promise<boolean>
  /** The dossier as the register is to show it in the end, by this family's own book. */
  readonly book: (life: Life, memory: ReadonlyMap<string, string>) => Page
}

const SESSION_MS = 10 * 60_000

/** Posts JSON and reads JSON; what is neither throws, as the clients' own libraries do. */
export async function post({ send }: Client, path: string, body: unknown): Promise<Said> {
  const { status, text } = await send({
    method: 'POST',
    path,
    headers: { accept: 'application/json', 'content-type': 'application/json', charset: 'utf-8' },
    body,
  })
  if (status < 200 || status > 299) throw new Error(`${path} answered ${status}`)
  return JSON.parse(text) as Said
}

/** A session, cached for ten minutes as these clients do. They do not log in again because a call failed. */
export async function sessionOf(client: Client, path: string): Promise<string> {
  const { memory, username, password } = client
  const until = Number(memory.get('session until') ?? 0)
  const kept = memory.get('session')
  if (kept !== undefined && performance.now() < until) return kept
  const said = await post(client, path, { username, password })
  if (typeof said.session !== 'string' || Number(said.error_code) !== 0)
    throw new Error(`login: ${JSON.stringify(said)}`)
  memory.set('session', said.session)
  memory.set('session until', String(performance.now() + SESSION_MS))
  return said.session
}
