/**
 * Stands for an agency's one-stop system: lets dossiers live their whole lives and reports each step as one of the client families does.
 * What was acknowledged stands in its book on disk, so that it goes on where it was after a crash.
 * Run: node sandbox/agency-onestop/main.ts --portal http://127.0.0.1:3000 --family A-new --agency H21 --username NAME --password WORDS
 *      --dossiers 1000 --book FOLDER
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Ask, Client, Family, Heard } from './client.ts'
import { FAMILIES } from './families.ts'
import { type Life, lifeOf } from './life.ts'

const { values } = parseArgs({
  options: {
    portal: { type: 'string', default: 'http://127.0.0.1:3000' },
    family: { type: 'string', default: 'A-new' },
    agency: { type: 'string', default: 'H21' },
    username: { type: 'string', default: '' },
    password: { type: 'string', default: '' },
    dossiers: { type: 'string', default: '100' },
    book: { type: 'string', default: '.' },
  },
})
const family = FAMILIES.find(({ name }) => name === values.family)
if (!family) throw new Error(`Families: ${FAMILIES.map(({ name }) => name).join(', ')}`)

mkdirSync(values.book, { recursive: true })
const file = join(values.book, `${family.name}.jsonl`)
const book = openBook(file)
const client: Client = {
  send: (ask) => send(ask, family.timeoutMs),
  username: values.username,
  password: values.password,
  madonvi: values.agency,
  memory: book.memory,
}
const lives = Array.from({ length: Number(values.dossiers) }, (_, index) =>
  lifeOf(`${values.agency}-${family.name}`, index),
)
const waiting = lives.filter(({ index, changes }) => book.acknowledged(index) < changes.length)
let failures = 0
await Promise.all(Array.from({ length: family.threads }, () => work(family)))
console.log(`${family.name}: ${lives.length} lives reported, ${failures} calls made again`)
process.exit(0)

/** One thread: the steps of a dossier in their order; a failed one keeps the later ones back until somebody sends it again. */
async function work(of: Family): Promise<void> {
  for (let life = waiting.shift(); life; life = waiting.shift()) {
    const from = book.acknowledged(life.index)
    for (const change of life.changes.slice(from)) {
      while (!(await tried(of, life, change.number))) await sleep(100 + Math.random() * 400)
      book.note(life.index, change.number + 1)
    }
  }
}

async function tried(of: Family, life: Life, number: number): Promise<boolean> {
  const change = life.changes[number]
  if (!change) return true
  try {
    const isDone = await of.deliver(client, life, change)
    // What was sent is picked up again by some.
    if (isDone && of.repeats && (life.index + number) % 3 === 0) await of.deliver(client, life, change)
    if (!isDone) failures += 1
    return isDone
  } catch {
    failures += 1
    return false
  }
}

async function send(ask: Ask, timeoutMs: number): Promise<Heard> {
  const { method, path, headers = {}, body, file: sent } = ask
  const form = new FormData()
  if (sent) form.append(sent.field, new Blob([new Uint8Array(sent.bytes)]), sent.name)
  const answer = await fetch(`${values.portal}${path}`, {
    method,
    headers,
    ...(sent ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { status: answer.status, text: await answer.text() }
}

type Noted =
  | { readonly index: number; readonly done: number }
  | { readonly key: string; readonly value: string }

/** What is kept over a crash: how far each dossier was acknowledged, and the code that it was given. A session is not kept. */
function openBook(path: string) {
  const done = new Map<number, number>()
  const kept = new Map<string, string>()
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  for (const line of lines) {
    // The last line may be half: whoever wrote it was killed.
    const noted = parsed(line)
    if (noted && 'index' in noted) done.set(noted.index, noted.done)
    else if (noted) kept.set(noted.key, noted.value)
  }
  const write = (noted: Noted) => {
    appendFileSync(path, `${JSON.stringify(noted)}\n`)
  }
  if (lines.length > 0) appendFileSync(path, '\n')
  class Memory extends Map<string, string> {
    override set(key: string, value: string): this {
      if (/^(acknowledged|code|id) /.test(key) && this.get(key) !== value) write({ key, value })
      return super.set(key, value)
    }
  }
  const memory = new Memory()
  for (const [key, value] of kept) Map.prototype.set.call(memory, key, value)
  return {
    memory,
    acknowledged: (index: number) => done.get(index) ?? 0,
    note: (index: number, count: number) => {
      done.set(index, count)
      write({ index, done: count })
    },
  }
}

function parsed(line: string): Noted | undefined {
  try {
    return JSON.parse(line) as Noted
  } catch {
    return undefined
  }
}
