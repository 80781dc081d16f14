import type { FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import type { Db } from '#platform/db'
import { belongsTogether, insertSsoSession } from '../queries/sso-sessions.ts'
import type { Session } from '../session.ts'
import { artifactKey } from './artifact-store.ts'
import { levelName } from './policy.ts'
import { COOKIES } from './provider.ts'

/**
 * The provider's session is that of the portal and nothing of its own: whoever is signed in here is signed in there, from the
 * first request on and with `prompt=none`; whoever is not, is not. Answers the cookie header that the provider gets to see.
 */
export async function linkedCookies(
  provider: Provider,
  db: Db,
  request: FastifyRequest,
  now: Date,
): Promise<string | undefined> {
  const { [COOKIES.session]: known, ...others } = request.cookies
  const id = request.session ? await linkedSession(provider, db, request.session, { known, now }) : undefined
  return cookieHeader(id === undefined ? others : { ...others, [COOKIES.session]: id })
}

type Shown = { readonly known: string | undefined; readonly now: Date }

async function linkedSession(
  provider: Provider,
  db: Db,
  session: Session,
  { known, now }: Shown,
): Promise<string> {
  if (known && (await belongsTogether(db, artifactKey('Session', known), session.key))) {
    await keepUp(provider, known, session)
    return known
  }
  const fresh = new provider.Session()
  fresh.loginAccount(signInOf(session))
  await insertSsoSession(db, { uid: fresh.uid, sessionKey: session.key, accountId: session.accountId, now })
  await fresh.save(secondsLeft(session, now))
  return fresh.jti
}

/** After a step up, or when the person has signed in once more, the provider knows it too. */
async function keepUp(provider: Provider, id: string, session: Session): Promise<void> {
  const linked = await provider.Session.find(id)
  if (!linked) return
  const { acr, loginTs } = signInOf(session)
  if (linked.acr === acr && linked.loginTs === loginTs) return
  linked.loginAccount(signInOf(session))
  await linked.persist()
}

/** How the person signed in, in the provider's words; moments in seconds. */
export function signInOf({ accountId, assurance, means, openedAt }: Session) {
  const loginTs = Math.floor(openedAt.getTime() / 1_000)
  return { accountId, acr: levelName(assurance), amr: [means], loginTs }
}

function secondsLeft({ endsAt }: Session, now: Date): number {
  return Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000))
}

function cookieHeader(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  const pairs = Object.entries(cookies).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  return pairs.length > 0 ? pairs.join('; ') : undefined
}
