import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importProcedures, readLines } from '#catalogue'
import { Database, sql } from '#platform/db'
import { startEmbeddedPostgres } from '#platform/embedded-postgres'
import { ROOT } from '#platform/root'
import { prepareDatabase } from '../../app/prepare.ts'

export type Installation = {
  readonly databaseUrl: string
  readonly db: Database
  /** A folder of its own, gone at the end. */
  readonly varDir: string
  readonly stop: () => Promise<void>
}

/** The public catalogue, where it is there. Without it the seed has to do, and the figures are for the seed. */
const CATALOGUE = process.env['CATALOGUE_FILE'] ?? join(ROOT, '..', 'shared', 'data', 'procedures.jsonl.gz')

/** A fresh installation on an embedded database, with the seed and the full catalogue. */
export async function openInstallation(): Promise<Installation> {
  const varDir = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
  chmodSync(varDir, 0o755) // When root runs this, the database server is another user's.
  const postgres = await startEmbeddedPostgres({ varDir })
  const db = new Database(postgres.url, { statementTimeoutMs: 600_000 })
  const stop = async () => {
    await db.close()
    await postgres.stop()
    rmSync(varDir, { recursive: true, force: true })
  }
  try {
    await fill(db)
  } catch (error) {
    await stop()
    throw error
  }
  return { databaseUrl: postgres.url, db, varDir, stop }
}

async function fill(db: Database): Promise<void> {
  const now = new Date()
  await prepareDatabase(db, { seedsDemo: true }, () => {})
  if (existsSync(CATALOGUE)) {
    const { added, revised } = await importProcedures(db, readLines(CATALOGUE), { source: 'bench', now })
    console.log(`the seed, ${added} procedures added and ${revised} revised from the full catalogue`)
  } else {
    console.log(`the seed alone, because there is no ${CATALOGUE}`)
  }
  // Else the server tidies up after the import while we measure.
  await db.run(sql`vacuum analyze`)
  await db.run(sql`checkpoint`)
}

const PLACES = [
  'An Giang',
  'Cà Mau',
  'Đắk Lắk',
  'Gia Lai',
  'Huế',
  'Lào Cai',
  'Nghệ An',
  'Quảng Ninh',
  'Tây Ninh',
]

/**
 * A second database on the same server with ten times the catalogue: every procedure again as a variant of nine provinces,
 * under other codes, with the place in its name. Answers its address.
 */
export async function openTenfold({ databaseUrl, db }: Installation): Promise<string> {
  const url = databaseUrl.replace(/\/motcua$/, '/tenfold')
  await db.run(sql`create database tenfold`)
  const tenfold = new Database(url, { statementTimeoutMs: 600_000 })
  try {
    await fill(tenfold)
    const { added } = await importProcedures(tenfold, variants(tenfold), {
      source: 'variants',
      now: new Date(),
    })
    console.log(`${added} variants of them`)
  } finally {
    await tenfold.close()
  }
  return url
}

type Known = { readonly code: string; readonly content: { readonly name: string } }

async function* variants(db: Database) {
  const known = await db.many<Known>(sql`
    select p.code, r.content
      from catalogue.procedure p
      join catalogue.revision r on r.procedure_code = p.code and r.number = p.revision_number
     order by p.code`)
  let number = 0
  for (const place of PLACES) {
    for (const { content } of known) {
      number += 1
      const code = `4.${String(number).padStart(6, '0')}`
      const record = {
        code,
        decision: {},
        content: { ...content, name: `${content.name} tại tỉnh ${place}` },
      }
      yield { number, text: JSON.stringify(record) }
    }
  }
}
