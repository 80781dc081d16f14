import type { Static } from 'typebox'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import type { App, Services } from '#platform/http'
import {
  ListQuery,
  ResolutionJson,
  ResolveQuery,
  StoryParams,
  StoryQuery,
  type UnitJson,
  UnitStoryJson,
  UnitsList,
} from './api-units-schema.ts'
import { listUnits } from './queries/units.ts'
import { resolveUnit } from './resolve-unit.ts'
import type { Candidate } from './resolve-unit-candidates.ts'
import { levelOfCode, type Unit, type UnitParent } from './units.ts'
import { requireUnitStory } from './units-find.ts'
import { plainFold } from './units-name.ts'

const config = { access: 'anyone', isApi: true } as const

/** Đơn vị hành chính for programs: lists of any day, one unit with its past and present, and what any name or code is today. */
export function unitsApi(app: App, services: Services): void {
  listRoute(app, services)
  resolveRoute(app, services)
  storyRoute(app, services)
}

function listRoute(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/units',
    {
      config,
      schema: {
        tags: ['units'],
        operationId: 'listUnits',
        summary: 'List the units in force on a day, in the order of their codes',
        querystring: ListQuery,
        response: { 200: UnitsList },
      },
    },
    async ({ query: { level, parent, at, q, cursor, limit = 100 } }) => {
      const units = await listUnits(db, {
        level: level ?? (parent === undefined ? 'province' : 'commune'),
        at: dayOf(at) ?? civilDate(clock()),
        parent,
        plainName: q === undefined ? undefined : plainFold(q),
        after: cursor === undefined ? undefined : codeOf(cursor),
        limit: limit + 1,
      })
      const items = units.slice(0, limit)
      const last = units.length > limit ? items.at(-1) : undefined
      return { items: items.map(unitJson), ...(last ? { nextCursor: cursorAfter(last.code) } : {}) }
    },
  )
}

function resolveRoute(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/units/resolve',
    {
      config,
      schema: {
        tags: ['units'],
        operationId: 'resolveUnit',
        summary: 'What a name, an address or a code of any time is today',
        querystring: ResolveQuery,
        response: { 200: ResolutionJson },
      },
    },
    async ({ query: { name, code, at } }) => {
      const text = name ?? code
      if (text === undefined || (name !== undefined && code !== undefined)) {
        throw new Refusal('directory.name_or_code')
      }
      const found = await resolveUnit(db, { text, at: dayOf(at), today: civilDate(clock()) })
      const { understanding, candidates, suggestions, ignored } = found
      if (understanding === 'nothing') throw new Refusal('directory.unit_unknown', { near: suggestions })
      return { query: text, understanding, candidates: candidates.map(candidateJson), ignored }
    },
  )
}

function storyRoute(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/units/:code',
    {
      config,
      schema: {
        tags: ['units'],
        operationId: 'getUnit',
        summary: 'One unit by its code: what it was formed from, and what became of it',
        params: StoryParams,
        querystring: StoryQuery,
        response: { 200: UnitStoryJson },
      },
    },
    async ({ params: { code }, query: { level, at } }) => {
      if (level !== undefined && level !== levelOfCode(code)) {
        throw new Refusal('directory.unit_unknown', { near: [] })
      }
      const story = await requireUnitStory(db, code, { at: dayOf(at), today: civilDate(clock()) })
      return {
        unit: unitJson(story.unit),
        isCurrent: story.isCurrent,
        today: story.today.map(unitJson),
        formedFrom: story.past.map(({ unit, on, manner }) => ({ unit: unitJson(unit), on, manner })),
        otherMeanings: story.otherMeanings.map(unitJson),
      }
    },
  )
}

function unitJson({ parents, ...unit }: Unit): Static<typeof UnitJson> {
  return { ...unit, parents: parents.map(parentJson) }
}

function parentJson(parent: UnitParent): Static<typeof UnitJson>['parents'][number] {
  return { ...parent }
}

function candidateJson({ unit, isCurrent, today }: Candidate) {
  const parents = unit.parents.map(parentJson)
  const meant =
    'code' in unit ? { ...unit, parents } : { level: unit.level, kind: unit.kind, name: unit.name, parents }
  return { unit: meant, isCurrent, today: today.map(unitJson) }
}

/** @throws Refusal `directory.day_invalid` for 30 February and the like */
function dayOf(written: string | undefined): CivilDate | undefined {
  const day = written === undefined ? undefined : parseCivilDate(written)
  if (written !== undefined && !day) throw new Refusal('directory.day_invalid')
  return day
}

function cursorAfter(code: string): string {
  return Buffer.from(code).toString('base64url')
}

function codeOf(cursor: string): string {
  const code = Buffer.from(cursor, 'base64url').toString()
  if (!levelOfCode(code)) throw new Refusal('directory.cursor_invalid')
  return code
}
