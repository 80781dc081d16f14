import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from '#platform/root'

/**
 * Gives a peer the portal's own views, queries and search, copied into its `portal/` folder, so that React renders the very
 * components that we render, from the very rows. Only what a peer's framework cannot have is put in place of ours:
 * the context that carries the language (React's server components know none: a peer speaks Vietnamese alone),
 * what is read from disk at run time, and front doors that would bring our web server along.
 */
export function copyPortal(app: string): void {
  const portal = join(app, 'portal')
  rmSync(portal, { recursive: true, force: true })
  for (const folder of ['kernel', 'platform', 'design', 'modules']) {
    cpSync(join(ROOT, folder), join(portal, folder), { recursive: true, filter: isNeeded })
  }
  for (const [file, text] of replacements()) writeFileSync(join(portal, file), text)
  edit(join(portal, 'design/index.ts'), (text) => text.replace(/^.*\.\/specimen\/.*\n/m, ''))
  edit(join(portal, 'design/page/grid.tsx'), (text) => text.replace(`from 'preact'`, `from '#preact'`))
  edit(join(portal, 'design/page/layout.tsx'), withDocumentEnd)
  mkdirSync(join(app, 'public'), { recursive: true })
  cpSync(join(ROOT, 'dist/assets'), join(app, 'public/assets'), { recursive: true })
}

function isNeeded(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !['css', 'enhance', 'icons', 'specimen'].includes(basename(path))
}

function replacements(): readonly (readonly [file: string, text: string])[] {
  const manifest = readFileSync(join(ROOT, 'dist/assets/manifest.json'), 'utf8')
  return [
    ['design/assets.ts', assetsText(manifest)],
    ['design/language.tsx', LANGUAGE],
    ['modules/directory/index.ts', `export { unitPath } from './units.ts'\n`],
  ]
}

const LANGUAGE = `import { words } from './text.ts'

export function Speaks({ children }) {
  return children
}

export function useText() {
  return words.vi
}

export function useLang() {
  return 'vi'
}
`

function assetsText(manifest: string): string {
  return `const MANIFEST: Readonly<Record<string, string>> = ${manifest.trim()}

export function asset(name: string): string {
  return \`/assets/\${MANIFEST[name] ?? name}\`
}
`
}

/** A framework may have scripts of its own to put at the end of the page. */
function withDocumentEnd(text: string): string {
  return `import { DocumentEnd } from '#document-end'\n${text.replace('<Footer />', '<Footer /><DocumentEnd />')}`
}

/** @throws Error when nothing was to be changed: then the portal has moved on, and this file has to follow */
function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file} is not what the peers expect`)
  writeFileSync(file, after)
}
