import { Type } from 'typebox'
import type { FieldError } from '#design'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { tidy } from '#kernel/vietnamese'
import type { Lang } from '#platform/lang'
import type { Declaration } from '../../delegation-represent.ts'
import { personalIdOf } from '../../personal-id-typed.ts'
import { typedDay } from '../typed-day.ts'
import { words } from './declare-text.ts'

const short = Type.Optional(Type.String({ maxLength: 40 }))
const line = Type.Optional(Type.String({ maxLength: 400 }))

export const DeclareBody = Type.Object({
  'quan-he': short,
  'ho-ten': line,
  'ngay-sinh-day': short,
  'ngay-sinh-month': short,
  'ngay-sinh-year': short,
  'so-dinh-danh': short,
  'giay-to': line,
})

export type TypedDeclaration = Readonly<Partial<Record<keyof typeof DeclareBody.properties, string>>>

type Said = Pick<Declaration, 'kind' | 'name' | 'bornOn' | 'personalId' | 'papers'>

export type DeclarationReading =
  | { readonly said: Said; readonly errors: readonly [] }
  | { readonly said?: undefined; readonly errors: readonly FieldError[] }

/** Reads the filled form, with every field that makes no sense named. */
export function readDeclaration(typed: TypedDeclaration, lang: Lang, now: Date): DeclarationReading {
  const text = words[lang].errors
  const errors: FieldError[] = []
  const kind = (['parent', 'guardian'] as const).find((known) => known === typed['quan-he'])
  if (!kind) errors.push({ field: 'quan-he', text: text.relation })
  const name = tidy(typed['ho-ten'] ?? '')
  if (name.length < 2 || name.length > 100) errors.push({ field: 'ho-ten', text: text.name })
  const bornOn = bornBefore(typed, now)
  if (!bornOn) errors.push({ field: 'ngay-sinh', text: text.bornOn })
  const personalId = personalIdOf(typed['so-dinh-danh'], bornOn)
  if (!personalId) errors.push({ field: 'so-dinh-danh', text: text.personalId })
  const papers = tidy(typed['giay-to'] ?? '')
  if (papers.length < 5 || papers.length > 300) errors.push({ field: 'giay-to', text: text.papers })

  if (errors.length > 0 || !kind || !bornOn || !personalId) return { errors }
  return { said: { kind, name, bornOn, personalId, papers }, errors: [] }
}

function bornBefore(typed: TypedDeclaration, now: Date): CivilDate | undefined {
  const day = typedDay(typed, 'ngay-sinh')
  return day && day <= civilDate(now) && day > '1900' ? day : undefined
}
