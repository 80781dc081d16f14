import { agencyCode, spellingsOf } from '#kernel/agency-code'
import { type CsvRow, cell } from '#kernel/csv'
import { AGENCY_KINDS, type Confidence, sortKey } from './agency.ts'
import { searchTextOf } from './agency-search.ts'
import { type AgencyFacts, given, oneOf } from './agency-seed-files.ts'
import type {
  AgencyRow,
  CodeRow,
  NameRow,
  SeedAgency,
  SeedRows,
  SeedUnit,
  SuccessorRow,
} from './agency-seed-types.ts'
import { agenciesOfUnits, isUnitOfCommittee } from './agency-seed-units.ts'
import { plainFold } from './units-name.ts'

/** PostgreSQL's way to write a first day that is not recorded. */
const ALWAYS = '-infinity'

const CONFIDENCES: readonly Confidence[] = ['sure', 'recalled', 'assumed']

/** All rows of the agency tables, from our tables of facts and the units that are loaded. Reads and writes nothing. */
export function agencySeedRows(facts: AgencyFacts, units: readonly SeedUnit[]): SeedRows {
  const agencies = [
    ...facts.central.map((row) => central(row, facts['former-names'])),
    ...facts.provincial.map((row) => provincial(row, facts['former-names'], units)),
    ...facts.departments.map(department),
    ...agenciesOfUnits(facts.provincial, units),
  ]
  return {
    agencies: agencies.map(agencyRow),
    names: agencies.flatMap(({ handle, names }) => names.map((name) => ({ handle, ...name }))),
    codes: agencies.flatMap(codeRows),
    links: agencies.flatMap(({ handle, units: served }) =>
      served.map(({ level, code, validFrom }) => ({ handle, level, code, unitValidFrom: validFrom })),
    ),
    successors: facts.successions.map(successor),
  }
}

function central(row: CsvRow, formerNames: readonly CsvRow[]): SeedAgency {
  const handle = agencyCode(cell(row, 'code'))
  return {
    handle,
    kind: oneOf(row, 'kind', AGENCY_KINDS),
    level: 'ministry',
    parent: null,
    validTo: given(row, 'dissolved_on'),
    website: given(row, 'website'),
    names: namesOf(row, formerNames),
    code: { source: cell(row, 'evidence'), confidence: oneOf(row, 'confidence', CONFIDENCES) },
    units: [],
    also: [],
  }
}

function provincial(row: CsvRow, formerNames: readonly CsvRow[], units: readonly SeedUnit[]): SeedAgency {
  return {
    ...central({ ...row, kind: 'provincial_committee', website: '' }, formerNames),
    level: 'province',
    units: units.filter((unit) => isUnitOfCommittee(row, unit)),
  }
}

function department(row: CsvRow): SeedAgency {
  return {
    ...central({ ...row, website: '', dissolved_on: '' }, []),
    level: 'province',
    parent: agencyCode(cell(row, 'parent_code')),
  }
}

/** The name in the table is the last one; an earlier one, where recorded, ends on the day on which it began. */
function namesOf(row: CsvRow, formerNames: readonly CsvRow[]): SeedAgency['names'] {
  const former = formerNames.find((candidate) => cell(candidate, 'code') === cell(row, 'code'))
  const until = former ? cell(former, 'until') : ALWAYS
  const legalSource = former ? cell(former, 'legal_source') : null
  const last = { ...nameIn(row), validFrom: until, validTo: given(row, 'dissolved_on'), legalSource }
  return former ? [{ ...nameIn(former), validFrom: ALWAYS, validTo: until, legalSource: null }, last] : [last]
}

function nameIn(row: CsvRow): Pick<NameRow, 'name' | 'nameEn' | 'confidence'> {
  return {
    name: cell(row, 'name'),
    nameEn: cell(row, 'name_en'),
    confidence: oneOf(row, 'confidence', CONFIDENCES),
  }
}

function agencyRow(agency: SeedAgency): AgencyRow {
  const { handle, kind, level, parent, validTo, website, names, units, also } = agency
  const called = {
    names: names.map(({ name }) => name),
    also: [...names.map(({ nameEn }) => nameEn), ...units.flatMap((unit) => unit.aliases), ...also],
    codes: codeRows(agency).map(({ code }) => code),
  }
  const shown = units.at(-1)?.bareName ?? names.at(-1)?.name ?? handle
  return {
    handle,
    kind,
    level,
    parent,
    validFrom: names[0]?.validFrom ?? ALWAYS,
    validTo,
    website,
    sortKey: sortKey(
      kind,
      plainFold(shown),
      kind === 'commune_committee' ? also.map(plainFold).join(' ') : '',
    ),
    searchText: searchTextOf(called),
  }
}

function codeRows({ handle, code }: SeedAgency): CodeRow[] {
  if (!code) return []
  const { v1 } = spellingsOf({ format: 'v2', code: agencyCode(handle) })
  const spelled = [
    { format: 'v2' as const, code: handle },
    ...(v1 ? [{ format: 'v1' as const, code: v1 }] : []),
  ]
  return spelled.map((spelling) => ({ ...spelling, handle, ...code }))
}

function successor(row: CsvRow): SuccessorRow {
  return {
    handle: agencyCode(cell(row, 'code')),
    successor: agencyCode(cell(row, 'successor_code')),
    on: cell(row, 'on'),
    scope: given(row, 'scope'),
    scopeEn: given(row, 'scope_en'),
    legalSource: cell(row, 'legal_source'),
    confidence: oneOf(row, 'confidence', CONFIDENCES),
  }
}
