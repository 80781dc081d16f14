import { createHash } from 'node:crypto'
import { Pool, type PoolClient, type QueryArrayConfig } from 'pg'
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

type Connection = Pick<Pool, 'query'>

/** Wherever a query may run. It takes only what the `sql` tag made: a string is not a query. */
export abstract class Db {
  readonly #connection: Connection
  readonly #named: boolean

  constructor(connection: Connection, named: boolean) {
    this.#connection = connection
    this.#named = named
  }

  async many<Row>(query: Sql): Promise<Row[]> {
    const { rows, fields } = await this.#connection.query(this.#prepared(query))
    const names = fields.map((field) => camelCase(field.name))
    return rows.map((row: unknown[]) => {
      const named: Record<string, unknown> = {}
      for (let i = 0; i < names.length; i += 1) named[names[i] as string] = row[i]
      return named as Row
    })
  }

  async maybeOne<Row>(query: Sql): Promise<Row | undefined> {
    const [row, another] = await this.many<Row>(query)
    if (another) throw new Error(`More than one row: ${query.text}`)
    return row
  }

  async one<Row>(query: Sql): Promise<Row> {
    const row = await this.maybeOne<Row>(query)
    if (!row) throw new Error(`No row: ${query.text}`)
    return row
  }

  /** Runs a statement for its effect and answers how many rows it touched. */
  async run({ text, values }: Sql): Promise<number> {
    const { rowCount } = await this.#connection.query({ text, values })
    return rowCount ?? 0
  }

  #prepared({ text, values }: Sql): QueryArrayConfig {
    const query: QueryArrayConfig = { text, values, rowMode: 'array' }
    if (this.#named) query.name = nameOf(text)
    return query
  }
}

/** A running transaction. What must never happen outside one asks for it by type. */
export class Tx extends Db {
  readonly isTransaction = true
}

export class Database extends Db {
  readonly #pool: Pool
  readonly #named: boolean

  constructor(url: string, options: DatabaseOptions = {}) {
    const pool = new Pool({
      connectionString: url,
      types: { getTypeParser },
      max: options.size ?? 10,
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      application_name: 'motcua',
    })
    // A lost connection fails the query that uses it. Without a listener it would also end the process.
    pool.on('connect', (client) => client.on('error', () => {}))
    pool.on('error', (error) => {
      if (!pool.ending) options.onLost?.(error)
    })
    const named = options.usesNamedStatements ?? true
    super(pool, named)
    this.#pool = pool
    this.#named = named
  }

  /** The driver's pool, for the job queue, which speaks to the database by itself. */
  get pool(): Pool {
    return this.#pool
  }

  /** All that `work` does is saved, or nothing of it. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect()
    let lost: Error | undefined
    try {
      await client.query('begin')
      const result = await work(new Tx(client, this.#named))
      const { command } = await client.query('commit')
      // After a failed statement, `commit` is a rollback that reports no error.
      if (command !== 'COMMIT') throw new Error('A failed statement was swallowed: nothing was saved')
      return result
    } catch (error) {
      await client.query('rollback').catch((reason: Error) => {
        lost = reason
      })
      throw error
    } finally {
      client.release(lost)
    }
  }

  /** Calls `heard` for each notice on `channel` until the answered function is called. Reconnects are the caller's. */
  async listen(channel: string, heard: (payload: string) => void, onLost: () => void): Promise<() => void> {
    const client: PoolClient = await this.#pool.connect()
    client.on('notification', (notice) => {
      if (notice.channel === channel) heard(notice.payload ?? '')
    })
    client.once('end', onLost)
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    return () => {
      client.off('end', onLost)
      client.release(true)
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

const NAMES = new Map<string, string>()
const MOST_NAMES = 1_000

/** A short name for a statement's text. Texts are written in the code, so there are few of them. */
function nameOf(text: string): string {
  const known = NAMES.get(text)
  if (known) return known
  const name = `q${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
  if (NAMES.size < MOST_NAMES) NAMES.set(text, name)
  return name
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
