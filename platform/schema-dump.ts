import type { Db } from './db.ts'
import {
  extensions,
  foreignKeys,
  functions,
  linesOfTables,
  schemas,
  sequences,
  tables,
  unwritable,
  views,
} from './schema-queries.ts'

/** A statement, and the thing that it makes or belongs to. */
export type Statement = { readonly schema: string; readonly thing: string; readonly text: string }

/**
 * The whole structure of a database as SQL that makes it again. The order hangs on names alone, so two dumps of one structure are
 * the same text. The job queue keeps its own schema and its own migrations, and stays out.
 * @throws Error naming what it cannot write, so that nothing is ever left out in silence
 */
export async function dumpSchema(db: Db): Promise<string> {
  const foreign = await db.many<Statement>(unwritable)
  if (foreign.length > 0)
    throw new Error(`The dump cannot write ${foreign.map(({ text }) => text).join(', ')}`)

  const lines = Map.groupBy(await db.many<Statement>(linesOfTables), placeOf)
  const wholeTables = (await db.many<Statement>(tables)).map((table) => ({
    ...table,
    text: [table, ...(lines.get(placeOf(table)) ?? [])].map(({ text }) => text).join('\n'),
  }))
  // A default may call a function, a view reads tables, and a foreign key may lead to any table of its schema.
  const parts = [
    ...(await db.many<Statement>(sequences)),
    ...(await db.many<Statement>(functions)),
    ...wholeTables,
    ...oneBlock(await db.many<Statement>(foreignKeys)),
    ...(await db.many<Statement>(views)),
  ]
  const blocks = (await db.many<Statement>(schemas)).flatMap((made) => [
    made.text,
    ...parts.filter(({ schema }) => schema === made.schema).map(({ text }) => text),
  ])
  const added = (await db.many<Statement>(extensions)).map(({ text }) => text).join('\n')
  return `${[added, ...blocks].join('\n\n')}\n`
}

function placeOf({ schema, thing }: Statement): string {
  return `${schema}.${thing}`
}

/** One-liners of a schema stand together, without an empty line between them. */
function oneBlock(statements: readonly Statement[]): Statement[] {
  return [...Map.groupBy(statements, ({ schema }) => schema)].map(([schema, own]) => ({
    schema,
    thing: schema,
    text: own.map(({ text }) => text).join('\n'),
  }))
}
