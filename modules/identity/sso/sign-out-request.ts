import type Provider from 'oidc-provider'
import type { Client } from 'oidc-provider'
import { Refusal } from '#kernel/refusal'

/** What an application sends when somebody signs out there (OpenID Connect RP-Initiated Logout 1.0, section 2). */
export type SignOutParams = {
  readonly id_token_hint?: string | undefined
  readonly client_id?: string | undefined
  readonly post_logout_redirect_uri?: string | undefined
  readonly state?: string | undefined
}

export type SignOutRequest = {
  readonly client: Client | undefined
  /** Whom the application let in, as it knows them; told by a token that only this portal can have signed. */
  readonly subject: string | undefined
  /** Where to go afterwards: one of the registered addresses, with the state. */
  readonly onward: string | undefined
}

/**
 * Checks a request to sign out. An address to go to counts only when it is registered for the client that the request proves or
 * names. @throws Refusal `sso.sign_out_wrong`
 */
export async function readSignOut(provider: Provider, params: SignOutParams): Promise<SignOutRequest> {
  const { id_token_hint: hint, post_logout_redirect_uri: uri, state } = params
  const clientId = params.client_id ?? (hint === undefined ? undefined : audienceOf(hint))
  const client = clientId === undefined ? undefined : await provider.Client.find(clientId)
  if (clientId !== undefined && !client) throw new Refusal('sso.sign_out_wrong')
  const subject = hint !== undefined && client ? await subjectOf(provider, client, hint) : undefined
  if (hint !== undefined && subject === undefined) throw new Refusal('sso.sign_out_wrong')
  if (uri === undefined) return { client, subject, onward: undefined }
  if (!client?.postLogoutRedirectUriAllowed(uri)) throw new Refusal('sso.sign_out_wrong')
  return { client, subject, onward: withState(uri, state) }
}

/** Its signature is checked; that it has run out does not matter (section 2). */
async function subjectOf(provider: Provider, client: Client, hint: string): Promise<string | undefined> {
  try {
    const { payload } = await provider.IdToken.validate(hint, client)
    return typeof payload['sub'] === 'string' ? payload['sub'] : undefined
  } catch {
    return undefined
  }
}

/** Read before anything is checked, only to find the client whose keys and name then have to fit. */
function audienceOf(jwt: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    const isAbout = typeof payload === 'object' && payload !== null && 'aud' in payload
    return isAbout && typeof payload.aud === 'string' ? payload.aud : ''
  } catch {
    return ''
  }
}

function withState(uri: string, state: string | undefined): string {
  if (state === undefined) return uri
  const url = new URL(uri)
  url.searchParams.set('state', state)
  return url.href
}
