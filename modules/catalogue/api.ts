import { Type } from 'typebox'
import type { App } from '#platform/http'
import { type FindOptions, type Found, type FoundLine, findProcedures } from './find-procedures.ts'
import { ProcedureContentSchema } from './procedure-schema.ts'
import { listRevisions, type RevisionLine as RevisionRow } from './queries/procedures.ts'
import { requireProcedure } from './read-procedure.ts'
import type { Procedure } from './revision.ts'
import { FACETS } from './search/document.ts'
import type { CatalogueServices } from './services.ts'

const Nullable = (description?: string) =>
  Type.Union([Type.String(), Type.Null()], description ? { description } : {})
const Many = Type.Union([
  Type.String({ maxLength: 200 }),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
])

const ListQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 2_000,
      description: 'Words, an abbreviation, a code or part of one. Only the first 400 characters count.',
    }),
  ),
  field: Type.Optional(Many),
  agency: Type.Optional(Many),
  level: Type.Optional(Many),
  subject: Type.Optional(Many),
  onlineLevel: Type.Optional(Many),
  lifeEvent: Type.Optional(Many),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

const Line = Type.Object({
  code: Type.String(),
  name: Type.String(),
  fieldSlug: Type.String(),
  fieldName: Type.String(),
  ownerCode: Nullable('Agency code, left to right'),
  ownerName: Type.String(),
  levels: Type.Array(Type.String()),
  onlineLevel: Type.String(),
  status: Type.String(),
  revisionNumber: Type.Integer(),
  why: Type.Object({ matched: Type.String(), text: Type.Optional(Type.String()) }),
})

const Counts = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }))
type Item = FoundLine['line'] & Pick<FoundLine, 'why'>
type ListBody = Omit<Found, 'lines' | 'before'> & { readonly items: readonly Item[] }
const ListAnswer = Type.Unsafe<ListBody>(
  Type.Object({
    items: Type.Array(Line),
    total: Type.Integer(),
    nextCursor: Type.Optional(Type.String()),
    correctedQuery: Type.Optional(Type.String()),
    understoodAs: Type.Optional(Type.String()),
    facets: Type.Object(Object.fromEntries(FACETS.map((facet) => [facet, Counts]))),
    near: Type.Array(Type.Object({ text: Type.String(), kind: Type.String(), target: Type.String() })),
  }),
)

const RevisionLine = Type.Object({
  number: Type.Integer(),
  kind: Type.String(),
  decisionNumber: Nullable(),
  effectiveOn: Type.String({ format: 'date' }),
  effectiveIsKnown: Type.Boolean(),
})
type ProcedureBody = Pick<
  Procedure,
  'code' | 'summary' | 'replacedBy' | 'formerNames' | 'alsoCalled' | 'content'
> & {
  readonly revision: RevisionRow
  readonly revisionInForce: number
  readonly revisions: readonly RevisionRow[]
}
const ProcedureAnswer = Type.Unsafe<ProcedureBody>(
  Type.Object({
    code: Type.String(),
    summary: Type.Optional(Type.String({ description: 'What it is for, in plain words' })),
    revision: RevisionLine,
    revisionInForce: Type.Integer(),
    replacedBy: Type.Array(Type.String()),
    formerNames: Type.Array(Type.String()),
    alsoCalled: Type.Array(Type.String()),
    content: ProcedureContentSchema,
    revisions: Type.Array(RevisionLine),
  }),
)

const Params = Type.Object({ code: Type.String({ maxLength: 100 }) })
const RevisionQuery = Type.Object({ revision: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) })

export function proceduresApi(app: App, services: CatalogueServices): void {
  app.get(
    '/api/v1/procedures',
    {
      schema: {
        tags: ['procedures'],
        operationId: 'findProcedures',
        summary: 'Find procedures, best match first; without q, those that people need most first',
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
      config: { access: 'anyone', isApi: true },
    },
    async (request) => {
      const { q = '', cursor, limit, ...query } = request.query
      const listOf = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())
      const filters = {
        field: listOf(query.field),
        owner: listOf(query.agency),
        level: listOf(query.level),
        subject: listOf(query.subject),
        onlineLevel: listOf(query.onlineLevel),
        lifeEvent: listOf(query.lifeEvent),
      }
      const options: FindOptions = { cursor, ...(limit === undefined ? {} : { limit }) }
      const { lines, before: _before, ...found } = await findProcedures(services, { q, filters }, options)
      return { items: lines.map(({ line, why }) => ({ ...line, why })), ...found }
    },
  )

  app.get(
    '/api/v1/procedures/:code',
    {
      schema: {
        tags: ['procedures'],
        operationId: 'getProcedure',
        summary: 'One procedure as the revision in force says it, or as an earlier revision said it',
        params: Params,
        querystring: RevisionQuery,
        response: { 200: ProcedureAnswer },
      },
      config: { access: 'anyone', isApi: true },
    },
    async (request) => {
      const procedure = await requireProcedure(services, request.params.code, request.query.revision)
      const { code, summary, content, inForceNumber, replacedBy, formerNames, alsoCalled } = procedure
      const revisions = await listRevisions(services.db, code)
      const revision = revisions.find(({ number }) => number === procedure.number)
      if (!revision) throw new Error(`Revision ${procedure.number} of ${code} vanished`)
      const names = { replacedBy, formerNames, alsoCalled, ...(summary === undefined ? {} : { summary }) }
      return { code, revision, revisionInForce: inForceNumber, ...names, content, revisions }
    },
  )
}
