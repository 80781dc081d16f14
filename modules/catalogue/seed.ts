import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#platform/db'
import { announceChange } from './change.ts'
import { type ImportReport, importProcedures } from './import/import-procedures.ts'
import type { Line } from './import/read-lines.ts'
import { type LifeEventPage, storeLifeEvents } from './queries/life-events.ts'
import { storeSynonyms } from './queries/thesaurus.ts'
import type { Synonyms } from './search/document.ts'

/**
 * Loads the procedures that people need most, the life events and the thesaurus from `folder`. What another source has said
 * about a procedure since is left as it is. Safe to repeat.
 */
export async function seedCatalogue(db: Database, folder: string, now: Date): Promise<ImportReport> {
  const report = await importProcedures(db, seedLines(join(folder, 'procedures')), {
    source: 'seed',
    now,
    yields: true,
  })
  await storeThesaurus(db, readJson<Synonyms>(join(folder, 'synonyms.json')), now)
  await db.transaction(async (tx) => {
    await storeLifeEvents(tx, readJson<readonly LifeEventPage[]>(join(folder, 'life-events.json')))
    await announceChange(tx, 'life events', now)
  })
  return report
}

/** Replaces the words that search treats as the same. */
export async function storeThesaurus(db: Database, synonyms: Synonyms, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await storeSynonyms(tx, synonyms)
    await announceChange(tx, 'synonyms', now)
  })
}

async function* seedLines(folder: string): AsyncGenerator<Line> {
  let number = 0
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    for (const record of readJson<readonly unknown[]>(join(folder, file))) {
      number += 1
      yield { number, text: JSON.stringify(record) }
    }
  }
}

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value
}
