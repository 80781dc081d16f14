import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { ROOT } from '#platform/root'

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

/** A sandbox needs rights that containers and root do not have; shared memory is small there. */
const SWITCHES = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none']

/**
 * A real Chromium out of the npm registry. It needs nothing of the system but its C library: the package brings fonts and, for
 * a bare machine, the libraries too. `CHROMIUM` names another browser, which is the way on systems that the package is not for.
 */
export async function startBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM']
  if (given) return chromium.launch({ executablePath: given, args: SWITCHES })
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Chromium here: set CHROMIUM to the path of a Chrome or Chromium program')
  }
  const folder = await unpackedBrowser()
  const executablePath = join(folder, 'chromium')
  const env = environment({
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    ...libraries(folder, executablePath),
  })
  return chromium.launch({ executablePath, args: SWITCHES, env })
}

/** The package's libraries stand in only where the system has none: they were made for another system. */
function libraries(folder: string, executablePath: string): Readonly<Record<string, string>> {
  const own = spawnSync(executablePath, ['--version'], { encoding: 'utf8' })
  if (own.status === 0) return {}

  const variables = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  const helped = spawnSync(executablePath, ['--version'], {
    env: environment(variables),
    encoding: 'utf8',
  })
  if (helped.status === 0) return variables
  throw new Error(`Chromium does not start:\n${own.stderr}\n${helped.stderr}`)
}

/** Unpacked once for each version, whole or not at all. */
async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const folder = join(ROOT, 'var', 'browser', version)
  if (existsSync(folder)) return folder

  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  await unpackInto(draft)
  writeFileSync(join(draft, 'fonts.conf'), fontsOf(folder))
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another run was first.
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true })
  }
  return folder
}

/** The package unpacks into the folder for temporary files, which is shared and may hold a torn copy of another user. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await sparticuz.executablePath()
    await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The same letters on every machine: the fonts of the package alone. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { ...Object.fromEntries(own), ...more }
}
