import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Procedure } from '#catalogue'
import type { FieldError } from '#design'
import { findFiles } from '#documents'
import { Incomplete, limitsOf, readPosted, requireCompetent, requireFileable, sourceOf } from '#filing'
import { type Answers, type Form, formFor, isAsked, type Posted, type Problem } from '#forms'
import { civilDate } from '#kernel/civil-date'
import { readProcedureCode } from '#kernel/procedure-code'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { type Officer, officerOf } from '../../at-dossier.ts'
import { receiveAtCounter } from '../../receive-at-counter.ts'
import { refusals } from '../../refusals.ts'
import type { OnestopServices } from '../../services.ts'
import { words } from './text.ts'
import { ChoosePage, CounterFormPage } from './view.tsx'

const Query = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  thuTuc: Type.Optional(Type.String({ maxLength: 60 })),
})
const Params = Type.Object({ code: Type.String({ maxLength: 60 }) })
const Desk = Type.Object({ coQuan: Type.Optional(Type.String({ maxLength: 64 })) })

type At = { readonly officer: Officer; readonly procedure: Procedure; readonly form: Form }

/** Tiếp nhận tại quầy: the procedure first, then its form on one page. */
export function counterPages(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua/tiep-nhan',
    { schema: { querystring: Query }, config: { access: 'official' } },
    async (request, reply) => {
      const { coQuan, thuTuc } = request.query
      const officer = await officerOf(db, request, { chosen: coQuan, now: clock() })
      const page = { shell: shellOf(request), officer, typed: thuTuc ?? '' }
      reply.header('cache-control', 'no-store')
      if (!thuTuc) return sendPage(reply, 200, <ChoosePage {...page} errors={[]} />)
      const code = readProcedureCode(thuTuc)?.national ?? thuTuc
      const known = await open(services, officer, code).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined
        throw error
      })
      if (known)
        return reply.redirect(`/mot-cua/tiep-nhan/${known.procedure.code}?coQuan=${officer.agency}`, 302)
      const errors = [{ field: 'thuTuc', text: words[request.lang].unknown }]
      return sendPage(reply, 422, <ChoosePage {...page} errors={errors} />)
    },
  )
  formRoutes(app, services)
}

function formRoutes(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua/tiep-nhan/:code',
    { schema: { params: Params, querystring: Desk }, config: { access: 'official' } },
    async (request, reply) => {
      const officer = await officerOf(db, request, { chosen: request.query.coQuan, now: clock() })
      const at = await open(services, officer, request.params.code)
      return show(services, request, reply, { ...at, answers: {}, typed: {}, problems: [], errors: [] })
    },
  )
  app.post(
    '/mot-cua/tiep-nhan/:code',
    { schema: { params: Params }, config: { access: 'official', uploads: true } },
    async (request, reply) => {
      const body = (request.body ?? {}) as Posted
      const typed = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value].flat()[0]]))
      const now = clock()
      const officer = await officerOf(db, request, { chosen: typed['coQuan'], now })
      const at = await open(services, officer, request.params.code)
      const { answers, problems, isChange } = await readAll(services, at, { body, request, now })
      const shown = { ...at, answers, typed, problems, errors: [] }
      if (isChange || problems.length > 0) return show(services, request, reply, shown)
      if (tidy(typed['_ten'] ?? '') === '') {
        const errors = [{ field: '_ten', text: words[request.lang].nameMissing }]
        return show(services, request, reply, { ...shown, errors })
      }
      try {
        const code = await receiveAtCounter(services, {
          officer,
          applicant: {
            kind: typed['_loai'] === 'organization' ? 'organization' : 'person',
            name: tidy(typed['_ten'] ?? ''),
            number: typed['_so'] ?? '',
          },
          procedure: at.procedure,
          form: at.form,
          given: answers,
          door: typed['_kenh'] === 'post' ? 'post' : 'desk',
          limit: typed['_thoiHan'] ?? '',
          now,
        })
        return reply.redirect(`/mot-cua/ho-so/${encodeURIComponent(code)}?xong=1`, 303)
      } catch (error) {
        if (error instanceof Incomplete)
          return show(services, request, reply, { ...shown, problems: error.problems })
        const said = error instanceof Refusal ? refusals[error.code] : undefined
        if (said?.status !== 422) throw error
        return show(services, request, reply, {
          ...shown,
          errors: [{ field: '_thoiHan', text: said[request.lang] }],
        })
      }
    },
  )
}

async function open({ db, clock }: OnestopServices, officer: Officer, code: string): Promise<At> {
  const procedure = await requireFileable(db, code)
  await requireCompetent(db, procedure, { agency: officer.agency, today: civilDate(clock()) })
  return { officer, procedure, form: await formFor(db, sourceOf(procedure)) }
}

type Sent = { readonly body: Posted; readonly request: FastifyRequest; readonly now: Date }

/** Every page that is asked, given what was typed on the others. */
async function readAll(services: OnestopServices, { officer, form }: At, { body, request, now }: Sent) {
  let answers: Answers = {}
  const problems: Problem[] = []
  let isChange = false
  const sent = {
    body,
    files: request.postedFiles ?? [],
    owner: officer.accountId,
    actor: officer.accountId,
    now,
  }
  for (const page of form.pages) {
    if (!isAsked(page, answers, civilDate(now))) continue
    const posted = await readPosted(services, page, sent)
    answers = { ...answers, ...posted.answers }
    problems.push(...posted.problems)
    isChange ||= posted.isChange
  }
  return { answers, problems, isChange }
}

type Shown = At & {
  readonly answers: Answers
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems: readonly Problem[]
  readonly errors: readonly FieldError[]
}

async function show(
  { db, clock }: OnestopServices,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
) {
  const { officer, procedure, form, answers, typed, problems, errors } = shown
  const ids = Object.values(answers).flatMap((answer) =>
    Array.isArray(answer)
      ? answer.filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      : [],
  )
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    officer,
    code: procedure.code,
    name: procedure.content.name,
    form,
    limits: limitsOf(procedure, typed['_kenh'] === 'post' ? 'post' : 'desk'),
    answers,
    typed,
    problems,
    errors,
    files: await findFiles(db, ids),
    today: civilDate(clock()),
    token: reply.generateCsrf(),
  }
  return sendPage(reply, problems.length + errors.length > 0 ? 422 : 200, <CounterFormPage {...page} />)
}
