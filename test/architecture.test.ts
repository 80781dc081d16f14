import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '#platform/root'
import * as rules from './support/house-rules.ts'
import { importsOf, readFiles } from './support/source-files.ts'

/** Who may enter whom, through the front door (`#name`), bottom up. Read a row as "may import". */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  directory: [],
  identity: ['directory'],
  catalogue: ['directory'],
  notify: ['directory', 'identity'],
  forms: ['directory'],
  register: ['directory', 'catalogue'],
  documents: ['directory', 'identity'],
  filing: ['directory', 'identity', 'catalogue', 'notify', 'forms', 'register', 'documents'],
  onestop: ['directory', 'identity', 'catalogue', 'forms', 'register', 'documents', 'notify', 'filing'],
  sync: ['directory', 'identity', 'catalogue', 'register', 'documents', 'filing'],
}

const SCHEMAS = [
  ...Object.keys(MAY_IMPORT),
  'platform',
  'graphile_worker',
  'information_schema',
  'pg_catalog',
]

/** Files that may break a rule for now. This list may only shrink: who needs no exemption any more must leave it. */
const EXEMPT = {
  // The showroom of the design system is itself a page, and answers requests.
  callsFromDesign: ['design/specimen/route.tsx', 'design/page/language-switch.tsx'],
} as const

const files = ['kernel', 'platform', 'design', 'modules', 'app']
  .flatMap((folder) => readFiles(folder, /\.tsx?$/))
  .filter(({ path }) => !/\.test\.tsx?$|^design\/enhance\//.test(path))
const migrations = readFiles('db/migrations', /\.sql$/)

describe('the house keeps its rules', () => {
  test('every module has a row in the table, and every row has a module', () => {
    expect(rules.unlistedModules(files, MAY_IMPORT)).toEqual([])
  })

  test('a row of the table stands on the rows above it', () => {
    expect(rules.rowsOutOfOrder(MAY_IMPORT)).toEqual([])
  })

  test('every module has one front door', () => {
    const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      imports: Record<string, { default: string }>
    }

    const doors = Object.entries(imports).filter(([, { default: path }]) => path.startsWith('./modules/'))

    expect(doors.map(([name, { default: path }]) => [name, path])).toEqual(
      Object.keys(MAY_IMPORT).map((name) => [`#${name}`, `./modules/${name}/index.ts`]),
    )
  })

  test('a module enters another only through its front door, and only if the table says so', () => {
    expect(rules.wrongNeighbours(files, MAY_IMPORT)).toEqual([])
  })

  test('nobody climbs over a fence by a relative path', () => {
    expect(rules.climbedFences(files)).toEqual([])
  })

  test('a layer sees only what lies below it, and the kernel sees nothing', () => {
    expect(rules.wrongLayers(files, MAY_IMPORT)).toEqual([])
  })

  test('the design system takes only types from the platform', () => {
    expect(rules.callsFromDesign(files, EXEMPT.callsFromDesign)).toEqual([])
  })

  test('the database driver is met only behind the door of the platform', () => {
    expect(rules.directDrivers(files)).toEqual([])
  })

  test('a module writes SQL only in its queries', () => {
    expect(rules.strayQueries(files)).toEqual([])
  })

  test('the SQL of a module names only its own schema, and so does a migration', () => {
    expect(rules.foreignSchemas([...files, ...migrations], SCHEMAS)).toEqual([])
  })

  test('now is an argument', () => {
    expect(rules.hiddenClocks(files)).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    expect(rules.longFiles(files)).toEqual([])
  })

  test('no page carries a style or a script in its own text', () => {
    expect(rules.inlineCode(files)).toEqual([])
  })

  test('no file or folder has a name that says nothing', () => {
    expect(rules.emptyNames(files)).toEqual([])
  })

  test('an exemption that nobody needs any more is gone', () => {
    const needed = rules.callsFromDesign(files, []).map((complaint) => complaint.split(':')[0])

    expect(EXEMPT.callsFromDesign.filter((path) => !needed.includes(path))).toEqual([])
  })
})

