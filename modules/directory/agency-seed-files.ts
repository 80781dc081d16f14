import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, cell, readCsv } from '#kernel/csv'
import { ROOT } from '#platform/root'

/** Our own tables in `db/seed/agencies`. Names of columns are those of the files. */
export type AgencyFacts = Readonly<Record<(typeof TABLES)[number], readonly CsvRow[]>>

const TABLES = ['central', 'provincial', 'departments', 'former-names', 'successions'] as const

export function readAgencyFacts(): AgencyFacts {
  const read = (name: string) =>
    readCsv(readFileSync(join(ROOT, 'db', 'seed', 'agencies', `${name}.csv`), 'utf8'))
  return {
    central: read('central'),
    provincial: read('provincial'),
    departments: read('departments'),
    'former-names': read('former-names'),
    successions: read('successions'),
  }
}

/** One of the words that a column may hold. @throws RangeError for any other */
export function oneOf<Word extends string>(row: CsvRow, column: string, words: readonly Word[]): Word {
  const text = cell(row, column)
  const word = words.find((known) => known === text)
  if (!word) throw new RangeError(`${column} is ${text}, not one of ${words.join(', ')}`)
  return word
}

/** An empty cell says that the fact is not recorded. */
export function given(row: CsvRow, column: string): string | null {
  return cell(row, column) || null
}
