import * as oauth from 'oauth4webapi'
import { approveFromMachine, openSession } from '#identity'
import { CENTRE } from '../../modules/identity/officials/role.ts'
import { insertAccount, saveOrganization, savePerson } from '../../modules/identity/queries/accounts.ts'
import type { Registration } from '../../modules/identity/sso/registration.ts'
import { BrowserLike } from './browser-like.ts'
import { COMPANY, LAN, MINH } from './people-of-sso.ts'
import { type World, test as worldTest } from './world.ts'

export { COMPANY, LAN, MINH }

export const PORTAL = 'http://portal.test'
export const CALLBACK = 'https://mcdt.tinh.gov.vn/callback'

export type TestClient = { readonly clientId: string; readonly secret: string }

/** An approved application, with a secret where it may have one. */
export async function approvedClient(
  { db, services }: Pick<World, 'db' | 'services'>,
  change: Partial<Registration> = {},
): Promise<TestClient> {
  const { clientId, secret = '' } = await approveFromMachine(db, { ...PLAIN, ...change }, services.clock())
  return { clientId, secret }
}

const PLAIN: Registration = {
  agency: CENTRE,
  name: 'Một cửa điện tử',
  purpose: 'Tiếp nhận hồ sơ của bạn',
  contact: 'mcdt@example.vn',
  redirectUris: [CALLBACK],
  signOutUris: ['https://mcdt.tinh.gov.vn/'],
  backChannelUri: null,
  scopes: ['openid', 'dinh_danh', 'lien_he', 'profile', 'offline_access'],
  authentication: 'secret',
  subjectType: 'public',
  level: 1,
  algorithm: 'RS256',
  isLegacy: false,
  isTest: false,
}

/** Somebody whose account the portal knows. */
export async function addPeople({ db, services }: Pick<World, 'db' | 'services'>): Promise<void> {
  const now = services.clock()
  for (const person of [LAN, MINH]) {
    await insertAccount(db, { id: person.accountId, kind: 'person', now })
    await savePerson(db, person)
  }
  await insertAccount(db, { id: COMPANY.accountId, kind: 'organization', now })
  await saveOrganization(db, COMPANY)
}

type Someone = { readonly accountId: string; readonly assurance?: 1 | 2 }

/** A browser in which somebody is signed in at the portal. */
export async function signedIn(
  world: Pick<World, 'app' | 'db' | 'services'>,
  someone: Someone,
): Promise<BrowserLike> {
  const browser = new BrowserLike(world.app)
  browser.setCookie('phien', await openPortalSession(world, someone))
  return browser
}

export async function openPortalSession(
  { db, services }: Pick<World, 'db' | 'services'>,
  { accountId, assurance = 1 }: Someone,
): Promise<string> {
  const accountKind = accountId === COMPANY.accountId ? 'organization' : 'person'
  return db.transaction((tx) =>
    openSession(tx, {
      accountId,
      accountKind,
      assurance,
      device: 'test',
      means: 'vneid',
      now: services.clock(),
    }),
  )
}

/** Follows a request through the portal until it leaves it, or stops at a page. A consent page is answered as `says`. */
export async function travel(
  browser: BrowserLike,
  url: string,
  says: 'dong-y' | 'khong' | 'stop' = 'dong-y',
) {
  let answer = await browser.ask('GET', url)
  for (let count = 0; count < 12; count += 1) {
    const { location, refresh } = answer.headers
    const next = location ?? refresh?.replace(/^0;url=/, '')
    if (next !== undefined) {
      const to = new URL(next, answer.url)
      if (to.origin !== PORTAL) return { left: to, page: answer }
      answer = await browser.ask('GET', to.href)
    } else if (
      says !== 'stop' &&
      answer.body.includes('name="tra-loi"') &&
      answer.url.includes('/xac-nhan/')
    ) {
      answer = await sendAnswer(browser, says)
    } else return { left: undefined, page: answer }
  }
  throw new Error('The request goes in a circle')
}

async function sendAnswer(browser: BrowserLike, says: string) {
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  const body = new URLSearchParams({ _csrf: token, 'tra-loi': says }).toString()
  return browser.ask('POST', new URL(browser.last.url).pathname, body)
}

