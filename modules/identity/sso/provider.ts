import type { JWK } from 'jose'
import Provider, { type Client, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { Database } from '#platform/db'
import { consentOf } from '../queries/sso-consents.ts'
import { accountFinder } from './account.ts'
import { artifactStore } from './artifact-store.ts'
import { isSecretOf, OWN_METADATA } from './client-metadata.ts'
import { letItsFormLeave } from './form-action.ts'
import { ALGORITHMS } from './keys.ts'
import { pairwiseSubject } from './pairwise.ts'
import { interactions, LEVELS } from './policy.ts'
import { SCOPE_NAMES, SCOPES } from './scopes.ts'
import { showProblem } from './show-problem.tsx'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

/** How long what is handed out lives, in seconds. */
const LIFETIMES = {
  AccessToken: 15 * MINUTE_S,
  AuthorizationCode: MINUTE_S,
  Grant: 14 * DAY_S,
  IdToken: 15 * MINUTE_S,
  Interaction: HOUR_S,
  RefreshToken: 14 * DAY_S,
  /** As long as a session of the portal lives at the very most. */
  Session: 12 * HOUR_S,
} as const

/** Cookies of single sign-on. The one that says who somebody is remains that of the portal. */
export const COOKIES = { session: 'phien_sso', interaction: 'phien_hoi', resume: 'phien_tiep' } as const

export const PATHS = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  userinfo: '/oauth2/userinfo',
  introspection: '/oauth2/introspect',
  revocation: '/oauth2/revoke',
  jwks: '/oauth2/jwks',
  end_session: '/oidc/logout',
} as const

/** Where a person is asked: to sign in, or whether they agree. */
export const QUESTION_PATH = '/xac-nhan'

type Parts = {
  readonly db: Database
  readonly clock: () => Date
  readonly publicUrl: string
  readonly jwks: readonly JWK[]
  /** Makes pairwise subjects. */
  readonly salt: Buffer
  readonly onFault: (error: Error) => void
}

/** The OpenID provider with these keys. Cheap to make: other keys, another provider. */
export function makeProvider(parts: Parts): Provider {
  const provider = new Provider(parts.publicUrl, configuration(parts))
  // What scheme and host a request came by is told by the settings, not by whoever asks (see `hand-over.ts`).
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = function (this: Client, shown: string) {
    return isSecretOf(this.clientSecret, shown)
  }
  provider.on('server_error', (_ctx, error) => parts.onFault(error))
  provider.onerror = parts.onFault
  provider.use(async (ctx, next) => {
    await next()
    letItsFormLeave(ctx)
  })
  return provider
}

function configuration(parts: Parts): Configuration {
  const { db, clock, jwks, salt, publicUrl } = parts
  return {
    adapter: artifactStore(db, clock),
    jwks: { keys: [...jwks] },
    findAccount: accountFinder({ db, clock }),
    ...whatIsSupported(),
    ...whatIsRequired(),
    cookies: {
      names: COOKIES,
      long: { httpOnly: true, sameSite: 'lax', path: '/oauth2' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    interactions: {
      policy: interactions(),
      url: (_ctx, interaction) => `${QUESTION_PATH}/${interaction.uid}`,
    },
    loadExistingGrant: (ctx) => grantFor(ctx, db),
    pairwiseIdentifier: async (_ctx, accountId, { redirectUris: [uri = publicUrl] = [] }) =>
      pairwiseSubject(salt, uri, accountId),
    renderError: showProblem,
    ttl: LIFETIMES,
  }
}

function whatIsSupported(): Configuration {
  return {
    acrValues: LEVELS,
    claims: Object.fromEntries(SCOPE_NAMES.map((name) => [name, [...SCOPES[name].claims]])),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    discovery: { ui_locales_supported: ['vi', 'en'], claims_locales_supported: ['vi'] },
    enabledJWA: { idTokenSigningAlgValues: [...ALGORITHMS] },
    extraClientMetadata: { properties: [...OWN_METADATA] },
    features: {
      backchannelLogout: { enabled: true },
      claimsParameter: { enabled: false },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      introspection: {
        enabled: true,
        // A client learns about its own tokens and about nobody else's (RFC 7662, section 4).
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        // Somebody else's token is answered like one that is not there (RFC 7009, section 2.1).
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true },
      userinfo: { enabled: true },
    },
    responseTypes: ['code'],
    routes: PATHS,
    scopes: SCOPE_NAMES,
    subjectTypes: ['public', 'pairwise'],
  }
}

function whatIsRequired(): Configuration {
  return {
    // RFC 9700, section 2.1.1. Existing clients that cannot are registered as such, one by one.
    pkce: { required: (_ctx, client) => client['motcua_legacy'] !== true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 5,
    expiresWithSession: async (_ctx, source) => !source.scopes.has('offline_access'),
    // Existing clients read a refresh token out of every answer. Theirs ends with the session.
    issueRefreshToken: async (_ctx, client, source) =>
      source.scopes.has('offline_access') || client['motcua_legacy'] === true,
    // A new one at every use, so that a stolen one shows (RFC 9700, section 4.14.2).
    rotateRefreshToken: true,
    // Withdrawing one access token withdraws no consent.
    revokeGrantPolicy: (ctx) => ctx.oidc.route !== 'revocation',
    clientBasedCORS: () => false,
  }
}

/** What the person has agreed to before, in this session or in another, and has not withdrawn. */
async function grantFor(ctx: KoaContextWithOIDC, db: Database) {
  const { provider, client, session, account } = ctx.oidc
  if (!client || !session || !account) return undefined
  const known = ctx.oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  const grant = known ? await provider.Grant.find(known) : undefined
  if (grant) return grant

  const consent = await consentOf(db, { accountId: account.accountId, clientId: client.clientId })
  if (!consent) return undefined
  const fresh = new provider.Grant({ accountId: account.accountId, clientId: client.clientId })
  fresh.addOIDCScope(consent.scopes.join(' '))
  await fresh.save()
  return fresh
}
