import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildScript } from './build-script.ts'
import { buildStyles } from './build-styles.ts'

const DESIGN = fileURLToPath(new URL('.', import.meta.url))
const OUT = fileURLToPath(new URL('../dist/assets/', import.meta.url))
const FONTS = dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'))
const SUBSETS = ['latin', 'vietnamese']
const WEIGHTS = [400, 600]
/** Already compressed by its format. */
const COMPRESSED = ['.woff2']

/**
 * Writes `dist/assets`: the style sheet, the script, fonts and pictures under names that carry a hash of their content (so
 * that they may be cached for ever), `.br` and `.gz` beside each, and `manifest.json` from plain names to hashed ones.
 */
function buildAssets(): void {
  const startedAt = performance.now()
  const names = new Map<string, string>()
  mkdirSync(OUT, { recursive: true })

  for (const [name, content] of copies()) names.set(name, write(name, content))
  names.set('app.css', write('app.css', buildStyles(join(DESIGN, 'css/app.scss'), names)))
  names.set('app.js', write('app.js', buildScript(join(DESIGN, 'enhance'))))
  writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`)
  removeOthers([...names.values()])

  console.log(`design: ${names.size} assets in ${Math.round(performance.now() - startedAt)} ms`)
}

function copies(): [name: string, content: Buffer][] {
  const fonts = WEIGHTS.flatMap((weight) =>
    SUBSETS.map((subset) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
  )
  const icons = readdirSync(join(DESIGN, 'icons'))
  return [
    ...fonts.map((name): [string, Buffer] => [name, readFileSync(join(FONTS, 'files', name))]),
    ...icons.map((name): [string, Buffer] => [name, readFileSync(join(DESIGN, 'icons', name))]),
  ]
}

/** Writes a file under its hashed name, with its compressed forms, and answers the name. */
function write(name: string, content: Buffer | string): string {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const extension = extname(name)
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`
  writeFileSync(join(OUT, hashed), bytes)
  if (!COMPRESSED.includes(extension)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(OUT, `${hashed}.br`), brotliCompressSync(bytes, { params }))
    writeFileSync(join(OUT, `${hashed}.gz`), gzipSync(bytes, { level: 9 }))
  }
  return hashed
}

/** What an earlier build left behind goes last, so that a running server misses nothing meanwhile. */
function removeOthers(kept: readonly string[]): void {
  const isKept = (file: string) =>
    file === 'manifest.json' || kept.includes(file.replace(/[.](?:br|gz)$/, ''))
  for (const file of readdirSync(OUT)) if (!isKept(file)) rmSync(join(OUT, file), { recursive: true })
}

buildAssets()
