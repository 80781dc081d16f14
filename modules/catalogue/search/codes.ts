const FULL = /(?<![\d.])(\d)[.\s]?(\d{6})(?:\.[\d.]*[a-z]\d+(?:[.\d]*)|\.\d{2})?(?![\d])/giu
const LOOSE = /^\s*(?:mã\s*(?:số|thủ tục|tthc)*\s*[:.]?\s*)?([\d][\d.\s-]*)\s*$/iu
const SHORTEST_PART = 4

/**
 * Codes that a question names, in the national form `1.001193`: whole ones anywhere in it, with or without the point,
 * also when a local or service suffix follows (`1.001193.000.00.00.H34`).
 */
export function wholeCodesIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(FULL)].map(([, first = '', rest = '']) => `${first}.${rest}`)
}

/** The digits of a question that is nothing but part of a code: `001193`, `1.0011`; `undefined` when it is something else. */
export function partOfCodeIn(text: string): string | undefined {
  const [, part] = LOOSE.exec(text.normalize('NFKC')) ?? []
  const digits = part?.replace(/\D/g, '') ?? ''
  return digits.length >= SHORTEST_PART && digits.length <= 7 ? digits : undefined
}

/** Whether digits begin a code, with or without its first digit; five or more may also stand within it. Both without the point. */
export function isPartOfCode(digits: string, codeDigits: string): boolean {
  return (
    codeDigits.startsWith(digits) ||
    codeDigits.startsWith(digits, 1) ||
    (digits.length >= 5 && codeDigits.includes(digits))
  )
}
