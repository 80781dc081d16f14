import { type Db, sql, type Tx } from '#platform/db'

export type MessageRow = {
  readonly id: string
  readonly arrivedAt: Date
  readonly agency: string | null
  readonly accountId: string | null
  readonly service: string
  readonly body: Buffer
  readonly sizeBytes: number
  readonly answerCode: string
  readonly items: number
  readonly stored: number
  readonly repeated: number
  readonly refused: number
  readonly faults: readonly { readonly code: string; readonly field: string; readonly why: string }[]
}

/** By primary key. */
export async function isStored(db: Db, id: string): Promise<boolean> {
  return (await db.maybeOne(sql`select m.id from sync.message m where m.id = ${id}`)) !== undefined
}

export type SyncedRow = {
  readonly code: string
  readonly agency: string
  readonly claimedAt: Date
  readonly content: Readonly<Record<string, unknown>>
}

export type FeedCount = {
  readonly agency: string
  readonly day: string
  readonly service: string
  readonly messages: number
  readonly items: number
  readonly stored: number
  readonly repeated: number
  readonly refused: number
  readonly irregular: number
  readonly late: number
  readonly lagSeconds: number
  readonly lastAt: Date
}

type Written = {
  readonly messages: readonly MessageRow[]
  /** One for each dossier, in one order. */
  readonly contents: readonly SyncedRow[]
  /** One for each agency, day and service, in one order. */
  readonly counts: readonly FeedCount[]
}

/** Messages, the latest report of each dossier, and the counts of their agencies, in one statement. */
export async function writeMessages(tx: Tx, { messages, contents, counts }: Written): Promise<void> {
  const all = <Key extends keyof MessageRow>(key: Key) => messages.map((message) => message[key])
  await tx.many(sql`
    with kept as (
      insert into sync.message (
             id, arrived_at, agency, account_id, service, body, size_bytes, answer_code, items, stored, repeated, refused, faults)
      select *
        from unnest(${all('id')}::uuid[], ${all('arrivedAt')}::timestamptz[], ${all('agency')}::text[],
                    ${all('accountId')}::uuid[], ${all('service')}::text[], ${all('body')}::bytea[], ${all('sizeBytes')}::int[],
                    ${all('answerCode')}::text[], ${all('items')}::int[], ${all('stored')}::int[], ${all('repeated')}::int[],
                    ${all('refused')}::int[], ${messages.map(({ faults }) => JSON.stringify(faults))}::jsonb[])
    ), latest as (
      insert into sync.synced as s (dossier_code, agency, claimed_at, content)
      select c.code, c.agency, c."claimedAt", c.content
        from json_to_recordset(${JSON.stringify(contents)}::json) c(
             code text, agency text, "claimedAt" timestamptz, content jsonb)
      on conflict (dossier_code) do update
         set claimed_at = excluded.claimed_at, content = excluded.content
       where s.claimed_at <= excluded.claimed_at
    )
    insert into sync.feed_day as f (
           agency, day, service, messages, items, stored, repeated, refused, irregular, late, lag_seconds, last_at)
    select r.agency, r.day, r.service, r.messages, r.items, r.stored, r.repeated, r.refused, r.irregular, r.late, r."lagSeconds",
           r."lastAt"
      from json_to_recordset(${JSON.stringify(counts)}::json) r(
           agency text, day date, service text, messages int, items int, stored int, repeated int, refused int, irregular int,
           late int, "lagSeconds" bigint, "lastAt" timestamptz)
    on conflict (agency, day, service) do update
       set messages = f.messages + excluded.messages, items = f.items + excluded.items, stored = f.stored + excluded.stored,
           repeated = f.repeated + excluded.repeated, refused = f.refused + excluded.refused,
           irregular = f.irregular + excluded.irregular, late = f.late + excluded.late,
           lag_seconds = f.lag_seconds + excluded.lag_seconds, last_at = greatest(f.last_at, excluded.last_at)`)
}

export type MonthlyRow = {
  readonly agency: string
  readonly service: string
  readonly month: string
  readonly key: string
  readonly content: unknown
  readonly arrivedAt: Date
}

/** Sent again it replaces. */
export async function putMonthly(tx: Tx, rows: readonly MonthlyRow[]): Promise<void> {
  for (const row of rows)
    await tx.many(sql`
      insert into sync.monthly_report (agency, service, month, key, content, arrived_at)
      values (${row.agency}, ${row.service}, ${row.month}, ${row.key}, ${JSON.stringify(row.content)}::jsonb, ${row.arrivedAt})
      on conflict (agency, service, month, key) do update
         set content = excluded.content, arrived_at = excluded.arrived_at`)
}

/** By primary key. */
export async function syncedContent(
  db: Db,
  code: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await db.maybeOne<{ content: Readonly<Record<string, unknown>> }>(sql`
    select s.content
      from sync.synced s
     where s.dossier_code = ${code}`)
  return row?.content
}

/** By the index of ages, in pieces that nobody waits for. */
export async function dropOldMessages(db: Db, before: Date): Promise<void> {
  for (;;) {
    const dropped = await db.run(sql`
      delete from sync.message
       where id in (select m.id from sync.message m where m.arrived_at < ${before} limit 5000)`)
    if (dropped === 0) return
  }
}
