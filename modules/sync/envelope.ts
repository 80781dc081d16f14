/** A message taken apart: what it asks for, and what it brings. */
export type Envelope = {
  readonly session: string | undefined
  readonly madonvi: string | undefined
  readonly service: string
  /** Parameters by their names in small letters: clients spell them in every way. */
  readonly params: Readonly<Record<string, unknown>>
  readonly data: unknown
  readonly isUpdating: boolean | undefined
}

export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: string }

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON of a body, or what is wrong with it in words for the sender. A mark of byte order is let be. */
export function readBody(body: Buffer): ReadBody {
  let text: string
  try {
    text = UTF8.decode(body)
  } catch {
    return { ok: false, why: 'Nội dung gửi lên không phải UTF-8. Hãy gửi JSON ở bảng mã UTF-8.' }
  }
  if (text.trim() === '') return { ok: true, value: {} }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    const where = error instanceof Error ? (/position (\d+)/.exec(error.message)?.[1] ?? '') : ''
    const at = where ? ` (từ ký tự thứ ${where})` : ''
    return { ok: false, why: `JSON sai cú pháp${at}. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy.` }
  }
}

/** The envelope of a JSON object. `undefined` for anything else. */
export function readEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const params: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(value)) params[name.toLowerCase()] ??= given
  return {
    session: textOf(params['session']),
    madonvi: textOf(params['madonvi']),
    service: textOf(params['service']) ?? '',
    params,
    data: params['data'],
    isUpdating: readFlag(params['isupdating']),
  }
}

/** "True", "true", "1", true; what is empty or anything else says nothing. */
export function readFlag(given: unknown): boolean | undefined {
  const text = typeof given === 'boolean' ? String(given) : (textOf(given)?.toLowerCase() ?? '')
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : undefined
}

/** A text, or a number where a text is meant; nothing for an empty one and for anything else. */
export function textOf(given: unknown): string | undefined {
  return typeof given === 'string' || typeof given === 'number'
    ? String(given).trim() || undefined
    : undefined
}
