import { Type } from 'typebox'
import { civilDate, WEEKDAYS } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import { formatDayHours } from '#kernel/working-time-hours'
import type { App, Services } from '#platform/http'
import { requireAgency } from './agencies.ts'
import {
  AGENCY_KINDS,
  AGENCY_LEVELS,
  AGENCY_STATUSES,
  type Agency,
  type AgencyBrief,
  type PresentSuccessor,
  type Succession,
} from './agency.ts'
import { AgencyDetail, AgencyList } from './agency-api-schema.ts'
import { type ListedAgency, listAgencies } from './agency-list.ts'
import { loadWorkCalendar } from './calendar.ts'

const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words of a name, a short form, or a code' })),
  kind: Type.Optional(Type.Enum(AGENCY_KINDS)),
  level: Type.Optional(Type.Enum(AGENCY_LEVELS)),
  parent: Type.Optional(Type.String({ maxLength: 64, description: 'Code or handle of the agency above' })),
  status: Type.Optional(Type.Enum(AGENCY_STATUSES)),
  cursor: Type.Optional(Type.String({ maxLength: 600 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})
const Params = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) })
const At = Type.Object({
  at: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Names and status of a day; today without it',
    }),
  ),
})

const config = { access: 'anyone', isApi: true } as const

/** Danh mục cơ quan for programs: a list by filters, and one agency by any spelling of its code. */
export function agenciesApi(app: App, services: Services): void {
  listRoute(app, services)
  detailRoute(app, services)
}

function listRoute(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/agencies',
    {
      config,
      schema: {
        tags: ['agencies'],
        operationId: 'listAgencies',
        summary: 'List agencies',
        querystring: ListQuery,
        response: { 200: AgencyList },
      },
    },
    async ({ query: { kind, parent, limit = 50, ...rest } }) => {
      const on = civilDate(clock())
      const above = parent === undefined ? undefined : await requireAgency(db, parent, on)
      const filters = { ...(kind && { kinds: [kind] }), ...(above && { parent: above.handle }) }
      const { agencies, nextCursor } = await listAgencies(db, { ...rest, ...filters, limit }, on)
      return { items: agencies.map(listItem), ...(nextCursor && { nextCursor }) }
    },
  )
}

function detailRoute(app: App, { db, clock }: Services): void {
  app.get(
    '/api/v1/agencies/:code',
    {
      config,
      schema: {
        tags: ['agencies'],
        operationId: 'getAgency',
        summary: 'One agency, by its code in either spelling or by its handle',
        params: Params,
        querystring: At,
        response: { 200: AgencyDetail },
      },
    },
    async ({ params: { code }, query: { at } }) => {
      const on = at === undefined ? civilDate(clock()) : parseCivilDate(at)
      if (!on) throw new Refusal('directory.day_invalid')
      const agency = await requireAgency(db, code, on)
      const calendar = await loadWorkCalendar(db, { handle: agency.handle, on })
      return { ...detail(agency), ...(agency.status === 'current' && { officeHours: weekOf(calendar) }) }
    },
  )
}

function listItem({ parentName, presentSuccessors, ...agency }: ListedAgency) {
  return {
    ...brief(agency),
    ...(parentName && { parentName }),
    presentSuccessors: presentSuccessors.map(present),
  }
}

function detail(agency: Agency) {
  const { codes, names, parent, childCount, predecessors, successors, presentSuccessors, unit, contact } =
    agency
  return {
    ...brief(agency),
    ...(agency.validFrom && { validFrom: agency.validFrom }),
    codes: [...codes],
    names: [...names],
    ...(parent && { parent: brief(parent) }),
    childCount,
    predecessors: predecessors.map(succession),
    successors: successors.map(succession),
    presentSuccessors: presentSuccessors.map(present),
    ...(unit && { unit }),
    contact,
  }
}

function weekOf(calendar: WorkCalendar) {
  return WEEKDAYS.map((weekday) => ({ weekday, hours: formatDayHours(calendar.usualHours(weekday)) }))
}

function brief({ handle, code, name, nameEn, kind, level, status, dissolvedOn }: AgencyBrief) {
  return {
    handle,
    ...(code && { code }),
    name,
    nameEn,
    kind,
    level,
    status,
    ...(dissolvedOn && { dissolvedOn }),
  }
}

function succession({ agency, ...rest }: Succession) {
  return { ...rest, agency: brief(agency) }
}

function present({ agency, takesAll }: PresentSuccessor) {
  return { agency: brief(agency), takesAll }
}
