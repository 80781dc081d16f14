import { randomBytes } from 'node:crypto'
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as client from 'openid-client'

export type Settings = {
  readonly origin: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Somebody who is signed in here. */
export type Visitor = {
  readonly sub: string
  readonly sid: string | undefined
  readonly idToken: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** A sign-in under way: what the answer has to fit. */
type Pending = { readonly verifier: string; readonly state: string; readonly nonce: string }

const SCOPE = 'openid dinh_danh'
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

export type RelyingParty = Awaited<ReturnType<typeof openRelyingParty>>

/** The relying party of this agency, on `openid-client`. It keeps everything in memory. */
export async function openRelyingParty(settings: Settings) {
  const { origin, issuer, clientId, clientSecret } = settings
  const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // A sandbox on this machine; a real agency's portal has TLS.
    execute: issuer.startsWith('http://127.0.0.1') ? [client.allowInsecureRequests] : [],
  })
  const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''))
  const pending = new Map<string, Pending>()
  const visitors = new Map<string, Visitor>()
  const heard = new Set<string>()

  return {
    visitor: (token: string | undefined) => (token === undefined ? undefined : visitors.get(token)),

    /** Where to send the browser, and the token by which it is known when it comes back. */
    async begin(): Promise<{ token: string; url: URL }> {
      const [verifier, state, nonce] = [
        client.randomPKCECodeVerifier(),
        client.randomState(),
        client.randomNonce(),
      ]
      const token = freshToken()
      pending.set(token, { verifier, state, nonce })
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: `${origin}/callback`,
        scope: SCOPE,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { token, url }
    },

    /** Takes the answer, once, from the browser that asked. A session gets a token of its own. */
    async finish(token: string | undefined, path: string): Promise<string> {
      const begun = token === undefined ? undefined : pending.get(token)
      if (!begun || token === undefined) throw new Error('This sign-in did not begin here')
      pending.delete(token)
      const tokens = await client.authorizationCodeGrant(config, new URL(path, origin), {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      const said = tokens.claims()
      if (!said || !tokens.id_token) throw new Error('No subject')
      const { sub, sid } = said
      const claims = await client.fetchUserInfo(config, tokens.access_token, sub)
      const session = freshToken()
      visitors.set(session, {
        sub,
        sid: typeof sid === 'string' ? sid : undefined,
        idToken: tokens.id_token,
        claims,
      })
      return session
    },

    /** Ends the session here and answers where the portal ends its own. */
    leave(token: string | undefined): URL | undefined {
      const visitor = token === undefined ? undefined : visitors.get(token)
      if (!visitor || token === undefined) return undefined
      visitors.delete(token)
      return client.buildEndSessionUrl(config, {
        id_token_hint: visitor.idToken,
        post_logout_redirect_uri: `${origin}/`,
      })
    },

    /** OpenID Connect Back-Channel Logout 1.0, section 2.6. @throws Error when the token is not what it has to be */
    async hearLogout(logoutToken: string): Promise<number> {
      const { sid, sub, jti } = await readLogout(logoutToken, keys, settings)
      if (heard.has(jti)) throw new Error('This logout token was heard before')
      heard.add(jti)
      const gone = [...visitors].filter(([, visitor]) => (sid ? visitor.sid === sid : visitor.sub === sub))
      for (const [token] of gone) visitors.delete(token)
      return gone.length
    },
  }
}

async function readLogout(logoutToken: string, keys: JWTVerifyGetKey, { issuer, clientId }: Settings) {
  const { payload } = await jwtVerify(logoutToken, keys, {
    issuer,
    audience: clientId,
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
    maxTokenAge: '5 minutes',
  })
  const { sid, sub, jti, events } = payload
  const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events
  if (!isLogout || 'nonce' in payload || typeof jti !== 'string') throw new Error('This is no logout token')
  if (typeof sid !== 'string' && typeof sub !== 'string') throw new Error('Whom is it about?')
  return { sid: typeof sid === 'string' ? sid : undefined, sub, jti }
}

function freshToken(): string {
  return randomBytes(32).toString('base64url')
}
