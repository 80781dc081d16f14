/** What the channel answers: always HTTP 200, the code as a string, a message that is never null, the rows under the names clients read. */
export type Answer = {
  readonly error_code: string
  readonly message: string
  readonly [key: string]: unknown
}

/** The phrases that clients look for in the raw text. They are not to be worded otherwise. */
export const PHRASES = {
  done: 'Đồng bộ thành công',
  updated: 'Cập nhật thành công',
  exists: 'đã tồn tại',
  found: 'Lấy dữ liệu thành công',
} as const

export const CODES = { done: '0', exists: '3', wrong: '1', refused: '-1' } as const

export function done(message: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  return { error_code: CODES.done, message, ...more }
}

/** Rows of an answer stand under both names that clients read. */
export function rows(result: readonly unknown[], message: string = PHRASES.found): Answer {
  return { error_code: CODES.done, message, result, data: result }
}

export function refused(message: string): Answer {
  return { error_code: CODES.refused, message }
}

/** One of the answers per item, beside the one for all. */
export type ItemAnswer = { readonly MaHoSo: string; readonly error_code: string; readonly message: string }

/** Raw UTF-8 in NFC, never `\uXXXX`: some clients search the raw text. */
export function written(answer: unknown): string {
  return JSON.stringify(answer).normalize('NFC')
}
