import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findAgency } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { withBack } from '../../back-path.ts'
import { clientById } from '../../queries/sso-clients.ts'
import type { IdentityServices } from '../../services.ts'
import type { Session } from '../../session.ts'
import { policyLeadingTo } from '../../sso/form-action.ts'
import type { Sso } from '../../sso/open-sso.ts'
import { QUESTION_PATH } from '../../sso/provider.ts'
import {
  type Asked,
  answerConsent,
  answerNo,
  answerSignIn,
  isAnswered,
  readQuestion,
} from '../../sso/question.ts'
import { OFFICIALS_PAGE } from '../../way-to-sign-in.ts'
import { type Application, ConsentPage, OnwardPage } from './view.tsx'

const Params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const Body = Type.Object({
  'tra-loi': Type.Union([Type.Literal('dong-y'), Type.Literal('khong')]),
  _csrf: Type.Optional(Type.String()),
})

/** Xác nhận kết nối: what is asked before an agency's application gets an answer: who somebody is, and whether they agree. */
export function consentPage(app: App, services: IdentityServices, sso: Sso): void {
  const { db, clock } = services
  const url = `${QUESTION_PATH}/:uid`

  app.get(url, { schema: { params: Params }, config: { access: 'anyone' } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const provider = await sso.provider()
    const asked = await readQuestion(provider, request, reply, request.params.uid)
    const { session } = request
    const { question } = asked
    const answering = { provider, request, reply }
    if (question.kind === 'other_person')
      return reply.redirect(await answerNo(answering, 'login_required'), 303)
    if (!session) throw new Refusal('access.sign_in')
    if (question.kind === 'consent') return showConsent(services, { request, reply, asked })
    if (!isAnswered(session, asked)) return reply.redirect(signInAgain(session, asked), 303)
    const onward = await answerSignIn(answering, session)
    // A sign-in that has just ended began with a form, whose redirects may not leave the portal: the chain ends here.
    if (session.openedAt.getTime() < asked.askedAtMs) return reply.redirect(onward, 303)
    const { name } = await applicationOf(services, asked.clientId)
    reply.header('refresh', `0;url=${onward}`)
    return sendPage(reply, 200, <OnwardPage shell={shellOf(request)} name={name} href={onward} />)
  })

  app.post(
    url,
    { schema: { params: Params, body: Body }, config: { access: 'signed_in' } },
    async (request, reply) => {
      const provider = await sso.provider()
      const asked = await readQuestion(provider, request, reply, request.params.uid)
      const { session } = request
      if (!session) throw new Refusal('access.sign_in')
      const answering = { provider, request, reply }
      const onward =
        request.body['tra-loi'] === 'dong-y'
          ? await answerConsent(answering, { asked, session, db, now: clock() })
          : await answerNo(answering, 'access_denied')
      return reply.header('cache-control', 'no-store').redirect(onward, 303)
    },
  )
}

/** Straight to where a fresh proof, or a better one, is given. */
function signInAgain(session: Session, { uid, question }: Asked): string {
  const back = `${QUESTION_PATH}/${uid}`
  if (session.accountKind === 'official') return withBack(OFFICIALS_PAGE, back)
  const needsMore = question.kind === 'sign_in' && question.level > session.assurance
  if (needsMore) return withBack('/dang-nhap/muc-2', back)
  const isFresh = question.kind === 'sign_in' && question.isFresh
  return withBack(`/dang-nhap/vneid?muc=${session.assurance}${isFresh ? '&moi=1' : ''}`, back)
}

type Showing = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly asked: Asked }

async function showConsent(
  services: IdentityServices,
  { request, reply, asked }: Showing,
): Promise<FastifyReply> {
  const { question, clientId, redirectUri, uid } = asked
  if (question.kind !== 'consent') throw new Refusal('sso.question_over')
  const application = await applicationOf(services, clientId)
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header('content-security-policy', policyLeadingTo(policy, redirectUri))
  return sendPage(
    reply,
    200,
    <ConsentPage
      shell={shellOf(request)}
      csrf={reply.generateCsrf()}
      action={`${QUESTION_PATH}/${uid}`}
      application={application}
      scopes={question.scopes}
      agreed={question.agreed}
    />,
  )
}

async function applicationOf({ db, clock }: IdentityServices, clientId: string): Promise<Application> {
  const client = await clientById(db, clientId)
  if (!client) throw new Refusal('sso.client_unknown')
  const agency = await findAgency(db, client.agency, civilDate(clock()))
  return { name: client.name, agency: agency?.name, purpose: client.purpose, isTest: client.isTest }
}
