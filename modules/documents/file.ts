import type { Digest } from '#platform/files'

/** Kết quả quét mã độc. A file that is waiting or infected is opened by nobody. */
export type ScanState = 'not_scanned' | 'waiting' | 'clean' | 'infected'

/** Tệp đính kèm. */
export type StoredFile = {
  readonly id: string
  /** The account whose file it is. */
  readonly owner: string
  /** SHA-256 of the bytes as they are kept, in hexadecimal. */
  readonly sha256: Digest
  readonly sizeBytes: number
  readonly mediaType: string
  readonly name: string
  readonly uploadedAt: Date
  readonly scan: ScanState
}

export const MEGABYTE = 1_048_576

/** What may be attached: said beside every field before anything is chosen. */
export const UPLOAD_LIMITS = {
  types: ['pdf', 'jpg', 'png', 'webp', 'docx', 'xlsx'],
  mostBytes: 10 * MEGABYTE,
} as const

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type FileKind = keyof typeof MEDIA_TYPES
