import { type Db, sql, type Tx } from '#platform/db'
import type { ScanState, StoredFile } from '../file.ts'

const COLUMNS = sql`
  f.id, f.owner, encode(f.sha256, 'hex') as sha256, f.size_bytes, f.media_type, f.name, f.uploaded_at, f.scan`

export async function insertFile(
  tx: Tx,
  file: StoredFile & { readonly originalSha256: Buffer; readonly uploadedBy: string },
): Promise<void> {
  await tx.run(sql`
    insert into documents.file (id, owner, sha256, original_sha256, size_bytes, media_type, name, uploaded_by, uploaded_at, scan)
    values (${file.id}, ${file.owner}, decode(${file.sha256}, 'hex'), ${file.originalSha256}, ${file.sizeBytes},
            ${file.mediaType}, ${file.name}, ${file.uploadedBy}, ${file.uploadedAt}, ${file.scan})`)
}

/** Many by primary key, in no order. */
export async function filesByIds(db: Db, ids: readonly string[]): Promise<StoredFile[]> {
  return db.many<StoredFile>(sql`
    select ${COLUMNS}
      from documents.file f
     where f.id = any (${ids}::uuid[])`)
}

export async function setScan(db: Db, id: string, scan: ScanState): Promise<void> {
  await db.run(sql`update documents.file set scan = ${scan} where id = ${id}`)
}
