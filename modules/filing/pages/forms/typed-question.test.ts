import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Field, type FormDefinition, walkFields } from '#forms'
import { readField, readPage, typedOfField, typedOfPage } from './typed-question.ts'

const SEEDED = fileURLToPath(new URL('../../../../db/seed/forms/', import.meta.url))

test('every question and page of the seeded forms comes back as it was, opened and closed without a change', async () => {
  let count = 0
  for (const file of globSync(`${SEEDED}*.json`)) {
    const form = JSON.parse(await readFile(file, 'utf8')) as FormDefinition
    for (const page of form.pages) {
      const { fields: _fields, rules: _rules, ...said } = page
      expect(readPage(typedOfPage(page), 'vi')).toEqual({ read: said, errors: [] })
      walkFields(page.fields, (field) => {
        expect(readField(typedOfField(field), field, 'vi')).toEqual({ read: field, errors: [] })
        count += 1
      })
    }
  }
  expect(count).toBeGreaterThan(200)
})

const plain: Field = { id: 'a', type: 'text', label: { vi: 'a', en: 'a' } }

test.each([
  ['cau-den', 'mười'],
  ['cau-lua-chon', 'a | b'],
  ['cau-khi-json', '{'],
  ['cau-tinh', 'fee + charge'],
])('what cannot be read is told at its field: %s', (name, text) => {
  const { errors } = readField({ ...typedOfField(plain), [name]: text }, plain, 'vi')

  expect(errors.map(({ field }) => field)).toEqual([name])
})

test.each([
  ['', { field: 'b', isAnswered: true }],
  ['home', { field: 'b', is: 'home' }],
  ['true', { field: 'b', is: true }],
  ['3', { field: 'b', is: 3 }],
  ['home, abroad', { field: 'b', in: ['home', 'abroad'] }],
])('a condition is one question and its values: %s', (values, when) => {
  const { read } = readField({ ...typedOfField(plain), 'cau-khi': 'b', 'cau-khi-la': values }, plain, 'vi')

  expect(read.when).toEqual(when)
})
