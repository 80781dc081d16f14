import { type Db, sql } from '#platform/db'
import type { Synonyms } from '../search/document.ts'

/** Replaces the thesaurus by this one. */
export async function storeSynonyms(db: Db, { groups, abbreviations }: Synonyms): Promise<void> {
  const rows = groups.map(({ terms, kind = 'same' }) => ({ terms, kind }))
  await db.run(sql`delete from catalogue.synonym_group`)
  await db.run(sql`
    insert into catalogue.synonym_group (terms, kind)
    select array(select jsonb_array_elements_text(terms)), kind
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (terms jsonb, kind text)`)
  await db.run(sql`delete from catalogue.abbreviation`)
  await db.run(sql`
    insert into catalogue.abbreviation (short, long)
    select key, value
      from jsonb_each_text(${JSON.stringify(abbreviations)}::jsonb)`)
}
