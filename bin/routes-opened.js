// @ts-check
import { existsSync, readFileSync } from 'node:fs'

/** Opened by the outside alone: by a browser for its files, by whoever watches over the machine. */
const OUTSIDE = new Set(['GET /assets/*'])

/** The routes that exist and that no test has opened without an error. @param {string} file @returns {readonly string[]} */
export function routesNeverOpened(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  /** @param {string} word */
  const told = (word) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const opened = new Set([...told('opened'), ...OUTSIDE])
  return [...new Set(told('there'))].filter((route) => !opened.has(route)).sort()
}
