import { type Db, sql, type Tx } from '#platform/db'

export type GivenNumber = {
  readonly number: number
  readonly dossierCode: string
  readonly title: string
  readonly byAccount: string
  readonly at: Date
}

type Taken = Omit<GivenNumber, 'number'> & { readonly agency: string; readonly year: number }

/** The next number of an agency in a year. Others wait until the transaction ends; one that is undone gives its number back. */
export async function takeNumber(
  tx: Tx,
  { agency, year, dossierCode, title, byAccount, at }: Taken,
): Promise<number> {
  const { number } = await tx.one<{ number: number }>(sql`
    insert into onestop.number_register as r (agency, year, last_number)
    values (${agency}, ${year}, 1)
    on conflict (agency, year) do update set last_number = r.last_number + 1
    returning last_number as number`)
  await tx.run(sql`
    insert into onestop.given_number (agency, year, number, dossier_code, title, by_account, at)
    values (${agency}, ${year}, ${number}, ${dossierCode}, ${title}, ${byAccount}, ${at})`)
  return number
}

/** The register of one agency and year, the newest first. By primary key. */
export async function givenNumbers(
  db: Db,
  { agency, year, limit }: { agency: string; year: number; limit: number },
): Promise<GivenNumber[]> {
  return db.many<GivenNumber>(sql`
    select g.number, g.dossier_code, g.title, g.by_account, g.at
      from onestop.given_number g
     where g.agency = ${agency}
       and g.year = ${year}
     order by g.number desc
     limit ${limit}`)
}
