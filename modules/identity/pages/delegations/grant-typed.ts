import { Type } from 'typebox'
import type { FieldError } from '#design'
import { addMonths, type CivilDate, civilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import { readProcedureCode } from '#kernel/procedure-code'
import { tidy } from '#kernel/vietnamese'
import type { Lang } from '#platform/lang'
import { type GrantedKind, latestLastDay, USUAL_MONTHS } from '../../delegation-grant.ts'
import { readPaperCode } from '../../paper-code.ts'
import { typedDay } from '../typed-day.ts'
import { words } from './grant-text.ts'

const short = Type.Optional(Type.String({ maxLength: 40 }))

export const GrantBody = Type.Object({
  loai: short,
  ma: short,
  'muc-dich': Type.Optional(Type.String({ maxLength: 1_000 })),
  'pham-vi': short,
  'thu-tuc': Type.Optional(Type.String({ maxLength: 4_000 })),
  'den-ngay-day': short,
  'den-ngay-month': short,
  'den-ngay-year': short,
  'xac-nhan': short,
})

export type TypedGrant = Readonly<Partial<Record<keyof typeof GrantBody.properties, string>>>

export type ReadGrant = {
  readonly kind: GrantedKind
  readonly code: string
  readonly purpose: string
  readonly procedures: readonly string[]
  readonly lastDay: CivilDate
}

export type GrantReading =
  | { readonly grant: ReadGrant; readonly errors: readonly [] }
  | { readonly grant?: undefined; readonly errors: readonly FieldError[] }

const MOST_PROCEDURES = 50

/** An empty form: a year, as the law has it without another term. */
export function freshGrant(now: Date): TypedGrant {
  const [year = '', month = '', day = ''] = addMonths(civilDate(now), USUAL_MONTHS).split('-')
  return { 'den-ngay-day': day, 'den-ngay-month': month, 'den-ngay-year': year }
}

type Context = { readonly kinds: readonly GrantedKind[]; readonly lang: Lang; readonly now: Date }

/** Reads the filled form, with every field that makes no sense named. */
export function readGrant(typed: TypedGrant, { kinds, lang, now }: Context): GrantReading {
  const text = words[lang].errors
  const errors: FieldError[] = []
  const kind = kinds.length === 1 ? kinds[0] : kinds.find((known) => known === typed.loai)
  if (!kind) errors.push({ field: 'loai', text: text.kind })
  const code = readPaperCode('contact', typed.ma ?? '')
  if (!code) errors.push({ field: 'ma', text: text.code })
  const purpose = tidy(typed['muc-dich'] ?? '')
  if (purpose.length < 5 || purpose.length > 300) errors.push({ field: 'muc-dich', text: text.purpose })
  const procedures = readScope(typed, lang, errors)
  const lastDay = kind === 'assisted' ? civilDate(now) : readLastDay(typed, { lang, now, errors })

  if (errors.length > 0 || !kind || !code || !lastDay) return { errors }
  return { grant: { kind, code, purpose, procedures, lastDay }, errors: [] }
}

function readScope(typed: TypedGrant, lang: Lang, errors: FieldError[]): readonly string[] {
  const text = words[lang].errors
  if (typed['pham-vi'] === 'tat-ca') return []
  if (typed['pham-vi'] !== 'mot-so') {
    errors.push({ field: 'pham-vi', text: text.scope })
    return []
  }
  const written = (typed['thu-tuc'] ?? '').split(/[\s,;]+/).filter(Boolean)
  const codes = new Set<string>()
  for (const word of written) {
    const reading = readProcedureCode(word)
    if (reading) codes.add(reading.national)
    else errors.push({ field: 'thu-tuc', text: text.notCode(word.slice(0, 40)) })
  }
  const isCount = written.length > 0 && codes.size <= MOST_PROCEDURES
  if (!isCount) errors.push({ field: 'thu-tuc', text: text.procedures })
  return [...codes]
}

type Days = Omit<Context, 'kinds'> & { readonly errors: FieldError[] }

function readLastDay(typed: TypedGrant, { lang, now, errors }: Days): CivilDate | undefined {
  const text = words[lang].errors
  const day = typedDay(typed, 'den-ngay')
  const latest = latestLastDay(now)
  if (!day || day < civilDate(now)) errors.push({ field: 'den-ngay', text: text.lastDay })
  else if (day > latest) errors.push({ field: 'den-ngay', text: text.tooLate(formatDate(latest)) })
  else return day
  return undefined
}
