import { type Db, sql, type Tx } from '#platform/db'

export type SentMessageRow = {
  readonly sentAt: Date
  readonly channel: 'sms' | 'email' | 'vneid' | 'zalo'
  readonly agency: string
  readonly topic: string
}

/** False when the code is taken. */
export async function insertSentMessage(
  tx: Tx,
  row: SentMessageRow & { readonly code: Buffer },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into identity.sent_message (code, sent_at, channel, agency, topic)
    values (${row.code}, ${row.sentAt}, ${row.channel}, ${row.agency}, ${row.topic})
    on conflict (code) do nothing`)
  return added === 1
}

export async function sentMessageByCode(db: Db, code: Buffer): Promise<SentMessageRow | undefined> {
  return db.maybeOne<SentMessageRow>(sql`
    select sent_at, channel, agency, topic
      from identity.sent_message
     where code = ${code}`)
}