export type Started = {
  readonly url: string
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** A relying party on `oauth4webapi`, against the portal behind `fetch`. */
export class RelyingParty {
  readonly as: oauth.AuthorizationServer
  readonly client: oauth.Client
  readonly auth: oauth.ClientAuth
  readonly secret: string
  readonly options: { [oauth.customFetch]: Fetcher; [oauth.allowInsecureRequests]: true }

  constructor(as: oauth.AuthorizationServer, { clientId, secret }: TestClient, fetcher: Fetcher) {
    this.as = as
    this.client = { client_id: clientId, id_token_signed_response_alg: 'RS256' }
    this.secret = secret
    this.auth = secret ? oauth.ClientSecretBasic(secret) : oauth.None()
    this.options = { [oauth.customFetch]: fetcher, [oauth.allowInsecureRequests]: true }
  }

  async start(change: Readonly<Record<string, string | undefined>> = {}): Promise<Started> {
    const [verifier, state, nonce] = [
      oauth.generateRandomCodeVerifier(),
      oauth.generateRandomState(),
      oauth.generateRandomNonce(),
    ]
    const params: Record<string, string | undefined> = {
      client_id: this.client.client_id,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid dinh_danh',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...change,
    }
    const given = Object.entries(params).filter((one): one is [string, string] => one[1] !== undefined)
    return { url: `${this.as.authorization_endpoint}?${new URLSearchParams(given)}`, verifier, state, nonce }
  }

  /** Sends the code for tokens, without looking at the answer. */
  exchange(
    callback: URL,
    { verifier, state }: Pick<Started, 'verifier' | 'state'>,
    auth = this.auth,
  ): Promise<Response> {
    const params = oauth.validateAuthResponse(this.as, this.client, callback, state)
    return oauth.authorizationCodeGrantRequest(
      this.as,
      this.client,
      auth,
      params,
      CALLBACK,
      verifier,
      this.options,
    )
  }

  get id(): string {
    return this.client.client_id
  }

  /** `Authorization: Basic`, for requests that the library would not send. */
  get basic(): Readonly<Record<string, string>> {
    return { authorization: `Basic ${Buffer.from(`${this.id}:${this.secret}`).toString('base64')}` }
  }

  /** A whole sign-in: consent is given where it is asked. */
  async signIn(browser: BrowserLike, change: Readonly<Record<string, string | undefined>> = {}) {
    const started = await this.start(change)
    const { left } = await travel(browser, started.url)
    if (!left) throw new Error(`Stopped at ${browser.last.url}`)
    const response = await this.exchange(left, started)
    return oauth.processAuthorizationCodeResponse(this.as, this.client, response, {
      expectedNonce: started.nonce,
      requireIdToken: true,
    })
  }
}

/** `fetch` to the portal by the name that it has in tests, over a real socket. */
export type Fetcher = (url: string, options?: Sent) => Promise<Response>
type Sent = Readonly<{
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: BodyInit | null | undefined
  redirect?: RequestRedirect
}>

function fetcherTo(here: string): Fetcher {
  return (url, { method = 'GET', headers = {}, body = null, redirect = 'manual' } = {}) =>
    fetch(url.replace(PORTAL, here), { method, headers, body, redirect })
}

async function discovered(fetcher: Fetcher): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(PORTAL)
  const options = { [oauth.customFetch]: fetcher, [oauth.allowInsecureRequests]: true as const }
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
}

/** A test with the portal listening, people who have accounts there, and what discovery says. */
export const test = worldTest.extend('portal', { scope: 'file' }, async ({ world }) => {
  world.setClock(new Date())
  const here = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const fetcher = fetcherTo(here)
  await addPeople(world)
  const as = await discovered(fetcher)
  return {
    /** Where it really listens. */
    here,
    fetcher,
    as,
    /** A fresh client and the program that uses it. */
    async party(change: Partial<Registration> = {}): Promise<RelyingParty> {
      return new RelyingParty(as, await approvedClient(world, change), fetcher)
    },
    /** A form, sent as a program sends it. */
    post: (
      url: string,
      form: Readonly<Record<string, string>>,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      fetcher(`${PORTAL}${url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
  }
})

/** What stands in a refused answer, and its status. */
export async function faultOf(response: Response): Promise<readonly [number, string]> {
  const { error } = (await response.json()) as { error: string }
  return [response.status, error]
}
