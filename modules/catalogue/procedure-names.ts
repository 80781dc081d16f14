import type { Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import { readLines } from './queries/procedures.ts'

const FOR_MS = 60_000

/** What procedures are called today, by their national codes. A code that leads nowhere is left out. A new one counts within a minute. */
export async function procedureNames(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    [...new Set(codes)].map(async (code) => {
      const name = await known(db, code, async () => (await readLines(db, [code]))[0]?.name)
      return name === undefined ? [] : [[code, name] as const]
    }),
  )
  return new Map(names.flat())
}

const known = shortMemory<string | undefined>({ forMs: FOR_MS, most: 20_000 })
