import { type Db, sql, type Tx } from './db.ts'

export type Act = {
  /** The account that did it, or what a program is called. */
  readonly actor: string
  /** The account for which it was done, when that is another. */
  readonly onBehalfOf?: string
  /** `module.what_was_done`. */
  readonly verb: string
  /** What it was done to: `kind:id`. */
  readonly thing: string
  readonly reason?: string
  /** What else a later reader needs. No personal data: the row outlives the right to keep it. */
  readonly details?: object
  readonly now: Date
}

/** Ghi nhật ký: who did what, for whom, when and why. Stored in the transaction of the act itself, and only ever added to. */
export async function recordAct(tx: Tx, act: Act): Promise<void> {
  await tx.run(sql`
    insert into platform.act (at, actor, on_behalf_of, verb, thing, reason, details)
    values (${act.now}, ${act.actor}, ${act.onBehalfOf ?? null}, ${act.verb}, ${act.thing}, ${act.reason ?? null},
            ${JSON.stringify(act.details ?? {})}::jsonb)`)
}

export type RecordedAct = {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly onBehalfOf: string | null
  readonly verb: string
  readonly thing: string
  readonly reason: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** What was done to one thing, the newest first; at most `limit` acts. */
export async function actsOn(db: Db, thing: string, limit = 100): Promise<RecordedAct[]> {
  return db.many<RecordedAct>(sql`
    select id, at, actor, on_behalf_of, verb, thing, reason, details
      from platform.act
     where thing = ${thing}
     order by id desc
     limit ${limit}`)
}

/** What one account did for another, the newest first; at most `limit` acts. By its index. */
export async function actsFor(
  db: Db,
  { onBehalfOf, actor }: { readonly onBehalfOf: string; readonly actor: string },
  limit = 100,
): Promise<RecordedAct[]> {
  return db.many<RecordedAct>(sql`
    select id, at, actor, on_behalf_of, verb, thing, reason, details
      from platform.act
     where on_behalf_of = ${onBehalfOf}
       and actor = ${actor}
     order by id desc
     limit ${limit}`)
}

/** What was done to an account and on its behalf, the newest first; at most `limit` acts. By two indexes. */
export async function actsAbout(db: Db, accountId: string, limit = 100): Promise<RecordedAct[]> {
  return db.many<RecordedAct>(sql`
    select id, at, actor, on_behalf_of, verb, thing, reason, details
      from platform.act
     where thing = ${`account:${accountId}`} or on_behalf_of = ${accountId}
     order by id desc
     limit ${limit}`)
}
