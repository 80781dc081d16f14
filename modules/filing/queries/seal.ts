import { type Db, sql } from '#platform/db'

export type SealRow = { readonly certificate: Buffer; readonly sealedKey: Buffer }

export async function sealRow(db: Db): Promise<SealRow | undefined> {
  return db.maybeOne<SealRow>(sql`select certificate, sealed_key from filing.seal`)
}

/** Of several that make the first one, one is kept: the others read it. */
export async function insertSeal(db: Db, row: SealRow, now: Date): Promise<void> {
  await db.run(sql`
    insert into filing.seal (certificate, sealed_key, made_at)
    values (${row.certificate}, ${row.sealedKey}, ${now})
    on conflict (is_the_one) do nothing`)
}
