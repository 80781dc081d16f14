import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  type Answers,
  checkOnePage,
  type Form,
  isAsked,
  type Page,
  type Posted,
  type Problem,
  placeFinder,
  unaskedOnPage,
} from '#forms'
import { civilDate } from '#kernel/civil-date'
import { formatTime } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { bringUpToDate, type Draft, deleteDraft, formOfDraft, saveAnswers } from '../../draft.ts'
import { requireFileable } from '../../procedure.ts'
import type { FilingServices } from '../../services.ts'
import { readPosted } from '../posted-page.ts'
import { checkRoutes } from './check-route.tsx'
import { checked, filesIn, Id, mine, Params } from './my-draft.ts'
import { words } from './text.ts'
import { DeletedPage, QuestionPage, TaskListPage } from './view.tsx'

const PageParams = Type.Object({ id: Id, page: Type.String({ maxLength: 60 }) })
const Back = Type.Object({ ve: Type.Optional(Type.Literal('kiem-tra')) })

/** Soạn hồ sơ: the list of its parts, a page of questions each, the check, and the filing. */
export function draftPages(app: App, services: FilingServices): void {
  listRoute(app, services)
  questionRoutes(app, services)
  checkRoutes(app, services)
  deleteRoutes(app, services)
}

function listRoute(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(
    '/ban-nhap/:id',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft } = await mine(db, request, reply, request.params.id)
      if (draft.dossierCode) return reply.redirect(`/ho-so/${draft.dossierCode}/bien-nhan`, 302)
      const now = clock()
      const token = reply.generateCsrf()
      if (draft.deletedAt)
        return sendPage(reply, 200, <DeletedPage shell={shellOf(request)} draft={draft} token={token} />)
      const procedure = await requireFileable(db, draft.procedureCode)
      const { form, hasChanged } = await bringUpToDate(db, { draft, procedure, now })
      const { problems } = await checked(db, form, draft.answers, now)
      const page = {
        shell: shellOf(request),
        draft,
        form,
        problems,
        today: civilDate(now),
        token,
        hasChanged,
      }
      return sendPage(reply, 200, <TaskListPage {...page} />)
    },
  )
}

function questionRoutes(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(
    '/ban-nhap/:id/:page',
    { schema: { params: PageParams, querystring: Back }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft } = await mine(db, request, reply, request.params.id)
      if (draft.dossierCode || draft.deletedAt) return reply.redirect(`/ban-nhap/${draft.id}`, 302)
      const { page } = await pageOf(db, draft, request.params.page)
      return showQuestions(services, {
        request,
        reply,
        draft,
        page,
        typed: draft.answers,
        problems: [],
        back: request.query.ve,
      })
    },
  )
  app.post(
    '/ban-nhap/:id/:page',
    { schema: { params: PageParams, querystring: Back }, config: { access: 'applicant', uploads: true } },
    async (request, reply) => {
      const { draft, filer } = await mine(db, request, reply, request.params.id)
      if (draft.dossierCode) return reply.redirect(`/ban-nhap/${draft.id}`, 303)
      const { page, form } = await pageOf(db, draft, request.params.page)
      const now = clock()
      const body = (request.body ?? {}) as Posted
      const files = request.postedFiles ?? []
      const posted = await readPosted(services, page, {
        body,
        files,
        owner: filer.owner,
        actor: filer.actor,
        now,
      })
      const today = civilDate(now)
      const pageFields = page.fields.map(({ id }) => id)
      if (body['_luuNhap'] !== undefined) {
        await saveAnswers(db, { draft, answers: posted.answers, pageFields, now })
        const given = { answers: draft.answers, typed: posted.answers, today }
        return reply.send({
          said: words[request.lang].selfSaved(formatTime(now)),
          unasked: unaskedOnPage(page, given),
        })
      }
      const context = { today, findPlace: placeFinder(db, today) }
      const { answers, problems } = await checkOnePage(
        page,
        { before: draft.answers, given: posted.answers },
        context,
      )
      const all = [...posted.problems, ...problems]
      // What is right is kept in its one spelling, a page with mistakes as it was typed.
      const kept = all.length === 0 ? pick(answers, pageFields) : posted.answers
      await saveAnswers(db, { draft, answers: kept, pageFields, now })
      const back = request.query.ve
      const stays = posted.isChange || body['_taiTep'] !== undefined
      if (stays && posted.problems.length === 0) {
        const where = `/ban-nhap/${draft.id}/${page.id}${back ? `?ve=${back}` : ''}`
        return reply.redirect(where, 303)
      }
      if (all.length > 0) {
        return showQuestions(services, {
          request,
          reply,
          draft,
          page,
          typed: posted.answers,
          problems: stays ? posted.problems : all,
          back,
        })
      }
      return reply.redirect(
        back ? `/ban-nhap/${draft.id}/kiem-tra` : nextAfter(form, page, answers, { draft, today }),
        303,
      )
    },
  )
}

type Questions = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly draft: Draft
  readonly page: Page
  readonly typed: Answers
  readonly problems: readonly Problem[]
  readonly back: 'kiem-tra' | undefined
}

async function showQuestions({ db, clock }: FilingServices, shown: Questions) {
  const { request, reply, draft, page, typed, problems, back } = shown
  const { lang } = request
  const files = await filesIn(db, typed)
  const view = {
    shell: shellOf(request),
    title: words[lang].list,
    action: `/ban-nhap/${draft.id}/${page.id}${back ? `?ve=${back}` : ''}`,
    backHref: back ? `/ban-nhap/${draft.id}/kiem-tra` : `/ban-nhap/${draft.id}`,
    page,
    answers: draft.answers,
    typed,
    problems,
    files,
    prefilled: draft.prefilled,
    today: civilDate(clock()),
    token: reply.generateCsrf(),
  }
  return sendPage(reply, problems.length > 0 ? 422 : 200, <QuestionPage {...view} />)
}

function deleteRoutes(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.post(
    '/ban-nhap/:id/xoa',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft } = await mine(db, request, reply, request.params.id)
      await deleteDraft(db, { draft, at: clock() })
      return reply.redirect(`/ban-nhap/${draft.id}`, 303)
    },
  )
  app.post(
    '/ban-nhap/:id/khoi-phuc',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { draft } = await mine(db, request, reply, request.params.id)
      await deleteDraft(db, { draft, at: undefined })
      return reply.redirect(`/ban-nhap/${draft.id}`, 303)
    },
  )
}

async function pageOf(db: Db, draft: Draft, id: string): Promise<{ form: Form; page: Page }> {
  const form = await formOfDraft(db, draft)
  const page = form.pages.find((one) => one.id === id)
  if (!page) throw new Refusal('filing.draft_not_found')
  return { form, page }
}

function nextAfter(
  form: Form,
  page: Page,
  answers: Answers,
  { draft, today }: { draft: Draft; today: ReturnType<typeof civilDate> },
): string {
  const asked = form.pages.filter((one) => isAsked(one, answers, today))
  const next = asked[asked.findIndex(({ id }) => id === page.id) + 1]
  return next ? `/ban-nhap/${draft.id}/${next.id}` : `/ban-nhap/${draft.id}/kiem-tra`
}

function pick(answers: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(ids.map((id) => [id, answers[id]]).filter(([, value]) => value !== undefined))
}
