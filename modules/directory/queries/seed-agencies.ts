import { type Db, sql } from '#platform/db'
import type { AgencyRow, CodeRow, LinkRow, NameRow, SeedUnit, SuccessorRow } from '../agency-seed-types.ts'

/** Provinces of all times, and the communes of today's map. */
export async function unitsForAgencies(db: Db, day: string): Promise<SeedUnit[]> {
  return db.many<SeedUnit>(sql`
    select u.level, u.code, u.valid_from, u.valid_to, u.kind, u.name, u.bare_name, u.province_code,
           array(select a.alias
                   from directory.unit_alias a
                  where (a.level, a.code, a.valid_from) = (u.level, u.code, u.valid_from)
                  order by a.alias) as aliases
      from directory.unit u
     where u.level = 'province'
        or (u.level = 'commune' and (u.valid_to is null or u.valid_to > ${day}::date))
     order by u.level, u.code, u.valid_from`)
}

/** What people have entered since (address, telephone, mail) is left alone. */
export async function putAgencies(
  db: Db,
  ids: readonly string[],
  rows: readonly AgencyRow[],
): Promise<number> {
  return db.run(sql`
    insert into directory.agency as old
           (id, handle, kind, level, valid_from, valid_to, website, sort_key, search_text)
    select id, handle, kind, level, valid_from, valid_to, website, sort_key, search_text
      from unnest(
             ${ids}::uuid[], ${rows.map((row) => row.handle)}::text[], ${rows.map((row) => row.kind)}::text[],
             ${rows.map((row) => row.level)}::text[], ${rows.map((row) => row.validFrom)}::date[],
             ${rows.map((row) => row.validTo)}::date[], ${rows.map((row) => row.website)}::text[],
             ${rows.map((row) => row.sortKey)}::text[], ${rows.map((row) => row.searchText)}::text[]
           ) as new (id, handle, kind, level, valid_from, valid_to, website, sort_key, search_text)
        on conflict (handle) do update
       set kind = excluded.kind,
           level = excluded.level,
           valid_from = excluded.valid_from,
           valid_to = excluded.valid_to,
           website = coalesce(old.website, excluded.website),
           sort_key = excluded.sort_key,
           search_text = excluded.search_text
     where (old.kind, old.level, old.valid_from, old.valid_to, old.sort_key, old.search_text)
           is distinct from (excluded.kind, excluded.level, excluded.valid_from, excluded.valid_to,
                             excluded.sort_key, excluded.search_text)
        or (old.website is null and excluded.website is not null)`)
}

export async function putParents(db: Db, rows: readonly AgencyRow[]): Promise<number> {
  return db.run(sql`
    update directory.agency as child
       set parent_id = parent.id
      from unnest(${rows.map((row) => row.handle)}::text[], ${rows.map((row) => row.parent)}::text[])
           as new (handle, parent)
      join directory.agency parent on parent.handle = new.parent
     where child.handle = new.handle
       and child.parent_id is distinct from parent.id`)
}

export async function putNames(db: Db, rows: readonly NameRow[]): Promise<number> {
  return db.run(sql`
    insert into directory.agency_name as old
           (agency_id, valid_from, valid_to, name, name_en, legal_source, confidence)
    select a.id, new.valid_from, new.valid_to, new.name, new.name_en, new.legal_source, new.confidence
      from unnest(
             ${rows.map((row) => row.handle)}::text[], ${rows.map((row) => row.validFrom)}::date[],
             ${rows.map((row) => row.validTo)}::date[], ${rows.map((row) => row.name)}::text[],
             ${rows.map((row) => row.nameEn)}::text[], ${rows.map((row) => row.legalSource)}::text[],
             ${rows.map((row) => row.confidence)}::text[]
           ) as new (handle, valid_from, valid_to, name, name_en, legal_source, confidence)
      join directory.agency a using (handle)
        on conflict (agency_id, valid_from) do update
       set valid_to = excluded.valid_to,
           name = excluded.name,
           name_en = excluded.name_en,
           legal_source = excluded.legal_source,
           confidence = excluded.confidence
     where (old.valid_to, old.name, old.name_en, old.legal_source, old.confidence)
           is distinct from (excluded.valid_to, excluded.name, excluded.name_en, excluded.legal_source,
                             excluded.confidence)`)
}

/** A code never goes to another agency, so one that is known stays where it is. */
export async function putCodes(db: Db, rows: readonly CodeRow[]): Promise<number> {
  return db.run(sql`
    insert into directory.agency_code (code, agency_id, format, valid_from, source, confidence)
    select new.code, a.id, new.format, '-infinity', new.source, new.confidence
      from unnest(
             ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.handle)}::text[],
             ${rows.map((row) => row.format)}::text[], ${rows.map((row) => row.source)}::text[],
             ${rows.map((row) => row.confidence)}::text[]
           ) as new (code, handle, format, source, confidence)
      join directory.agency a using (handle)
        on conflict do nothing`)
}

export async function putUnitLinks(db: Db, rows: readonly LinkRow[]): Promise<number> {
  return db.run(sql`
    insert into directory.agency_unit (agency_id, level, code, unit_valid_from)
    select a.id, new.level, new.code, new.unit_valid_from
      from unnest(
             ${rows.map((row) => row.handle)}::text[], ${rows.map((row) => row.level)}::text[],
             ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.unitValidFrom)}::date[]
           ) as new (handle, level, code, unit_valid_from)
      join directory.agency a using (handle)
        on conflict do nothing`)
}

export async function putSuccessors(db: Db, rows: readonly SuccessorRow[]): Promise<number> {
  return db.run(sql`
    insert into directory.agency_successor as old
           (agency_id, successor_id, on_day, scope, scope_en, legal_source, confidence)
    select a.id, s.id, new.on_day, new.scope, new.scope_en, new.legal_source, new.confidence
      from unnest(
             ${rows.map((row) => row.handle)}::text[], ${rows.map((row) => row.successor)}::text[],
             ${rows.map((row) => row.on)}::date[], ${rows.map((row) => row.scope)}::text[],
             ${rows.map((row) => row.scopeEn)}::text[], ${rows.map((row) => row.legalSource)}::text[],
             ${rows.map((row) => row.confidence)}::text[]
           ) as new (handle, successor, on_day, scope, scope_en, legal_source, confidence)
      join directory.agency a on a.handle = new.handle
      join directory.agency s on s.handle = new.successor
        on conflict (agency_id, successor_id) do update
       set on_day = excluded.on_day,
           scope = excluded.scope,
           scope_en = excluded.scope_en,
           legal_source = excluded.legal_source,
           confidence = excluded.confidence
     where (old.on_day, old.scope, old.scope_en, old.legal_source, old.confidence)
           is distinct from (excluded.on_day, excluded.scope, excluded.scope_en, excluded.legal_source,
                             excluded.confidence)`)
}

/** Without figures about thousands of new rows the planner reads whole tables. */
export async function analyzeAgencies(db: Db): Promise<void> {
  await db.run(sql`
    analyze directory.agency, directory.agency_name, directory.agency_code, directory.agency_unit,
            directory.agency_successor`)
}
