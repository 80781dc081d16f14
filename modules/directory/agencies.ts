import type { CivilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { type Agency, type AgencyBrief, agencyAddress, type Contact } from './agency.ts'
import { listAgencies } from './agency-list.ts'
import { codesToTry, oneSignApart, spelledAs } from './agency-spelling.ts'
import { type AgencyFound, agenciesNearCode, agenciesServing, agencyByCode } from './queries/agencies.ts'
import {
  briefById,
  codesOf,
  countChildren,
  namesOf,
  predecessorsOf,
  presentSuccessorsOf,
  successorsOf,
  unitOf,
} from './queries/agency-relations.ts'
import { briefOf, dayOf } from './queries/agency-rows.ts'
import type { UnitLevel } from './units.ts'
import { plainFold } from './units-name.ts'

const MOST_NEAR = 6

/**
 * Tra cứu cơ quan theo mã: any spelling of a code (`H21.17`, `000.00.17.H21`, lower case, dashes), or the handle of an
 * agency without a code. Names, status and successors are those of the day `on`. A dissolved agency is found too.
 */
export async function findAgency(db: Db, written: string, on: CivilDate): Promise<Agency | undefined> {
  const found = await agencyByCode(db, { ...spelledAs(written), on })
  if (!found) return undefined
  const { id, parentId } = found
  const [codes, names, parent, childCount, predecessors, successors, present, unit] = await Promise.all([
    codesOf(db, id),
    namesOf(db, id),
    parentId === null ? undefined : briefById(db, parentId, on),
    countChildren(db, id, on),
    predecessorsOf(db, id, on),
    successorsOf(db, id, on),
    presentSuccessorsOf(db, [id], on),
    unitOf(db, id, on),
  ])
  const validFrom = dayOf(found.validFrom)
  return {
    ...briefOf(found, on),
    ...(validFrom && { validFrom }),
    codes,
    names,
    ...(parent && { parent }),
    childCount,
    predecessors,
    successors,
    presentSuccessors: present.get(id) ?? [],
    ...(unit && { unit }),
    contact: contactOf(found),
  }
}

/** @throws Refusal `directory.agency_unknown` with the pages of agencies that come nearest to what was written */
export async function requireAgency(db: Db, written: string, on: CivilDate): Promise<Agency> {
  const agency = await findAgency(db, written, on)
  if (agency) return agency
  throw new Refusal('directory.agency_unknown', {
    near: (await agenciesNear(db, written, on)).map(({ handle, name }) => `${agencyAddress(handle)} ${name}`),
  })
}

/**
 * Agencies that were probably meant by what leads to none, best guess first, at most 6: a mended spelling, the agency
 * above, a code that differs by one sign; and when it is no code at all, agencies of such a name.
 */
export async function agenciesNear(db: Db, written: string, on: CivilDate): Promise<readonly AgencyBrief[]> {
  const codes = codesToTry(written)
  const patterns = oneSignApart(written)
  if (codes.length > 0 || patterns.length > 0) {
    const near = await agenciesNearCode(db, { codes, patterns, on, limit: MOST_NEAR })
    if (near.length > 0) return near
  }
  if (plainFold(written) === '') return []
  const { agencies } = await listAgencies(db, { q: written.replaceAll('-', ' '), limit: MOST_NEAR }, on)
  return agencies
}

/** Who handles procedures of a level for somebody's place, and where they are handed in. */
export type HandlingAgency = {
  /** Ủy ban nhân dân, or the ministry for procedures of the central level. */
  readonly agency: AgencyBrief
  /**
   * Trung tâm Phục vụ hành chính công. For a commune without one of its own it is that of the province: a dossier may be
   * handed in at any centre of the province (phi địa giới, Nghị định 118/2025/NĐ-CP).
   */
  readonly serviceCentre?: AgencyBrief
}

export type HandlingQuestion =
  | { readonly level: 'ministry'; readonly ownerCode: string }
  | {
      readonly level: 'province' | 'commune'
      readonly unit: { readonly level: UnitLevel; readonly code: string }
    }

/**
 * Cơ quan giải quyết thủ tục cấp `level` cho một nơi: the unit is one that is valid on `on` (resolve an old one first). A
 * procedure of the commune level asked for a whole province has no single agency: `undefined`, ask for the commune. For
 * the central level it is the owner, or what the owner has become.
 */
export async function agencyForUnit(
  db: Db,
  question: HandlingQuestion,
  on: CivilDate,
): Promise<HandlingAgency | undefined> {
  if (question.level === 'ministry') return presentAgency(db, question.ownerCode, on)

  const kind = question.level === 'province' ? 'provincial_committee' : 'commune_committee'
  const serving = await agenciesServing(db, { ...question.unit, kinds: [kind, 'service_centre'], on })
  const agency = serving.find((candidate) => candidate.kind === kind)
  if (!agency) return undefined
  const centres = serving.filter((candidate) => candidate.kind === 'service_centre')
  const serviceCentre = centres.find(({ level }) => level === question.level) ?? centres[0]
  return { agency, ...(serviceCentre && { serviceCentre }) }
}

async function presentAgency(db: Db, code: string, on: CivilDate): Promise<HandlingAgency | undefined> {
  const found = await agencyByCode(db, { ...spelledAs(code), on })
  if (!found) return undefined
  const agency = briefOf(found, on)
  if (agency.status === 'current') return { agency }

  const present = (await presentSuccessorsOf(db, [found.id], on)).get(found.id)
  const heir = present?.find(({ takesAll }) => takesAll)
  return heir && { agency: heir.agency }
}

function contactOf({ address, phone, email, website }: AgencyFound): Contact {
  return {
    ...(address !== null && { address }),
    ...(phone !== null && { phone }),
    ...(email !== null && { email }),
    ...(website !== null && { website }),
  }
}
