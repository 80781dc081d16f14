import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { loadWorkCalendar } from '#directory'
import { findFiles, sendFile } from '#documents'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { timelineOf } from '#register'
import { rate, sendMessage, withdraw } from '../../after-filing.ts'
import { contentOf, type OwnDossier, requireOwn } from '../../own-dossier.ts'
import { messagesOf, ratingOf, resultsOf, supplementsOf } from '../../queries/around.ts'
import { contentsOf } from '../../queries/contents.ts'
import { refusals } from '../../refusals.ts'
import type { FilingServices } from '../../services.ts'
import { type Done, hrefOf, OwnDossierPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) })
const FileParams = Type.Object({ code: Type.String({ maxLength: 64 }), id: Type.String({ maxLength: 36 }) })
const ResultParams = Type.Object({
  code: Type.String({ maxLength: 64 }),
  number: Type.Integer({ minimum: 1, maximum: 1_000 }),
})
const Query = Type.Object({ xong: Type.Optional(Type.Enum(['message', 'rated', 'answered', 'withdrawn'])) })
const Text = Type.Optional(Type.String({ maxLength: 5_000 }))

/** Hồ sơ của tôi. */
export function ownDossierPages(app: App, services: FilingServices): void {
  const { db } = services
  app.get(
    '/ho-so/:code',
    { schema: { params: Params, querystring: Query }, config: { access: 'applicant' } },
    async (request, reply) => {
      const own = await requireOwn(db, request, request.params.code)
      return show(services, request, reply, { own, errors: [], done: request.query.xong as Done | undefined })
    },
  )
  actRoutes(app, services)
  fileRoutes(app, services)
}

type Shown = {
  readonly own: OwnDossier
  readonly errors: readonly FieldError[]
  readonly done?: Done | undefined
}

async function show(
  { db, clock }: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { own, errors, done }: Shown,
) {
  const { dossier } = own
  const now = clock()
  const [events, calendar, content, supplements, messages, results, rating] = await Promise.all([
    timelineOf(db, dossier.code),
    loadWorkCalendar(db, { handle: dossier.agency, on: civilDate(now) }),
    contentOf(db, dossier),
    supplementsOf(db, dossier.code),
    messagesOf(db, dossier.code),
    resultsOf(db, dossier.code),
    ratingOf(db, dossier.code),
  ])
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    dossier,
    events,
    calendar,
    content,
    supplements,
    messages,
    results,
    rating,
    now,
    token: reply.generateCsrf(),
    errors,
    done,
  }
  return sendPage(reply, errors.length > 0 ? 422 : 200, <OwnDossierPage {...page} />)
}

function actRoutes(app: App, services: FilingServices): void {
  const { db, clock } = services
  const access = { access: 'applicant' } as const
  app.post(
    '/ho-so/:code/tin-nhan',
    { schema: { params: Params, body: Type.Object({ noiDung: Text }) }, config: access },
    async (request, reply) => {
      const own = await requireOwn(db, request, request.params.code)
      const { filer, dossier } = own
      const speaker = {
        side: 'applicant',
        account: filer.actor,
        name: filer.doer.name ?? filer.ownerName,
      } as const
      const text = request.body.noiDung ?? ''
      return act(services, request, reply, { own, field: 'noiDung', done: 'message' }, () =>
        sendMessage(db, dossier, speaker, { text, now: clock() }),
      )
    },
  )
  app.post(
    '/ho-so/:code/danh-gia',
    { schema: { params: Params, body: Type.Object({ muc: Text, gopY: Text }) }, config: access },
    async (request, reply) => {
      const own = await requireOwn(db, request, request.params.code)
      const { muc, gopY = '' } = request.body
      return act(services, request, reply, { own, field: 'muc', done: 'rated' }, () =>
        rate(db, own, { score: Number(muc), words: gopY, now: clock() }),
      )
    },
  )
  app.post(
    '/ho-so/:code/rut',
    { schema: { params: Params, body: Type.Object({ lyDo: Text }) }, config: access },
    async (request, reply) => {
      const own = await requireOwn(db, request, request.params.code)
      return act(services, request, reply, { own, field: 'lyDo', done: 'withdrawn' }, () =>
        withdraw(db, own, { reason: request.body.lyDo ?? '', now: clock() }),
      )
    },
  )
}

type ActForm = { readonly own: OwnDossier; readonly field: string; readonly done: Done }

/** Does something and goes on; what the person can put right is said at its field, on the page they came from. */
async function act(
  services: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { own, field, done }: ActForm,
  work: () => Promise<void>,
) {
  try {
    await work()
  } catch (error) {
    const words = error instanceof Refusal ? (refusals[error.code] ?? REASONS[error.code]) : undefined
    if (words?.status !== 422) throw error
    return show(services, request, reply, { own, errors: [{ field, text: words[request.lang] }] })
  }
  return reply.redirect(`${hrefOf(own.dossier)}?xong=${done}`, 303)
}

const REASONS: Readonly<Record<string, { status: number; vi: string; en: string }>> = {
  'register.reason_missing': { status: 422, vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
}

/** Files and results of one's own dossier, under the dossier's address: who may read them is who may read it. */
function fileRoutes(app: App, { db, files }: FilingServices): void {
  app.get(
    '/ho-so/:code/tep/:id',
    { schema: { params: FileParams }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { dossier } = await requireOwn(db, request, request.params.code)
      const filed = (await contentsOf(db, dossier.code)).flatMap((content) => content.files)
      const named = filed.find(({ id }) => id === request.params.id)
      const file = named && (await findFiles(db, [named.id])).get(named.id)
      if (!file) throw new Refusal('documents.not_found')
      return sendFile(reply, files, file)
    },
  )
  app.get(
    '/ho-so/:code/ket-qua/:number',
    { schema: { params: ResultParams }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { dossier } = await requireOwn(db, request, request.params.code)
      const result = (await resultsOf(db, dossier.code)).find(
        ({ number }) => number === request.params.number,
      )
      const file = result && (await findFiles(db, [result.file.id])).get(result.file.id)
      if (!file) throw new Refusal('documents.not_found')
      return sendFile(reply, files, file, false)
    },
  )
}
