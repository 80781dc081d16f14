import { tidy } from '#kernel/vietnamese'

const LONGEST = 300
const LONGEST_ENDING = 12

/**
 * Tên tệp as it is kept: Vietnamese composed (NFC), without folders, without signs that a file system or a terminal would act
 * on, at most 300 characters with its ending kept. Never empty.
 */
export function fileName(given: string): string {
  const last = given.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const clean = tidy(last.toWellFormed())
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .trim()
  const signs = Array.from(clean === '' ? 'tep' : clean)
  if (signs.length <= LONGEST) return signs.join('')
  const dot = signs.lastIndexOf('.')
  const ending = dot > 0 && signs.length - dot <= LONGEST_ENDING ? signs.slice(dot) : []
  return [...signs.slice(0, LONGEST - ending.length), ...ending].join('')
}
