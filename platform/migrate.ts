import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raw } from 'sql-template-tag'
import { type Database, sql, type Tx } from './db.ts'
import { ROOT } from './root.ts'

export type Migration = { readonly number: number; readonly name: string; readonly text: string }

const FOLDER = join(ROOT, 'db', 'migrations')
const LOCK = 7_664_001 // any number, as long as nobody else locks it

/** The numbered files of `db/migrations`, in order. A gap or a double number is a mistake of ours, and stops the start. */
export function readMigrations(folder: string = FOLDER): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      text: readFileSync(join(folder, file), 'utf8'),
    }))
  for (const [i, { number, name }] of migrations.entries()) {
    if (number !== i + 1) throw new Error(`Migration ${number}-${name} stands at place ${i + 1}`)
  }
  return migrations
}

/**
 * Brings the database to the newest schema and answers the names of what it ran. Each migration is a transaction of its own;
 * several processes may start at once. A migration that ran before must not have changed since.
 * @throws Error when the database was migrated by a newer version, whose data this one might misread
 */
export async function migrate(db: Database, migrations = readMigrations()): Promise<readonly string[]> {
  // A role that may not change the structure can still start on one that is complete.
  if (await isComplete(db, migrations)) return []
  await db.transaction(async (tx) => {
    await lockMigrations(tx)
    await openBook(tx)
    await expectNothingNewer(tx, migrations)
  })
  const ran: string[] = []
  for (const migration of migrations) {
    await db.transaction(async (tx) => {
      await lockMigrations(tx)
      if (await runOnce(tx, migration)) ran.push(migration.name)
    })
  }
  return ran
}

/** Whether every migration has run here already, none of them changed since, and none newer than ours. */
async function isComplete(db: Database, migrations: readonly Migration[]): Promise<boolean> {
  const { exists } = await db.one<{ exists: boolean }>(sql`
    select to_regclass('platform.migration') is not null as exists`)
  if (!exists) return false
  const rows = await db.many<{ number: number; digest: string }>(sql`
    select number, digest
      from platform.migration
     order by number`)
  const known = new Map(rows.map(({ number, digest }) => [number, digest]))
  for (const migration of migrations) {
    const digest = known.get(migration.number)
    if (digest === undefined) return false
    expectSame(migration, digest, digestOf(migration))
  }
  return known.size === migrations.length
}

function digestOf({ text }: Migration): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A migration of a large table, and the wait for another process that runs it, take as long as they take. */
async function lockMigrations(tx: Tx): Promise<void> {
  await tx.run(sql`set local statement_timeout = 0`)
  await tx.run(sql`select pg_advisory_xact_lock(${LOCK})`)
}

async function openBook(tx: Tx): Promise<void> {
  await tx.run(sql`create schema if not exists platform`)
  await tx.run(sql`
    create table if not exists platform.migration (
      number int primary key,
      name text not null,
      digest text not null,
      at timestamptz not null default now()
    )`)
}

async function expectNothingNewer(tx: Tx, migrations: readonly Migration[]): Promise<void> {
  const newest = migrations.at(-1)?.number ?? 0
  const unknown = await tx.many<{ number: number; name: string }>(sql`
    select number, name
      from platform.migration
     where number > ${newest}
     order by number`)
  const [first] = unknown
  if (first)
    throw new Error(
      `This database belongs to a newer version: it has migration ${first.number}-${first.name}`,
    )
}

async function runOnce(tx: Tx, migration: Migration): Promise<boolean> {
  const digest = digestOf(migration)
  const known = await tx.maybeOne<{ digest: string }>(sql`
    select digest
      from platform.migration
     where number = ${migration.number}`)
  if (known) {
    expectSame(migration, known.digest, digest)
    return false
  }
  await tx.run(raw(migration.text))
  await tx.run(sql`
    insert into platform.migration (number, name, digest)
    values (${migration.number}, ${migration.name}, ${digest})`)
  return true
}

function expectSame({ number, name }: Migration, known: string, digest: string): void {
  if (known !== digest) {
    throw new Error(`Migration ${number}-${name} was changed after it ran here: add a new one instead`)
  }
}
