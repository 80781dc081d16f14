import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  definitionRow,
  differences,
  type FormDefinition,
  findForm,
  formLines,
  refusals as formRefusals,
  formVersions,
  readDefinition,
  readShape,
  storeForm,
} from '#forms'
import { atDesk, CENTRE, officialNames } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import type { FilingServices } from '../../services.ts'
import { build, EMPTY_FORM, shown } from './building.ts'
import { words } from './text.ts'
import { type EditPage, FORMS_PATH, FormEditPage, FormsPage, OUTLINE } from './view.tsx'

const Params = Type.Object({ id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', maxLength: 60 }) })
const Version = Type.Integer({ minimum: 1, maximum: 100_000 })
const Query = Type.Object({ luu: Type.Optional(Version), 'so-voi': Type.Optional(Version) })
/** The form as it is being edited, the part that is open, and what was pressed. */
const Body = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 400_000 }), {
  maxProperties: 80,
})
const BODY_BYTES = 2_400_000

/** Biểu mẫu điện tử for editors of the centre: administrators there. */
export function formEditorPages(app: App, services: FilingServices): void {
  const { db } = services
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
      const json = written(form ?? EMPTY_FORM)
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
        building: shown(form ?? EMPTY_FORM),
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
      const typed: Readonly<Record<string, string | undefined>> = request.body
      return edit(services, request, reply, { id: request.params.id, editor, typed })
    },
  )
}

type Edited = {
  readonly id: string
  readonly editor: string
  readonly typed: Readonly<Record<string, string | undefined>>
}

/** What somebody pressed on the page of a form: a change of what they are editing, a look at it, or its saving. */
async function edit(
  services: FilingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, editor, typed }: Edited,
) {
  const text = words[request.lang]
  const { json: sent = '', lyDo: note = '', viec = 'xem', dang, truoc } = typed
  const form = readShape(viec === 'hoan-tac' ? (truoc ?? '') : sent)
  const isByParts = dang !== 'json' && typed['bm-id'] !== undefined && form !== undefined
  const built = isByParts ? build(form, typed, request.lang) : undefined
  const json = built ? written(built.definition) : sent
  const asShown = { id, json, note, errors: built?.errors ?? [], mistakes: [], building: built }
  if (viec === 'dang-json') return show(services, request, reply, { ...asShown, building: undefined })
  if (viec === 'dang-cau' && form)
    return show(services, request, reply, { ...asShown, building: shown(form) })
  const isChange = viec !== 'xem' && viec !== 'luu'
  if (asShown.errors.length > 0 || (built && isChange)) return show(services, request, reply, asShown)

  const wrong = (said: string, mistakes: readonly string[] = []) => {
    const field = built ? OUTLINE : 'json'
    return show(services, request, reply, { ...asShown, mistakes, errors: [{ field, text: said }] })
  }
  const read = readDefinition(json)
  if (!read.ok)
    return wrong(
      text.mistakes,
      read.mistakes.map(({ at, what }) => `${at}: ${what[request.lang]}`),
    )
  const { definition } = read
  if (id !== 'moi' && definition.id !== id) return wrong(text.idFixed)
  const newest = await findForm(services.db, definition.id)
  if (viec !== 'luu') {
    const changes = differences(newest && plain(newest), definition)
    return show(services, request, reply, { ...asShown, looked: { definition, changes } })
  }
  try {
    const after = id === 'moi' ? 0 : Number(typed['banGhi'] ?? Number.NaN)
    const version = await store(services, definition, { editor, note, after })
    return reply.redirect(`${FORMS_PATH}/${definition.id}?luu=${version}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'forms.name_taken')
      return wrong(formRefusals['forms.name_taken']?.[request.lang] ?? '')
    if (error.code === 'forms.overtaken') return wrong(text.overtaken(Number(error.details['version'])))
    throw error
  }
}

type Storing = { readonly editor: string; readonly note: string; readonly after: number }

async function store(
  { db, clock }: FilingServices,
  definition: FormDefinition,
  { editor, note, after }: Storing,
) {
  const now = clock()
  return db.transaction(async (tx) => {
    const version = await storeForm(tx, definition, { by: editor, now, note, after })
    const thing = `form:${definition.id}`
    await recordAct(tx, {
      actor: editor,
      verb: 'forms.stored',
      thing,
      reason: note,
      details: { version },
      now,
    })
    return version
  })
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
