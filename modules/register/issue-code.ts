import { agencyBriefs, agencyLine } from '#directory'
import { type AgencyCode, agencyCode } from '#kernel/agency-code'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { type DossierCode, formatDossierCode, issuingFormat } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import type { Database } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import { takeNumbers } from './queries/sequences.ts'

type Waiting = { readonly resolve: (sequence: number) => void; readonly reject: (error: unknown) => void }
type Line = {
  readonly agencyCode: AgencyCode
  readonly day: CivilDate
  waiting: Waiting[]
  isAsking: boolean
}

/** Who is waiting for a number, by database, agency and day. */
const lines = new WeakMap<Database, Map<string, Line>>()

/**
 * Cấp mã hồ sơ: the next code of an agency for a moment, in the format in force that day. Numbers are taken in a transaction
 * of their own, those for everybody who waits at once, so that filings never wait for each other; a number whose filing then
 * fails stays unused, and none is ever given twice. An agency without a published code numbers under the nearest one above
 * that has one. @throws Refusal `register.numbers_used_up`
 */
export async function issueDossierCode(
  db: Database,
  { agency, at }: { agency: string; at: Date },
): Promise<DossierCode> {
  const day = civilDate(at)
  const format = issuingFormat(day)
  if (!format?.issued) throw new Error(`No format of dossier codes is in force on ${day}`)
  const code = await numberingCodes(db, `${day} ${agency}`, () => numberingCode(db, agency, day))
  const sequence = await nextNumber(db, code, day)
  if (String(sequence).length > format.issued.most) throw new Refusal('register.numbers_used_up')
  return formatDossierCode(format, { agency: { format: 'v2', code }, receivedOn: day, sequence })
}

/** Codes of agencies change by decision, from a day on. */
const numberingCodes = shortMemory<AgencyCode>({ forMs: 60_000, most: 5_000 })

/** Whose number a dossier of an agency carries. @throws Error when not even the top of the tree has a code */
async function numberingCode(db: Database, handle: string, on: CivilDate): Promise<AgencyCode> {
  const line = await agencyLine(db, handle)
  const briefs = await agencyBriefs(db, line, on)
  for (const above of line) {
    const code = briefs.get(above)?.code
    if (code) return agencyCode(code)
  }
  throw new Error(`No agency at or above ${handle} has a code to number dossiers by`)
}

function nextNumber(db: Database, code: AgencyCode, day: CivilDate): Promise<number> {
  const ofDatabase = lines.get(db) ?? new Map<string, Line>()
  lines.set(db, ofDatabase)
  const key = `${code} ${day}`
  const line = ofDatabase.get(key) ?? { agencyCode: code, day, waiting: [], isAsking: false }
  ofDatabase.set(key, line)
  return new Promise((resolve, reject) => {
    line.waiting.push({ resolve, reject })
    if (!line.isAsking) void serve(db, ofDatabase, key, line)
  })
}

/** While one answer is on its way, the next to come gather. */
async function serve(db: Database, ofDatabase: Map<string, Line>, key: string, line: Line): Promise<void> {
  line.isAsking = true
  while (line.waiting.length > 0) {
    const served = line.waiting
    line.waiting = []
    try {
      const last = await takeNumbers(db, { agencyCode: line.agencyCode, day: line.day, count: served.length })
      for (const [at, { resolve }] of served.entries()) resolve(last - served.length + 1 + at)
    } catch (error) {
      for (const { reject } of served) reject(error)
    }
  }
  ofDatabase.delete(key)
}
