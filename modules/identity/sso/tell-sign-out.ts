import { randomBytes, randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import type { Database } from '#platform/db'
import type { Vault } from '#platform/secret'
import { livingClient } from '../queries/sso-clients.ts'
import { saltNamed } from '../queries/sso-keys.ts'
import { loadKeys } from './keys.ts'
import type { SignOutNotice } from './leave-agencies.ts'
import { pairwiseSubject } from './pairwise.ts'

const DEADLINE_MS = 5_000
/** Section 2.4 asks for a short life, two minutes at the most. */
const TOKEN_SECONDS = 120
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

type Parts = { readonly db: Database; readonly vault: Vault; readonly publicUrl: string; readonly now: Date }

/**
 * Tells an application that somebody has signed out, with a logout token (OpenID Connect Back-Channel Logout 1.0, sections
 * 2.4 and 2.5). @throws Error when it does not answer 200 or 204 in five seconds: the job is tried again
 */
export async function tellSignOut(
  { db, vault, publicUrl, now }: Parts,
  notice: SignOutNotice,
): Promise<void> {
  const client = await livingClient(db, notice.clientId, now)
  // Suspended meanwhile, or it no longer wants to know: nobody is there to tell.
  if (!client?.backChannelUri) return
  const { jwks } = await loadKeys(db, vault, now)
  const jwk = jwks.find(({ alg }) => alg === client.algorithm)
  if (!jwk?.kid) throw new Error(`There is no key for ${client.algorithm}`)

  const iat = Math.floor(now.getTime() / 1_000)
  const subject = await subjectFor(db, client, notice.accountId)
  const token = await new SignJWT({ sid: notice.sid, events: { [EVENT]: {} } })
    .setProtectedHeader({ alg: client.algorithm, kid: jwk.kid, typ: 'logout+jwt' })
    .setIssuer(publicUrl)
    .setAudience(client.clientId)
    .setSubject(subject)
    .setIssuedAt(iat)
    .setExpirationTime(iat + TOKEN_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(jwk, client.algorithm))
  await post(client.backChannelUri, token)
}

type Known = { readonly subjectType: 'public' | 'pairwise'; readonly redirectUris: readonly string[] }

async function subjectFor(
  db: Database,
  { subjectType, redirectUris }: Known,
  accountId: string,
): Promise<string> {
  const [uri] = redirectUris
  if (subjectType === 'public' || !uri) return accountId
  return pairwiseSubject(await saltNamed(db, 'pairwise', randomBytes(32)), uri, accountId)
}

async function post(uri: string, token: string): Promise<void> {
  const answer = await fetch(uri, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
    redirect: 'manual',
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  await answer.body?.cancel()
  if (answer.status !== 200 && answer.status !== 204)
    throw new Error(`${new URL(uri).host} answered ${answer.status} to a sign-out`)
}
