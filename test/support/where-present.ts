import { existsSync } from 'node:fs'
import { describe } from 'vitest'

/**
 * Comparisons with published lists that are not part of the project. Where they do not lie beside it there is nothing to
 * compare, and the run says so: nothing is registered, so nothing is skipped in silence.
 */
export function wherePresent(list: URL, name: string, compare: () => void): void {
  if (existsSync(list)) describe(name, compare)
  else console.info(`Not beside this project, so not compared: ${list.pathname.split('/').at(-1)} (${name})`)
}
