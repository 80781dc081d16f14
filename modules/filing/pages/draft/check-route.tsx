import type { FastifyReply, FastifyRequest } from 'fastify'
import { civilDate } from '#kernel/civil-date'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { type Draft, formOfDraft } from '../../draft.ts'
import type { FilingServices } from '../../services.ts'
import { Incomplete, submitDraft } from '../../submit.ts'
import { checked, filesIn, mine, Params } from './my-draft.ts'
import { CheckPage } from './view.tsx'

/** Kiểm tra và nộp. */
export function checkRoutes(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(
    '/ban-nhap/:id/kiem-tra',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft } = await mine(db, request, reply, request.params.id)
      if (draft.dossierCode || draft.deletedAt) return reply.redirect(`/ban-nhap/${draft.id}`, 302)
      return showCheck(services, request, reply, draft)
    },
  )
  app.post(
    '/ban-nhap/:id/nop',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft, filer } = await mine(db, request, reply, request.params.id)
      try {
        const code = await submitDraft(services, { draft, filer, now: clock() })
        return reply.redirect(`/ho-so/${code}/bien-nhan`, 303)
      } catch (error) {
        if (error instanceof Incomplete) return showCheck(services, request, reply, draft)
        throw error
      }
    },
  )
}

async function showCheck(
  { db, clock }: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
) {
  const now = clock()
  const form = await formOfDraft(db, draft)
  const { answers, problems } = await checked(db, form, draft.answers, now)
  const page = {
    shell: shellOf(request),
    draft,
    form,
    problems,
    answers,
    files: await filesIn(db, answers),
    today: civilDate(now),
    token: reply.generateCsrf(),
  }
  return sendPage(reply, problems.length > 0 ? 422 : 200, <CheckPage {...page} />)
}
