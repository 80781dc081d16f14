import { describe, expect, test } from 'vitest'
import type { RefusalWords } from '#kernel/refusal'
import { refusals as accessRefusals } from '#platform/access'
import { refusals as securityRefusals } from '#platform/security'
import { refusals as uploadRefusals } from '#platform/uploads'
import { handlers, tasksFor } from '../app/reactions.ts'
import { moduleRefusals } from '../app/routes.ts'
import { codeOf, readFiles } from './support/source-files.ts'

const known: Readonly<Record<string, RefusalWords>> = {
  ...accessRefusals,
  ...securityRefusals,
  ...uploadRefusals,
  ...moduleRefusals,
}

const tasks = tasksFor({
  varDir: '',
  cookieSecret: 'x'.repeat(48),
  publicUrl: 'http://portal.test',
  filesUrl: 'disk:files',
  clamavUrl: undefined,
  smtpUrl: undefined,
  mailFrom: '',
  smsUrl: undefined,
  smsKey: undefined,
  messageDays: 90,
})

const files = ['kernel', 'platform', 'modules', 'app']
  .flatMap((folder) => readFiles(folder, /\.tsx?$/))
  .filter(({ path }) => !/\.test\.tsx?$/.test(path))

describe('a refusal', () => {
  test.each(Object.entries(known))(
    '%s is named after its module and says no in two languages',
    (code, { status, vi, en }) => {
      expect(code).toMatch(/^[a-z]+\.[a-z_]+$/)
      expect(status).toBeGreaterThanOrEqual(400)
      // 503: the domain is willing, but somebody outside is away.
      expect(status < 500 || status === 503).toBe(true)
      expect(vi).toMatch(/^\p{Lu}.*[.?!]$/u)
      expect(en).toMatch(/^\p{Lu}.*[.?!]$/u)
      expect(vi).not.toBe(en)
    },
  )

  test('that is thrown has words, and words that nobody needs are gone', () => {
    const thrown = new Set(
      files.flatMap((file) =>
        [...codeOf(file).matchAll(/\bRefusal\(\s*'([\w.]+)'/g)].map(([, code = '']) => code),
      ),
    )
    // A code may be chosen before it is thrown: then it stands as a text outside the lists of words.
    const chosen = new Set(
      files
        .filter(({ path }) => !/refusals[\w-]*\.ts$/.test(path))
        .flatMap((file) => [...codeOf(file).matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, code = '']) => code)),
    )

    expect([...thrown].filter((code) => !(code in known))).toEqual([])
    expect(Object.keys(known).filter((code) => !chosen.has(code))).toEqual([])
  })

  test('belongs to one module: its rows carry no other name', () => {
    const rows = files
      .filter(({ path }) => /^modules\/[^/]+\/refusals\.ts$/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^\s+'([a-z]+)\.[a-z_]+':/gm)].map(([, owner]) => ({ path, owner })),
      )

    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ path, owner }) => !path.startsWith(`modules/${owner}/`))).toEqual([])
  })
})

describe('what happens in the background', () => {
  test('has a name of its own, after its module: the memory of what was done hangs on it', () => {
    const names = [...handlers, ...tasks].map(({ name }) => name)

    expect(names.filter((name) => !/^[a-z]+\.[a-z_]+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})
