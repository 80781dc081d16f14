import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { backPath } from '../../back-path.ts'
import { knownBrowser, markBrowser } from '../../browser.ts'
import { deviceOf } from '../../device.ts'
import { refusals } from '../../refusals.ts'
import type { IdentityServices } from '../../services.ts'
import { backOfSignIn, beginSignIn, finishSignIn } from '../../sign-in.ts'
import { ANSWER_PATH, type Vneid } from '../../vneid.ts'
import { setSessionCookie } from '../../who-is-here.ts'
import { AlreadyPage, SignInFailedPage, SignInPage, StepUpPage, VneidAwayPage } from './view.tsx'

const Back = { ve: Type.Optional(Type.String({ maxLength: 2_000 })) }
const Start = Type.Object({
  ...Back,
  muc: Type.Optional(Type.Union([Type.Literal('1'), Type.Literal('2')])),
  /** Set once when the visitor came by another name of this portal, so that nobody is sent in a circle. */
  lan: Type.Optional(Type.Literal('2')),
  /** An application wants the person to prove themselves anew. */
  moi: Type.Optional(Type.Literal('1')),
})
/** What RFC 6749 (4.1.2) and RFC 9207 put into the answer; VNeID may add more, which is passed over. */
const Answer = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 200 })),
  code: Type.Optional(Type.String({ maxLength: 2_000 })),
  iss: Type.Optional(Type.String({ maxLength: 500 })),
  error: Type.Optional(Type.String({ maxLength: 200 })),
  error_description: Type.Optional(Type.String({ maxLength: 2_000 })),
})

/** Đăng nhập bằng VNeID: the page, the way there, and the way back. */
export function signInPages(app: App, services: IdentityServices): void {
  const { db, clock, publicUrl } = services
  const isHttps = publicUrl.startsWith('https:')

  app.get(
    '/dang-nhap',
    { schema: { querystring: Type.Object(Back) }, config: { access: 'anyone' } },
    (request, reply) => {
      const shell = shellOf(request)
      const back = backPath(request.query.ve)
      const page = request.session ? (
        <AlreadyPage shell={shell} back={back} />
      ) : (
        <SignInPage shell={shell} back={back} isReady={services.vneid !== undefined} />
      )
      return sendPage(reply, 200, page)
    },
  )

  app.get(
    '/dang-nhap/muc-2',
    { schema: { querystring: Type.Object(Back) }, config: { access: 'applicant' } },
    (request, reply) => {
      const back = backPath(request.query.ve)
      if (request.session?.assurance === 2) return reply.redirect(back, 302)
      return sendPage(reply, 200, <StepUpPage shell={shellOf(request)} back={back} />)
    },
  )

  app.get(
    '/dang-nhap/vneid',
    { schema: { querystring: Start }, config: { access: 'anyone' } },
    async (request, reply) => {
      const { ve, muc, lan, moi } = request.query
      const back = backPath(ve)
      // VNeID sends people back to the one name that it knows; the cookie has to be there too.
      if (!lan && request.host !== new URL(publicUrl).host) {
        return reply.redirect(
          `${publicUrl}/dang-nhap/vneid?${new URLSearchParams({ ve: back, muc: muc ?? '1', lan: '2', ...(moi && { moi }) })}`,
          302,
        )
      }
      const level = muc === '2' ? 2 : 1
      const accountId = level === 2 ? request.session?.accountId : undefined
      const browser = markBrowser(request, reply, isHttps)
      return answering(
        request,
        reply,
        async () => back,
        async () => {
          const wish = { browser, level, back, accountId, isFresh: moi === '1' } as const
          const url = await beginSignIn(db, vneidOf(services), wish, clock())
          return reply.header('cache-control', 'no-store').redirect(url, 302)
        },
      )
    },
  )

  app.get(
    ANSWER_PATH,
    { schema: { querystring: Answer }, config: { access: 'anyone' } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
      const query = new URLSearchParams()
      for (const name of Object.keys(Answer.properties)) {
        const value = request.query[name as keyof typeof request.query]
        if (value !== undefined) query.set(name, value)
      }
      const arrival = {
        query,
        browser: knownBrowser(request),
        session: request.session,
        device: deviceOf(request.headers['user-agent']),
      }
      const backOf = () => backOfSignIn(db, query.get('state') ?? '', arrival.browser)
      return answering(request, reply, backOf, async () => {
        const { token, back, isNew } = await finishSignIn(db, vneidOf(services), arrival, clock())
        setSessionCookie(reply, token, isHttps)
        return reply.redirect(isNew ? `/dang-nhap/lan-dau?ve=${encodeURIComponent(back)}` : back, 302)
      })
    },
  )
}

function vneidOf({ vneid }: IdentityServices): Vneid {
  if (!vneid) throw new Refusal('identity.vneid_unset')
  return vneid
}

/** A refusal on the way to VNeID or back has a page of its own, which says how to go on. It is logged without a name. */
async function answering(
  request: FastifyRequest,
  reply: FastifyReply,
  backOf: () => Promise<string>,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    const words = error instanceof Refusal ? refusals[error.code] : undefined
    if (!(error instanceof Refusal) || !words) throw error
    request.log.warn({ refusal: error.code, why: reasonOf(error.cause) }, 'a sign-in was refused')
    const shell = shellOf(request)
    const back = await backOf()
    const page =
      words.status === 503 ? (
        <VneidAwayPage shell={shell} back={back} refusal={error} />
      ) : (
        <SignInFailedPage shell={shell} back={back} refusal={error} reference={request.id} />
      )
    return sendPage(reply, words.status, page)
  }
}

/** What the library said, without what VNeID said: that could name a person. */
function reasonOf(cause: unknown): string | undefined {
  return cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 200) : undefined
}
