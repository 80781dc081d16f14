import { type Db, sql } from '#platform/db'
import type { UnitKey } from '../units.ts'
import type { AliasRow, FormerCommuneRow, SuccessorRow, UnitRow } from '../units-edition.ts'

const firstDay = ({ validFrom }: UnitKey) => validFrom ?? '-infinity'

/** A unit never goes away: its rows are added or put right. */
export async function saveUnits(db: Db, units: readonly UnitRow[]): Promise<void> {
  await db.run(sql`
    insert into directory.unit as known
           (level, code, valid_from, valid_to, kind, name, bare_name, exact_name, plain_name,
            parent_level, parent_code, province_code, legal_basis)
    select *
      from unnest(
             ${units.map((unit) => unit.level)}::text[],
             ${units.map((unit) => unit.code)}::text[],
             ${units.map(firstDay)}::date[],
             ${units.map((unit) => unit.validTo ?? null)}::date[],
             ${units.map((unit) => unit.kind)}::text[],
             ${units.map((unit) => unit.name)}::text[],
             ${units.map((unit) => unit.bareName)}::text[],
             ${units.map((unit) => unit.exactName)}::text[],
             ${units.map((unit) => unit.plainName)}::text[],
             ${units.map((unit) => unit.parentLevel ?? null)}::text[],
             ${units.map((unit) => unit.parentCode ?? null)}::text[],
             ${units.map((unit) => unit.provinceCode)}::text[],
             ${units.map((unit) => unit.legalBasis ?? null)}::text[])
        on conflict (level, code, valid_from) do update
       set valid_to = excluded.valid_to,
           kind = excluded.kind,
           name = excluded.name,
           bare_name = excluded.bare_name,
           exact_name = excluded.exact_name,
           plain_name = excluded.plain_name,
           parent_level = excluded.parent_level,
           parent_code = excluded.parent_code,
           province_code = excluded.province_code,
           legal_basis = excluded.legal_basis
     where known is distinct from excluded`)
}

/** After this the table holds these rows and no others. */
export async function saveSuccessors(db: Db, rows: readonly SuccessorRow[]): Promise<void> {
  const keys = sql`
    unnest(
      ${rows.map((row) => row.old.level)}::text[],
      ${rows.map((row) => row.old.code)}::text[],
      ${rows.map((row) => firstDay(row.old))}::date[],
      ${rows.map((row) => row.new.level)}::text[],
      ${rows.map((row) => row.new.code)}::text[],
      ${rows.map((row) => firstDay(row.new))}::date[],
      ${rows.map((row) => row.manner)}::text[])
    as k (level, code, valid_from, new_level, new_code, new_valid_from, manner)`
  await db.run(sql`
    delete from directory.unit_successor s
     where not exists (
             select from ${keys}
              where (k.level, k.code, k.valid_from) = (s.level, s.code, s.valid_from)
                and (k.new_level, k.new_code, k.new_valid_from) = (s.new_level, s.new_code, s.new_valid_from)
                and k.manner = s.manner)`)
  await db.run(sql`
    insert into directory.unit_successor (level, code, valid_from, new_level, new_code, new_valid_from, manner)
    select *
      from ${keys}
        on conflict do nothing`)
}

/** After this the table holds these rows and no others. */
export async function saveAliases(db: Db, rows: readonly AliasRow[]): Promise<void> {
  const keys = sql`
    unnest(
      ${rows.map((row) => row.unit.level)}::text[],
      ${rows.map((row) => row.unit.code)}::text[],
      ${rows.map((row) => firstDay(row.unit))}::date[],
      ${rows.map((row) => row.alias)}::text[],
      ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.exactName)}::text[],
      ${rows.map((row) => row.plainName)}::text[])
    as k (level, code, valid_from, alias, kind, exact_name, plain_name)`
  await db.run(sql`
    delete from directory.unit_alias a
     where not exists (
             select from ${keys}
              where (k.level, k.code, k.valid_from, k.alias) = (a.level, a.code, a.valid_from, a.alias)
                and (k.kind, k.exact_name, k.plain_name) = (a.kind, a.exact_name, a.plain_name))`)
  await db.run(sql`
    insert into directory.unit_alias (level, code, valid_from, alias, kind, exact_name, plain_name)
    select *
      from ${keys}
        on conflict do nothing`)
}

/** Arrays of different lengths do not fit into `unnest`, so the successors travel as text. */
export async function saveFormerCommunes(db: Db, rows: readonly FormerCommuneRow[]): Promise<void> {
  await db.run(sql`
    insert into directory.former_commune as known
           (province_code, district_code, district_name, name, kind, exact_name, plain_name, successor_codes)
    select k.province_code, k.district_code, k.district_name, k.name, k.kind, k.exact_name, k.plain_name,
           string_to_array(k.successors, ' ')
      from unnest(
             ${rows.map((row) => row.provinceCode)}::text[],
             ${rows.map((row) => row.districtCode)}::text[],
             ${rows.map((row) => row.districtName)}::text[],
             ${rows.map((row) => row.name)}::text[],
             ${rows.map((row) => row.kind)}::text[],
             ${rows.map((row) => row.exactName)}::text[],
             ${rows.map((row) => row.plainName)}::text[],
             ${rows.map((row) => row.successorCodes.join(' '))}::text[])
        as k (province_code, district_code, district_name, name, kind, exact_name, plain_name, successors)
        on conflict (province_code, district_code, name) do update
       set district_name = excluded.district_name,
           kind = excluded.kind,
           exact_name = excluded.exact_name,
           plain_name = excluded.plain_name,
           successor_codes = excluded.successor_codes
     where known is distinct from excluded`)
}

/** The names of all the tables above, each once. */
export async function saveNames(db: Db): Promise<void> {
  await db.run(sql`
    delete from directory.unit_plain_name n
     where not exists (select from directory.unit u where u.plain_name = n.plain_name)
       and not exists (select from directory.unit_alias a where a.plain_name = n.plain_name)
       and not exists (select from directory.former_commune f where f.plain_name = n.plain_name)`)
  await db.run(sql`
    insert into directory.unit_plain_name (plain_name)
    select plain_name from directory.unit
     union
    select plain_name from directory.unit_alias
     union
    select plain_name from directory.former_commune
        on conflict do nothing`)
}

/** Fresh statistics, so that the first look-ups after a load are planned with the indexes. */
export async function analyzeUnits(db: Db): Promise<void> {
  await db.run(
    sql`analyze directory.unit, directory.unit_successor, directory.unit_alias, directory.former_commune,
                directory.unit_plain_name`,
  )
}
