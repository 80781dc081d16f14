-- New schema and new tables only: locks nothing that is in use. Needs pg_trgm (0001).

create schema directory;
comment on schema directory is 'Agencies, territorial units and calendars of the state, each with its time.';

create table directory.unit (
  level text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  kind text not null,
  name text not null,
  bare_name text not null,
  exact_name text not null,
  plain_name text not null,
  parent_level text,
  parent_code text,
  province_code text not null,
  legal_basis text,
  primary key (level, code, valid_from),
  constraint level_is_known check (level in ('province', 'district', 'commune')),
  constraint kind_fits_level check (
    (level = 'province' and kind in ('province', 'central_city'))
    or (level = 'district' and kind in ('urban_district', 'rural_district', 'town', 'city'))
    or (level = 'commune' and kind in ('ward', 'rural_commune', 'township', 'special_zone'))
  ),
  constraint code_fits_level check (
    code ~ case level when 'province' then '^[0-9]{2}$' when 'district' then '^[0-9]{3}$' else '^[0-9]{5}$' end
  ),
  constraint time_runs_forward check (valid_to > valid_from),
  constraint only_a_province_stands_alone check (
    (parent_level is null) = (level = 'province') and (parent_code is null) = (level = 'province')
  ),
  constraint a_province_is_its_own check (level <> 'province' or province_code = code),
  constraint plain_name_is_folded check (plain_name ~ '^[a-z0-9 ]+$')
);
create index unit_plain_name_idx on directory.unit (plain_name);
create index unit_province_idx on directory.unit (province_code, level, code);
create index unit_parent_idx on directory.unit (parent_code, parent_level, code);
comment on table directory.unit is
  'Đơn vị hành chính, old and new. The statistics office gave codes of dissolved units to other units on 1/7/2025, so a code alone names nothing: the key is level, code and first day.';
comment on column directory.unit.valid_from is 'First day. -infinity: in force on 30/6/2025, the day on which it began is not recorded.';
comment on column directory.unit.valid_to is 'First day on which it is no longer valid. Null: still valid.';
comment on column directory.unit.name is 'Full name with its kind, as printed: Phường Dịch Vọng.';
comment on column directory.unit.bare_name is 'Name without the kind: Dịch Vọng.';
comment on column directory.unit.exact_name is 'bare_name in lower case with tones in one place, accents kept: for comparing what was typed with accents.';
comment on column directory.unit.plain_name is 'bare_name in lower case without accents, hyphens and apostrophes: the key of every look-up by name.';
comment on column directory.unit.parent_code is 'The unit above, found by parent_level, parent_code and a day on which both are valid.';
comment on column directory.unit.province_code is 'Code of the province above (its own for a province), valid on the same days.';
comment on column directory.unit.legal_basis is 'Văn bản: what made the unit, where it is recorded.';

create table directory.unit_successor (
  level text not null,
  code text not null,
  valid_from date not null,
  new_level text not null,
  new_code text not null,
  new_valid_from date not null,
  manner text not null,
  primary key (level, code, valid_from, new_level, new_code, new_valid_from),
  foreign key (level, code, valid_from) references directory.unit,
  foreign key (new_level, new_code, new_valid_from) references directory.unit,
  constraint manner_is_known check (manner in ('succeeds', 'covers')),
  constraint a_successor_is_later check (new_valid_from > valid_from)
);
create index unit_successor_new_idx on directory.unit_successor (new_level, new_code, new_valid_from);
comment on table directory.unit_successor is
  'What a unit became. Several rows for one unit: it was divided. The day of the change is new_valid_from.';
comment on column directory.unit_successor.manner is
  'succeeds: the unit itself went over. covers: a district without legal successor, whose land this commune now holds in part.';

create table directory.unit_alias (
  level text not null,
  code text not null,
  valid_from date not null,
  alias text not null,
  kind text not null,
  exact_name text not null,
  plain_name text not null,
  primary key (level, code, valid_from, alias),
  foreign key (level, code, valid_from) references directory.unit,
  constraint plain_name_is_folded check (plain_name ~ '^[a-z0-9 ]+$')
);
create index unit_alias_plain_name_idx on directory.unit_alias (plain_name);
comment on table directory.unit_alias is
  'Other names by which people mean a unit: short forms (TP.HCM), former names (Sài Gòn), units merged into it before 2025 (Quận 2).';

create table directory.former_commune (
  province_code text not null,
  district_code text not null,
  district_name text not null,
  name text not null,
  kind text not null,
  exact_name text not null,
  plain_name text not null,
  successor_codes text[] not null,
  primary key (province_code, district_code, name),
  constraint kind_is_known check (kind in ('ward', 'rural_commune', 'township')),
  constraint it_has_a_successor check (cardinality(successor_codes) > 0),
  constraint plain_name_is_folded check (plain_name ~ '^[a-z0-9 ]+$')
);
create index former_commune_plain_name_idx on directory.former_commune (plain_name);
comment on table directory.former_commune is
  'Communes that were merged in the years before 1/7/2025. Their codes and days are not recorded, yet papers still carry their names.';
comment on column directory.former_commune.district_code is 'District of 30/6/2025 in which it lay, as province_code.';
comment on column directory.former_commune.district_name is 'The district as the papers of that time call it.';
comment on column directory.former_commune.successor_codes is 'Communes valid from 1/7/2025 that hold its land.';

create table directory.unit_plain_name (
  plain_name text primary key
);
create index unit_plain_name_near_idx on directory.unit_plain_name using gist (plain_name gist_trgm_ops (siglen = 64));
comment on table directory.unit_plain_name is
  'Every plain_name of the three tables above, once: where the nearest names to a misspelled one are looked for.';
