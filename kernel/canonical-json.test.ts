import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('the order of keys does not matter, the order of a list does', () => {
  const one = { b: [1, { y: 'ý', x: null }], a: undefined, c: { d: true } }
  const another = { c: { d: true }, b: [1, { x: null, y: 'ý' }] }

  expect(canonicalJson(one)).toBe('{"b":[1,{"x":null,"y":"ý"}],"c":{"d":true}}')
  expect(canonicalJson(another)).toBe(canonicalJson(one))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  expect(canonicalJson([undefined])).toBe('[null]')
})
