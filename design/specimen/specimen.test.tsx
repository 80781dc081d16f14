import { readdirSync, readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { textOf } from '#platform/html-text'
import { LANGS } from '#platform/lang'
import * as design from '../index.ts'
import { SpecimenPage } from './view.tsx'

/** Pages themselves, and what has nothing to show. This list may only shrink. */
const NOT_SHOWN = ['ProblemPage', 'Speaks']

test('every component is on the specimen page', () => {
  const sources = readdirSync('design/specimen')
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .map((file) => readFileSync(`design/specimen/${file}`, 'utf8'))
    .join('')
  const components = Object.keys(design).filter((name) => /^[A-Z]/.test(name) && !NOT_SHOWN.includes(name))

  expect(components.filter((name) => !new RegExp(`<${name}\\b`).test(sources))).toEqual([])
})

test.each(LANGS)(
  'the page in %s obeys the content policy: no style, no script, no handler in the text',
  (lang) => {
    const html = textOf(<SpecimenPage shell={{ lang, path: '/design' }} />)

    expect(html).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle=|\son[a-z]+=|javascript:/)
  },
)

test.each(LANGS)('the page in %s has one main heading, and no id twice', (lang) => {
  const html = textOf(<SpecimenPage shell={{ lang, path: '/design' }} />)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)

  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test.each(LANGS)('everything that the page in %s describes or controls by id is there', (lang) => {
  const html = textOf(<SpecimenPage shell={{ lang, path: '/design' }} />)
  const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)]

  const missing = named
    .flatMap(([, ids = '']) => ids.split(' '))
    .filter((id) => !html.includes(` id="${id}"`))
  expect(missing).toEqual([])
})

test('what is written is what the renderer of Preact writes, in the language that both start with', () => {
  const page = () => <SpecimenPage shell={{ lang: 'vi', path: '/design' }} />

  expect(textOf(page())).toBe(renderToString(page()))
})
