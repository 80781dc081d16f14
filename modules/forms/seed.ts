import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#platform/db'
import type { FormDefinition } from './definition.ts'
import { storeForm } from './store.ts'

/** Loads the forms that come with the product: a new version only where one has changed. */
export async function seedForms(db: Database, folder: string, now: Date): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  for (const name of names) {
    const definition = JSON.parse(await readFile(join(folder, name), 'utf8')) as FormDefinition
    await db.transaction((tx) => storeForm(tx, definition, { by: 'seed', now }))
  }
}
