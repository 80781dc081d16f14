import { type Db, sql, type Tx } from '#platform/db'
import type { Kind } from '../words.ts'

export type Channel = 'email' | 'sms'
export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'not_configured'

export type MessageRow = {
  readonly id: string
  readonly kind: Kind
  readonly dossierCode: string
  readonly words: { readonly vi: string; readonly en: string }
  readonly at: Date
  readonly readAt: Date | null
}

/** Answers whether it had not been said yet. */
export async function insertMessage(
  tx: Tx,
  m: Omit<MessageRow, 'readAt'> & { readonly account: string; readonly eventKey: string },
): Promise<boolean> {
  const rows = await tx.many(sql`
    insert into notify.message (id, account, event_key, kind, dossier_code, words, at)
    values (${m.id}, ${m.account}, ${m.eventKey}, ${m.kind}, ${m.dossierCode}, ${JSON.stringify(m.words)}::jsonb, ${m.at})
    on conflict do nothing
    returning id`)
  return rows.length === 1
}

/** The latest of an account; by its index. */
export async function messagesOfAccount(db: Db, account: string, limit: number): Promise<MessageRow[]> {
  return db.many<MessageRow>(sql`
    select m.id, m.kind, m.dossier_code, m.words, m.at, m.read_at
      from notify.message m
     where m.account = ${account}
     order by m.at desc, m.id desc
     limit ${limit}`)
}

/** How many an account has not read yet; of the latest thousand. By the index of accounts. */
export async function countUnread(db: Db, account: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count
      from (select m.read_at
              from notify.message m
             where m.account = ${account}
             order by m.at desc, m.id desc
             limit 1000) latest
     where latest.read_at is null`)
  return count
}

export async function markRead(db: Db, account: string, now: Date): Promise<number> {
  return db.run(sql`
    update notify.message
       set read_at = ${now}
     where account = ${account} and read_at is null`)
}

export async function insertDelivery(
  tx: Tx,
  d: { messageId: string; channel: Channel; address: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into notify.delivery (message_id, channel, address, state, changed_at)
    values (${d.messageId}, ${d.channel}, ${d.address}, 'waiting', ${d.now})`)
}

export type DeliveryRow = {
  readonly messageId: string
  readonly channel: Channel
  readonly address: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly words: { readonly vi: string; readonly en: string }
  readonly dossierCode: string
}

/** By primary key, with what it says. */
export async function deliveryOf(
  db: Db,
  messageId: string,
  channel: Channel,
): Promise<DeliveryRow | undefined> {
  return db.maybeOne<DeliveryRow>(sql`
    select d.message_id, d.channel, d.address, d.state, d.attempts, m.words, m.dossier_code
      from notify.delivery d
      join notify.message m on m.id = d.message_id
     where d.message_id = ${messageId}
       and d.channel = ${channel}`)
}

export async function setDelivery(
  db: Db,
  d: { messageId: string; channel: Channel; state: DeliveryState; error: string | null; now: Date },
): Promise<void> {
  await db.run(sql`
    update notify.delivery
       set state = ${d.state}, attempts = attempts + 1, last_error = ${d.error}, changed_at = ${d.now}
     where message_id = ${d.messageId} and channel = ${d.channel}`)
}

/** What somebody has said about channels. */
export async function preferencesOf(db: Db, account: string): Promise<ReadonlyMap<Channel, boolean>> {
  const rows = await db.many<{ channel: Channel; isOn: boolean }>(sql`
    select channel, is_on from notify.preference where account = ${account}`)
  return new Map(rows.map(({ channel, isOn }) => [channel, isOn]))
}

export async function setPreference(
  db: Db,
  p: { account: string; channel: Channel; isOn: boolean; now: Date },
): Promise<void> {
  await db.run(sql`
    insert into notify.preference (account, channel, is_on, set_at)
    values (${p.account}, ${p.channel}, ${p.isOn}, ${p.now})
    on conflict (account, channel) do update set is_on = excluded.is_on, set_at = excluded.set_at`)
}
