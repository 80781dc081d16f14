import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#platform/db'
import type { FormDefinition } from './definition.ts'
import { formLines } from './queries/definitions.ts'
import { storeForm } from './store.ts'

const SEED = 'seed'

/** Loads the forms that come with the product: a new version only where one has changed. What an editor stored since stays. */
export async function seedForms(db: Database, folder: string, now: Date): Promise<void> {
  const edited = new Set(
    (await formLines(db)).filter(({ storedBy }) => storedBy !== SEED).map(({ id }) => id),
  )
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  for (const name of names) {
    const definition = JSON.parse(await readFile(join(folder, name), 'utf8')) as FormDefinition
    if (edited.has(definition.id)) continue
    await db.transaction((tx) => storeForm(tx, definition, { by: SEED, now }))
  }
}
