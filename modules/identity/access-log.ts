import type { Tx } from '#platform/db'
import { chainOf, chainUp } from './access-log-chain.ts'
import type { DataGroup, Purpose } from './access-log-words.ts'
import { appendEntries, lockHeads } from './queries/access-log-chain.ts'

/** Who opens somebody's data. `agency` is the handle of an agency in the directory. */
export type Reader =
  | {
      readonly kind: 'official'
      readonly accountId: string
      /** Chức vụ, as the official holds it at this moment. */
      readonly post: string
      readonly agency: string
    }
  | {
      readonly kind: 'agency'
      /** The client under which the agency's system is registered. */
      readonly client: string
      readonly agency: string
      /** What that system calls its request (MaYeuCau). */
      readonly request?: string
    }
  | { readonly kind: 'acting'; readonly accountId: string; readonly delegationId: string }

/** An opening of personal data: by whom, which, and what for. Handling a dossier names the dossier. */
export type Opening = {
  readonly reader: Reader
  readonly data: readonly DataGroup[]
  readonly now: Date
} & (
  | { readonly purpose: 'handle_dossier'; readonly dossierCode: string }
  | { readonly purpose: Exclude<Purpose, 'handle_dossier'>; readonly dossierCode?: string }
)

/**
 * Đọc dữ liệu cá nhân có ghi nhật ký: reads a person's data and writes into the log that the person sees. Both happen in the
 * caller's transaction: where the log cannot be written, nothing is read. `subject` is the account of the person.
 */
export async function readWithLog<Result>(
  tx: Tx,
  opening: Opening & { readonly subject: string },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return readAllWithLog(tx, opening, work, () => [opening.subject])
}

/**
 * The same for a list, where only the answer tells whose data were opened. People who are read together belong into one call:
 * the chains are locked in one order, so that two readers cannot block each other.
 */
export async function readAllWithLog<Result>(
  tx: Tx,
  opening: Opening,
  work: (tx: Tx) => Promise<Result>,
  subjectsOf: (result: Result) => readonly string[],
): Promise<Result> {
  const result = await work(tx)
  const subjects = [...new Set(subjectsOf(result))]
  if (subjects.length > 0) await append(tx, opening, subjects)
  return result
}

/** Last in the work, so that a chain is locked only for as long as it takes to add to it and to commit. */
async function append(tx: Tx, opening: Opening, subjects: readonly string[]): Promise<void> {
  const heads = await lockHeads(tx, [...new Set(subjects.map(chainOf))])
  const content = {
    at: opening.now,
    ...readerColumns(opening.reader),
    data: opening.data,
    purpose: opening.purpose,
    dossierCode: opening.dossierCode ?? null,
  }
  await appendEntries(tx, content, chainUp(content, subjects, heads))
}

function readerColumns(reader: Reader) {
  switch (reader.kind) {
    case 'official':
      return columns(reader.kind, reader.accountId, { post: reader.post, agency: reader.agency })
    case 'agency':
      return columns(reader.kind, reader.client, { agency: reader.agency, reference: reader.request })
    case 'acting':
      return columns(reader.kind, reader.accountId, { reference: reader.delegationId })
  }
}

function columns(
  readerKind: Reader['kind'],
  reader: string,
  { post, agency, reference }: { post?: string; agency?: string; reference?: string | undefined },
) {
  return { readerKind, reader, post: post ?? null, agency: agency ?? null, reference: reference ?? null }
}
