import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  definitionRow,
  differences,
  type FormDefinition,
  findForm,
  formLines,
  formVersions,
  readDefinition,
  storeForm,
} from '#forms'
import { atDesk, CENTRE, officialNames } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { FilingServices } from '../../services.ts'
import { words } from './text.ts'
import { type EditPage, FORMS_PATH, FormEditPage, FormsPage } from './view.tsx'

const Params = Type.Object({ id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', maxLength: 60 }) })
const Version = Type.Integer({ minimum: 1, maximum: 100_000 })
const Query = Type.Object({ luu: Type.Optional(Version), 'so-voi': Type.Optional(Version) })
const Body = Type.Object({
  json: Type.Optional(Type.String({ maxLength: 400_000 })),
  lyDo: Type.Optional(Type.String({ maxLength: 300 })),
  banGhi: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  viec: Type.Optional(Type.Enum(['xem', 'luu'])),
})
const BODY_BYTES = 600_000

/** Biểu mẫu điện tử for editors of the centre: administrators there. */
export function formEditorPages(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.get(FORMS_PATH, { config: { access: 'administrator' } }, async (request, reply) => {
    await requireEditor(services, request)
    reply.header('cache-control', 'no-store')
    const lines = await formLines(db)
    const editors = await officialNames(
      db,
      lines.map(({ storedBy }) => storedBy),
    )
    return sendPage(reply, 200, <FormsPage shell={shellOf(request)} lines={lines} editors={editors} />)
  })
  app.get(
    `${FORMS_PATH}/:id`,
    { schema: { params: Params, querystring: Query }, config: { access: 'administrator' } },
    async (request, reply) => {
      await requireEditor(services, request)
      const { id } = request.params
      const form = id === 'moi' ? undefined : await requireForm(services, id)
      const json = form ? written(form) : ''
      const saved = request.query.luu
      const compared = form && (await comparison(services, form, request.query['so-voi']))
      const said = saved === undefined ? undefined : words[request.lang].saved(saved)
      return show(services, request, reply, {
        id,
        json,
        note: '',
        errors: [],
        mistakes: [],
        said,
        compared,
      })
    },
  )
  app.get(
    `${FORMS_PATH}/:id/xuat`,
    { schema: { params: Params }, config: { access: 'administrator' } },
    async (request, reply) => {
      await requireEditor(services, request)
      const { id } = request.params
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${id}.json"`)
      return reply.type('application/json; charset=utf-8').send(written(await requireForm(services, id)))
    },
  )
  app.post(
    `${FORMS_PATH}/:id`,
    { schema: { params: Params, body: Body }, bodyLimit: BODY_BYTES, config: { access: 'administrator' } },
    async (request, reply) => {
      const editor = await requireEditor(services, request)
      const { id } = request.params
      const { json = '', lyDo: note = '', viec = 'xem' } = request.body
      const text = words[request.lang]
      const read = readDefinition(json)
      const typed = { id, json, note, errors: [], mistakes: [] }
      if (!read.ok) {
        const mistakes = read.mistakes.map(({ at, what }) => `${at}: ${what[request.lang]}`)
        return show(services, request, reply, {
          ...typed,
          mistakes,
          errors: [{ field: 'json', text: text.mistakes }],
        })
      }
      const { definition } = read
      if (id !== 'moi' && definition.id !== id) {
        return show(services, request, reply, { ...typed, errors: [{ field: 'json', text: text.idFixed }] })
      }
      const newest = await findForm(db, definition.id)
      if (viec === 'xem') {
        const before = newest && plain(newest)
        return show(services, request, reply, {
          ...typed,
          looked: { definition, changes: differences(before, definition) },
        })
      }
      if (newest && newest.version !== request.body.banGhi) {
        const errors = [{ field: 'json', text: text.overtaken(newest.version) }]
        return show(services, request, reply, { ...typed, errors })
      }
      const now = clock()
      const version = await db.transaction(async (tx) => {
        const stored = await storeForm(tx, definition, { by: editor, now, note })
        const thing = `form:${definition.id}`
        await recordAct(tx, {
          actor: editor,
          verb: 'forms.stored',
          thing,
          reason: note,
          details: { version: stored },
          now,
        })
        return stored
      })
      return reply.redirect(`${FORMS_PATH}/${definition.id}?luu=${version}`, 303)
    },
  )
}

type Shown = Omit<EditPage, 'shell' | 'token' | 'today' | 'version' | 'versions' | 'editors'>

async function show(
  { db, clock }: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
) {
  const versions = await formVersions(db, shown.id)
  const editors = await officialNames(
    db,
    versions.map(({ storedBy }) => storedBy),
  )
  reply.header('cache-control', 'no-store')
  const page = {
    shell: shellOf(request),
    token: reply.generateCsrf(),
    today: civilDate(clock()),
    version: versions[0]?.version ?? 0,
    versions,
    editors,
    ...shown,
  }
  return sendPage(reply, shown.errors.length > 0 ? 422 : 200, <FormEditPage {...page} />)
}

/** @throws Refusal `filing.form_unknown` for a version that never was */
async function comparison({ db }: FilingServices, form: FormDefinition, version: number | undefined) {
  if (version === undefined) return undefined
  const earlier = await definitionRow(db, form.id, version)
  if (!earlier) throw new Refusal('filing.form_unknown')
  return { version, changes: differences(earlier.content, form) }
}

/** @throws Refusal `access.denied` for administrators of other agencies */
async function requireEditor({ db, clock }: FilingServices, request: FastifyRequest): Promise<string> {
  const { official, desks } = await atDesk(db, request, { roles: ['administrator'], now: clock() })
  if (!desks.some(({ agency }) => agency === CENTRE)) throw new Refusal('access.denied')
  return official.accountId
}

async function requireForm({ db }: FilingServices, id: string): Promise<FormDefinition> {
  const form = await findForm(db, id)
  if (!form) throw new Refusal('filing.form_unknown')
  return plain(form)
}

/** Without what the store added. */
function plain({ id, procedure, title, source, pages }: FormDefinition): FormDefinition {
  return { id, procedure, title, source, pages }
}

function written(form: FormDefinition): string {
  return `${JSON.stringify(form, null, 2)}\n`
}
