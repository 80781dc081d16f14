import { type CivilDate, civilDate } from '#kernel/civil-date'
import type { Database, Tx } from '#platform/db'
import { bringIntoForce } from '../bring-into-force.ts'
import { announceChange } from '../change.ts'
import {
  addRevisions,
  type NewestRevision,
  type NewRevision,
  newestRevisions,
  recordImport,
  rememberNames,
} from '../queries/import.ts'
import type { ProcedureRecord } from '../revision.ts'
import type { Line } from './read-lines.ts'
import { RejectedLine, recordsFrom } from './read-record.ts'
import { digestOf } from './record-digest.ts'

export type Rejection = { readonly line: number; readonly reason: string }

/** What an import did. `added` and `revised` count revisions that are new, `unchanged` records that said nothing new. */
export type ImportReport = {
  readonly lines: number
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly rejected: readonly Rejection[]
}

export type ImportOptions = {
  /** Where the records come from: a file's name, or `seed`. */
  readonly source: string
  readonly now: Date
  /** Leaves alone what another source has said about a procedure: for the seed, which is not newer than anything. */
  readonly yields?: boolean
  readonly onProgress?: (lines: number) => void
}

const BATCH = 200

/**
 * Takes records into the catalogue. A record that says what its newest revision says changes nothing; any other becomes a new
 * revision. A line that cannot be read is reported and stops nothing. Either all of it is stored, or nothing.
 */
export async function importProcedures(
  db: Database,
  lines: AsyncIterable<Line>,
  options: ImportOptions,
): Promise<ImportReport> {
  return db.transaction(async (tx) => {
    const run = new ImportRun(tx, await newestRevisions(tx), options)
    for await (const line of lines) await run.take(line)
    return run.finish()
  })
}

class ImportRun {
  readonly #tx: Tx
  readonly #newest: Map<string, NewestRevision>
  readonly #options: ImportOptions
  readonly #today: CivilDate
  readonly #seenOnLine = new Map<string, { line: number; digest: string }>()
  readonly #rejected: Rejection[] = []
  readonly #startedMs = performance.now()
  readonly #count = { lines: 0, added: 0, revised: 0, unchanged: 0 }
  #batch: NewRevision[] = []
  #names: ProcedureRecord[] = []
  #renamed = 0

  constructor(tx: Tx, newest: Map<string, NewestRevision>, options: ImportOptions) {
    this.#tx = tx
    this.#newest = newest
    this.#options = options
    this.#today = civilDate(options.now)
  }

  async take({ number, text }: Line): Promise<void> {
    this.#count.lines += 1
    try {
      for (const record of recordsFrom(parse(text))) this.#consider(record, number)
    } catch (error) {
      if (!(error instanceof RejectedLine)) throw error
      this.#rejected.push({ line: number, reason: error.message })
    }
    if (this.#batch.length >= BATCH) await this.#flush()
    if (this.#count.lines % BATCH === 0) this.#options.onProgress?.(this.#count.lines)
  }

  async finish(): Promise<ImportReport> {
    await this.#flush()
    const report: ImportReport = { ...this.#count, rejected: this.#rejected }
    const { source, now } = this.#options
    if (report.added + report.revised + this.#renamed > 0)
      await announceChange(this.#tx, `import ${source}`, now)
    const finishedAt = new Date(now.getTime() + performance.now() - this.#startedMs)
    await recordImport(this.#tx, { ...report, source, startedAt: now, finishedAt })
    this.#options.onProgress?.(this.#count.lines)
    return report
  }

  #consider(record: ProcedureRecord, line: number): void {
    const digest = digestOf(record)
    const twin = this.#seenOnLine.get(record.code)
    if (twin && twin.digest !== digest) {
      throw new RejectedLine(`${record.code} stands on line ${twin.line} already, with other content`)
    }
    if (twin) return
    this.#seenOnLine.set(record.code, { line, digest })

    const known = this.#newest.get(record.code)
    if (record.alsoCalled || record.rank !== undefined) this.#names.push(record)
    const givesWay = this.#options.yields && known && known.source !== this.#options.source
    if (known?.digest === digest || givesWay) {
      this.#count.unchanged += 1
      return
    }
    this.#batch.push(this.#revisionOf(record, digest, known))
    if (known) this.#count.revised += 1
    else this.#count.added += 1
  }

  #revisionOf(record: ProcedureRecord, digest: string, known: NewestRevision | undefined): NewRevision {
    const { decision } = record
    return {
      procedureCode: record.code,
      number: (known?.number ?? 0) + 1,
      kind: record.kind ?? (known ? 'amended' : 'published'),
      decisionNumber: decision.number ?? null,
      decidedOn: decision.decidedOn ?? null,
      effectiveOn: decision.effectiveOn ?? this.#today,
      effectiveIsKnown: decision.effectiveOn !== undefined,
      replacedBy: record.replacedBy ?? [],
      content: record.content,
      digest,
      source: this.#options.source,
      recordedAt: this.#options.now,
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    await addRevisions(this.#tx, batch)
    await bringIntoForce(
      this.#tx,
      batch.map(({ procedureCode }) => procedureCode),
      this.#today,
    )
    this.#renamed += await rememberNames(this.#tx, this.#names)
    this.#names = []
  }
}

function parse(text: string): unknown {
  // The replacement character is what a wrong encoding leaves behind.
  if (text.includes('\uFFFD')) throw new RejectedLine('not UTF-8: a character was lost')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RejectedLine(
      `broken JSON: ${error instanceof Error ? error.message.slice(0, 160) : 'unreadable'}`,
    )
  }
}
