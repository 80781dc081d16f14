import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Refusal } from '#kernel/refusal'
import type { Db, Tx } from '#platform/db'
import type { FileStore } from '#platform/files'
import { askFor } from '#platform/jobs'
import { timeOrderedId } from '#platform/time-ordered-id'
import type { PostedFile } from '#platform/uploads'
import { readContent } from './content.ts'
import { MEDIA_TYPES, type StoredFile } from './file.ts'
import { fileName } from './name.ts'
import { filesByIds, insertFile } from './queries/files.ts'
import { SCAN } from './scan.ts'

export type Upload = {
  readonly bytes: Buffer
  readonly name: string
  /** The account whose file it will be, and who brings it. */
  readonly owner: string
  readonly uploadedBy: string
  readonly now: Date
}

export type FileServices = { readonly files: FileStore; readonly scansFiles: boolean }

const SCAN_ATTEMPTS = 20

/** That a file of a form came whole. @throws Refusal `documents.too_large`, `documents.lost` */
export function requireWhole({ isTooLarge, isLost = false }: PostedFile): void {
  if (isTooLarge) throw new Refusal('documents.too_large')
  if (isLost) throw new Refusal('documents.lost')
}

/** Looks a file over and keeps its bytes; outside any transaction, since it takes time. @throws Refusal as `readContent` */
export async function keepBytes(
  { files }: Pick<FileServices, 'files'>,
  upload: Upload,
): Promise<StoredFile & { originalSha256: Buffer; uploadedBy: string }> {
  const { owner, uploadedBy, now } = upload
  const name = fileName(upload.name)
  const { kind, bytes } = await readContent(upload.bytes, name)
  const { digest } = await files.put(Readable.from([bytes]), bytes.length)
  return {
    id: timeOrderedId(now),
    owner,
    sha256: digest,
    originalSha256: createHash('sha256').update(upload.bytes).digest(),
    sizeBytes: bytes.length,
    mediaType: MEDIA_TYPES[kind],
    name,
    uploadedBy,
    uploadedAt: now,
    scan: 'not_scanned',
  }
}

/** Ghi nhận tệp: the row of a file whose bytes are kept. Where there is a scanner, nobody opens it before that has looked. */
export async function storeFile(
  tx: Tx,
  { scansFiles }: Pick<FileServices, 'scansFiles'>,
  kept: Awaited<ReturnType<typeof keepBytes>>,
): Promise<StoredFile> {
  const file = { ...kept, scan: scansFiles ? ('waiting' as const) : kept.scan }
  await insertFile(tx, file)
  if (scansFiles) await askFor(tx, { task: SCAN, payload: { id: file.id }, attempts: SCAN_ATTEMPTS })
  return file
}

/** Files by id. One that is not there is left out. */
export async function findFiles(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> {
  if (ids.length === 0) return new Map()
  const files = await filesByIds(db, ids)
  return new Map(files.map((file) => [file.id, file]))
}
