import { deflateRawSync } from 'node:zlib'
import { civilDate } from '#kernel/civil-date'
import { isDatabaseAway } from '#platform/database-away'
import type { Database, Tx } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { type Claim, type ClaimOutcome, OpenedMeanwhile, recordClaims } from '#register'
import {
  type FeedCount,
  isStored,
  type MessageRow,
  type MonthlyRow,
  putMonthly,
  type SyncedRow,
  writeMessages,
} from './queries/messages.ts'

/** One message that is to be kept, with what it reports. */
export type Arrival = {
  readonly agency: string
  readonly accountId: string | null
  readonly service: string
  readonly body: Buffer
  readonly arrivedAt: Date
  readonly items: number
  readonly faults: MessageRow['faults']
  readonly claims: readonly Claim[]
  readonly contents: readonly SyncedRow[]
  readonly monthly: readonly MonthlyRow[]
}

/** The number of a message is given once, so that it is known again when nobody knows whether it was stored. */
type Numbered = { readonly id: string }

type Waiting = {
  readonly arrival: Arrival & Numbered
  readonly done: (outcomes: readonly ClaimOutcome[]) => void
  readonly failed: (error: unknown) => void
}

const DEFLATE = { level: 1 }
/** Items of one transaction: enough to pay for it, few enough that nobody waits long for the one before. */
const MOST_TOGETHER = 600
/** Transactions at the same time, of different dossiers: one is worked out while the database writes the other. */
const LANES = 2
/** What one agency may have waiting before it is told to come again. */
const MOST_WAITING = 20_000
/** How long a message waits for a database that is away; its sender waits six seconds. */
const PATIENCE_MS = 4_000
const PAUSE_MS = 250

/**
 * Cửa nhận: messages of all agencies are kept in transactions of many, in the order in which each agency sent them, the agencies taking
 * turns: whoever sends twenty times its share waits for itself. A message is answered when it is safely stored.
 */
export class Intake {
  readonly #db: Database
  readonly #queues = new Map<string, Waiting[]>()
  readonly #sizes = new Map<string, number>()
  /** Dossiers that a transaction under way is about: what is said of them next waits for it. */
  readonly #codes = new Set<string>()
  #lanes = 0

  constructor(db: Database) {
    this.#db = db
  }

