import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Visitor } from './visitor.ts'

/** For whoever wants to look at the pages: a folder for pictures. */
const PICTURES = process.env['PICTURES']

/** The page is accessible as it stands; where `PICTURES` is set, it is kept as a picture. */
export async function look({ page, kind, expectAccessible }: Visitor, name: string): Promise<void> {
  await expectAccessible()
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({
    path: join(PICTURES, `${name}-${kind.width}${kind.script === 'off' ? '-plain' : ''}.png`),
    fullPage: true,
  })
}
