import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FieldError } from '#design'
import { loadWorkCalendar } from '#directory'
import { refusals as documentRefusals, findFiles, sendFile } from '#documents'
import { contentOf, refusals as filingRefusals, messagesOf, resultsOf, sendMessage } from '#filing'
import { officersAt, officialNames } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { refusals as registerRefusals, timelineOf } from '#register'
import * as acts from '../../acts.ts'
import { officerAtDossier, openWithLog } from '../../at-dossier.ts'
import { finish } from '../../finish.ts'
import { processOf } from '../../process.ts'
import { remindersOf } from '../../queries/reminders.ts'
import { templatesAt } from '../../queries/templates.ts'
import { workOf } from '../../queries/work.ts'
import { refusals } from '../../refusals.ts'
import type { OnestopServices } from '../../services.ts'
import { DEFAULT_TEMPLATE } from '../../template.ts'
import { askable } from './supplement-form.tsx'
import { DeskDossierPage, deskHref } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) })
const FileParams = Type.Object({ code: Type.String({ maxLength: 64 }), id: Type.String({ maxLength: 36 }) })
const Query = Type.Object({ xong: Type.Optional(Type.Literal('1')) })
const Fields = Type.Record(Type.String({ maxLength: 120 }), Type.String({ maxLength: 10_000 }), {
  maxProperties: 400,
})
type Typed = Readonly<Record<string, string | undefined>>

/** Hồ sơ at the desk: opening it is written into the applicant's log. */
export function deskDossierPages(app: App, services: OnestopServices): void {
  const { db, clock, files } = services
  app.get(
    '/mot-cua/ho-so/:code',
    { schema: { params: Params, querystring: Query }, config: { access: 'official' } },
    async (request, reply) =>
      show(services, request, reply, { errors: [], typed: {}, isDone: request.query.xong === '1' }),
  )
  app.get(
    '/mot-cua/ho-so/:code/tep/:id',
    { schema: { params: FileParams }, config: { access: 'official' } },
    async (request, reply) => {
      const now = clock()
      const { officer, dossier } = await officerAtDossier(db, request, { code: request.params.code, now })
      const file = await openWithLog(db, { officer, dossier, now }, async (tx) => {
        const named = (await contentOf(tx, dossier))?.files.find(({ id }) => id === request.params.id)
        return named && (await findFiles(tx, [named.id])).get(named.id)
      })
      if (!file) throw new Refusal('documents.not_found')
      return sendFile(reply, files, file)
    },
  )
  for (const [name, act] of Object.entries(ACTS)) actRoute(app, services, name, act)
}

type Shown = { readonly errors: readonly FieldError[]; readonly typed: Typed; readonly isDone: boolean }

async function show(
  services: OnestopServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { errors, typed, isDone }: Shown,
) {
  const { db, clock } = services
  const now = clock()
  const { code } = request.params as { code: string }
  const { officer, dossier } = await officerAtDossier(db, request, { code, now })
  const read = await openWithLog(db, { officer, dossier, now }, async (tx) => ({
    content: await contentOf(tx, dossier),
    events: await timelineOf(tx, code),
    messages: await messagesOf(tx, code),
    results: await resultsOf(tx, code),
  }))
  const [work, calendar, limits, steps, colleagues, own, reminded] = await Promise.all([
    workOf(db, officer.agency, code),
    loadWorkCalendar(db, { handle: officer.agency, on: civilDate(now) }),
    acts.limitsFor(db, dossier),
    processOf(db, dossier),
    officersAt(db, officer.agency, now),
    templatesAt(db, officer.agency),
    remindersOf(db, officer.agency, code),
  ])
  const names = await officialNames(db, [...new Set(reminded.flatMap(({ told }) => told))])
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    officer,
    dossier,
    work,
    calendar,
    limits,
    steps,
    colleagues,
    templates: [
      ...own.filter(
        ({ procedureCode }) => (procedureCode ?? dossier.procedureCode) === dossier.procedureCode,
      ),
      DEFAULT_TEMPLATE,
    ],
    reminders: reminded.map(({ level, at, told }) => ({
      level,
      at,
      names: told.flatMap((account) => names.get(account) ?? []),
    })),
    now,
    token: reply.generateCsrf(),
    errors,
    typed,
    isDone,
    ...read,
  }
  const status = errors.length > 0 ? 422 : 200
  return sendPage(reply, status, <DeskDossierPage {...page} />)
}

type ActRoute = {
  /** Where words about a mistake stand. */
  readonly field: string
  readonly hasFiles?: boolean
  readonly run: (
    services: OnestopServices,
    doing: acts.Doing,
    typed: Typed,
    request: FastifyRequest,
  ) => Promise<void>
}

const reasoned = (act: Parameters<typeof acts.simple>[2]['act'], name: string): ActRoute => ({
  field: `lyDo-${name}`,
  run: ({ db }, doing, typed) => acts.simple(db, doing, { act, reason: typed[`lyDo-${name}`] ?? '' }),
})

