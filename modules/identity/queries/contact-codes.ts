import { type Db, sql, type Tx } from '#platform/db'
import type { AccountKind } from '../session.ts'

/** A new code in place of the one before. */
export async function storeContactCode(
  tx: Tx,
  { accountId, code, until }: { accountId: string; code: Buffer; until: Date },
): Promise<void> {
  await tx.run(sql`
    insert into identity.contact_code (code, account_id, until)
    values (${code}, ${accountId}, ${until})
    on conflict (account_id) do update
       set code = excluded.code,
           until = excluded.until`)
}

export type ContactRow = {
  readonly accountId: string
  readonly kind: AccountKind
  readonly name: string
  /** Of an official: the title of a post and its agency. */
  readonly post: string | null
  readonly agency: string | null
}

/** Whose code this is. */
export async function contactOf(db: Db, code: Buffer, now: Date): Promise<ContactRow | undefined> {
  return db.maybeOne<ContactRow>(sql`
    select c.account_id, a.kind, coalesce(p.name, o.name, f.name, '') as name, t.title as post, t.agency
      from identity.contact_code c
      join identity.account a on a.id = c.account_id
      left join identity.person p on p.account_id = a.id
      left join identity.organization o on o.account_id = a.id
      left join identity.official f on f.account_id = a.id
      left join lateral (
           select title, agency
             from identity.post
            where account_id = a.id and ended_at is null
            order by since desc, id
            limit 1) t on true
     where c.code = ${code}
       and c.until > ${now}
       and a.closed_at is null`)
}

/** Used once. */
export async function dropContactCode(tx: Tx, code: Buffer): Promise<boolean> {
  const dropped = await tx.run(sql`delete from identity.contact_code where code = ${code}`)
  return dropped === 1
}
