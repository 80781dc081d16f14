import type { FieldError } from '#design'
import { agencyLine, findAgency, listAgencies } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { tidy } from '#kernel/vietnamese'
import type { Administrator } from '../../officials/administrator.ts'
import type { Wanted } from '../../officials/grant-role.ts'
import { looksAfter, ROLES, type Role } from '../../officials/role.ts'
import { endOfDay, lastDayAllowed } from '../../officials/term.ts'
import type { IdentityServices } from '../../services.ts'
import type { AdministrationText } from './text.ts'

/** What was read from a form, or what is wrong with it; field by field, so that all is told at once. */
export type Read<Value> =
  | { readonly value: Value; readonly errors: readonly [] }
  | { readonly errors: readonly FieldError[] }

export function readText(
  typed: string,
  field: string,
  least: number,
  most: number,
  wrong: string,
): Read<string> {
  const value = tidy(typed)
  return value.length >= least && value.length <= most ? right(value) : mistake(field, wrong)
}

export function readReason(typed: string, text: AdministrationText): Read<string> {
  return readText(typed, 'reason', 5, 500, text.errors.reason)
}

/** The agency of a code, a handle or a name, within what the administrator looks after. Answers its handle. */
export async function readAgency(
  { db, clock }: IdentityServices,
  { held }: Administrator,
  typed: string,
  field: string,
  text: AdministrationText,
): Promise<Read<string>> {
  const on = civilDate(clock())
  const written = tidy(typed)
  if (written === '' || written.length > 200) return mistake(field, text.errors.agency)
  const byCode = await findAgency(db, written, on)
  const found = byCode
    ? [byCode]
    : (await listAgencies(db, { q: written, status: 'current', limit: 20 }, on)).agencies
  const mine = []
  for (const agency of found) if (looksAfter(held, await agencyLine(db, agency.handle))) mine.push(agency)
  const [first, ...others] = mine
  if (!first) return mistake(field, text.errors.agency)
  if (others.length === 0) return right(first.handle)
  const names = mine.slice(0, 6).map(({ name, handle }) => `${name} (${handle})`)
  return mistake(field, text.errors.agencies(names.join('; ')))
}

export type RightForm = {
  readonly role: string
  readonly rightAgency: string
  readonly mayGive: readonly string[]
  readonly until: string
  readonly reason: string
}

/** A right as it stands in a form. */
export async function readRight(
  services: IdentityServices,
  administrator: Administrator,
  form: RightForm,
  text: AdministrationText,
): Promise<Read<Wanted>> {
  const role = ROLES.find((one) => one === form.role)
  const agency = await readAgency(services, administrator, form.rightAgency, 'rightAgency', text)
  const untilAt = readUntil(form.until, services.clock())
  const reason = readReason(form.reason, text)
  if (role && 'value' in agency && untilAt && 'value' in reason) {
    const mayGive = role === 'administrator' ? ROLES.filter((one: Role) => form.mayGive.includes(one)) : []
    return right({ role, agency: agency.value, mayGive, untilAt, reason: reason.value })
  }
  return {
    errors: [
      ...(role ? [] : [{ field: 'role', text: text.errors.role }]),
      ...agency.errors,
      ...(untilAt ? [] : [{ field: 'until', text: text.errors.until }]),
      ...reason.errors,
    ],
  }
}

/** The first moment after the last day that was written; undefined when that is no day, over, or more than two years off. */
function readUntil(typed: string, now: Date): Date | undefined {
  const day = parseCivilDate(typed)
  if (!day || day > lastDayAllowed(now)) return undefined
  const end = endOfDay(day)
  return end > now ? end : undefined
}

function right<Value>(value: Value): Read<Value> {
  return { value, errors: [] }
}

function mistake(field: string, text: string): { readonly errors: readonly FieldError[] } {
  return { errors: [{ field, text }] }
}
