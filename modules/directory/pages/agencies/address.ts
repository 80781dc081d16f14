import { AGENCY_KINDS, type AgencyKind, type AgencyLevel, type AgencyStatus } from '../../agency.ts'
import type { AgencyQuestion } from '../../agency-list.ts'

/** What the list was asked for, as far as the address of the page says it. */
export type ListQuestion = Pick<AgencyQuestion, 'q' | 'kinds' | 'level' | 'parent' | 'status'>

/** How a kind is called in an address that people see. */
const KIND_SLUGS: Readonly<Record<AgencyKind, string>> = {
  ministry: 'bo',
  ministerial_body: 'ngang-bo',
  government_body: 'thuoc-chinh-phu',
  joint_council: 'lien-nganh',
  provincial_committee: 'ubnd-tinh',
  department: 'so',
  service_centre: 'trung-tam',
  commune_committee: 'ubnd-xa',
}
const LEVEL_SLUGS: Readonly<Record<AgencyLevel, string>> = { ministry: 'bo', province: 'tinh', commune: 'xa' }
const STATUS_SLUGS: Readonly<Record<AgencyStatus, string>> = {
  current: 'dang-hoat-dong',
  dissolved: 'da-ket-thuc',
}

export type ListParams = {
  readonly q?: string
  readonly loai?: string
  readonly cap?: string
  readonly thuoc?: string
  readonly 'tinh-trang'?: string
}

/** Reads the question out of an address. A value that no filter knows is as if it were not there. */
export function questionOf(params: ListParams): ListQuestion {
  const kind = AGENCY_KINDS.find((known) => KIND_SLUGS[known] === params.loai)
  const level = keyOf(LEVEL_SLUGS, params.cap)
  const status = keyOf(STATUS_SLUGS, params['tinh-trang'])
  return {
    ...(params.q?.trim() && { q: params.q.trim() }),
    ...(kind && { kinds: [kind] }),
    ...(level && { level }),
    ...(params.thuoc && { parent: params.thuoc }),
    ...(status && { status }),
  }
}

/** The address of the list that answers this question, from the row after `after` on. */
export function addressOf({ q, kinds = [], level, parent, status }: ListQuestion, after?: string): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const kind of kinds) params.append('loai', KIND_SLUGS[kind])
  if (level) params.set('cap', LEVEL_SLUGS[level])
  if (parent) params.set('thuoc', parent)
  if (status) params.set('tinh-trang', STATUS_SLUGS[status])
  if (after) params.set('sau', after)
  const query = params.toString()
  return query ? `/co-quan?${query}` : '/co-quan'
}

/** The filters as hidden fields of the search form: new words keep them. */
export function keptParams(question: ListQuestion): readonly (readonly [name: string, value: string])[] {
  const params = new URLSearchParams(addressOf(question).split('?')[1])
  params.delete('q')
  return [...params]
}

function keyOf<Key extends string>(
  slugs: Readonly<Record<Key, string>>,
  slug: string | undefined,
): Key | undefined {
  const keys = Object.keys(slugs) as Key[]
  return keys.find((key) => slugs[key] === slug)
}
