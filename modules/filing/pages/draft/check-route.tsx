import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findFiles, type StoredFile } from '#documents'
import { type Answers, checkAnswers, type Form, placeFinder } from '#forms'
import { civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { type Draft, formOfDraft, requireDraft } from '../../draft.ts'
import type { FilingServices } from '../../services.ts'
import { Incomplete, submitDraft } from '../../submit.ts'
import { type Filer, filerOf, requireCovered } from '../../whose.ts'
import { CheckPage } from './view.tsx'

export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 })
export const Params = Type.Object({ id: Id })

type Mine = { readonly draft: Draft; readonly filer: Filer }

/** The draft of whoever asks, or of whom they act for. @throws Refusal `filing.draft_not_found`, `filing.not_covered` */
export async function mine(db: Db, request: FastifyRequest, reply: FastifyReply, id: string): Promise<Mine> {
  const filer = filerOf(request)
  const draft = await requireDraft(db, { id, owner: filer.owner })
  requireCovered(request, draft.procedureCode)
  reply.header('cache-control', 'no-store')
  return { draft, filer }
}

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

/** The answers as they would be filed today, and what keeps them from it. */
export async function checked(db: Db, form: Form, given: Answers, now: Date) {
  const today = civilDate(now)
  const { answers, problems } = await checkAnswers(form, given, { today, findPlace: placeFinder(db, today) })
  return { answers, problems: problems.filter(({ code }) => code !== 'unknown_field') }
}

/** The files that answers name, by id. */
export async function filesIn(db: Db, answers: Answers): Promise<ReadonlyMap<string, StoredFile>> {
  const ids = Object.values(answers).flatMap((answer) =>
    Array.isArray(answer)
      ? answer.filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      : [],
  )
  return findFiles(db, ids)
}
