import { expect, test } from 'vitest'
import { schemaWords } from './schema-words.ts'

test.each([
  ['required', {}, 'còn thiếu', 'is missing'],
  ['maxLength', { limit: 200 }, 'dài quá 200 ký tự', 'is longer than 200 characters'],
  ['type', { type: 'integer' }, 'phải là số nguyên', 'must be a whole number'],
  ['enum', { allowedValues: ['a', 'b'] }, 'phải là một trong: a, b', 'must be one of: a, b'],
  ['format', { format: 'date' }, 'phải là ngày dạng 2026-11-26', 'must be a date such as 2026-11-26'],
  ['oneOf', {}, 'không đúng dạng cần có', 'is not in the form it must have'],
])('%s is said in both languages', (keyword, params, vi, en) => {
  const error = { keyword, params }

  expect(schemaWords(error, 'vi')).toBe(vi)
  expect(schemaWords(error, 'en')).toBe(en)
})
