import { createHash } from 'node:crypto'
import {
  escapeIdentifier,
  type FieldDef,
  Pool,
  type PoolClient,
  type QueryArrayConfig,
  type QueryConfig,
} from 'pg'
import type { Sql } from 'sql-template-tag'
import { getTypeParser } from './sql-types.ts'

export { default as sql, empty, join, type Sql } from 'sql-template-tag'

export type DatabaseOptions = {
  /** Connections at most. */
  readonly size?: number
  /** A statement that runs longer is cancelled by the server. */
  readonly statementTimeoutMs?: number
  /** Named statements are planned once per connection. Off behind a pooler that cannot keep them. */
  readonly usesNamedStatements?: boolean
  /** Told of a connection that was lost while idle. The next query opens another. */
  readonly onLost?: (error: Error) => void
}

/** What sends a query: the pool, or one connection that a transaction holds. */
type Line = { readonly query: Pool['query']; readonly isNamed: boolean }

/**
 * The door to PostgreSQL, inside a transaction or outside. Queries are made by the `sql` tag only, which keeps values apart
 * from the text; columns in snake_case come back in camelCase.
 */
export abstract class Db {
  readonly #line: Line

  constructor(line: Line) {
    this.#line = line
  }

  async many<Row>({ text, values }: Sql): Promise<Row[]> {
    const query: QueryArrayConfig = { text, values, rowMode: 'array' }
    if (this.#line.isNamed) query.name = statementName(text)
    const { rows, fields } = await this.#line.query<unknown[]>(query)
    const keys = keysOf(text, fields)
    return rows.map((cells) => named<Row>(keys, cells))
  }

  /** @throws Error when there is more than one row: that is a mistake in the query, not in the data asked for */
  async maybeOne<Row>(query: Sql): Promise<Row | undefined> {
    const rows = await this.many<Row>(query)
    if (rows.length > 1) throw new Error(`${rows.length} rows where at most one was meant: ${query.text}`)
    return rows[0]
  }

  /** @throws Error unless there is exactly one row */
  async one<Row>(query: Sql): Promise<Row> {
    const row = await this.maybeOne<Row>(query)
    if (row === undefined) throw new Error(`No row where one was meant: ${query.text}`)
    return row
  }

  /** For a statement that is run for what it does. Answers the number of rows that it touched. */
  async run({ text, values }: Sql): Promise<number> {
    const result = await this.#line.query({ text, values })
    return result.rowCount ?? 0
  }
}

/** An open transaction. A function that asks for a `Tx` cannot be called outside one. */
export class Tx extends Db {
  /** Without a member of its own a `Tx` would accept any `Db`. */
  readonly isOpen = true
}

export class Database extends Db {
  readonly #pool: Pool
  readonly #isNamed: boolean

  constructor(url: string, options: DatabaseOptions = {}) {
    const { size = 10, statementTimeoutMs = 30_000, usesNamedStatements = true } = options
    const pool = openPool(url, { size, statementTimeoutMs })
    // An error without a listener would end the process, whoever lost the connection.
    pool.on('error', (error) => {
      if (!pool.ending) options.onLost?.(error)
    })
    super({ query: pool.query.bind(pool), isNamed: usesNamedStatements })
    this.#pool = pool
    this.#isNamed = usesNamedStatements
  }

  /** The driver's pool, for the job queue, which speaks to the database by itself. */
  get pool(): Pool {
    return this.#pool
  }

  /** Runs `work` as one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect()
    const tx = new Tx({ query: client.query.bind(client), isNamed: this.#isNamed })
    let broken: Error | boolean = false
    try {
      await client.query('begin')
      const result = await work(tx)
      await commit(client)
      return result
    } catch (error) {
      broken = await rollback(client)
      throw error
    } finally {
      // A connection that could not even roll back is not given to anyone else.
      client.release(broken)
    }
  }

  /** Calls `heard` for each notice on `channel`, until the answered function is called or the connection is lost. */
  async listen(channel: string, heard: (payload: string) => void, onLost: () => void): Promise<() => void> {
    return this.#keepConnection({ text: `listen ${escapeIdentifier(channel)}` }, onLost, (client) => {
      client.on('notification', (notice) => {
        if (notice.channel === channel) heard(notice.payload ?? '')
      })
    })
  }

  /** Holds the lock `name` until the answered function is called. When this process or its connection dies, it is free at once. */
  async holdLock(name: string, onLost: () => void): Promise<() => void> {
    return this.#keepConnection(
      { text: 'select pg_advisory_lock(hashtextextended($1, 0))', values: [name] },
      onLost,
    )
  }

  /** A connection of its own for what lasts as long as a connection. Once lost it is not taken up again. */
  async #keepConnection(
    query: QueryConfig,
    onLost: () => void,
    prepare?: (client: PoolClient) => void,
  ): Promise<() => void> {
    const client = await this.#pool.connect()
    let isKept = true
    const letGo = (): void => {
      if (isKept) client.release(true)
      isKept = false
    }
    client.once('end', () => {
      if (!isKept) return
      letGo()
      onLost()
    })
    prepare?.(client)
    await client.query(query).catch((error: unknown) => {
      letGo()
      throw error
    })
    return letGo
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

const CONNECT_WITHIN_MS = 10_000

function openPool(
  url: string,
  { size, statementTimeoutMs }: { size: number; statementTimeoutMs: number },
): Pool {
  const pool = new Pool({
    connectionString: url,
    types: { getTypeParser },
    max: size,
    // Nobody waits for ever when all connections are taken or the server does not answer.
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: statementTimeoutMs,
    application_name: 'motcua',
  })
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Once a statement has failed, PostgreSQL answers COMMIT with a rollback and no error: only the tag tells. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT')
    throw new Error('A statement failed and its error was passed over: nothing was saved')
}

async function rollback(client: PoolClient): Promise<Error | boolean> {
  return client.query('rollback').then(
    () => false,
    (reason: Error) => reason,
  )
}

/** Texts are written in the code, so there are few of them; those that are put together at run time stay unnamed. */
const MOST_TEXTS = 1_000
const NAMES = new Map<string, string>()
const KEYS = new Map<string, readonly string[]>()

function statementName(text: string): string {
  return remembered(NAMES, text, () => `q${createHash('sha1').update(text).digest('hex').slice(0, 16)}`)
}

function keysOf(text: string, fields: readonly FieldDef[]): readonly string[] {
  return remembered(KEYS, text, () => fields.map(({ name }) => camelCase(name)))
}

function remembered<Value>(memory: Map<string, Value>, text: string, make: () => Value): Value {
  const known = memory.get(text)
  if (known !== undefined) return known
  const made = make()
  if (memory.size < MOST_TEXTS) memory.set(text, made)
  return made
}

function named<Row>(keys: readonly string[], cells: readonly unknown[]): Row {
  const row: Record<string, unknown> = {}
  keys.forEach((key, at) => {
    row[key] = cells[at]
  })
  return row as Row
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_all, next: string) => next.toUpperCase())
}
