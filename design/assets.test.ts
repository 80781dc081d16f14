import { expect, test } from 'vitest'
import { asset } from './assets.ts'

test('an asset has an address, built or not', () => {
  expect(asset('app.css')).toMatch(/^\/assets\/app([.][0-9a-f]{8})?[.]css$/)
})

test('a name that is no asset stays itself', () => {
  expect(asset('none.css')).toBe('/assets/none.css')
})
