import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '#platform/root'

const rows = [
  ...readFileSync(join(ROOT, 'docs', 'sso-cases.md'), 'utf8').matchAll(
    /^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm,
  ),
]
const tests = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

test('the written list has at least 40 cases, numbered in order, each with a clause', () => {
  expect(rows.length).toBeGreaterThanOrEqual(40)
  expect(rows.map(([, number]) => Number(number))).toEqual(rows.map((_row, at) => at + 1))
  expect(
    rows.filter(([, , , clause = '']) => !/RFC \d+|OpenID Connect|OAuth 2\.0|Logout 1\.0/.test(clause)),
  ).toEqual([])
})

test('every case of the list has a test of its name', () => {
  const missing = rows.map(([, , , , name = '']) => name).filter((name) => !tests.includes(`'${name}'`))

  expect(missing).toEqual([])
})
