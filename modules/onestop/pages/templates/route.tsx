import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findProcedure } from '#catalogue'
import { atDesk } from '#identity'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { timeOrderedId } from '#platform/time-ordered-id'
import { endTemplate, insertTemplate, templatesAt } from '../../queries/templates.ts'
import type { OnestopServices } from '../../services.ts'
import { DEFAULT_TEMPLATE, unknownPlaces } from '../../template.ts'
import { words } from './text.ts'
import { TEMPLATES_PATH, type TemplatesPage, TemplatesView } from './view.tsx'

const Id = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Query = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  mau: Type.Optional(Id),
  xong: Type.Optional(Type.Enum(['saved', 'dropped'])),
})
const Body = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  mau: Type.Optional(Id),
  ten: Type.Optional(Type.String({ maxLength: 300 })),
  thuTuc: Type.Optional(Type.String({ maxLength: 30 })),
  noiDung: Type.Optional(Type.String({ maxLength: 20_000 })),
})

/** Mẫu kết quả: an agency's administrators write what its officers fill in. */
export function templatePages(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    TEMPLATES_PATH,
    { schema: { querystring: Query }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { coQuan, mau, xong } = request.query
      const { desk } = await deskOf(services, request, coQuan)
      const template =
        mau === undefined ? undefined : (await templatesAt(db, desk.agency)).find(({ id }) => id === mau)
      if (mau !== undefined && !template) throw new Refusal('onestop.template_unknown')
      const typed = {
        ten: template?.title ?? '',
        thuTuc: template?.procedureCode ?? '',
        noiDung: template?.body ?? DEFAULT_TEMPLATE.body,
      }
      return show(services, request, reply, { desk, editing: mau, typed, errors: [], said: xong })
    },
  )
  app.post(
    TEMPLATES_PATH,
    { schema: { body: Body }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { coQuan, mau, ten = '', thuTuc = '', noiDung = '' } = request.body
      const { desk, official } = await deskOf(services, request, coQuan)
      const text = words[request.lang]
      const procedureCode = tidy(thuTuc) || null
      const unknown = unknownPlaces(noiDung)
      const isKnown = procedureCode === null || (await findProcedure(db, procedureCode)) !== undefined
      const errors = [
        ...(tidy(ten) === '' ? [{ field: 'ten', text: text.nameMissing }] : []),
        ...(isKnown ? [] : [{ field: 'thuTuc', text: text.procedureUnknown }]),
        ...(tidy(noiDung) === '' ? [{ field: 'noiDung', text: text.bodyMissing }] : []),
        ...(unknown.length > 0 ? [{ field: 'noiDung', text: text.unknown(unknown.join(', ')) }] : []),
      ]
      if (errors.length > 0) {
        const typed = { ten, thuTuc, noiDung }
        return show(services, request, reply, { desk, editing: mau, typed, errors, said: undefined })
      }
      const [now, { agency }] = [clock(), desk]
      await db.transaction(async (tx) => {
        if (mau !== undefined && !(await endTemplate(tx, { id: mau, agency, now })))
          throw new Refusal('onestop.template_unknown')
        const id = timeOrderedId(now)
        const body = noiDung.replaceAll('\r\n', '\n').trim()
        await insertTemplate(tx, {
          id,
          procedureCode,
          agency,
          title: tidy(ten),
          body,
          by: official.accountId,
          now,
        })
        const act = {
          actor: official.accountId,
          verb: 'onestop.template_stored',
          thing: `result_template:${id}`,
        }
        await recordAct(tx, { ...act, reason: '', details: { agency, before: mau ?? '' }, now })
      })
      return reply.redirect(`${TEMPLATES_PATH}?xong=saved&coQuan=${agency}`, 303)
    },
  )
  app.post(
    `${TEMPLATES_PATH}/bo`,
    { schema: { body: Body }, config: { access: 'administrator' } },
    async (request, reply) => {
      const { coQuan, mau = '' } = request.body
      const { desk, official } = await deskOf(services, request, coQuan)
      const [now, { agency }] = [clock(), desk]
      await db.transaction(async (tx) => {
        if (mau === '' || !(await endTemplate(tx, { id: mau, agency, now })))
          throw new Refusal('onestop.template_unknown')
        const act = {
          actor: official.accountId,
          verb: 'onestop.template_ended',
          thing: `result_template:${mau}`,
        }
        await recordAct(tx, { ...act, reason: '', details: { agency }, now })
      })
      return reply.redirect(`${TEMPLATES_PATH}?xong=dropped&coQuan=${agency}`, 303)
    },
  )
}

async function deskOf({ db, clock }: OnestopServices, request: FastifyRequest, chosen: string | undefined) {
  const { official, desk, desks } = await atDesk(db, request, {
    roles: ['administrator'],
    chosen,
    now: clock(),
  })
  const { agency } = desk
  const agencyName = desks.find((one) => one.agency === agency)?.agencyName ?? agency
  return { official, desk: { agency, agencyName } }
}

type Shown = Pick<TemplatesPage, 'editing' | 'typed' | 'errors' | 'said'> & {
  readonly desk: { readonly agency: string; readonly agencyName: string }
}

async function show(
  { db }: OnestopServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { desk, ...shown }: Shown,
): Promise<FastifyReply> {
  const { agency, agencyName } = desk
  const templates = await templatesAt(db, agency)
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    agency,
    agencyName,
    templates,
    token: reply.generateCsrf(),
    ...shown,
  }
  return sendPage(reply, shown.errors.length > 0 ? 422 : 200, <TemplatesView {...page} />)
}
