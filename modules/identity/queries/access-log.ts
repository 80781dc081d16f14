import { type Db, sql } from '#platform/db'
import type { Reader } from '../access-log.ts'
import type { DataGroup, Purpose } from '../access-log-words.ts'
import type { PolicyActor } from '../policy.ts'
import { allowedRows } from './policy.ts'

export type AccessEntryRow = {
  readonly place: number
  readonly at: Date
  readonly subject: string
  readonly readerKind: Reader['kind']
  readonly readerName: string | null
  readonly post: string | null
  readonly agency: string | null
  readonly data: readonly DataGroup[]
  readonly purpose: Purpose
  readonly dossierCode: string | null
}

/**
 * Openings of the data of one person, the newest first, from the place before `before` on. All entries of a person stand in one
 * chain, so their places are in the order of time. By its index.
 */
export async function accessEntries(
  db: Db,
  actor: PolicyActor,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AccessEntryRow[]> {
  const columns = { subject: sql`e.subject` }
  return db.many<AccessEntryRow>(sql`
    select e.place, e.at, e.subject, e.reader_kind, coalesce(p.name, o.name, f.name) as reader_name, e.post, e.agency,
           e.data, e.purpose, e.dossier_code
      from identity.access_entry e
      left join identity.person p on p.account_id = case when e.reader_kind <> 'agency' then e.reader::uuid end
      left join identity.organization o on o.account_id = case when e.reader_kind <> 'agency' then e.reader::uuid end
      left join identity.official f on f.account_id = case when e.reader_kind <> 'agency' then e.reader::uuid end
     where ${allowedRows(actor, 'list', { kind: 'access_entry', columns })}
       and (${before ?? null}::bigint is null or e.place < ${before ?? null})
     order by e.place desc
     limit ${limit}`)
}
