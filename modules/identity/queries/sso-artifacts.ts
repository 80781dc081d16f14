import type { AdapterPayload } from 'oidc-provider'
import { type Db, sql } from '#platform/db'

export type Artifact = {
  readonly key: Buffer
  readonly model: string
  /** What the provider wants to find again, as one document. */
  readonly payload: AdapterPayload
  readonly grantId: string | null
  readonly uid: string | null
  readonly accountId: string | null
  readonly clientId: string | null
  readonly expiresAt: Date
}

export type StoredArtifact = { readonly payload: AdapterPayload; readonly consumedAt: Date | null }

/** What two requests of one browser added to a session at the same time is all kept: neither may forget the other's client. */
export async function saveArtifact(db: Db, artifact: Artifact): Promise<void> {
  const { key, model, payload, grantId, uid, accountId, clientId, expiresAt } = artifact
  await db.many(sql`
    insert into identity.sso_artifact as a (key, model, payload, grant_id, uid, account_id, client_id, expires_at)
    values (${key}, ${model}, ${JSON.stringify(payload)}::jsonb, ${grantId}, ${uid}, ${accountId}, ${clientId},
            ${expiresAt})
    on conflict (key) do update
       set payload = case when a.model = 'Session' and a.payload ? 'authorizations'
                          then excluded.payload || jsonb_build_object('authorizations',
                                 (a.payload -> 'authorizations') || coalesce(excluded.payload -> 'authorizations', '{}'))
                          else excluded.payload end,
           grant_id = excluded.grant_id,
           uid = excluded.uid,
           account_id = excluded.account_id,
           expires_at = excluded.expires_at`)
}

export async function artifactByKey(db: Db, key: Buffer): Promise<StoredArtifact | undefined> {
  return db.maybeOne<StoredArtifact>(sql`
    select payload, consumed_at
      from identity.sso_artifact
     where key = ${key}`)
}

export type ArtifactWithKin = StoredArtifact & {
  /** The session of single sign-on that it is bound to, if that is still there. */
  readonly session: AdapterPayload | null
  /** The consent that it hangs on, if that has not been withdrawn. */
  readonly consent: AdapterPayload | null
}

/** A code or token with everything that decides whether it is still worth something: three look-ups by key in one go. */
export async function artifactWithKin(db: Db, key: Buffer): Promise<ArtifactWithKin | undefined> {
  return db.maybeOne<ArtifactWithKin>(sql`
    select a.payload, a.consumed_at, s.payload as session, g.payload as consent
      from identity.sso_artifact a
      left join identity.sso_artifact s on s.uid = a.payload ->> 'sessionUid' and s.model = 'Session'
      left join identity.sso_artifact g on g.key = sha256(convert_to('Grant:' || a.grant_id, 'UTF8'))
     where a.key = ${key}`)
}

/** A session by the name that tokens know it by. */
export async function sessionByUid(db: Db, uid: string): Promise<StoredArtifact | undefined> {
  return db.maybeOne<StoredArtifact>(sql`
    select payload, consumed_at
      from identity.sso_artifact
     where uid = ${uid} and model = 'Session'`)
}

/** One statement, so that of two who come at the same moment exactly one is told that it was the first. */
export async function consumeArtifact(db: Db, key: Buffer, now: Date): Promise<boolean> {
  const rows = await db.many(sql`
    update identity.sso_artifact
       set consumed_at = ${now}
     where key = ${key} and consumed_at is null
    returning key`)
  return rows.length === 1
}

/** To whose consent a code or token belongs. */
export async function grantOf(db: Db, key: Buffer): Promise<string | undefined> {
  const row = await db.maybeOne<{ grantId: string | null }>(sql`
    select grant_id
      from identity.sso_artifact
     where key = ${key}`)
  return row?.grantId ?? undefined
}

export async function deleteArtifact(db: Db, key: Buffer): Promise<void> {
  await db.many(sql`
    delete from identity.sso_artifact
     where key = ${key}`)
}

/** Codes and tokens that hang on a grant, of one kind. By the index of grants. */
export async function deleteByGrant(db: Db, model: string, grantId: string): Promise<void> {
  await db.many(sql`
    delete from identity.sso_artifact
     where grant_id = ${grantId} and model = ${model}`)
}

/** Grants with everything that hangs on them. `keys` are those of the grants themselves. */
export async function deleteGrants(
  db: Db,
  grantIds: readonly string[],
  keys: readonly Buffer[],
): Promise<number> {
  return db.run(sql`
    delete from identity.sso_artifact
     where grant_id = any(${grantIds}::text[]) or key = any(${keys}::bytea[])`)
}

/** What an application holds for a person, at all. Answers the ids of the grants that are gone with all their tokens. */
export async function deleteGrantsBetween(
  db: Db,
  { accountId, clientId }: { accountId: string; clientId: string },
): Promise<number> {
  return db.run(sql`
    with gone as (
      delete from identity.sso_artifact
       where account_id = ${accountId} and client_id = ${clientId} and model = 'Grant'
      returning payload ->> 'jti' as id
    )
    delete from identity.sso_artifact
     where grant_id in (select id from gone)`)
}

/** Everything that was handed out to an application. Rare, so it may read the whole table. */
export async function deleteArtifactsOfClient(db: Db, clientId: string): Promise<number> {
  return db.run(sql`
    delete from identity.sso_artifact
     where client_id = ${clientId}`)
}

/** The oldest first, `limit` at a time, so that no sweep holds locks for long. Answers how many went. */
export async function deleteExpiredArtifacts(db: Db, now: Date, limit: number): Promise<number> {
  return db.run(sql`
    delete from identity.sso_artifact
     where key in (
       select key
         from identity.sso_artifact
        where expires_at < ${now}
        order by expires_at
        limit ${limit}
          for update skip locked)`)
}