/** Every act by the last part of its address. */
const ACTS: Readonly<Record<string, ActRoute>> = {
  'tiep-nhan': {
    field: 'thoiHan',
    run: ({ db }, doing, typed) => acts.receive(db, doing, typed['thoiHan'] ?? ''),
  },
  'tu-choi': reasoned('reject', 'tu-choi'),
  dung: reasoned('stop', 'dung'),
  'tiep-tuc': reasoned('resume', 'tiep-tuc'),
  'nghia-vu': reasoned('ask_payment', 'nghia-vu'),
  'da-nop-tien': reasoned('confirm_payment', 'da-nop-tien'),
  'tra-ket-qua': reasoned('return', 'tra-ket-qua'),
  chuyen: {
    field: 'lyDo-chuyen',
    run: ({ db }, doing, typed) =>
      acts.handOver(db, doing, { to: typed['buoc'] ?? '', reason: typed['lyDo-chuyen'] ?? '' }),
  },
  'phan-cong': {
    field: 'nguoi',
    run: ({ db }, doing, typed) => acts.assign(db, doing, typed['nguoi'] ?? ''),
  },
  'ghi-chu': { field: 'ghiChu', run: ({ db }, doing, typed) => acts.note(db, doing, typed['ghiChu'] ?? '') },
  'hoi-y-kien': {
    field: 'donVi',
    run: ({ db }, doing, typed) =>
      acts.consult(db, doing, { unit: typed['donVi'] ?? '', text: typed['cauHoi'] ?? '' }),
  },
  'y-kien': {
    field: 'yKien',
    run: ({ db }, doing, typed) => acts.recordOpinion(db, doing, typed['yKien'] ?? ''),
  },
  'gia-han': {
    field: 'ngayMoi',
    run: ({ db }, doing, typed) =>
      acts.extend(db, doing, { day: typed['ngayMoi'] ?? '', reason: typed['lyDo-gia-han'] ?? '' }),
  },
  'bo-sung': { field: 'lyDo-bo-sung', run: askSupplement },
  'ket-qua': {
    field: 'tepKetQua',
    hasFiles: true,
    run: (services, doing, typed, request) =>
      finish(services, doing, {
        title: typed['ten'] ?? '',
        resultNumber: typed['so'] ?? '',
        takesNumber: typed['laySo'] === '1',
        file: request.postedFiles?.find(({ field }) => field === 'tepKetQua'),
      }),
  },
  'tin-nhan': {
    field: 'noiDung',
    run: ({ db }, { officer, dossier, now }, typed) =>
      sendMessage(
        db,
        dossier,
        { side: 'agency', account: officer.accountId, name: officer.title },
        { text: typed['noiDung'] ?? '', now },
      ),
  },
}

async function askSupplement({ db }: OnestopServices, doing: acts.Doing, typed: Typed): Promise<void> {
  const content = await contentOf(db, doing.dossier)
  const items = askable(content, 'vi').flatMap(({ path, label }) => {
    const note = typed[`muc.${path}`]?.trim()
    return note ? [{ path, label, note }] : []
  })
  const other = typed['muc']?.trim()
  await acts.askSupplement(db, doing, {
    items: [...items, ...(other ? [{ label: 'Nội dung khác', note: other }] : [])],
    reason: typed['lyDo-bo-sung'] ?? '',
    basis: typed['canCu'] ?? '',
    override: typed['ngoaiLe'] ?? '',
  })
}

const KNOWN: Readonly<Record<string, RefusalWords>> = {
  ...registerRefusals,
  ...filingRefusals,
  ...documentRefusals,
  ...refusals,
}

function actRoute(
  app: App,
  services: OnestopServices,
  name: string,
  { field, hasFiles = false, run }: ActRoute,
): void {
  const { db, clock } = services
  app.post(
    `/mot-cua/ho-so/:code/${name}`,
    { schema: { params: Params, body: Fields }, config: { access: 'official', uploads: hasFiles } },
    async (request, reply) => {
      const now = clock()
      const typed = request.body
      const { officer, dossier } = await officerAtDossier(db, request, { code: request.params.code, now })
      const version = Number(typed['banGhi'] ?? dossier.version)
      try {
        await run(services, { officer, dossier, version, now }, typed, request)
      } catch (error) {
        const words = error instanceof Refusal ? KNOWN[error.code] : undefined
        if (!(error instanceof Refusal) || !words) throw error
        const at = FIELDS[error.code] ?? field
        const said = [words[request.lang], ...[error.details['near'] ?? []].flat()].join(' ')
        return show(services, request, reply, {
          errors: [{ field: at, text: said }],
          typed: { ...typed, _act: name },
          isDone: false,
        })
      }
      return reply.redirect(`${deskHref(dossier)}?xong=1`, 303)
    },
  )
}

/** Where it is not at the act's own field. */
const FIELDS: Readonly<Record<string, string>> = {
  'onestop.items_missing': 'muc',
  'onestop.already_held': 'ngoaiLe',
  'register.asked_already': 'ngoaiLe',
  'onestop.step_unknown': 'buoc',
}
