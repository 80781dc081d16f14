import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '#platform/root'

/** A file of the built portal: what is measured is what runs. */
export function fromBuild(file: string): string {
  return pathToFileURL(join(ROOT, 'dist', file)).href
}
