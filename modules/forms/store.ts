import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json'
import { Refusal } from '#kernel/refusal'
import type { Db, Tx } from '#platform/db'
import { mistakesOf } from './check-definition.ts'
import type { Form, FormDefinition } from './definition.ts'
import { type GenericSource, genericForm } from './generic.ts'
import {
  type DefinitionRow,
  definitionRow,
  insertVersion,
  newestFor,
  newestOf,
} from './queries/definitions.ts'

/** The id of forms that were built from a procedure. Their version is its revision. */
const GENERIC = 'generic'

/** Biểu mẫu of a procedure as it is filled in today: its own, or one built from what the procedure says. */
export async function formFor(db: Db, source: GenericSource): Promise<Form> {
  const row = await newestFor(db, source.procedureCode)
  return row ? formOf(row) : builtFrom(source)
}

/** The form under which something was filled in. @throws Error when there is none: a version is never removed */
export async function formOfVersion(
  db: Db,
  { id, version }: { id: string; version: number },
  source: GenericSource,
): Promise<Form> {
  if (id === GENERIC) return builtFrom(source)
  const row = await definitionRow(db, id, version)
  if (!row) throw new Error(`No version ${version} of the form ${id}`)
  return formOf(row)
}

type Stored = {
  readonly by: string
  readonly now: Date
  readonly note?: string
  /** The version that was changed, 0 for a new form: another one that was stored meanwhile is not passed over. */
  readonly after?: number
}

/**
 * Stores a new version, unless the newest says the same already. Answers the version that holds now.
 * @throws Refusal `forms.definition_wrong` with every mistake and its place; `forms.overtaken`, or `forms.name_taken` for a new form
 */
export async function storeForm(
  tx: Tx,
  definition: FormDefinition,
  { by, now, note = '', after }: Stored,
): Promise<number> {
  const mistakes = mistakesOf(definition)
  if (mistakes.length > 0) {
    throw new Refusal('forms.definition_wrong', {
      mistakes: mistakes.map(({ at, what }) => `${at}: ${what.vi}`),
    })
  }
  const digest = digestOf(definition)
  const newest = await newestOf(tx, definition.id)
  const latest = newest?.version ?? 0
  if (after === 0 && newest) throw new Refusal('forms.name_taken')
  if (newest?.digest === digest) return latest
  if (after !== undefined && after !== latest) throw new Refusal('forms.overtaken', { version: latest })
  const version = latest + 1
  const isStored = await insertVersion(tx, { version, content: definition, digest, by, now, note })
  // Somebody else's version came between the look and the writing.
  if (!isStored) throw new Refusal(after === 0 ? 'forms.name_taken' : 'forms.overtaken', { version })
  return version
}

function builtFrom(source: GenericSource): Form {
  const definition = genericForm(source)
  return {
    ...definition,
    id: GENERIC,
    version: source.revisionNumber,
    digest: digestOf(definition),
    isGeneric: true,
  }
}

function formOf({ content, version, digest }: DefinitionRow): Form {
  return { ...content, version, digest, isGeneric: false }
}

/** The same form has the same digest wherever it was stored. */
function digestOf(definition: FormDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

/** The newest version of a form by its name, with what it was made of. */
export async function findForm(db: Db, id: string): Promise<Form | undefined> {
  const row = await newestOf(db, id)
  return row && formOf(row)
}
