import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '#platform/root'

/** A file of the house as the rules see it: its path from the project's folder, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

export type Import = { readonly name: string; readonly isTypeOnly: boolean }

/** Every file below `folder` whose path matches. */
export function readFiles(folder: string, matches: RegExp): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => matches.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** What a file imports, exports from elsewhere, names as a type or loads while running. */
export function importsOf(text: string): readonly Import[] {
  const statements = [...text.matchAll(/^(?:import|export)\b([^'"`;]*?)\bfrom\s+'([^']+)'/gm)]
  return [
    ...statements.map(([, names = '', name = '']) => ({ name, isTypeOnly: areTypes(names) })),
    ...named(text, /^import\s+'([^']+)'/gm, false),
    ...named(text, /[<:|&=]\s*import\('([^']+)'\)/g, true),
    ...named(text, /(?:await|return|=>)\s+import\(\s*'([^']+)'/g, false),
  ]
}

/** The code alone: words about code, and in SQL quoted words, break no rule. */
export function codeOf({ path, text }: SourceFile): string {
  if (path.endsWith('.sql')) return text.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''")
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function named(text: string, pattern: RegExp, isTypeOnly: boolean): Import[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => ({ name, isTypeOnly }))
}

function areTypes(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true
  const listed = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? ['']
  return listed
    .map((name) => name.trim())
    .every((name, i) => name.startsWith('type ') || (i > 0 && name === ''))
}
