import { type Db, sql } from '#platform/db'

export type KeptAnswersRow = {
  readonly id: string
  readonly browser: Buffer
  readonly accountId: string | null
  readonly path: string
  readonly fields: readonly (readonly [string, string])[]
  readonly keptAt: Date
  readonly keepUntil: Date
}

export async function insertKeptAnswers(db: Db, kept: KeptAnswersRow): Promise<void> {
  await db.run(sql`
    insert into identity.kept_answers (id, browser, account_id, path, fields, kept_at, keep_until)
    values (${kept.id}, ${kept.browser}, ${kept.accountId}, ${kept.path}, ${JSON.stringify(kept.fields)}::jsonb,
            ${kept.keptAt}, ${kept.keepUntil})`)
}

/** For the browser that gave them, and for whoever was signed in then. */
export async function keptAnswersById(
  db: Db,
  { id, browser, accountId, now }: { id: string; browser: Buffer; accountId: string; now: Date },
): Promise<KeptAnswersRow | undefined> {
  return db.maybeOne<KeptAnswersRow>(sql`
    select id, browser, account_id, path, fields, kept_at, keep_until
      from identity.kept_answers
     where id = ${id}
       and browser = ${browser}
       and (account_id is null or account_id = ${accountId})
       and keep_until > ${now}`)
}

export async function deleteKeptAnswersBefore(db: Db, moment: Date): Promise<number> {
  return db.run(sql`
    delete from identity.kept_answers
     where keep_until < ${moment}`)
}
