import { type Db, sql, type Tx } from '#platform/db'
import type { ChainedEntry, EntryContent, Head } from '../access-log-chain.ts'

/** The heads of these chains, locked in the order of their numbers until the transaction ends. */
export async function lockHeads(tx: Tx, chains: readonly number[]): Promise<Head[]> {
  return tx.many<Head>(sql`
    select chain, place, digest
      from identity.access_chain
     where chain = any(${chains}::smallint[])
     order by chain
       for update`)
}

type Chained = {
  readonly entries: readonly (ChainedEntry & { readonly digest: Buffer })[]
  readonly heads: readonly Head[]
}

/** Adds the entries and moves the heads, in one statement. */
export async function appendEntries(
  tx: Tx,
  content: EntryContent,
  { entries, heads }: Chained,
): Promise<void> {
  await tx.run(sql`
    with moved as (
      update identity.access_chain c
         set place = h.place,
             digest = h.digest
        from unnest(${heads.map(({ chain }) => chain)}::smallint[], ${heads.map(({ place }) => place)}::bigint[],
                    ${heads.map(({ digest }) => digest)}::bytea[]) as h (chain, place, digest)
       where c.chain = h.chain
    )
    insert into identity.access_entry (
           chain, place, at, subject, reader_kind, reader, post, agency, data, purpose, dossier_code, reference,
           previous, digest)
    select e.chain, e.place, ${content.at}, e.subject, ${content.readerKind}, ${content.reader}, ${content.post},
           ${content.agency}, ${content.data}::text[], ${content.purpose}, ${content.dossierCode},
           ${content.reference}, e.previous, e.digest
      from unnest(${entries.map(({ chain }) => chain)}::smallint[], ${entries.map(({ place }) => place)}::bigint[],
                  ${entries.map(({ subject }) => subject)}::uuid[], ${entries.map(({ previous }) => previous)}::bytea[],
                  ${entries.map(({ digest }) => digest)}::bytea[]) as e (chain, place, subject, previous, digest)`)
}

export type StoredEntry = ChainedEntry & { readonly digest: Buffer }

/** A stretch of a chain behind a place, in order: by the primary key. */
export async function entriesAfter(
  db: Db,
  chain: number,
  place: number,
  limit: number,
): Promise<StoredEntry[]> {
  return db.many<StoredEntry>(sql`
    select chain, place, at, subject, reader_kind, reader, post, agency, data, purpose, dossier_code, reference,
           previous, digest
      from identity.access_entry
     where chain = ${chain} and place > ${place}
     order by place
     limit ${limit}`)
}

export async function headRows(db: Db): Promise<Head[]> {
  return db.many<Head>(sql`
    select chain, place, digest
      from identity.access_chain
     order by chain`)
}

/** All heads, and nobody moves one until the transaction ends. */
export async function holdHeads(tx: Tx): Promise<Head[]> {
  return tx.many<Head>(sql`
    select chain, place, digest
      from identity.access_chain
     order by chain
       for share`)
}

export type SealRow = {
  readonly number: number
  readonly at: Date
  readonly places: readonly number[]
  readonly root: Buffer
}

export async function sealsAfter(db: Db, number: number, limit: number): Promise<SealRow[]> {
  return db.many<SealRow>(sql`
    select number, at, places, root
      from identity.access_seal
     where number > ${number}
     order by number
     limit ${limit}`)
}

export async function newestSeal(db: Db): Promise<SealRow | undefined> {
  return db.maybeOne<SealRow>(sql`
    select number, at, places, root
      from identity.access_seal
     order by number desc
     limit 1`)
}

export async function insertSeal(tx: Tx, { number, at, places, root }: SealRow): Promise<void> {
  await tx.run(sql`
    insert into identity.access_seal (number, at, places, root)
    values (${number}, ${at}, ${places}::bigint[], ${root})`)
}

/** What follows sees the database as it is now, whatever others add meanwhile, and changes nothing. */
export async function freezeView(tx: Tx): Promise<void> {
  await tx.run(sql`set transaction isolation level repeatable read, read only`)
}