  /** Whether an agency has so much waiting that more of it would only grow the memory. */
  isFull(agency: string): boolean {
    return (this.#sizes.get(agency) ?? 0) >= MOST_WAITING
  }

  /** Resolves when the message is stored: what became of each of its reports, in their order. */
  keep(arrival: Arrival): Promise<readonly ClaimOutcome[]> {
    return new Promise((done, failed) => {
      const { agency } = arrival
      const queue = this.#queues.get(agency) ?? []
      this.#queues.set(agency, queue)
      queue.push({ arrival: { ...arrival, id: timeOrderedId(arrival.arrivedAt) }, done, failed })
      this.#sizes.set(agency, (this.#sizes.get(agency) ?? 0) + weightOf(arrival))
      if (this.#lanes < LANES) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#lanes += 1
    // What arrives in the same moment goes together.
    await new Promise(setImmediate)
    for (let together = this.#next(); together.length > 0; together = this.#next()) {
      const codes = together.flatMap(({ arrival }) => arrival.claims.map(({ code }) => code))
      for (const code of codes) this.#codes.add(code)
      await this.#store(together)
      for (const code of codes) this.#codes.delete(code)
    }
    this.#lanes -= 1
  }

  /** A share of every agency that waits, the first of each first; then what room there is, in the same turn. */
  #next(): Waiting[] {
    const together: Waiting[] = []
    const share = Math.max(1, Math.floor(MOST_TOGETHER / Math.max(1, this.#queues.size)))
    let left = this.#take(together, share, MOST_TOGETHER)
    if (left > 0 && together.length > 0) left = this.#take(together, left, left)
    return together
  }

  /** Answers how much room is left. */
  #take(together: Waiting[], share: number, room: number): number {
    let left = room
    // As they stand now: those that are put behind the others are not met again.
    const queues = Array.from(this.#queues)
    for (const [agency, queue] of queues) {
      if (left <= 0) break
      let mine = 0
      let taken = 0
      while (taken < queue.length && mine < share && left > 0) {
        const waiting = queue[taken]
        if (!waiting || waiting.arrival.claims.some(({ code }) => this.#codes.has(code))) break
        together.push(waiting)
        taken += 1
        const weight = weightOf(waiting.arrival)
        mine += weight
        left -= weight
      }
      queue.splice(0, taken)
      this.#sizes.set(agency, (this.#sizes.get(agency) ?? 0) - mine)
      // Whoever had its turn stands behind the others.
      if (taken > 0) this.#queues.delete(agency)
      if (queue.length > 0) this.#queues.set(agency, queue)
      else this.#sizes.delete(agency)
    }
    return left
  }

  async #store(together: readonly Waiting[]): Promise<void> {
    try {
      const arrivals = together.map(({ arrival }) => arrival)
      const outcomes = await patiently((isAgain) =>
        this.#db.transaction(async (tx) =>
          isAgain && (await isStored(tx, arrivals[0]?.id ?? ''))
            ? asStored(arrivals)
            : storeAll(tx, arrivals),
        ),
      )
      together.forEach(({ done }, at) => {
        done(outcomes[at] ?? [])
      })
    } catch (error) {
      if (together.length === 1 || isDatabaseAway(error)) for (const { failed } of together) failed(error)
      // One of them cannot be stored: the others are not to suffer for it.
      else for (const one of together) await this.#store([one])
    }
  }
}

/** Tries again for a while when the database is away. */
async function patiently<Result>(work: (isAgain: boolean) => Promise<Result>): Promise<Result> {
  const until = performance.now() + PATIENCE_MS
  for (let isAgain = false; ; isAgain = true) {
    try {
      return await work(isAgain)
    } catch (error) {
      const isPassing = isDatabaseAway(error) || error instanceof OpenedMeanwhile
      if (!isPassing || performance.now() > until) throw error
      await new Promise((go) => setTimeout(go, PAUSE_MS))
    }
  }
}

/** The connection was lost after everything had been stored. */
function asStored(arrivals: readonly Arrival[]): readonly (readonly ClaimOutcome[])[] {
  return arrivals.map(({ claims }) =>
    claims.map(() => ({ result: 'stored', isNew: true, isIrregular: false, isLate: false }) as const),
  )
}

function weightOf({ claims, items }: Arrival): number {
  return Math.max(1, claims.length, items)
}

/** Everything of some messages, whole or not at all. A fixed number of statements. */
async function storeAll(
  tx: Tx,
  arrivals: readonly (Arrival & Numbered)[],
): Promise<readonly (readonly ClaimOutcome[])[]> {
  const [first] = arrivals
  if (!first) return []
  const all = await recordClaims(
    tx,
    arrivals.flatMap(({ claims }) => claims),
    first.arrivedAt,
  )
  let at = 0
  const outcomes = arrivals.map(({ claims }) => {
    const own = all.slice(at, at + claims.length)
    at += claims.length
    return own
  })
  const contents = latestOf(
    arrivals.flatMap(({ contents: rows, claims }, index) =>
      rows.filter(({ code }) => {
        const which = claims.findIndex((claim) => claim.code === code)
        return outcomes[index]?.[which]?.result !== 'foreign'
      }),
    ),
  )
  const monthly = arrivals.flatMap((arrival) => arrival.monthly)
  if (monthly.length > 0) await putMonthly(tx, monthly)
  const messages = arrivals.map((arrival, index) => messageRow(arrival, outcomes[index] ?? []))
  await writeMessages(tx, { messages, contents, counts: countsOf(arrivals, outcomes) })
  return outcomes
}

/** One row for each dossier: the latest moment, and among equals what came last. In one order. */
function latestOf(rows: readonly SyncedRow[]): SyncedRow[] {
  const latest = new Map<string, SyncedRow>()
  for (const row of rows) {
    const known = latest.get(row.code)
    if (!known || known.claimedAt <= row.claimedAt) latest.set(row.code, row)
  }
  return [...latest.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

function messageRow(arrival: Arrival & Numbered, outcomes: readonly ClaimOutcome[]): MessageRow {
  const { id, agency, accountId, service, body, arrivedAt, items, faults } = arrival
  const count = (result: ClaimOutcome['result']) => outcomes.filter((one) => one.result === result).length
  const refused = items - count('stored') - count('repeated') - arrival.monthly.length
  return {
    id,
    arrivedAt,
    agency,
    accountId,
    service,
    body: deflateRawSync(body, DEFLATE),
    sizeBytes: body.length,
    answerCode: refused > 0 ? '1' : '0',
    items,
    stored: count('stored') + arrival.monthly.length,
    repeated: count('repeated'),
    refused: Math.max(0, refused),
    faults,
  }
}

function countsOf(
  arrivals: readonly Arrival[],
  outcomes: readonly (readonly ClaimOutcome[])[],
): readonly FeedCount[] {
  const counts = new Map<string, FeedCount>()
  arrivals.forEach((arrival, index) => {
    const { agency, service, arrivedAt, claims, items, monthly } = arrival
    const day = civilDate(arrivedAt)
    const key = `${agency} ${day} ${service}`
    const own = outcomes[index] ?? []
    const stored = own.filter(({ result }) => result === 'stored').length + monthly.length
    const repeated = own.filter(({ result }) => result === 'repeated').length
    const lag = claims.reduce((sum, claim, which) => {
      const isStored = own[which]?.result === 'stored'
      return isStored ? sum + Math.max(0, (arrivedAt.getTime() - claim.claimedAt.getTime()) / 1000) : sum
    }, 0)
    const before = counts.get(key)
    counts.set(key, {
      agency,
      day,
      service,
      messages: (before?.messages ?? 0) + 1,
      items: (before?.items ?? 0) + items,
      stored: (before?.stored ?? 0) + stored,
      repeated: (before?.repeated ?? 0) + repeated,
      refused: (before?.refused ?? 0) + Math.max(0, items - stored - repeated),
      irregular: (before?.irregular ?? 0) + own.filter(({ isIrregular }) => isIrregular).length,
      late: (before?.late ?? 0) + own.filter(({ isLate }) => isLate).length,
      lagSeconds: (before?.lagSeconds ?? 0) + Math.round(lag),
      lastAt: arrivedAt,
    })
  })
  return [...counts.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ agency, day, service }: FeedCount): string {
  return `${agency} ${day} ${service}`
}
