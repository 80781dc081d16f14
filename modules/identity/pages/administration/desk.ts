import type { FastifyRequest } from 'fastify'
import { type AgencyBrief, agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import type { Lang } from '#platform/lang'
import { type Administrator, findAdministrator, isUuid } from '../../officials/administrator.ts'
import { agenciesOf } from '../../officials/list.ts'
import type { IdentityServices } from '../../services.ts'

export const ADMINISTRATION = '/quan-tri'

export function officialPath(accountId: string): string {
  return `${ADMINISTRATION}/can-bo/${accountId}`
}

/** Names of agencies in the reader's language, with the handle where there is no name. */
export type AgencyNames = (handle: string) => string

export async function agencyNames(
  { db, clock }: IdentityServices,
  handles: readonly string[],
  lang: Lang,
): Promise<AgencyNames> {
  const briefs = await agencyBriefs(db, handles, civilDate(clock()))
  return (handle) => nameIn(briefs.get(handle), lang) ?? handle
}

export function nameIn(brief: AgencyBrief | undefined, lang: Lang): string | undefined {
  return lang === 'en' ? brief?.nameEn : brief?.name
}

/** Who sends a request, and what they hold now. */
export function administratorOf(
  { db, clock }: IdentityServices,
  { actor }: FastifyRequest,
): Promise<Administrator> {
  if (!isUuid(actor.id)) return Promise.resolve({ accountId: actor.id, held: [] })
  return findAdministrator(db, actor.id, clock())
}

/** Up to this many agencies are offered as a list; more are found by code or name. */
const MOST_OFFERED = 60

/** The working agencies of an administrator, when they are few enough to choose from. */
export async function agenciesToChoose(
  { db, clock }: IdentityServices,
  { held }: Administrator,
): Promise<readonly AgencyBrief[] | undefined> {
  const handles = await agenciesOf(db, held, undefined)
  if (!handles || handles.length > MOST_OFFERED) return undefined
  const briefs = await agencyBriefs(db, handles, civilDate(clock()))
  return [...briefs.values()].filter(({ status }) => status === 'current')
}
