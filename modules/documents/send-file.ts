import type { FastifyReply } from 'fastify'
import { Refusal } from '#kernel/refusal'
import { foldAccents } from '#kernel/vietnamese'
import type { FileStore } from '#platform/files'
import type { StoredFile } from './file.ts'

const SHOWN_INLINE = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']

/**
 * Mở tệp: the bytes under headers that keep a browser from running anything. Who may read it was decided before.
 * @throws Refusal `documents.quarantined`
 */
export async function sendFile(
  reply: FastifyReply,
  files: FileStore,
  file: StoredFile,
  isInline = true,
): Promise<FastifyReply> {
  if (file.scan === 'waiting' || file.scan === 'infected') throw new Refusal('documents.quarantined')
  const way = isInline && SHOWN_INLINE.includes(file.mediaType) ? 'inline' : 'attachment'
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.sizeBytes)
    .header('content-disposition', `${way}; ${namesOf(file.name)}`)
    .header(
      'content-security-policy',
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(await files.read(file.sha256))
}

/** The name for old programs without accents, and as it is (RFC 6266, RFC 8187). */
function namesOf(name: string): string {
  const plain = foldAccents(name).replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
