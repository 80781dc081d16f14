import { createHash } from 'node:crypto'

/** How many chains there are, so that readers of different people do not wait for one another. */
export const CHAINS = 16

/** What the first entry of a chain follows. */
export const BEGINNING: Buffer = Buffer.alloc(32)

/** An entry of the access log, as far as its digest covers it: that is, whole. */
export type ChainedEntry = {
  readonly chain: number
  /** From 1 on, without a gap. */
  readonly place: number
  readonly at: Date
  readonly subject: string
  readonly readerKind: string
  readonly reader: string
  readonly post: string | null
  readonly agency: string | null
  readonly data: readonly string[]
  readonly purpose: string
  readonly dossierCode: string | null
  readonly reference: string | null
  readonly previous: Buffer
}

/** The chain of a person, told by the last sign of the account id, which is random in every version of UUID. */
export function chainOf(subject: string): number {
  const chain = Number.parseInt(subject.slice(-1), CHAINS)
  if (Number.isNaN(chain)) throw new Error('An account id ends with a hexadecimal sign')
  return chain
}

/**
 * SHA-256 over the entry, written as one JSON array in the order below, followed by the 32 bytes of the entry before. Whoever
 * changes anything has to change every later entry of the chain, and every seal since.
 */
export function digestOf(entry: ChainedEntry): Buffer {
  const { chain, place, at, subject, readerKind, reader, post, agency } = entry
  const written = JSON.stringify([
    chain,
    place,
    at.toISOString(),
    subject,
    readerKind,
    reader,
    post,
    agency,
    entry.data,
    entry.purpose,
    entry.dossierCode,
    entry.reference,
  ])
  return createHash('sha256').update(written).update(entry.previous).digest()
}

export type Head = { readonly chain: number; readonly place: number; readonly digest: Buffer }

/** The same, without what is unique to an entry: one opening may touch several people. */
export type EntryContent = Omit<ChainedEntry, 'chain' | 'place' | 'subject' | 'previous'>

/** Puts one opening of the data of several people behind the heads of their chains, and answers the new heads as well. */
export function chainUp(
  content: EntryContent,
  subjects: readonly string[],
  heads: readonly Head[],
): {
  readonly entries: readonly (ChainedEntry & { readonly digest: Buffer })[]
  readonly heads: readonly Head[]
} {
  const newest = new Map(heads.map((head) => [head.chain, head]))
  const entries = subjects.map((subject) => {
    const chain = chainOf(subject)
    const head = newest.get(chain)
    if (!head) throw new Error(`Chain ${chain} of the access log has no head`)
    const entry = { ...content, chain, place: head.place + 1, subject, previous: head.digest }
    const digest = digestOf(entry)
    newest.set(chain, { chain, place: entry.place, digest })
    return { ...entry, digest }
  })
  return { entries, heads: [...newest.values()] }
}
