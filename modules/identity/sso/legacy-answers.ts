import type Provider from 'oidc-provider'
import type { Client } from 'oidc-provider'
import { deleteGrantsBetween } from '../queries/sso-artifacts.ts'
import type { IdentityServices } from '../services.ts'

/** What an existing client reads out of an introspection; `exp` in seconds. */
export type SelfIntrospection = {
  readonly active: boolean
  readonly client_id?: string
  readonly exp?: number
}

/**
 * Introspection by the token itself. Whoever shows a token may use it anyway and learns nothing new. Undefined when the token
 * belongs to a client that is not registered as an existing one: the provider answers that as the specification says.
 */
export async function introspectSelf(
  provider: Provider,
  token: string,
): Promise<SelfIntrospection | undefined> {
  const found = await provider.AccessToken.find(token)
  if (!found) return { active: false }
  const client = found.clientId ? await provider.Client.find(found.clientId) : undefined
  if (!client || !isLegacy(client)) return undefined
  const grant = found.grantId ? await provider.Grant.find(found.grantId) : undefined
  if (!grant) return { active: false }
  return { active: true, client_id: client.clientId, ...(found.exp === undefined ? {} : { exp: found.exp }) }
}

/**
 * Revocation by the ID token, with the secret in the form. An ID token opens nothing here, so what is meant is what was handed
 * out together with it: everything that this client holds for this person. False when it is not such a request: the
 * provider then answers.
 */
export async function revokeByIdToken(
  { db }: Pick<IdentityServices, 'db'>,
  provider: Provider,
  form: URLSearchParams,
): Promise<boolean> {
  const client = await provider.Client.find(form.get('client_id') ?? '')
  if (!client || !isLegacy(client)) return false
  if (!(await client.compareClientSecret(form.get('client_secret') ?? ''))) return false
  const accountId = await subjectOf(provider, client, form.get('token') ?? '')
  // An ID token that is not ours is like a token that is not there: done (RFC 7009, section 2.2).
  if (accountId) await deleteGrantsBetween(db, { accountId, clientId: client.clientId })
  return true
}

async function subjectOf(provider: Provider, client: Client, idToken: string): Promise<string | undefined> {
  try {
    const { payload } = await provider.IdToken.validate(idToken, client)
    return typeof payload['sub'] === 'string' ? payload['sub'] : undefined
  } catch {
    return undefined
  }
}

function isLegacy(client: Client): boolean {
  return client['motcua_legacy'] === true
}
