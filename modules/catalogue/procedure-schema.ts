import { type Static, Type } from 'typebox'
import { CHANNELS, LEVELS, ONLINE_LEVELS, type ProcedureContent, TIME_UNITS } from './procedure.ts'

const MOST_TEXT = 200_000
const Text = (most = MOST_TEXT) => Type.String({ minLength: 1, maxLength: most })
const OptionalText = (most?: number) => Type.Optional(Text(most))
const Day = Type.Unsafe<import('#kernel/civil-date').CivilDate>(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Civil date, YYYY-MM-DD' }),
)
const oneOf = <Choice extends string>(choices: readonly Choice[]) =>
  Type.Unsafe<Choice>(Type.String({ enum: [...choices] }))

const Named = Type.Object({ code: OptionalText(100), name: Text(2_000) })
const Form = Type.Object({ id: OptionalText(200), name: Text(2_000), url: OptionalText(2_000) })

const Fee = Type.Object({
  kind: oneOf(['amount', 'free', 'unknown']),
  code: OptionalText(100),
  amountDong: Type.Optional(Type.Integer({ minimum: 0, description: 'Whole đồng' })),
  note: OptionalText(),
  isSuspect: Type.Optional(Type.Boolean({ description: 'The source typed an amount that cannot be' })),
})

const TimeVariant = Type.Object({
  value: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
  unit: Type.Optional(oneOf(TIME_UNITS)),
  note: OptionalText(),
  fees: Type.Array(Fee, { maxItems: 200 }),
})

const Component = Type.Object({
  code: OptionalText(200),
  name: Text(),
  originals: Type.Integer({ minimum: 0, maximum: 1_000 }),
  copies: Type.Integer({ minimum: 0, maximum: 1_000 }),
  forms: Type.Array(Form, { maxItems: 100 }),
  replacementResults: Type.Array(Text(100), { maxItems: 100 }),
})

const LegalBasis = Type.Object({
  number: OptionalText(500),
  name: OptionalText(),
  issuer: OptionalText(500),
  issuedOn: Type.Optional(Day),
  effectiveOn: Type.Optional(Day),
  url: OptionalText(2_000),
})

/** The content of a revision at the edge: what an import must bring and what the API answers. */
export const ProcedureContentSchema = Type.Object({
  name: Text(2_000),
  summary: OptionalText(2_000),
  field: Named,
  levels: Type.Array(oneOf(LEVELS), { maxItems: 5 }),
  kind: OptionalText(500),
  owner: Named,
  subjects: Type.Array(Named, { maxItems: 50 }),
  onlineLevel: oneOf(ONLINE_LEVELS),
  executingAgencies: Type.Array(Named, { maxItems: 200 }),
  competentAgencies: Type.Array(Named, { maxItems: 200 }),
  authorizedAgencies: Type.Array(Named, { maxItems: 200 }),
  coordinatingAgencies: Type.Array(Named, { maxItems: 200 }),
  receivingAddress: OptionalText(),
  requirements: OptionalText(),
  steps: Type.Array(Type.Object({ case: OptionalText(), text: Text() }), { maxItems: 2_000 }),
  methods: Type.Array(
    Type.Object({ channel: oneOf(CHANNELS), times: Type.Array(TimeVariant, { maxItems: 200 }) }),
    { maxItems: 50 },
  ),
  cases: Type.Array(
    Type.Object({
      name: OptionalText(),
      components: Type.Array(Component, { maxItems: 500 }),
      note: OptionalText(),
    }),
    { maxItems: 200 },
  ),
  results: Type.Array(Type.Object({ code: OptionalText(100), name: Text(), form: Type.Optional(Form) }), {
    maxItems: 100,
  }),
  legalBases: Type.Array(LegalBasis, { maxItems: 500 }),
  keywords: Type.Array(Text(500), { maxItems: 100 }),
  related: Type.Array(Text(100), { maxItems: 500 }),
  linked: Type.Array(Text(100), { maxItems: 500 }),
  isInternal: Type.Boolean(),
})

/** Fails to compile when the schema and the type say different things. @public */
export const checked = (content: Static<typeof ProcedureContentSchema>): ProcedureContent => content
