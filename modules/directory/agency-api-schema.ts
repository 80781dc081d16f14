import { Type } from 'typebox'
import { AGENCY_KINDS, AGENCY_LEVELS, AGENCY_STATUSES } from './agency.ts'
import { UNIT_LEVELS } from './units.ts'

const Day = Type.String({ format: 'date' })

const brief = {
  handle: Type.String({
    description: 'Its name in addresses: the code, or for an agency without a published code a word',
  }),
  code: Type.Optional(Type.String({ description: 'Left-to-right code; absent where none is published' })),
  name: Type.String(),
  nameEn: Type.String(),
  kind: Type.Enum(AGENCY_KINDS),
  level: Type.Enum(AGENCY_LEVELS),
  status: Type.Enum(AGENCY_STATUSES),
  dissolvedOn: Type.Optional(Day),
}
const Brief = Type.Object(brief)

const Present = Type.Object({
  agency: Brief,
  takesAll: Type.Boolean({ description: 'False: only a part of the duties has come to it' }),
})

const Confidence = Type.Enum(['sure', 'recalled', 'assumed'])

const Succession = Type.Object({
  agency: Brief,
  on: Day,
  scope: Type.Optional(
    Type.String({ description: 'The part of the duties; absent: all that is not named elsewhere' }),
  ),
  scopeEn: Type.Optional(Type.String()),
  legalSource: Type.String(),
  confidence: Confidence,
})

export const AgencyList = Type.Object({
  items: Type.Array(
    Type.Object({
      ...brief,
      parentName: Type.Optional(Type.String()),
      presentSuccessors: Type.Array(Present),
    }),
  ),
  nextCursor: Type.Optional(Type.String()),
})

export const AgencyDetail = Type.Object({
  ...brief,
  validFrom: Type.Optional(Day),
  codes: Type.Array(
    Type.Object({
      format: Type.Enum(['v1', 'v2']),
      code: Type.String(),
      validFrom: Type.Optional(Day),
      validTo: Type.Optional(Day),
      source: Type.String(),
      confidence: Confidence,
    }),
  ),
  names: Type.Array(
    Type.Object({
      name: Type.String(),
      nameEn: Type.String(),
      validFrom: Type.Optional(Day),
      validTo: Type.Optional(Day),
      legalSource: Type.Optional(Type.String()),
    }),
  ),
  parent: Type.Optional(Brief),
  childCount: Type.Integer(),
  predecessors: Type.Array(Succession),
  successors: Type.Array(Succession),
  presentSuccessors: Type.Array(Present),
  unit: Type.Optional(
    Type.Object({ level: Type.Enum(UNIT_LEVELS), code: Type.String(), name: Type.String() }),
  ),
  officeHours: Type.Optional(
    Type.Array(
      Type.Object({
        weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' }),
        hours: Type.String({ description: 'Such as 07:30-11:30,13:00-17:00; empty on a day off' }),
      }),
      { description: 'Its own where it has published any, else the national ones' },
    ),
  ),
  contact: Type.Object({
    address: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
    email: Type.Optional(Type.String()),
    website: Type.Optional(Type.String()),
  }),
})
