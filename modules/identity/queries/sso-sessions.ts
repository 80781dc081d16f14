import { type Db, sql } from '#platform/db'

export type SsoSessionRow = {
  readonly uid: string
  readonly accountId: string
  readonly sessionKey: Buffer
}

/** An application that a session of single sign-on has let the person into. */
export type Admission = {
  readonly uid: string
  readonly accountId: string
  readonly clientId: string
  readonly sid: string | null
  readonly grantId: string | null
  /** Lasts beyond the session, because the person agreed to that. */
  readonly persists: boolean
  readonly backChannelUri: string | null
}

export async function insertSsoSession(db: Db, session: SsoSessionRow & { now: Date }): Promise<void> {
  await db.many(sql`
    insert into identity.sso_session (uid, session_key, account_id, opened_at)
    values (${session.uid}, ${session.sessionKey}, ${session.accountId}, ${session.now})`)
}

/** The session of single sign-on with this id, if it belongs to this session of the portal. Two look-ups by key. */
export async function belongsTogether(db: Db, artifactKey: Buffer, sessionKey: Buffer): Promise<boolean> {
  const row = await db.maybeOne(sql`
    select s.uid
      from identity.sso_artifact a
      join identity.sso_session s on s.uid = a.uid
     where a.key = ${artifactKey} and s.session_key = ${sessionKey}`)
  return row !== undefined
}

/** The portal has given its session another id. */
export async function moveSsoSessions(db: Db, from: Buffer, to: Buffer): Promise<void> {
  await db.many(sql`
    update identity.sso_session
       set session_key = ${to}
     where session_key = ${from}`)
}

/** Which sessions of an account have opened something elsewhere; all but the one to keep. */
export async function sessionKeysOf(db: Db, accountId: string, keep: Buffer | null): Promise<Buffer[]> {
  const rows = await db.many<{ sessionKey: Buffer }>(sql`
    select distinct session_key
      from identity.sso_session
     where account_id = ${accountId} and session_key is distinct from ${keep}::bytea
     order by session_key`)
  return rows.map(({ sessionKey }) => sessionKey)
}

/** Everything that these sessions of the portal opened elsewhere. */
export async function admissionsOf(db: Db, sessionKeys: readonly Buffer[]): Promise<Admission[]> {
  return db.many<Admission>(sql`
    select s.uid, s.account_id, c.client_id, e.value ->> 'sid' as sid, e.value ->> 'grantId' as grant_id,
           coalesce((e.value ->> 'persistsLogout')::boolean, false) as persists, c.back_channel_uri
      from identity.sso_session s
      join identity.sso_artifact a on a.uid = s.uid and a.model = 'Session'
     cross join lateral jsonb_each(coalesce(a.payload -> 'authorizations', '{}')) e
      join identity.sso_client c on c.client_id = e.key
     where s.session_key = any(${sessionKeys}::bytea[])
     order by s.uid, c.client_id`)
}

/** With their artifacts, which every token that is bound to the session looks for. */
export async function deleteSsoSessions(db: Db, sessionKeys: readonly Buffer[]): Promise<void> {
  await db.many(sql`
    with gone as (
      delete from identity.sso_session
       where session_key = any(${sessionKeys}::bytea[])
      returning uid
    )
    delete from identity.sso_artifact
     where model = 'Session' and uid in (select uid from gone)`)
}

/** What is left of sessions that have run out: nobody can use it any more. */
export async function deleteStaleSsoSessions(db: Db, now: Date): Promise<number> {
  return db.run(sql`
    delete from identity.sso_session s
     where s.opened_at < ${now}::timestamptz - interval '2 days'
       and not exists (
         select from identity.sso_artifact a
          where a.uid = s.uid and a.model = 'Session')`)
}
