import { expect, test } from 'vitest'
import { changeForm, fieldAt, readPlace, withField, withPage } from './build.ts'
import type { Field, FormDefinition } from './definition.ts'

const words = { vi: 'a', en: 'a' }
const asked = (id: string): Field => ({ id, type: 'text', label: words })
const form: FormDefinition = {
  id: 'f',
  procedure: '1.001193',
  title: words,
  source: '',
  pages: [
    {
      id: 'one',
      title: words,
      fields: [asked('a'), { ...asked('g'), type: 'group', fields: [asked('x'), asked('y')] }, asked('b')],
      rules: [{ holds: { field: 'a', isAnswered: true }, field: 'a', text: words }],
    },
    { id: 'two', title: words, fields: [asked('c')] },
  ],
}

function ids({ pages }: FormDefinition): string {
  const list = (fields: readonly Field[]): string =>
    fields.map(({ id, fields: inside }) => (inside ? `${id}(${list(inside)})` : id)).join(' ')
  return pages.map(({ id, fields }) => `${id}: ${list(fields)}`).join('; ')
}

test.each([
  ['add', '0.0', 'one: a question1 g(x y) b; two: c', '0.1'],
  ['add', '0.1.1', 'one: a g(x y question1) b; two: c', '0.1.2'],
  ['add_inside', '0.1', 'one: a g(x y question1) b; two: c', '0.1.2'],
  ['add_inside', '1', 'one: a g(x y) b; two: c question1', '1.1'],
  ['remove', '0.1', 'one: a b; two: c', undefined],
  ['remove', '0.1.0', 'one: a g(y) b; two: c', undefined],
  ['up', '0.1', 'one: g(x y) a b; two: c', '0.0'],
  ['up', '0.0', 'one: a g(x y) b; two: c', '0.0'],
  ['down', '0.1.0', 'one: a g(y x) b; two: c', '0.1.1'],
  ['up', '1', 'two: c; one: a g(x y) b', '0'],
  ['remove', '0', 'two: c', undefined],
  ['add', '0', 'one: a g(x y) b; page1: question1; two: c', '1'],
  ['add', '2', 'one: a g(x y) b; two: c; page1: question1', '2'],
  ['down', '9.9', 'one: a g(x y) b; two: c', '9.10'],
] as const)('%s at %s', (change, at, after, opened) => {
  const changed = changeForm(form, { change, at: readPlace(at) ?? [0] })

  expect(ids(changed.form)).toBe(after)
  expect(changed.at?.join('.')).toBe(opened)
})

test('a question and a page are written over, what stands in and beside them stays', () => {
  const changed = withPage(withField(form, [0, 1, 1], asked('z')), [0], { id: 'uno', title: words })

  expect(ids(changed)).toBe('uno: a g(x z) b; two: c')
  expect(changed.pages[0]?.rules).toHaveLength(1)
  expect(fieldAt(changed, [0, 1, 1])?.id).toBe('z')
  expect(fieldAt(changed, [0])).toBeUndefined()
  expect(readPlace('0.x')).toBeUndefined()
})
