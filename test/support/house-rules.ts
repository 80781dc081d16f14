import { codeOf, importsOf, type SourceFile } from './source-files.ts'

/** What breaks a rule, each as `path: what is wrong`. */
type Complaints = readonly string[]

/** Which module may enter which. Read a row as "may import". */
type ModuleTable = Readonly<Record<string, readonly string[]>>

/** What a layer may see of the others. Modules see each other by their own table; `app` sees everything. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel', 'packages'],
  design: ['platform', 'packages'],
  modules: ['kernel', 'platform', 'design', 'modules', 'packages'],
  app: ['kernel', 'platform', 'design', 'modules', 'packages'],
}
const DRIVERS = ['pg', 'sql-template-tag']
const WORDS_WITHOUT_MEANING = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'service', 'misc']
const MOST_LINES = 300

/** Every module has a row in the table, and every row has a module. */
export function unlistedModules(files: readonly SourceFile[], table: ModuleTable): Complaints {
  const rooms = new Set(files.map(({ path }) => moduleOf(path)).filter((name) => name !== undefined))
  const missing = [...rooms].filter((name) => !(name in table))
  const empty = Object.keys(table).filter((name) => !rooms.has(name))
  return [
    ...missing.map((name) => `${name}: has no row in the table`),
    ...empty.map((name) => `${name}: has a row, but there is no such module`),
  ]
}

/** A row stands on the rows above it, so that no two modules can call each other in a circle. */
export function rowsOutOfOrder(table: ModuleTable): Complaints {
  const names = Object.keys(table)
  return names.flatMap((name, i) =>
    (table[name] ?? [])
      .filter((other) => !names.slice(0, i).includes(other))
      .map((other) => `${name}: stands on ${other}, which is not above it`),
  )
}

/** A module enters another only through its front door, and only if the table says so. */
export function wrongNeighbours(files: readonly SourceFile[], table: ModuleTable): Complaints {
  return eachImport(files, ({ path }, name) => {
    const owner = moduleOf(path)
    const isAllowed = !owner || table[owner]?.includes(doorOf(name))
    return doorOf(name) in table && !isAllowed
  })
}

/** Nobody climbs over a fence: a relative path stays inside its module, or inside its layer. */
export function climbedFences(files: readonly SourceFile[]): Complaints {
  return eachImport(
    files,
    ({ path }, name) => name.startsWith('.') && fenceOf(resolved(path, name)) !== fenceOf(path),
  )
}

/** A layer sees only what lies below it. The kernel sees nothing, not even a package. */
export function wrongLayers(files: readonly SourceFile[], table: ModuleTable): Complaints {
  return eachImport(files, ({ path }, name) => {
    const own = layerOf(path)
    const seen = seenLayer(name, table)
    return seen !== undefined && seen !== own && LAYERS[own]?.includes(seen) === false
  })
}

/** The design system knows the shapes of the platform, and calls nothing of it. */
export function callsFromDesign(files: readonly SourceFile[], exempt: readonly string[]): Complaints {
  const drawn = files.filter(({ path }) => path.startsWith('design/') && !exempt.includes(path))
  return eachImport(drawn, (_file, name, isTypeOnly) => name.startsWith('#platform/') && !isTypeOnly)
}

/** The driver and its tag are met only behind the platform's door, so that no string is ever a query. */
export function directDrivers(files: readonly SourceFile[]): Complaints {
  return eachImport(files, ({ path }, name) => layerOf(path) !== 'platform' && DRIVERS.includes(name))
}

/** A module writes SQL in its queries, and nowhere else. */
export function strayQueries(files: readonly SourceFile[]): Complaints {
  return files
    .filter(({ path }) => moduleOf(path) && !isQueries(path))
    .filter(({ text }) => /\b(sql|raw)\s*(<[^`]*>)?[`(]|import \{[^}]*\bsql\b[^}]*\}/.test(text))
    .map(({ path }) => `${path}: writes SQL outside of its queries`)
}

