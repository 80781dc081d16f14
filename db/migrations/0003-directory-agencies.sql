-- New tables only: locks nothing that is in use. Needs pg_trgm (0001) and directory.unit (0002).

create table directory.agency (
  id uuid primary key,
  handle text not null,
  kind text not null,
  level text not null,
  parent_id uuid references directory.agency,
  valid_from date not null,
  valid_to date,
  address text,
  phone text,
  email text,
  website text,
  sort_key text collate "C" not null,
  search_text text not null,
  constraint agency_handle_key unique (handle),
  constraint handle_fits_an_address check (handle ~ '^[A-Za-z0-9.-]{2,40}$'),
  constraint kind_is_known check (
    kind in ('ministry', 'ministerial_body', 'government_body', 'joint_council',
             'provincial_committee', 'department', 'service_centre', 'commune_committee')
  ),
  constraint level_is_known check (level in ('ministry', 'province', 'commune')),
  constraint nobody_is_its_own_parent check (parent_id <> id),
  constraint time_runs_forward check (valid_to > valid_from),
  constraint website_is_a_web_address check (website ~ '^https?://[^[:space:]]+$'),
  constraint search_text_is_folded check (search_text ~ '^( [a-z0-9.]+)+$')
);
create index agency_list_idx on directory.agency (sort_key, id);
create index agency_children_idx on directory.agency (parent_id, sort_key, id);
create index agency_search_idx on directory.agency using gin (search_text gin_trgm_ops);
comment on table directory.agency is
  'Cơ quan, one row for its whole life. A dissolved agency keeps its row and its codes, and edges lead to what it became.';
comment on column directory.agency.handle is
  'Its name in addresses of pages: the left-to-right code, or for an agency without a published code its kind and the code of its unit (ubnd-00004).';
comment on column directory.agency.level is 'Cấp: the central level is called ministry, as in the levels of procedures.';
comment on column directory.agency.parent_id is 'Cơ quan chủ quản: the agency above, as it is now.';
comment on column directory.agency.valid_from is 'First day. -infinity: it existed before the records begin.';
comment on column directory.agency.valid_to is 'First day on which it is no longer there. Null: it works today.';
comment on column directory.agency.sort_key is 'Order of lists: central before provinces before communes, then by plain name.';
comment on column directory.agency.search_text is
  'All names and codes it ever had, initials and common short forms, in plain lower-case words, each with a space before it.';

create table directory.agency_name (
  agency_id uuid not null references directory.agency,
  valid_from date not null,
  valid_to date,
  name text not null,
  name_en text not null,
  legal_source text,
  confidence text not null,
  primary key (agency_id, valid_from),
  constraint time_runs_forward check (valid_to > valid_from),
  constraint confidence_is_known check (confidence in ('sure', 'recalled', 'assumed'))
);
comment on table directory.agency_name is 'Tên cơ quan with its time: a code stays when the name changes.';
comment on column directory.agency_name.name_en is 'English name as far as one is in use, else a plain translation.';
comment on column directory.agency_name.legal_source is 'What gave it this name, or ended the name before. Null: not recorded.';

create table directory.agency_code (
  code text primary key,
  agency_id uuid not null references directory.agency,
  format text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence text not null,
  constraint code_fits_format check (
    (format = 'v1' and code ~ '^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$')
    or (format = 'v2' and code ~ '^[A-Z][0-9]{2}(\.[0-9]{1,3})*$' and length(code) <= 35)
  ),
  constraint time_runs_forward check (valid_to > valid_from),
  constraint confidence_is_known check (confidence in ('sure', 'recalled', 'assumed'))
);
create index agency_code_agency_idx on directory.agency_code (agency_id, format);
comment on table directory.agency_code is
  'Mã định danh cơ quan in both spellings, a row each: where the rule cannot turn one into the other, this table can. A code is never given to a second agency.';
comment on column directory.agency_code.valid_from is 'First day on which it was issued. -infinity: before the records begin.';
comment on column directory.agency_code.source is 'Where the code was seen, or the decision that lists it.';

create table directory.agency_unit (
  agency_id uuid not null references directory.agency,
  level text not null,
  code text not null,
  unit_valid_from date not null,
  primary key (agency_id, level, code, unit_valid_from),
  foreign key (level, code, unit_valid_from) references directory.unit
);
create index agency_unit_unit_idx on directory.agency_unit (level, code, unit_valid_from);
comment on table directory.agency_unit is
  'The unit that an agency serves. The time of a link is that of the unit: Ủy ban nhân dân tỉnh Gia Lai kept its code and went from unit 64 to unit 52.';

create table directory.agency_successor (
  agency_id uuid not null references directory.agency,
  successor_id uuid not null references directory.agency,
  on_day date not null,
  scope text,
  scope_en text,
  legal_source text not null,
  confidence text not null,
  primary key (agency_id, successor_id),
  constraint nobody_succeeds_itself check (agency_id <> successor_id),
  constraint scope_is_said_in_both check ((scope is null) = (scope_en is null)),
  constraint confidence_is_known check (confidence in ('sure', 'recalled', 'assumed'))
);
create index agency_successor_back_idx on directory.agency_successor (successor_id, on_day);
comment on table directory.agency_successor is 'What became of an agency (nay là). Many to many: duties of one went to several, and one took over several.';
comment on column directory.agency_successor.on_day is 'First day of the successor in charge.';
comment on column directory.agency_successor.scope is 'The part of the duties that went there. Null: all that is not named elsewhere.';
