import { formatProcedureCode, guessProcedureCodes, readProcedureCode } from '#kernel/procedure-code'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { readLines, readProcedure } from './queries/procedures.ts'
import type { Procedure } from './revision.ts'
import type { CatalogueServices } from './services.ts'

const MOST_NEAR = 5
const LONGEST_WRITTEN = 100

/** The procedure as the revision in force says it. `undefined` when no code is like that. */
export async function findProcedure(db: Db, code: string): Promise<Procedure | undefined> {
  return readProcedure(db, code)
}

/** The procedure under exactly that revision: what a running dossier was filed under. */
export async function findRevision(db: Db, code: string, number: number): Promise<Procedure | undefined> {
  return readProcedure(db, code, number)
}

/**
 * For pages and the API: what was asked for, or a refusal that names what comes near.
 * @throws Refusal `catalogue.not_found`, `catalogue.no_such_revision`
 */
export async function requireProcedure(
  { db, search }: Pick<CatalogueServices, 'db' | 'search'>,
  code: string,
  number?: number,
): Promise<Procedure> {
  const procedure = await readProcedure(db, code, number)
  if (procedure) return procedure

  const isKnown = number !== undefined && (await readProcedure(db, code))
  if (isKnown)
    throw new Refusal('catalogue.no_such_revision', { near: [`/thu-tuc/${code} ${isKnown.content.name}`] })
  throw new Refusal('catalogue.not_found', { near: await nearTo({ db, search }, code) })
}

/** The national procedure behind the code of a local variant or of one online service, where only that one is known here. */
export async function nationalCode(db: Db, written: string): Promise<string | undefined> {
  const national = readProcedureCode(written)?.national
  if (!national || national === written) return undefined
  const [known] = await readLines(db, [written, national])
  return known?.code === national ? national : undefined
}

/** The code as it is written: `undefined` when it is written so already, or is no code at all. */
export function strictCode(written: string): string | undefined {
  const reading = readProcedureCode(written)
  const strict = reading && formatProcedureCode(reading)
  return strict === written ? undefined : strict
}

/** Codes typed wrong lead to those they most likely meant, words to what they may mean. */
async function nearTo(
  { db, search }: Pick<CatalogueServices, 'db' | 'search'>,
  written: string,
): Promise<string[]> {
  const national = readProcedureCode(written)?.national
  const guesses = national ? [national] : guessProcedureCodes(written)
  const lines = await readLines(db, guesses)
  const offers = lines.length > 0 ? [] : search.suggest(written.slice(0, LONGEST_WRITTEN), MOST_NEAR)
  return [
    ...lines.map(({ code, name }) => `/thu-tuc/${code} ${name}`),
    ...offers
      .filter(({ kind }) => kind === 'procedure')
      .map(({ target, text }) => `/thu-tuc/${target} ${text}`),
  ].slice(0, MOST_NEAR)
}
