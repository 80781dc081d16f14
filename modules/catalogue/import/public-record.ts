import type { CivilDate } from '#kernel/civil-date'
import type {
  Case,
  Channel,
  Component,
  Fee,
  LegalBasis,
  Level,
  Method,
  Named,
  ProcedureContent,
  Result,
  TimeUnit,
  TimeVariant,
} from '../procedure.ts'
import type { ProcedureRecord } from '../revision.ts'
import {
  compact,
  countOf,
  decimalOf,
  field,
  linesOf,
  paragraphOf,
  type Raw,
  recordsOf,
  textOf,
} from './fields.ts'
import { casesWithTitles, isInternalCode, onlineLevelOf } from './shapes.ts'

const CHANNELS: Readonly<Record<string, Channel>> = { DIRECT: 'direct', ONLINE: 'online', POSTAL: 'postal' }
const UNITS: Readonly<Record<string, TimeUnit>> = {
  WORKING_DAY: 'working_day',
  DAY: 'day',
  HOUR: 'hour',
  MONTH: 'month',
}
const LEVELS: Readonly<Record<string, Level>> = {
  MINISTRY: 'ministry',
  PROVINCE: 'province',
  DISTRICT: 'district',
  COMMUNE: 'commune',
  OTHER: 'other',
}

/** Is this one line of the public catalogue as JSON Lines, with `code`, `methods` and `dossier`? */
export function isPublicRecord(raw: Raw): boolean {
  return typeof raw['code'] === 'string' && Array.isArray(raw['methods']) && Array.isArray(raw['dossier'])
}

/** Reads a record of the public catalogue. What the source left open (a unit, a fee) stays open. */
export function fromPublicRecord(raw: Raw): ProcedureRecord {
  const methods = methodsOf(recordsOf(raw['methods']))
  const code = textOf(raw['code']) ?? ''
  const content: ProcedureContent = compact({
    name: textOf(raw['name']) ?? '',
    field: { name: textOf(raw['field']) ?? 'Lĩnh vực khác' },
    levels: known(raw['levels'], LEVELS),
    kind: textOf(raw['type_raw']),
    owner: ownerOf(raw),
    subjects: namesOf(raw['subjects']),
    onlineLevel: onlineLevelOf(methods),
    executingAgencies: namesOf(raw['executing_agencies']),
    competentAgencies: oneName(raw['competent_agency']),
    authorizedAgencies: oneName(raw['authorized_agency']),
    coordinatingAgencies: oneName(raw['coordinating_agency']),
    receivingAddress: textOf(raw['receiving_address']),
    requirements: paragraphOf(raw['requirements']),
    steps: linesOf(raw['steps']).map((text) => ({ text })),
    methods,
    cases: casesWithTitles(recordsOf(raw['dossier']).map(caseOf)),
    results: recordsOf(raw['results']).flatMap(resultOf),
    legalBases: legalBasesOf(raw),
    keywords: keywordsOf(raw['keywords']),
    related: [...new Set((textOf(raw['related']) ?? '').match(/\b\d\.\d{6}\b/g) ?? [])],
    linked: [],
    isInternal: isInternalCode(code),
  })
  const number = textOf(raw['decision_no'])
  return { code, decision: number ? { number } : {}, content }
}

function ownerOf(raw: Raw): Named {
  const name = textOf(raw['owner_name']) ?? textOf(raw['issuing_agency']) ?? 'Cơ quan khác'
  return compact({ code: textOf(raw['owner_code']), name })
}

function methodsOf(rows: readonly Raw[]): Method[] {
  const byChannel = new Map<Channel, TimeVariant[]>()
  for (const row of rows) {
    const channel = CHANNELS[textOf(row['channel']) ?? '']
    if (!channel) continue
    const times = byChannel.get(channel) ?? []
    times.push(timeOf(row))
    byChannel.set(channel, times)
  }
  return [...byChannel].map(([channel, times]) => ({ channel, times }))
}

function timeOf(row: Raw): TimeVariant {
  return compact({
    value: decimalOf(row['time_value']),
    unit: UNITS[textOf(row['time_unit']) ?? ''],
    note: paragraphOf(row['description']),
    fees: recordsOf(row['fees']).map(feeOf),
  })
}

function feeOf(row: Raw): Fee {
  const note = paragraphOf(row['note'])
  const amount = typeof row['amount'] === 'number' ? row['amount'] : undefined
  const currency = textOf(row['currency']) ?? 'VND'
  const isSuspect = row['suspect'] === true ? true : undefined
  if (row['type'] === 'FREE') return compact({ kind: 'free' as const, note })
  if (row['type'] !== 'AMOUNT' || amount === undefined) return compact({ kind: 'unknown' as const, note })
  if (currency !== 'VND' || !Number.isSafeInteger(amount)) {
    return { kind: 'amount', note: [`${amount} ${currency}`, note].filter(Boolean).join('. ') }
  }
  return compact({ kind: 'amount' as const, amountDong: amount, note, isSuspect })
}

function caseOf(row: Raw): Case {
  return compact({
    name: textOf(row['title']),
    components: recordsOf(row['items']).flatMap(componentOf),
    note: paragraphOf(row['tail']),
  })
}

function componentOf(row: Raw): Component[] {
  const name = textOf(row['name'])
  if (!name) return []
  const forms = Array.isArray(row['forms'])
    ? row['forms'].map(textOf).filter((form) => form !== undefined)
    : []
  return [
    {
      name,
      originals: countOf(row['originals']),
      copies: countOf(row['copies']),
      forms: forms.map((form) => ({ name: form })),
      replacementResults: [],
    },
  ]
}

function resultOf(row: Raw): Result[] {
  const name = textOf(row['name'])
  return name ? [compact({ code: textOf(row['code']), name })] : []
}

/** Military records have whole rows; the others have the numbers alone. A number may be absent but not said twice. */
function legalBasesOf(raw: Raw): LegalBasis[] {
  const whole = recordsOf(raw['legal_basis']).map((row) =>
    compact({
      number: textOf(field(row, 'so_ky_hieu')),
      name: textOf(field(row, 'trich_yeu')),
      issuer: textOf(field(row, 'co_quan_ban_hanh')),
      issuedOn: dayOf(textOf(field(row, 'ngay_ban_hanh'))),
    }),
  )
  const numbers = namesOf(raw['legal_docs']).map(({ name }) => name)
  const isSaid = (number: string) =>
    whole.some(({ name, number: own }) => own === number || name?.includes(number))
  return [
    ...whole,
    ...[...new Set(numbers)].filter((number) => !isSaid(number)).map((number) => ({ number })),
  ]
}

function dayOf(text: string | undefined): CivilDate | undefined {
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text ?? '') ?? []
  return day ? (`${year}-${month}-${day}` as CivilDate) : undefined
}

/** Crumbs of the old portal's navigation were stored as keywords: they say nothing. */
function keywordsOf(value: unknown): string[] {
  const text = textOf(value)
  if (!text || text.includes('»')) return []
  return text
    .split(/[;,\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 1 && word.length <= 200)
    .slice(0, 50)
}

function namesOf(value: unknown): Named[] {
  if (!Array.isArray(value)) return []
  return value
    .map(textOf)
    .filter((name) => name !== undefined)
    .map((name) => ({ name }))
}

function oneName(value: unknown): Named[] {
  const name = textOf(value)
  return name ? [{ name }] : []
}

function known<Value>(value: unknown, names: Readonly<Record<string, Value>>): Value[] {
  if (!Array.isArray(value)) return []
  return value.map((item) => names[textOf(item) ?? '']).filter((item) => item !== undefined)
}
