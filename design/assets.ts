import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the built assets, found from the sources and from `dist/design` alike. */
const FOLDERS = ['../dist/assets/', '../assets/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

let manifest: ReadonlyMap<string, string> | undefined

/**
 * The address of a built asset: `app.css` becomes `/assets/app.3f2a1c9e.css`, which may be cached for ever.
 * Before the first build (in unit tests) names stay as they are.
 */
export function asset(name: string): string {
  manifest ??= readManifest()
  return `/assets/${manifest.get(name) ?? name}`
}

function readManifest(): ReadonlyMap<string, string> {
  for (const folder of FOLDERS) {
    try {
      const names: unknown = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'))
      return new Map(Object.entries(names ?? {}))
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
  }
  return new Map()
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
