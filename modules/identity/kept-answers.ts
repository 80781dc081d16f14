import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/db'
import type { Browser } from './browser.ts'
import { insertKeptAnswers, type KeptAnswersRow, keptAnswersById } from './queries/kept-answers.ts'

const KEEP_MS = 30 * 60_000
const MOST_CHARACTERS = 65_536

export type KeptAnswers = KeptAnswersRow

type Answers = {
  readonly browser: Browser
  /** Whose session it was, when that is known. */
  readonly accountId: string | undefined
  /** Path and query that the form was sent to. */
  readonly path: string
  readonly body: unknown
}

/**
 * Giữ câu trả lời: what somebody wrote into a form whose session had ended meanwhile. Answers the id to continue with, or
 * undefined when there is nothing to keep or too much of it.
 */
export async function keepAnswers(
  db: Db,
  { browser, accountId, path, body }: Answers,
  now: Date,
): Promise<string | undefined> {
  const fields = fieldsOf(body)
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (fields.length === 0 || size > MOST_CHARACTERS) return undefined
  const id = randomUUID()
  const keepUntil = new Date(now.getTime() + KEEP_MS)
  const row = {
    id,
    browser: browser.digest,
    accountId: accountId ?? null,
    path,
    fields,
    keptAt: now,
    keepUntil,
  }
  await insertKeptAnswers(db, row)
  return id
}

export async function findKeptAnswers(
  db: Db,
  asked: { id: string; browser: Browser | undefined; accountId: string; now: Date },
): Promise<KeptAnswers | undefined> {
  const { id, browser, accountId, now } = asked
  return browser && keptAnswersById(db, { id, browser: browser.digest, accountId, now })
}

/** The fields of a form in their order, without its token: a new form has a new one. */
function fieldsOf(body: unknown): (readonly [string, string])[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    if (name === '_csrf') return []
    return [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : []))
  })
}
