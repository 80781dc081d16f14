import type { FastifyError, FastifyRequest } from 'fastify'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import { isDatabaseAway } from '#platform/database-away'
import type { Lang } from '#platform/lang'
import { schemaWords } from './schema-words.ts'

/** What went wrong, in the shape of RFC 9457 (problem details) and in words for a page. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string
  /** Every offending field, named as the caller named it. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  readonly details?: Refusal['details']
}

type WordsOfStatus = { readonly vi: string; readonly en: string }

const BY_STATUS: Readonly<Record<number, WordsOfStatus>> = {
  400: { vi: 'Yêu cầu không hợp lệ.', en: 'The request is not valid.' },
  403: { vi: 'Bạn không có quyền mở trang này.', en: 'You are not allowed to open this page.' },
  404: { vi: 'Không tìm thấy trang này.', en: 'This page was not found.' },
  405: { vi: 'Cách gọi này không được hỗ trợ.', en: 'This method is not supported.' },
  408: { vi: 'Yêu cầu gửi quá chậm. Hãy thử lại.', en: 'The request took too long. Try again.' },
  413: { vi: 'Dữ liệu gửi lên quá lớn.', en: 'What was sent is too large.' },
  414: { vi: 'Địa chỉ quá dài.', en: 'The address is too long.' },
  415: { vi: 'Kiểu dữ liệu gửi lên không được hỗ trợ.', en: 'This type of content is not supported.' },
  429: { vi: 'Bạn gửi quá nhiều yêu cầu. Hãy đợi một phút.', en: 'Too many requests. Wait a minute.' },
  500: { vi: 'Cổng dịch vụ gặp sự cố.', en: 'The portal has a problem.' },
  503: { vi: 'Cổng dịch vụ đang quá tải hoặc đang khởi động.', en: 'The portal is busy or starting.' },
}

/** Turns whatever was thrown into a problem. Anything that is nobody's mistake but ours becomes a plain 500. */
export function problemOf(
  error: unknown,
  request: FastifyRequest,
  known: Readonly<Record<string, RefusalWords>>,
): Problem {
  if (error instanceof Refusal) return refused(error, request.lang, known)

  const { statusCode, code, validation, validationContext } = asFastifyError(error)
  if (validation) {
    const errors = validation.map((one) => ({
      field: fieldName(one.instancePath, one.params),
      message: schemaWords(one, request.lang),
    }))
    const detail = `${validationContext ?? 'request'}: ${errors.map(({ field }) => field).join(', ')}`
    return { ...plain(400, request.lang), code: 'request.invalid', detail, errors }
  }
  if (code?.startsWith('FST_CSRF')) return refused(new Refusal('form.expired'), request.lang, known)
  if (isDatabaseAway(error)) return plain(503, request.lang)
  const isOurs = statusCode === undefined || statusCode < 400 || (statusCode >= 500 && statusCode !== 503)
  return plain(isOurs ? 500 : statusCode, request.lang)
}

export function plain(status: number, lang: Lang): Problem {
  const words = BY_STATUS[status] ?? BY_STATUS[400]
  return { status, code: `http.${status}`, title: words?.[lang] ?? '' }
}

function refused(error: Refusal, lang: Lang, known: Readonly<Record<string, RefusalWords>>): Problem {
  const words = known[error.code]
  if (!words) return plain(500, lang)
  const hasDetails = Object.keys(error.details).length > 0
  return {
    status: words.status,
    code: error.code,
    title: words[lang],
    ...(hasDetails ? { details: error.details } : {}),
  }
}

function fieldName(path: string, params: Readonly<Record<string, unknown>>): string {
  const missing = params['missingProperty'] ?? params['additionalProperty']
  const field = path.replace(/^\//, '').replaceAll('/', '.')
  return typeof missing === 'string' ? [field, missing].filter(Boolean).join('.') : field
}

function asFastifyError(error: unknown): Partial<FastifyError> {
  return error instanceof Error ? (error as Partial<FastifyError>) : {}
}