/** One small bad sample for each rule, and what the rule says about it. */
describe('each rule can fail', () => {
  const at = (path: string, text: string) => [{ path, text }]
  const table = { directory: [], catalogue: ['directory'] }

  test.each([
    [
      'a module without a row',
      rules.unlistedModules(at('modules/filing/a.ts', ''), {}),
      'filing: has no row',
    ],
    ['a row without a module', rules.unlistedModules([], { filing: [] }), 'filing: has a row, but'],
    ['a circle', rules.rowsOutOfOrder({ a: ['b'], b: ['a'] }), 'a: stands on b'],
    [
      'a neighbour that the table does not allow',
      rules.wrongNeighbours(at('modules/directory/a.ts', `import { x } from '#catalogue'`), table),
      'modules/directory/a.ts: imports #catalogue',
    ],
    [
      'a back door',
      rules.wrongNeighbours(at('modules/directory/a.ts', `import type { X } from '#catalogue/slug'`), table),
      'imports #catalogue/slug',
    ],
    [
      'an import over several lines',
      rules.wrongNeighbours(at('modules/directory/a.ts', `import {\n  x,\n  y,\n} from '#catalogue'`), table),
      'imports #catalogue',
    ],
    [
      'a type named in place',
      rules.wrongNeighbours(at('modules/directory/a.ts', `type X = import('#catalogue').X`), table),
      'imports #catalogue',
    ],
    [
      'a climb into another module',
      rules.climbedFences(
        at('modules/catalogue/pages/a/b.ts', `export * from '../../../directory/units.ts'`),
      ),
      'imports ../../../directory/units.ts',
    ],
    [
      'a climb from the app into a module',
      rules.climbedFences(at('app/a.ts', `const x = await import('../modules/directory/units.ts')`)),
      'imports ../modules/directory/units.ts',
    ],
    [
      'a package in the kernel',
      rules.wrongLayers(at('kernel/a.ts', `import { join } from 'node:path'`), table),
      'node:path',
    ],
    [
      'the platform in the kernel',
      rules.wrongLayers(at('kernel/a.ts', `import '#platform/db'`), table),
      '#platform/db',
    ],
    [
      'a module in the platform',
      rules.wrongLayers(at('platform/a.ts', `import { x } from '#directory'`), table),
      '#directory',
    ],
    [
      'the design in the platform',
      rules.wrongLayers(at('platform/a.ts', `import { x } from '#design'`), table),
      '#design',
    ],
    [
      'a module in the design',
      rules.wrongLayers(at('design/a.ts', `import { x } from '#directory'`), table),
      '#directory',
    ],
    [
      'a call from the design',
      rules.callsFromDesign(at('design/a.ts', `import { type App, shellOf } from '#platform/http'`), []),
      'imports #platform/http',
    ],
    [
      'the driver in a module',
      rules.directDrivers(at('modules/directory/a.ts', `import { Pool } from 'pg'`)),
      'imports pg',
    ],
    [
      'SQL in a page',
      rules.strayQueries(at('modules/directory/pages/a/route.tsx', 'db.many<Row>(sql`select 1`)')),
      'writes SQL outside',
    ],
    [
      "another module's table",
      rules.foreignSchemas(
        at('modules/directory/queries/a.ts', 'sql`select 1 from catalogue.procedure`'),
        SCHEMAS,
      ),
      'catalogue.procedure',
    ],
    [
      'a foreign key into another schema',
      rules.foreignSchemas(
        at('db/migrations/0009-catalogue-more.sql', 'references directory.agency'),
        SCHEMAS,
      ),
      'directory.agency',
    ],
    [
      'a hidden clock',
      rules.hiddenClocks(at('modules/directory/a.ts', 'const now = new Date()')),
      'new Date()',
    ],
    [
      'a hidden clock in SQL',
      rules.hiddenClocks(at('modules/directory/queries.ts', 'sql`where valid_from <= current_date`')),
      'current_date',
    ],
    ['a long file', rules.longFiles(at('app/a.ts', 'x\n'.repeat(301))), '301 lines'],
    ['an inline style', rules.inlineCode(at('app/a.tsx', '<p style="color: red">')), 'style='],
    ['an inline script', rules.inlineCode(at('app/a.tsx', '<script>go()</script>')), '<script'],
    ['an inline handler', rules.inlineCode(at('app/a.tsx', '<a onClick={go}>')), 'onClick='],
    ['an empty name', rules.emptyNames(at('app/date-helpers.ts', '')), 'says nothing'],
  ])('%s is found', (_what, complaints, expected) => {
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain(expected)
  })

  test('an import of types alone is told from a call', () => {
    const text = `import type { A } from 'a'\nimport { type B, type C } from 'b'\nimport { type D, e } from 'c'\nimport f from 'd'`

    expect(importsOf(text).map(({ isTypeOnly }) => isTypeOnly)).toEqual([true, true, false, false])
  })

  test('words about code break no rule', () => {
    const file = {
      path: 'modules/directory/a.ts',
      text: '// never `new Date()` here\n/* Date.now() neither */',
    }

    expect(rules.hiddenClocks([file])).toEqual([])
  })
})
