import type { Condition, Expression } from './condition.ts'

/** Words in both languages. */
export type Text = { readonly vi: string; readonly en: string }

export const FIELD_TYPES = [
  'text',
  'long_text',
  'name',
  'personal_id',
  'tax_code',
  'date',
  'partial_date',
  'address',
  'phone',
  'email',
  'money',
  'number',
  'choice',
  'choices',
  'yes_no',
  'files',
  'group',
  'block',
  'computed',
  'declaration',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** Where an answer that is known already comes from: shown to the person, who may correct it. */
export const PREFILLS = [
  'account.name',
  'account.personalId',
  'account.bornOn',
  'account.gender',
  'account.phone',
  'account.email',
  'account.residence',
  'account.nationality',
  'organization.name',
  'organization.taxCode',
  'organization.representative',
] as const
export type Prefill = (typeof PREFILLS)[number]

export type Option = { readonly value: string; readonly text: Text; readonly hint?: Text }

/** Một câu hỏi. `id` names the answer: letters and digits, beginning small. */
export type Field = {
  readonly id: string
  readonly type: FieldType
  readonly label: Text
  readonly hint?: Text
  readonly isOptional?: boolean
  /** Asked only when this holds. */
  readonly when?: Condition
  readonly prefill?: Prefill
  readonly options?: readonly Option[]
  /** Longest text in characters; of `money` and `number` the bounds; of `files` how many. */
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  /** Of dates: not after today, not before today. */
  readonly period?: 'past' | 'future'
  /** Of a group: its questions, and how many there may be. Of a block: its questions. */
  readonly fields?: readonly Field[]
  readonly itemName?: Text
  /** Of `computed`: how it follows from other answers. */
  readonly compute?: Expression
  /** Of `files`: the paper of the procedure that these are, by its code or its name. */
  readonly component?: string
  /** What the answer is needed for, or the article that asks for it. */
  readonly why?: Text
}

/** What the law says about several answers together. */
export type Rule = {
  readonly when?: Condition
  /** What has to hold. */
  readonly holds: Condition
  /** The question that the words stand at. */
  readonly field: string
  readonly text: Text
  readonly law?: string
}

/** Một trang: one question, or a small group of them. */
export type Page = {
  readonly id: string
  readonly title: Text
  readonly lead?: Text
  readonly when?: Condition
  readonly fields: readonly Field[]
  readonly rules?: readonly Rule[]
}

/** Biểu mẫu điện tử: versioned data, bound to a procedure from a revision on. */
export type FormDefinition = {
  readonly id: string
  readonly procedure: string
  readonly title: Text
  /** The declaration on paper that it stands for. */
  readonly source: string
  readonly pages: readonly Page[]
}

/** A form as it stands: with the version that a dossier is filed under. */
export type Form = FormDefinition & {
  readonly version: number
  readonly digest: string
  readonly isGeneric: boolean
}

export type Answer = string | number | boolean | readonly string[] | readonly Answers[] | Answers
export type Answers = { readonly [id: string]: Answer | undefined }

/** An answer that is one word or number, as text; empty for anything else. */
export function textOf(answer: Answer | undefined): string {
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
}

/** Địa chỉ: a unit of today, and what stands before it. */
export type Address = {
  /** Its full name: "Phường Cầu Giấy, Thành phố Hà Nội". */
  readonly unit: string
  readonly code: string
  readonly street?: string
}

/** Every question with the path of its answer, groups and blocks opened. Items of a group have the path `group[]`. */
export function walkFields(
  fields: readonly Field[],
  visit: (field: Field, path: string) => void,
  above = '',
): void {
  for (const field of fields) {
    const path = above === '' ? field.id : `${above}.${field.id}`
    visit(field, path)
    if (field.type === 'group') walkFields(field.fields ?? [], visit, `${path}[]`)
    if (field.type === 'block') walkFields(field.fields ?? [], visit, path)
  }
}

/** Whether what was given for a block, an item of a group or a whole form has answers by name. */
export function isAnswers(given: unknown): given is Answers {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
