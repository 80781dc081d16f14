import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))

/**
 * Checks the browser scripts by type and joins them into one file, each in a scope of its own. The scripts keep to what this
 * can read: relative imports of functions, `export function`, no text over several lines.
 */
export function buildScript(folder: string): string {
  const compiled = mkdtempSync(join(tmpdir(), 'enhance-'))
  try {
    execFileSync(process.execPath, [TSC, '-p', folder, '--outDir', compiled], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const parts: string[] = []
    append(compiled, 'main.js', parts, new Set())
    const script = `${parts.join('\n')}\n`
    // Fails on a name that two files export, which the joining would hide.
    new Script(script)
    return script
  } finally {
    rmSync(compiled, { recursive: true })
  }
}

/** Adds a file after those that it imports, once. */
function append(folder: string, file: string, parts: string[], seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  const text = readFileSync(join(folder, file), 'utf8')
  for (const [, imported = ''] of text.matchAll(/^import .* from '\.\/([^']+)';$/gm))
    append(folder, imported, parts, seen)

  const exported = [...text.matchAll(/^export (?:async )?function (\w+)/gm)]
    .map(([, name = '']) => name)
    .join(', ')
  const body = text
    .replace(/^import .*\n/gm, '')
    .replace(/^export /gm, '')
    .replace(/^\s+/gm, '')
    .trim()
  parts.push(exported.length > 0 ? `const {${exported}}=(()=>{\n${body}\nreturn {${exported}}\n})();` : body)
}
