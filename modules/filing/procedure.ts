import { findProcedure, type Procedure } from '#catalogue'
import { type AgencyBrief, agencyBriefs } from '#directory'
import type { GenericSource } from '#forms'
import type { CivilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Limit } from '#kernel/working-time-policy'
import type { Db } from '#platform/db'

/** The procedure as it is in force, if it can be filed. @throws Refusal `catalogue.not_found`, `filing.procedure_abolished` */
export async function requireFileable(db: Db, code: string): Promise<Procedure> {
  const procedure = await findProcedure(db, code)
  if (!procedure || procedure.content.isInternal) throw new Refusal('catalogue.not_found')
  if (procedure.kind === 'abolished') throw new Refusal('filing.procedure_abolished')
  return procedure
}

/** @throws Refusal `filing.not_online` */
export function requireOnline({ content }: Procedure): void {
  if (content.onlineLevel === 'information') throw new Refusal('filing.not_online')
}

/** The agency of a filing, as of today. @throws Refusal `filing.agency_not_competent` */
export async function requireCompetent(
  db: Db,
  { content }: Procedure,
  { agency, today }: { agency: string; today: CivilDate },
): Promise<AgencyBrief> {
  const brief = (await agencyBriefs(db, [agency], today)).get(agency)
  const levels: readonly string[] = content.levels
  if (brief?.status !== 'current' || !levels.includes(brief.level))
    throw new Refusal('filing.agency_not_competent')
  return brief
}

/** What the generic form is built from. */
export function sourceOf({ code, number, content }: Procedure): GenericSource {
  return {
    procedureCode: code,
    revisionNumber: number,
    name: content.name,
    isForOrganizations: content.subjects.some(({ name }) => /tổ chức|doanh nghiệp|hợp tác xã/iu.test(name)),
    cases: content.cases.map(({ name, components }) => ({
      name,
      components: components.map(({ code: component, name: paper, originals, copies, forms }) => ({
        code: component,
        name: paper,
        originals,
        copies,
        hasForm: forms.length > 0,
      })),
    })),
  }
}

const CHANNELS = { portal: 'online', desk: 'direct', post: 'postal' } as const

/**
 * Thời hạn giải quyết of a filing: of its channel, the longest that is given in numbers. Where the procedure names several, which
 * one applies is for the officer to say at reception; until then nobody is promised too much.
 */
export function limitsOf(
  { content }: Procedure,
  door: keyof typeof CHANNELS,
): readonly (Limit & { note?: string })[] {
  const methods = content.methods.filter(({ channel }) => channel === CHANNELS[door])
  const times = (methods.length > 0 ? methods : content.methods).flatMap((method) => method.times)
  return times.flatMap(({ value, unit, note }) => {
    if (value === undefined) return []
    const said = note === undefined ? {} : { note }
    if (unit) return [{ value, unit, ...said }]
    // Limits are in working days unless something else is said; which it is here, the officer says at reception.
    return [
      { value, unit: 'working_day' as const, note: note ?? UNIT_NOT_SAID },
      { value, unit: 'day' as const, note: note ?? UNIT_NOT_SAID },
    ]
  })
}

const UNIT_NOT_SAID = 'Thủ tục không ghi đơn vị của thời hạn; chọn theo quy định áp dụng.'
