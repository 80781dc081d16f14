import * as oidc from 'openid-client'
import { Refusal } from '#kernel/refusal'
import type { Assurance } from './session.ts'
import { CLAIM_NAMES } from './vneid-claims.ts'

export type VneidSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Of this portal, without a slash at the end. */
  readonly publicUrl: string
}

/** Where VNeID sends people back to. Registered there word for word. */
export const ANSWER_PATH = '/dang-nhap/vneid/tra-loi'
export const SIGNED_OUT_PATH = '/dang-xuat/xong'

/** VNeID answers within this time, or is taken to be away. */
const TIMEOUT_SECONDS = 5
/** How far the clocks of VNeID and this machine may lie apart. */
const CLOCK_TOLERANCE_SECONDS = 120
/** Keys and addresses are asked for again after this time. */
const DISCOVERY_MS = 600_000

type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type VneidAnswer = {
  readonly claims: Readonly<Record<string, unknown>>
  readonly assurance: Assurance
  /** Shown to VNeID again at sign-out. */
  readonly idToken: string
}

/** VNeID, the national electronic identification (Hệ thống định danh và xác thực điện tử), as we speak to it. */
/** `isFresh`: VNeID has to ask the person anew, whatever it remembers of this browser (OpenID Connect Core 3.1.2.1). */
export type SignInWish = { readonly level: Assurance; readonly isFresh?: boolean }

export type Vneid = {
  /** Where its pages are: forms may lead there. */
  readonly origin: string
  readonly issuer: string
  /** @throws Refusal `identity.vneid_away` */
  readonly signInUrl: (secrets: Secrets, wish: SignInWish, now: Date) => Promise<string>
  /** Takes the answer apart. @throws Refusal `identity.vneid_away`, `identity.answer_wrong`, `identity.clock_wrong`, … */
  readonly readAnswer: (query: URLSearchParams, secrets: Secrets, now: Date) => Promise<VneidAnswer>
  /** @throws Refusal `identity.vneid_away` */
  readonly signOutUrl: (idToken: string, now: Date) => Promise<string>
}

/** Speaks OpenID Connect with VNeID: code flow with PKCE, state, nonce and issuer check (RFC 9700, RFC 9207). */
export function openVneid(settings: VneidSettings): Vneid {
  const configuration = rememberedConfiguration(settings)
  const redirectUri = `${settings.publicUrl}${ANSWER_PATH}`
  return {
    origin: new URL(settings.issuer).origin,
    issuer: settings.issuer,
    signInUrl: async ({ state, nonce, verifier }, { level, isFresh }, now) =>
      oidc.buildAuthorizationUrl(await configuration(now), {
        redirect_uri: redirectUri,
        scope: 'openid',
        acr_values: `LoA${level}`,
        ...(isFresh ? { prompt: 'login' } : {}),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href,
    readAnswer: async (query, secrets, now) =>
      readAnswer(await configuration(now), new URL(`${redirectUri}?${query}`), secrets, now),
    signOutUrl: async (idToken, now) =>
      oidc.buildEndSessionUrl(await configuration(now), {
        ...(saysNothingPersonal(idToken) ? { id_token_hint: idToken } : {}),
        post_logout_redirect_uri: `${settings.publicUrl}${SIGNED_OUT_PATH}`,
      }).href,
  }
}

async function readAnswer(
  config: oidc.Configuration,
  url: URL,
  secrets: Secrets,
  now: Date,
): Promise<VneidAnswer> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      idTokenExpected: true,
    })
    const idToken = tokens.claims()
    if (!idToken || !tokens.id_token) throw new Refusal('identity.answer_wrong')
    requireFresh(idToken.iat, now)
    const claims = await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub)
    return { claims, assurance: assuranceOf(idToken['acr']), idToken: tokens.id_token }
  } catch (error) {
    throw asRefusal(error)
  }
}

/** A token that speaks of more than an id may not go into an address, where others can read it; the client's id then does. */
function saysNothingPersonal(idToken: string): boolean {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return typeof payload === 'object' && payload !== null && !CLAIM_NAMES.some((name) => name in payload)
}

/** The library looks at the end of a token only. A token from the future, or an old one, means that a clock is wrong. */
function requireFresh(issuedAt: number, now: Date): void {
  const apart = Math.abs(now.getTime() / 1_000 - issuedAt)
  if (apart > CLOCK_TOLERANCE_SECONDS) throw new Refusal('identity.clock_wrong')
}

function assuranceOf(acr: unknown): Assurance {
  if (acr === 'LoA1') return 1
  if (acr === 'LoA2') return 2
  throw new Refusal('identity.answer_wrong')
}

/** Discovery on first use. A failure is not remembered: the next person asks again. */
function rememberedConfiguration(settings: VneidSettings): (now: Date) => Promise<oidc.Configuration> {
  let known: { readonly config: oidc.Configuration; readonly at: number } | undefined
  return async (now) => {
    if (known && Math.abs(now.getTime() - known.at) < DISCOVERY_MS) return known.config
    try {
      known = { config: await discover(settings), at: now.getTime() }
    } catch (error) {
      throw asRefusal(error)
    }
    return known.config
  }
}

async function discover({ issuer, clientId, clientSecret }: VneidSettings): Promise<oidc.Configuration> {
  // Signatures are checked although the token comes straight from VNeID (OpenID Connect Core, 3.1.3.7 allows to skip it).
  const execute = [oidc.enableNonRepudiationChecks, ...(isNearby(issuer) ? [oidc.allowInsecureRequests] : [])]
  const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS }
  return oidc.discovery(new URL(issuer), clientId, metadata, oidc.ClientSecretPost(clientSecret), {
    execute,
    timeout: TIMEOUT_SECONDS,
  })
}

/** Without TLS only on this very machine. */
function isNearby(issuer: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(issuer)
}

/** What the library says, in our words. The reason goes along as the cause, for the log. */
function asRefusal(error: unknown): Error {
  if (error instanceof Refusal) return error
  const refusal = new Refusal(codeFor(error))
  refusal.cause = error
  return refusal
}

function codeFor(error: unknown): string {
  if (error instanceof oidc.AuthorizationResponseError) return codeForDenial(error.error)
  // `fetch` throws a TypeError when nobody answers at all.
  if (error instanceof TypeError) return 'identity.vneid_away'
  if (!(error instanceof oidc.ClientError)) return 'identity.answer_wrong'
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return 'identity.vneid_away'
  if (error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && isAway(error.cause)) return 'identity.vneid_away'
  return error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' ? 'identity.clock_wrong' : 'identity.answer_wrong'
}

function isAway(cause: unknown): boolean {
  return cause instanceof Response && cause.status >= 500
}

function codeForDenial(error: string): string {
  if (error === 'access_denied') return 'identity.sign_in_cancelled'
  if (error === 'unmet_authentication_requirements') return 'identity.level_not_reached'
  return /^(server_error|temporarily_unavailable)$/.test(error)
    ? 'identity.vneid_away'
    : 'identity.answer_wrong'
}
