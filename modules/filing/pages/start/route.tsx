import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findPlace } from '#catalogue'
import type { FieldError } from '#design'
import { civilDate } from '#kernel/civil-date'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { beginDraft, listDrafts } from '../../draft.ts'
import { requireCompetent, requireFileable, requireOnline } from '../../procedure.ts'
import type { FilingServices } from '../../services.ts'
import { filerOf, requireCovered } from '../../whose.ts'
import { words } from './text.ts'
import { StartPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 60 }) })
const Place = Type.Object({ noi: Type.Optional(Type.String({ maxLength: 300 })) })
const Body = Type.Object({
  noi: Type.String({ maxLength: 300 }),
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
})

/** Chọn nơi giải quyết and begin. */
export function startPage(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(
    '/nop-ho-so/:code',
    { schema: { params: Params, querystring: Place }, config: { access: 'applicant' } },
    async (request, reply) =>
      show(services, request, reply, {
        code: request.params.code,
        typed: request.query.noi ?? '',
        errors: [],
      }),
  )
  app.post(
    '/nop-ho-so/:code/bat-dau',
    { schema: { params: Params, body: Body }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { coQuan, noi } = request.body
      if (!coQuan) {
        const errors = [{ field: 'coQuan', text: words[request.lang].chooseAgency }]
        return show(services, request, reply, { code: request.params.code, typed: noi, errors })
      }
      const now = clock()
      const procedure = await requireFileable(db, request.params.code)
      requireOnline(procedure)
      requireCovered(request, procedure.code)
      const agency = await requireCompetent(db, procedure, { agency: coQuan, today: civilDate(now) })
      const filer = filerOf(request)
      const id = await beginDraft(db, { filer, procedure, agency, place: noi, now })
      return reply.redirect(`/ban-nhap/${id}`, 303)
    },
  )
}

type Shown = { readonly code: string; readonly typed: string; readonly errors: readonly FieldError[] }

async function show(
  { db, clock }: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { code, typed, errors }: Shown,
) {
  const procedure = await requireFileable(db, code)
  requireOnline(procedure)
  requireCovered(request, procedure.code)
  const { owner } = filerOf(request)
  const [place, drafts] = await Promise.all([
    findPlace(db, { typed, content: procedure.content, today: civilDate(clock()) }),
    listDrafts(db, owner),
  ])
  const open = drafts.filter(({ procedureCode }) => procedureCode === code)
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    procedure,
    place,
    drafts: open,
    token: reply.generateCsrf(),
    errors,
  }
  return sendPage(reply, errors.length > 0 ? 422 : 200, <StartPage {...page} />)
}
