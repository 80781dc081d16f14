import type { FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import { Refusal } from '#kernel/refusal'
import type { Database } from '#platform/db'
import type { Session } from '../session.ts'
import { giveConsent } from './consent.ts'
import { messageFor } from './hand-over.ts'
import { type Scope, scopesIn } from './scopes.ts'
import { signInOf } from './session-link.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** What has to be known before an application gets its answer. */
export type Question =
  | { readonly kind: 'sign_in'; readonly level: 1 | 2; readonly isFresh: boolean }
  /** Somebody else is signed in than the application asked for. */
  | { readonly kind: 'other_person' }
  | { readonly kind: 'consent'; readonly scopes: readonly Scope[]; readonly agreed: readonly Scope[] }

export type Asked = {
  readonly uid: string
  readonly clientId: string
  readonly redirectUri: string
  readonly askedAtMs: number
  readonly question: Question
  readonly interaction: Interaction
}

const SECOND_MS = 1_000

/** @throws Refusal `sso.question_over` when it was answered, has run out, or was put to another browser */
export async function readQuestion(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  uid: string,
): Promise<Asked> {
  const interaction = await details(provider, request, reply)
  if (interaction.uid !== uid) throw new Refusal('sso.question_over')
  const { client_id: clientId, redirect_uri: redirectUri } = interaction.params
  return {
    uid,
    clientId: String(clientId),
    redirectUri: String(redirectUri),
    askedAtMs: (interaction.iat ?? 0) * SECOND_MS,
    question: questionIn(interaction),
    interaction,
  }
}

/** Whether the session of the portal answers the question by itself, so that nobody has to be asked. */
export function isAnswered(session: Session, { question, askedAtMs }: Asked): boolean {
  if (question.kind !== 'sign_in') return false
  // The provider counts in whole seconds.
  const isFresh = session.openedAt.getTime() + SECOND_MS > askedAtMs
  return session.assurance >= question.level && (!question.isFresh || isFresh)
}

type Answering = {
  readonly provider: Provider
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Each of these answers the address at which the provider goes on. */
export async function answerSignIn(
  { provider, request, reply }: Answering,
  session: Session,
): Promise<string> {
  const { accountId, acr, amr, loginTs: ts } = signInOf(session)
  const login = { accountId, acr, amr, ts, remember: true }
  return provider.interactionResult(
    messageFor(provider, request),
    reply.raw,
    { login },
    { mergeWithLastSubmission: false },
  )
}

export async function answerConsent(
  { provider, request, reply }: Answering,
  { asked, session, db, now }: { asked: Asked; session: Session; db: Database; now: Date },
): Promise<string> {
  const { interaction, question, clientId } = asked
  if (question.kind !== 'consent') throw new Refusal('sso.question_over')
  const { accountId } = session
  if (interaction.session?.accountId !== accountId) throw new Refusal('sso.question_over')
  const scopes = [...question.scopes, ...question.agreed]
  const known = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined
  const grant = known ?? new provider.Grant({ accountId, clientId })
  grant.addOIDCScope(scopes.join(' '))
  await db.transaction((tx) => giveConsent(tx, { accountId, clientId, scopes, now }))
  const grantId = await grant.save()
  return provider.interactionResult(messageFor(provider, request), reply.raw, { consent: { grantId } })
}

/** The application hears the reason by its code (OpenID Connect Core, section 3.1.2.6). */
export async function answerNo(
  { provider, request, reply }: Answering,
  error: 'access_denied' | 'login_required',
): Promise<string> {
  const description = { access_denied: 'the person said no', login_required: 'somebody else is signed in' }[
    error
  ]
  const result = { error, error_description: description }
  return provider.interactionResult(messageFor(provider, request), reply.raw, result, {
    mergeWithLastSubmission: false,
  })
}

async function details(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction> {
  try {
    return await provider.interactionDetails(messageFor(provider, request), reply.raw)
  } catch (error) {
    if (error instanceof errors.SessionNotFound) throw new Refusal('sso.question_over')
    throw error
  }
}

function questionIn({ prompt, params }: Interaction): Question {
  const reasons = new Set(prompt.reasons)
  const scope = params['scope']
  const asked = scopesIn(typeof scope === 'string' ? scope : '')
  if (prompt.name === 'consent') {
    const missing = prompt.details['missingOIDCScope']
    const fresh = Array.isArray(missing) ? scopesIn(missing.join(' ')) : asked
    return { kind: 'consent', scopes: fresh, agreed: asked.filter((scope) => !fresh.includes(scope)) }
  }
  if (reasons.has('id_token_hint')) return { kind: 'other_person' }
  return {
    kind: 'sign_in',
    level: prompt.details['level'] === 2 ? 2 : 1,
    isFresh: reasons.has('login_prompt') || reasons.has('max_age'),
  }
}
