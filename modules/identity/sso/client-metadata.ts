import { createHash, timingSafeEqual } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import type { Db } from '#platform/db'
import { type LivingClientRow, livingClient } from '../queries/sso-clients.ts'

/** What the provider carries along about a client beside the standard metadata. */
export const OWN_METADATA = ['motcua_legacy', 'motcua_level', 'motcua_agency'] as const

/** A client as the provider wants it described (OpenID Connect Dynamic Client Registration, section 2). */
export async function metadataOf(db: Db, clientId: string, now: Date): Promise<AdapterPayload | undefined> {
  if (!/^[A-Za-z0-9_.-]{3,64}$/.test(clientId)) return undefined
  const client = await livingClient(db, clientId, now)
  return client && asMetadata(client)
}

function asMetadata(client: LivingClientRow): AdapterPayload {
  const hasSecret = client.authentication === 'secret'
  return {
    client_id: client.clientId,
    client_name: client.name,
    application_type: 'web',
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.signOutUris],
    ...(client.backChannelUri
      ? { backchannel_logout_uri: client.backChannelUri, backchannel_logout_session_required: true }
      : {}),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: client.scopes.join(' '),
    subject_type: client.subjectType,
    id_token_signed_response_alg: client.algorithm,
    token_endpoint_auth_method: hasSecret ? 'client_secret_basic' : 'none',
    // Digests in place of a secret: whoever reads the database cannot act as the client.
    ...(hasSecret ? { client_secret: client.secrets.join(' ') || 'none' } : {}),
    require_auth_time: true,
    motcua_legacy: client.isLegacy,
    motcua_level: client.level,
    motcua_agency: client.agency,
  }
}

/** SHA-256: enough for 256 random bits, which nobody can guess at any speed (decision 10). */
export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Whether the secret shown is one of those whose digests are stored. Takes the same time for every wrong one. */
export function isSecretOf(digests: string | undefined, shown: string): boolean {
  const digest = secretDigest(shown)
  let isKnown = false
  for (const stored of (digests ?? '').split(' ')) {
    const bytes = Buffer.from(stored, 'hex')
    if (bytes.length === digest.length && timingSafeEqual(bytes, digest)) isKnown = true
  }
  return isKnown
}
