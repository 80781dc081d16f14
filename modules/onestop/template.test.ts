import { expect, test } from 'vitest'
import { DEFAULT_TEMPLATE, fillTemplate, PLACES, unknownPlaces } from './template.ts'

const values = {
  places: { 'nguoi-nop': 'Nguyễn Thị Hoa', 'ma-ho-so': 'H36.1-261126-0001', so: '' },
  answer: (path: string) => (path === 'child.name' ? 'Trần Bảo Ngọc $1' : undefined),
}

test.each([
  ['Kính gửi {{nguoi-nop}}', 'Kính gửi Nguyễn Thị Hoa'],
  ['{{ nguoi-nop }}, {{ma-ho-so}}', 'Nguyễn Thị Hoa, H36.1-261126-0001'],
  // What somebody wrote is words and nothing else.
  ['Tên: {{tra-loi:child.name}}', 'Tên: Trần Bảo Ngọc $1'],
  ['{{tra-loi:child.bornOn}}', '……'],
  ['{{ngay}} {{la-gi}} {{so}}', '…… …… ……'],
  ['{nguoi-nop} {{}}', '{nguoi-nop} {{}}'],
])('%s', (body, filled) => {
  expect(fillTemplate(body, values)).toBe(filled)
})

test('a place that is kept is filled in later', () => {
  expect(fillTemplate('Số {{so}}, {{ngay}}', values, ['so'])).toBe('Số {{so}}, ……')
})

test('places that nothing fills are named, answers are taken on trust', () => {
  expect(unknownPlaces('{{nguoi-nop}} {{ho-ten}} {{tra-loi:a.b}} {{x}}')).toEqual(['ho-ten', 'x'])
  expect(unknownPlaces(DEFAULT_TEMPLATE.body)).toEqual([])
  expect(unknownPlaces(PLACES.map((place) => `{{${place}}}`).join(' '))).toEqual([])
})
