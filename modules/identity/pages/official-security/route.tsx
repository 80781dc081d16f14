import { Type } from 'typebox'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import { factorsOf, renewRecoveryCodes } from '../../officials/factors.ts'
import type { Official } from '../../officials/official.ts'
import { partyOf } from '../../officials/passkey.ts'
import { lastDayOf } from '../../officials/term.ts'
import { postsOf } from '../../queries/officials.ts'
import { livingGrantsOf } from '../../queries/officials-grants.ts'
import type { IdentityServices } from '../../services.ts'
import { RecoveryCodesPage } from '../official-sign-in/codes-view.tsx'
import { roleWords } from '../role-words.ts'
import { appPages } from './app.tsx'
import { changePasswordPage } from './change-password.tsx'
import { confirmPage } from './confirm.tsx'
import { keyPages } from './keys.tsx'
import { freshOfficial, presentOfficial, SECURITY } from './present.ts'
import { type Done, words } from './text.ts'
import { SecurityPage } from './view.tsx'

const Query = Type.Object({
  xong: Type.Optional(Type.String({ maxLength: 20 })),
  ma: Type.Optional(Type.Literal('da-dung')),
})
const Body = Type.Object({ _csrf: Type.Optional(Type.String({ maxLength: 200 })) })

/** Bảo mật tài khoản cán bộ. */
export function officialSecurityPages(app: App, services: IdentityServices): void {
  const { db, clock, publicUrl } = services
  app.get(
    SECURITY,
    { schema: { querystring: Query }, config: { access: 'official' } },
    async (request, reply) => {
      const { official } = await presentOfficial(services, request)
      const page = (
        <SecurityPage
          {...(await standing(services, official, request.lang))}
          shell={shellOf(request)}
          token={reply.generateCsrf()}
          official={official}
          factors={await factorsOf(db, official.accountId)}
          isAdministrator={request.actor.kind === 'administrator'}
          canUseKeys={partyOf(publicUrl) !== undefined}
          done={doneIn(request.query.xong)}
          hasUsedCode={request.query.ma !== undefined}
        />
      )
      return sendPage(reply.header('cache-control', 'no-store'), 200, page)
    },
  )

  app.post(
    `${SECURITY}/ma-khoi-phuc`,
    { schema: { body: Body }, config: { access: 'official' } },
    async (request, reply) => {
      const present = await freshOfficial(services, request, reply, SECURITY)
      if (!present) return reply
      const codes = await db.transaction((tx) => renewRecoveryCodes(tx, present.official, clock()))
      const page = <RecoveryCodesPage shell={shellOf(request)} codes={codes} next={SECURITY} />
      return sendPage(reply.header('cache-control', 'no-store'), 200, page)
    },
  )

  changePasswordPage(app, services)
  appPages(app, services)
  keyPages(app, services)
  confirmPage(app, services)
}

/** Posts and rights in words. */
async function standing(
  { db, clock }: IdentityServices,
  { accountId }: Official,
  lang: Lang,
): Promise<{ posts: string[]; rights: string[] }> {
  const now = clock()
  const [posts, grants] = await Promise.all([postsOf(db, [accountId]), livingGrantsOf(db, accountId, now)])
  const held = posts.filter(({ endedAt }) => !endedAt)
  const briefs = await agencyBriefs(
    db,
    [...held, ...grants].map(({ agency }) => agency),
    civilDate(now),
  )
  const named = (handle: string) => {
    const brief = briefs.get(handle)
    return (lang === 'en' ? brief?.nameEn : brief?.name) ?? handle
  }
  return {
    posts: held.map(({ title, agency }) => `${title}, ${named(agency)}`),
    rights: grants.map(({ role, agency, untilAt }) =>
      words[lang].right(roleWords[lang][role], named(agency), formatDate(lastDayOf(untilAt))),
    ),
  }
}

function doneIn(told: string | undefined): Done | undefined {
  return told !== undefined && isDone(told) ? told : undefined
}

function isDone(told: string): told is Done {
  return Object.hasOwn(words.vi.done, told)
}
