import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { agencyBriefs, agencyLine } from '#directory'
import { contentOf } from '#filing'
import { answerLines } from '#forms'
import { civilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { writePaper } from '#platform/pdf'
import { type Dossier, refusals as registerRefusals } from '#register'
import { type Officer, officerAtDossier, openWithLog } from '../../at-dossier.ts'
import { finish } from '../../finish.ts'
import { resultPaper } from '../../papers/result.ts'
import { templatesAt } from '../../queries/templates.ts'
import { refusals } from '../../refusals.ts'
import type { OnestopServices } from '../../services.ts'
import { DEFAULT_TEMPLATE, fillTemplate, type Template, type TemplateValues } from '../../template.ts'
import { deskHref } from '../dossier/view.tsx'
import { words } from './text.ts'
import { type ComposePage, ComposeView } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) })
const Query = Type.Object({ mau: Type.Optional(Type.String({ maxLength: 36 })) })
const Body = Type.Object({
  mau: Type.Optional(Type.String({ maxLength: 36 })),
  banGhi: Type.Optional(Type.Integer({ minimum: 0 })),
  ten: Type.Optional(Type.String({ maxLength: 300 })),
  noiDung: Type.Optional(Type.String({ maxLength: 20_000 })),
  so: Type.Optional(Type.String({ maxLength: 60 })),
  laySo: Type.Optional(Type.Literal('1')),
  viec: Type.Optional(Type.Enum(['xem', 'phat-hanh'])),
})
/** Room that nobody has written into. */
const BLANK = '……'
const KNOWN: Readonly<Record<string, RefusalWords>> = { ...registerRefusals, ...refusals }

/** Soạn kết quả từ mẫu. Opening it is opening the dossier: it is in the applicant's log. */
export function composePages(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua/ho-so/:code/soan',
    { schema: { params: Params, querystring: Query }, config: { access: 'official' } },
    async (request, reply) => {
      const now = clock()
      const { officer, dossier } = await officerAtDossier(db, request, { code: request.params.code, now })
      const template = await templateFor(db, officer.agency, request.query.mau)
      const values = await openWithLog(db, { officer, dossier, now }, (tx) =>
        valuesOf(tx, { officer, dossier, now }),
      )
      const typed = {
        ten: template.title,
        noiDung: fillTemplate(template.body, values, ['so']),
        so: '',
        laySo: template.body.includes('{{so}}'),
      }
      return show(request, reply, { dossier, template: template.id, typed, errors: [] })
    },
  )
  app.post(
    '/mot-cua/ho-so/:code/soan',
    { schema: { params: Params, body: Body }, config: { access: 'official' } },
    async (request, reply) => {
      const now = clock()
      const { officer, dossier } = await officerAtDossier(db, request, { code: request.params.code, now })
      const { mau = '', ten = '', noiDung = '', so = '', laySo, viec, banGhi } = request.body
      const text = words[request.lang]
      const typed = { ten, noiDung, so, laySo: laySo === '1' }
      const wrong = (field: string, said: string) =>
        show(request, reply, { dossier, template: mau, typed, errors: [{ field, text: said }] })
      const write = (number: string) =>
        printed(db, { officer, dossier, now, title: ten, body: noiDung, number })
      if (viec === 'xem') {
        const name = `inline; filename="ket-qua-${dossier.code}.pdf"`
        reply.header('cache-control', 'no-store').header('content-disposition', name)
        return reply.type('application/pdf').send(await write(laySo ? '' : so))
      }
      if (tidy(noiDung) === '') return wrong('noiDung', text.empty)
      if (filled(noiDung, 'so').includes(BLANK)) return wrong('noiDung', text.blanks)
      try {
        const doing = { officer, dossier, version: banGhi ?? dossier.version, now }
        const file = { name: `${tidy(ten)}.pdf`, write }
        await finish(services, doing, { title: ten, resultNumber: so, takesNumber: typed.laySo, file })
      } catch (error) {
        const known = error instanceof Refusal ? KNOWN[error.code] : undefined
        if (!known) throw error
        return wrong('ten', known[request.lang])
      }
      return reply.redirect(`${deskHref(dossier)}?xong=1`, 303)
    },
  )
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Omit<ComposePage, 'shell' | 'token'>,
): FastifyReply {
  reply.header('cache-control', 'no-store')
  const status = page.errors.length > 0 ? 422 : 200
  return sendPage(
    reply,
    status,
    <ComposeView shell={shellOf(request)} token={reply.generateCsrf()} {...page} />,
  )
}

/** @throws Refusal `onestop.template_unknown` */
async function templateFor(db: Db, agency: string, id: string | undefined): Promise<Template> {
  if (id === undefined || id === DEFAULT_TEMPLATE.id) return DEFAULT_TEMPLATE
  const template = (await templatesAt(db, agency)).find((one) => one.id === id)
  if (!template) throw new Refusal('onestop.template_unknown')
  return template
}

type About = { readonly officer: Officer; readonly dossier: Dossier; readonly now: Date }

async function valuesOf(db: Db, { officer, dossier, now }: About): Promise<TemplateValues> {
  const content = await contentOf(db, dossier)
  const today = civilDate(now)
  const around = {
    root: content?.answers ?? {},
    today,
    lang: 'vi',
    fileNames: new Map<string, string>(),
  } as const
  const lines = (content?.form.pages ?? []).flatMap(({ fields }) =>
    answerLines(fields, content?.answers ?? {}, around),
  )
  return {
    places: {
      'nguoi-nop': dossier.applicant.name,
      'ma-ho-so': dossier.code,
      'ma-thu-tuc': dossier.procedureCode,
      'thu-tuc': dossier.procedureName,
      'co-quan': dossier.agencyName,
      'ngay-nop': formatDate(civilDate(dossier.submittedAt)),
      ngay: formatDate(today),
      'can-bo': officer.name,
      'chuc-danh': officer.title,
    },
    answer: (path) => lines.find((line) => line.path === path)?.value,
  }
}

/** With the number; any other place that is left is a blank. */
function filled(body: string, number: string): string {
  return fillTemplate(body, { places: { so: number }, answer: () => undefined })
}

type Print = About & { readonly title: string; readonly body: string; readonly number: string }

async function printed(db: Db, { officer, dossier, now, title, body, number }: Print): Promise<Buffer> {
  const line = await agencyLine(db, dossier.agency)
  const above =
    line[1] === undefined ? undefined : (await agencyBriefs(db, line, civilDate(now))).get(line[1])
  const paper = resultPaper({
    agency: dossier.agencyName,
    agencyAbove: above?.name,
    title: tidy(title),
    number: tidy(number),
    body: filled(body.replaceAll('\r\n', '\n'), number),
    officer: officer.name,
    post: officer.title,
    at: now,
  })
  return writePaper(paper)
}
