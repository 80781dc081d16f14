import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Answers, type Form, isAsked, type Page, type Posted, type Problem } from '#forms'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { answerSupplement } from '../../after-filing.ts'
import { contentOf, type DossierContent, type OwnDossier, requireOwn } from '../../own-dossier.ts'
import { type SupplementRow, supplementsOf } from '../../queries/around.ts'
import type { FilingServices } from '../../services.ts'
import { Incomplete } from '../../submit.ts'
import { filesIn } from '../draft/my-draft.ts'
import { readPosted } from '../posted-page.ts'
import { SupplementPage } from './supplement-view.tsx'
import { hrefOf } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) })

type Asked = OwnDossier & { readonly content: DossierContent; readonly supplement: SupplementRow }

/** Bổ sung hồ sơ on the page: asked once, answered once. */
export function supplementPages(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(
    '/ho-so/:code/bo-sung',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const asked = await requireAsked(services, request, request.params.code)
      return show(services, request, reply, { asked, typed: asked.content.answers, problems: [] })
    },
  )
  app.post(
    '/ho-so/:code/bo-sung',
    { schema: { params: Params }, config: { access: 'applicant', uploads: true } },
    async (request, reply) => {
      const asked = await requireAsked(services, request, request.params.code)
      const { filer, content, dossier } = asked
      const now = clock()
      const sent = {
        body: (request.body ?? {}) as Posted,
        files: request.postedFiles ?? [],
        owner: filer.owner,
        actor: filer.actor,
        now,
      }
      let given: Answers = content.answers
      const problems: Problem[] = []
      let isChange = false
      for (const page of pagesOf(asked, civilDate(now))) {
        const posted = await readPosted(services, page, sent)
        problems.push(...posted.problems)
        isChange ||= posted.isChange
        given = { ...given, ...posted.answers }
      }
      if (isChange || problems.length > 0)
        return show(services, request, reply, { asked, typed: given, problems })
      try {
        await answerSupplement(db, { dossier, filer }, { given, now })
      } catch (error) {
        if (error instanceof Incomplete)
          return show(services, request, reply, { asked, typed: given, problems: error.problems })
        throw error
      }
      return reply.redirect(`${hrefOf(dossier)}?xong=answered`, 303)
    },
  )
}

type Shown = { readonly asked: Asked; readonly typed: Answers; readonly problems: readonly Problem[] }

async function show(
  { db, clock }: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { asked, typed, problems }: Shown,
) {
  const { dossier, content, supplement } = asked
  const today = civilDate(clock())
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    dossier,
    supplement,
    pages: pagesOf(asked, today),
    answers: content.answers,
    typed,
    problems,
    files: await filesIn(db, typed),
    today,
    token: reply.generateCsrf(),
  }
  return sendPage(reply, problems.length > 0 ? 422 : 200, <SupplementPage {...page} />)
}

async function requireAsked({ db }: FilingServices, request: FastifyRequest, code: string): Promise<Asked> {
  const own = await requireOwn(db, request, code)
  const [content, supplements] = await Promise.all([contentOf(db, own.dossier), supplementsOf(db, code)])
  const supplement = supplements.find(({ answeredAt }) => !answeredAt)
  const isOpen = own.dossier.turn === 'applicant' && own.dossier.status !== 9
  if (!content || !supplement || !isOpen) throw new Refusal('filing.nothing_asked')
  return { ...own, content, supplement }
}

/** The pages with a question that was named; all pages with files when none was. */
function pagesOf({ content, supplement }: Asked, today: CivilDate): readonly Page[] {
  const named = supplement.items.flatMap(({ path }) => path?.split(/[.[]/)[0] ?? [])
  const asked = (content.form satisfies Form).pages.filter((page) => isAsked(page, content.answers, today))
  const withNamed = asked.filter(({ fields }) => fields.some(({ id }) => named.includes(id)))
  return withNamed.length > 0
    ? withNamed
    : asked.filter(({ fields }) => fields.some(({ type }) => type === 'files'))
}
