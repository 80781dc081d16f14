import { type Db, sql, type Tx } from '#platform/db'

export type SavedView = { readonly name: string; readonly asked: Readonly<Record<string, string>> }

type Whose = { readonly account: string; readonly agency: string }

/** By primary key. */
export async function savedViews(db: Db, { account, agency }: Whose): Promise<SavedView[]> {
  return db.many<SavedView>(sql`
    select v.name, v.asked
      from onestop.saved_view v
     where v.account = ${account}
       and v.agency = ${agency}
     order by v.name
     limit 100`)
}

/** The same name is the same view. */
export async function putSavedView(tx: Tx, view: Whose & SavedView & { readonly now: Date }): Promise<void> {
  await tx.run(sql`
    insert into onestop.saved_view (account, agency, name, asked, saved_at)
    values (${view.account}, ${view.agency}, ${view.name}, ${JSON.stringify(view.asked)}::jsonb, ${view.now})
    on conflict (account, agency, name) do update set asked = excluded.asked, saved_at = excluded.saved_at`)
}

export async function dropSavedView(
  db: Db,
  { account, agency, name }: Whose & { name: string },
): Promise<void> {
  await db.run(sql`
    delete from onestop.saved_view
     where account = ${account} and agency = ${agency} and name = ${name}`)
}