/** A module's SQL names its own schema alone; a migration touches the schema that its name begins with. */
export function foreignSchemas(files: readonly SourceFile[], schemas: readonly string[]): Complaints {
  return files.flatMap((file) => {
    const owner = isQueries(file.path)
      ? moduleOf(file.path)
      : /^db\/migrations\/\d+-([a-z_]+)/.exec(file.path)?.[1]
    if (!owner) return []
    const others = schemas.filter((schema) => schema !== owner)
    return found(file, new RegExp(`(?<![\\w.'"/#@])(?:${others.join('|')})\\.[a-z_]+`, 'g'))
  })
}

/** "Now" is an argument, in code as in SQL: otherwise no test could stand on a known day. */
export function hiddenClocks(files: readonly SourceFile[]): Complaints {
  const clock =
    /\bnew Date\(\)|\bDate\.now\(|(?<![\w.])(?:now\(\)|current_date\b|current_timestamp\b|clock_timestamp\()/g
  return files
    .filter(({ path }) => ['kernel', 'design', 'modules'].includes(layerOf(path)))
    .flatMap((file) => found(file, clock))
}

/** A file that nobody can hold in mind is cut. Words are as long as they are. */
export function longFiles(files: readonly SourceFile[]): Complaints {
  return files
    .filter(({ path }) => !/(^|\/)text(-\w+)?\.ts$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

/** The content security policy allows nothing inline, so nothing inline is written. */
export function inlineCode(files: readonly SourceFile[]): Complaints {
  const inline =
    /\sstyle=|<style\b|<script\b(?![^>]*\ssrc=)|\son(?:[A-Z]\w*|abort|blur|change|click|error|focus|input|load|submit|toggle|(?:key|mouse|pointer|touch)\w+)=|\bdangerouslySetInnerHTML\b|javascript:/g
  return files.filter(({ path }) => path.endsWith('.tsx')).flatMap((file) => found(file, inline))
}

/** A name says what a thing is for. These say nothing. */
export function emptyNames(files: readonly SourceFile[]): Complaints {
  return files
    .filter(({ path }) => path.split(/[/.-]/).some((word) => WORDS_WITHOUT_MEANING.includes(word)))
    .map(({ path }) => `${path}: a name that says nothing`)
}

function eachImport(
  files: readonly SourceFile[],
  isWrong: (file: SourceFile, name: string, isTypeOnly: boolean) => boolean,
): Complaints {
  return files.flatMap((file) =>
    importsOf(file.text)
      .filter(({ name, isTypeOnly }) => isWrong(file, name, isTypeOnly))
      .map(({ name }) => `${file.path}: imports ${name}`),
  )
}

function found(file: SourceFile, pattern: RegExp): Complaints {
  return [...codeOf(file).matchAll(pattern)].map(([words]) => `${file.path}: ${words.trim()}`)
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function moduleOf(path: string): string | undefined {
  return /^modules\/([^/]+)\//.exec(path)?.[1]
}

function isQueries(path: string): boolean {
  return /^modules\/[^/]+\/(queries\.ts|queries\/[^/]+\.ts)$/.test(path)
}

/** `#directory` and anything behind it: `directory`. */
function doorOf(name: string): string {
  return name.startsWith('#') ? (name.slice(1).split('/')[0] ?? '') : ''
}

/** Inside which a relative import has to stay. */
function fenceOf(path: string): string {
  return moduleOf(path) ?? layerOf(path)
}

/** The layer that an import leads to; undefined for a neighbour in the same folder, which the fence looks after. */
function seenLayer(name: string, table: ModuleTable): string | undefined {
  if (name.startsWith('.')) return undefined
  if (!name.startsWith('#')) return 'packages'
  return doorOf(name) in table ? 'modules' : doorOf(name)
}

function resolved(from: string, to: string): string {
  return new URL(to, `file:///${from}`).pathname.slice(1)
}
