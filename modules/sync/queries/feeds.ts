import { type Db, sql } from '#platform/db'

export type FeedLine = {
  readonly agency: string
  readonly lastAt: Date
  readonly messages: number
  readonly items: number
  readonly stored: number
  readonly repeated: number
  readonly refused: number
  readonly irregular: number
  readonly late: number
  readonly lagSeconds: number
}

/** The feeds of all agencies since a day, those that have been silent longest first. Some thousand rows of counts. */
export async function feedLines(db: Db, since: string): Promise<FeedLine[]> {
  return db.many<FeedLine>(sql`
    select f.agency, max(f.last_at) as last_at, sum(f.messages)::int as messages, sum(f.items)::int as items,
           sum(f.stored)::int as stored, sum(f.repeated)::int as repeated, sum(f.refused)::int as refused,
           sum(f.irregular)::int as irregular, sum(f.late)::int as late, sum(f.lag_seconds)::float8 as lag_seconds
      from sync.feed_day f
     where f.day >= ${since}::date
     group by f.agency
     order by max(f.last_at), f.agency`)
}
