import { Type } from 'typebox'
import { UNIT_KINDS, UNIT_LEVELS } from './units.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' })
const Level = Type.Enum(UNIT_LEVELS)

const Parent = Type.Object({
  level: Level,
  code: Type.String(),
  name: Type.String(),
  validFrom: Type.Optional(Day),
})

const named = {
  kind: Type.Enum(UNIT_KINDS),
  name: Type.String({ description: 'With its kind: Phường Dịch Vọng' }),
  parents: Type.Array(Parent, { description: 'From the nearest to the province' }),
}

export const UnitJson = Type.Object({
  level: Level,
  code: Type.String({ description: 'Of the statistics office. Reused on 1/7/2025: never join on it alone' }),
  ...named,
  validFrom: Type.Optional(Type.String({ description: 'First day. Absent: before the records begin' })),
  validTo: Type.Optional(Type.String({ description: 'First day on which it is no longer valid' })),
  legalBasis: Type.Optional(Type.String()),
})

const MeantUnit = Type.Object({
  level: Level,
  code: Type.Optional(Type.String({ description: 'Absent for communes merged before 1/7/2025' })),
  ...named,
  validFrom: Type.Optional(Type.String()),
  validTo: Type.Optional(Type.String()),
  legalBasis: Type.Optional(Type.String()),
})

export const UnitsList = Type.Object({
  items: Type.Array(UnitJson),
  nextCursor: Type.Optional(Type.String()),
})

export const UnitStoryJson = Type.Object({
  unit: UnitJson,
  isCurrent: Type.Boolean(),
  today: Type.Array(UnitJson, {
    description: 'What it is today; several when it was divided or was a district',
  }),
  formedFrom: Type.Array(
    Type.Object({
      unit: UnitJson,
      on: Day,
      manner: Type.Enum(['succeeds', 'covers'], {
        description: 'covers: a dissolved district whose land it holds in part',
      }),
    }),
  ),
  otherMeanings: Type.Array(UnitJson, { description: 'What the same code names at other times' }),
})

export const ResolutionJson = Type.Object({
  query: Type.String(),
  understanding: Type.Enum(['exact', 'near'], { description: 'near: with another spelling' }),
  candidates: Type.Array(
    Type.Object({
      unit: MeantUnit,
      isCurrent: Type.Boolean(),
      today: Type.Array(UnitJson),
    }),
    { description: 'The likeliest first. Several: the text fits them all' },
  ),
  ignored: Type.String({ description: 'The words that no unit explains, such as a street' }),
})

export const ListQuery = Type.Object({
  level: Type.Optional(
    Type.Enum(UNIT_LEVELS, { description: 'Without parent: province, with one: commune' }),
  ),
  parent: Type.Optional(
    Type.String({ pattern: '^(\\d{2}|\\d{3})$', description: 'Code of a province or district' }),
  ),
  at: Type.Optional(Day),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name, accents optional' })),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
})

export const StoryParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const StoryQuery = Type.Object({ level: Type.Optional(Level), at: Type.Optional(Day) })

export const ResolveQuery = Type.Object({
  name: Type.Optional(
    Type.String({ minLength: 1, maxLength: 300, description: 'A name or an address, accents optional' }),
  ),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 10 })),
  at: Type.Optional(Day),
})
