import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import type { Lang } from '#platform/lang'

type Words = { readonly vi: string; readonly en: string }
type Params = { readonly [name: string]: unknown; readonly limit?: number }

const OTHER: Words = { vi: 'không đúng dạng cần có', en: 'is not in the form it must have' }
const TYPES: Readonly<Record<string, Words>> = {
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  number: { vi: 'phải là số', en: 'must be a number' },
  string: { vi: 'phải là chữ', en: 'must be a text' },
  boolean: { vi: 'phải là có hoặc không', en: 'must be true or false' },
  array: { vi: 'phải là danh sách', en: 'must be a list' },
  object: { vi: 'phải là một nhóm trường', en: 'must be a group of fields' },
}

/** What a schema asks (JSON Schema 2020-12), in words, by the keyword that was not met. */
const BY_KEYWORD: Readonly<Record<string, (params: Params) => Words>> = {
  required: () => ({ vi: 'còn thiếu', en: 'is missing' }),
  additionalProperties: () => ({ vi: 'không có trong biểu mẫu này', en: 'is not known here' }),
  type: ({ type }) => TYPES[String(type)] ?? OTHER,
  maxLength: ({ limit }) => ({ vi: `dài quá ${limit} ký tự`, en: `is longer than ${limit} characters` }),
  minLength: ({ limit }) => ({ vi: `ngắn hơn ${limit} ký tự`, en: `is shorter than ${limit} characters` }),
  maximum: ({ limit }) => ({ vi: `lớn hơn ${limit}`, en: `is greater than ${limit}` }),
  minimum: ({ limit }) => ({ vi: `nhỏ hơn ${limit}`, en: `is less than ${limit}` }),
  maxItems: ({ limit }) => ({ vi: `có quá ${limit} giá trị`, en: `has more than ${limit} values` }),
  minItems: ({ limit }) => ({ vi: `có ít hơn ${limit} giá trị`, en: `has fewer than ${limit} values` }),
  enum: ({ allowedValues }) => {
    const known = Array.isArray(allowedValues) ? allowedValues.join(', ') : ''
    return { vi: `phải là một trong: ${known}`, en: `must be one of: ${known}` }
  },
  format: ({ format }) => ({
    vi: format === 'date' ? 'phải là ngày dạng 2026-11-26' : OTHER.vi,
    en: format === 'date' ? 'must be a date such as 2026-11-26' : OTHER.en,
  }),
}

/** In the language of whoever asked, why a value was not taken. */
export function schemaWords(
  { keyword, params }: Pick<FastifySchemaValidationError, 'keyword' | 'params'>,
  lang: Lang,
): string {
  return (BY_KEYWORD[keyword]?.(params) ?? OTHER)[lang]
}
