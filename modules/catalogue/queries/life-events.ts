import { type Db, sql } from '#platform/db'

export type Bilingual = { readonly vi: string; readonly en: string }

/** Sự kiện cuộc đời: what happens in a life or a business, and the procedures that go with it in their natural order. */
export type LifeEventPage = {
  readonly slug: string
  readonly audience: 'citizen' | 'business'
  readonly name: Bilingual
  readonly summary: Bilingual
  readonly paths: readonly { readonly name: Bilingual; readonly procedures: readonly string[] }[]
}

type Row = Pick<LifeEventPage, 'slug' | 'audience' | 'paths'> & {
  readonly nameVi: string
  readonly nameEn: string
  readonly summaryVi: string
  readonly summaryEn: string
}

export async function readLifeEvents(db: Db): Promise<LifeEventPage[]> {
  const rows = await db.many<Row>(sql`
    select slug, audience, name_vi, name_en, summary_vi, summary_en, paths
      from catalogue.life_event
     order by position, slug`)
  return rows.map(({ nameVi, nameEn, summaryVi, summaryEn, ...row }) => ({
    ...row,
    name: { vi: nameVi, en: nameEn },
    summary: { vi: summaryVi, en: summaryEn },
  }))
}

/** Replaces the life events by these. */
export async function storeLifeEvents(db: Db, events: readonly LifeEventPage[]): Promise<void> {
  await db.run(sql`delete from catalogue.life_event`)
  await db.run(sql`
    insert into catalogue.life_event (slug, audience, position, name_vi, name_en, summary_vi, summary_en, paths)
    select slug, audience, position, name ->> 'vi', name ->> 'en', summary ->> 'vi', summary ->> 'en', paths
      from rows from (
           jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
           as (slug text, audience text, name jsonb, summary jsonb, paths jsonb)
           ) with ordinality as row (slug, audience, name, summary, paths, position)`)
}
