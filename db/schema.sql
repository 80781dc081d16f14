create extension if not exists pg_trgm with schema public;

create schema catalogue;

create table catalogue.abbreviation (
  short text not null,
  long text not null,
  constraint abbreviation_pkey PRIMARY KEY (short)
);
comment on table catalogue.abbreviation is 'What a written abbreviation stands for, in search.';

create table catalogue.change (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  what text not null,
  constraint change_pkey PRIMARY KEY (id)
);
comment on table catalogue.change is 'Each change of what can be found. The newest id is the version that a search index is built from.';

create table catalogue.import (
  id bigint generated always as identity not null,
  source text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  lines integer not null,
  added integer not null,
  revised integer not null,
  unchanged integer not null,
  rejected jsonb not null,
  constraint import_pkey PRIMARY KEY (id)
);
comment on table catalogue.import is 'Report of an import: how many lines did what, and every rejected line with its reason.';

create table catalogue.life_event (
  slug text not null,
  audience text not null,
  "position" integer not null,
  name_vi text not null,
  name_en text not null,
  summary_vi text not null,
  summary_en text not null,
  paths jsonb not null,
  constraint audience_is_known CHECK ((audience = ANY (ARRAY['citizen'::text, 'business'::text]))),
  constraint life_event_pkey PRIMARY KEY (slug)
);
comment on table catalogue.life_event is 'Sự kiện cuộc đời: a way into the catalogue; paths are lists of procedure codes in their natural order.';

create table catalogue.procedure (
  code text not null,
  name text not null,
  summary text,
  former_names text[] default '{}'::text[] not null,
  also_called text[] default '{}'::text[] not null,
  rank smallint default 0 not null,
  revision_number integer not null,
  status text not null,
  field_slug text not null,
  field_name text not null,
  owner_code text,
  owner_name text not null,
  levels text[] not null,
  subjects text[] not null,
  online_level text not null,
  is_internal boolean not null,
  constraint code_is_national_or_local CHECK ((code ~ '^\d\.\d{6}(\.[0-9A-Z.]{2,35})?$'::text)),
  constraint online_level_is_known CHECK ((online_level = ANY (ARRAY['full'::text, 'partial'::text, 'information'::text]))),
  constraint procedure_pkey PRIMARY KEY (code),
  constraint rank_is_a_percentage CHECK (((rank >= 0) AND (rank <= 100))),
  constraint status_is_known CHECK ((status = ANY (ARRAY['public'::text, 'abolished'::text])))
);
CREATE INDEX procedure_field_idx ON catalogue.procedure USING btree (field_slug, code);
CREATE INDEX procedure_owner_idx ON catalogue.procedure USING btree (owner_code, code);
comment on table catalogue.procedure is 'Thủ tục hành chính, one row a code. Everything but code, names, summary and rank repeats the newest revision in force, for lists.';
comment on column catalogue.procedure.summary is 'What it is for, in plain words of our own. It outlives a revision that brings none.';

create table catalogue.revision (
  procedure_code text not null,
  number integer not null,
  kind text not null,
  decision_number text,
  decided_on date,
  effective_on date not null,
  effective_is_known boolean not null,
  replaced_by text[] default '{}'::text[] not null,
  content jsonb not null,
  digest text not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  constraint first_is_published CHECK (((number > 1) OR (kind = ANY (ARRAY['published'::text, 'abolished'::text])))),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['published'::text, 'amended'::text, 'replaced'::text, 'abolished'::text]))),
  constraint number_counts_from_one CHECK ((number >= 1)),
  constraint revision_pkey PRIMARY KEY (procedure_code, number)
);
CREATE INDEX revision_effective_idx ON catalogue.revision USING btree (procedure_code, effective_on DESC, number DESC);
comment on table catalogue.revision is 'Phiên bản thủ tục: what one decision made public, from a day on. Never updated, never deleted: running dossiers name it.';
comment on column catalogue.revision.effective_is_known is 'False: the source gave no date, and effective_on is the day on which the revision was recorded.';

create table catalogue.synonym_group (
  id bigint generated always as identity not null,
  terms text[] not null,
  kind text not null,
  constraint group_has_two_terms CHECK ((cardinality(terms) >= 2)),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['same'::text, 'everyday'::text]))),
  constraint synonym_group_pkey PRIMARY KEY (id)
);
comment on table catalogue.synonym_group is 'Words that mean the same to people who search. In an everyday group the first is the term of the law, and only leads one way.';

create table catalogue.view_count (
  day date not null,
  procedure_code text not null,
  views integer not null,
  constraint view_count_pkey PRIMARY KEY (day, procedure_code)
);
comment on table catalogue.view_count is 'How often a procedure was opened, by day. Nobody is remembered: it is a count.';

alter table catalogue.revision add constraint revision_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES catalogue.procedure(code) DEFERRABLE INITIALLY DEFERRED;
alter table catalogue.view_count add constraint view_count_procedure_code_fkey FOREIGN KEY (procedure_code) REFERENCES catalogue.procedure(code);

create schema directory;
comment on schema directory is 'Agencies, territorial units and calendars of the state, each with its time.';

create table directory.agency (
  id uuid not null,
  handle text not null,
  kind text not null,
  level text not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  address text,
  phone text,
  email text,
  website text,
  sort_key text collate "C" not null,
  search_text text not null,
  constraint agency_handle_key UNIQUE (handle),
  constraint agency_pkey PRIMARY KEY (id),
  constraint handle_fits_an_address CHECK ((handle ~ '^[A-Za-z0-9.-]{2,40}$'::text)),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['ministry'::text, 'ministerial_body'::text, 'government_body'::text, 'joint_council'::text, 'provincial_committee'::text, 'department'::text, 'service_centre'::text, 'commune_committee'::text]))),
  constraint level_is_known CHECK ((level = ANY (ARRAY['ministry'::text, 'province'::text, 'commune'::text]))),
  constraint nobody_is_its_own_parent CHECK ((parent_id <> id)),
  constraint search_text_is_folded CHECK ((search_text ~ '^( [a-z0-9.]+)+$'::text)),
  constraint time_runs_forward CHECK ((valid_to > valid_from)),
  constraint website_is_a_web_address CHECK ((website ~ '^https?://[^[:space:]]+$'::text))
);
CREATE INDEX agency_children_idx ON directory.agency USING btree (parent_id, sort_key, id);
CREATE INDEX agency_list_idx ON directory.agency USING btree (sort_key, id);
CREATE INDEX agency_search_idx ON directory.agency USING gin (search_text gin_trgm_ops);
comment on table directory.agency is 'Cơ quan, one row for its whole life. A dissolved agency keeps its row and its codes, and edges lead to what it became.';
comment on column directory.agency.handle is 'Its name in addresses of pages: the left-to-right code, or for an agency without a published code its kind and the code of its unit (ubnd-00004).';
comment on column directory.agency.level is 'Cấp: the central level is called ministry, as in the levels of procedures.';
comment on column directory.agency.parent_id is 'Cơ quan chủ quản: the agency above, as it is now.';
comment on column directory.agency.valid_from is 'First day. -infinity: it existed before the records begin.';
comment on column directory.agency.valid_to is 'First day on which it is no longer there. Null: it works today.';
comment on column directory.agency.sort_key is 'Order of lists: central before provinces before communes, then by plain name.';
comment on column directory.agency.search_text is 'All names and codes it ever had, initials and common short forms, in plain lower-case words, each with a space before it.';

create table directory.agency_code (
  code text not null,
  agency_id uuid not null,
  format text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence text not null,
  constraint agency_code_pkey PRIMARY KEY (code),
  constraint code_fits_format CHECK ((((format = 'v1'::text) AND (code ~ '^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$'::text)) OR ((format = 'v2'::text) AND (code ~ '^[A-Z][0-9]{2}(\.[0-9]{1,3})*$'::text) AND (length(code) <= 35)))),
  constraint confidence_is_known CHECK ((confidence = ANY (ARRAY['sure'::text, 'recalled'::text, 'assumed'::text]))),
  constraint time_runs_forward CHECK ((valid_to > valid_from))
);
CREATE INDEX agency_code_agency_idx ON directory.agency_code USING btree (agency_id, format);
comment on table directory.agency_code is 'Mã định danh cơ quan in both spellings, a row each: where the rule cannot turn one into the other, this table can. A code is never given to a second agency.';
comment on column directory.agency_code.valid_from is 'First day on which it was issued. -infinity: before the records begin.';
comment on column directory.agency_code.source is 'Where the code was seen, or the decision that lists it.';

create table directory.agency_name (
  agency_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  name_en text not null,
  legal_source text,
  confidence text not null,
  constraint agency_name_pkey PRIMARY KEY (agency_id, valid_from),
  constraint confidence_is_known CHECK ((confidence = ANY (ARRAY['sure'::text, 'recalled'::text, 'assumed'::text]))),
  constraint time_runs_forward CHECK ((valid_to > valid_from))
);
comment on table directory.agency_name is 'Tên cơ quan with its time: a code stays when the name changes.';
comment on column directory.agency_name.name_en is 'English name as far as one is in use, else a plain translation.';
comment on column directory.agency_name.legal_source is 'What gave it this name, or ended the name before. Null: not recorded.';

create table directory.agency_successor (
  agency_id uuid not null,
  successor_id uuid not null,
  on_day date not null,
  scope text,
  scope_en text,
  legal_source text not null,
  confidence text not null,
  constraint agency_successor_pkey PRIMARY KEY (agency_id, successor_id),
  constraint confidence_is_known CHECK ((confidence = ANY (ARRAY['sure'::text, 'recalled'::text, 'assumed'::text]))),
  constraint nobody_succeeds_itself CHECK ((agency_id <> successor_id)),
  constraint scope_is_said_in_both CHECK (((scope IS NULL) = (scope_en IS NULL)))
);
CREATE INDEX agency_successor_back_idx ON directory.agency_successor USING btree (successor_id, on_day);
comment on table directory.agency_successor is 'What became of an agency (nay là). Many to many: duties of one went to several, and one took over several.';
comment on column directory.agency_successor.on_day is 'First day of the successor in charge.';
comment on column directory.agency_successor.scope is 'The part of the duties that went there. Null: all that is not named elsewhere.';

create table directory.agency_unit (
  agency_id uuid not null,
  level text not null,
  code text not null,
  unit_valid_from date not null,
  constraint agency_unit_pkey PRIMARY KEY (agency_id, level, code, unit_valid_from)
);
CREATE INDEX agency_unit_unit_idx ON directory.agency_unit USING btree (level, code, unit_valid_from);
comment on table directory.agency_unit is 'The unit that an agency serves. The time of a link is that of the unit: Ủy ban nhân dân tỉnh Gia Lai kept its code and went from unit 64 to unit 52.';

create table directory.calendar_day (
  day date not null,
  recorded_at timestamp with time zone not null,
  kind text not null,
  name text not null,
  name_en text not null,
  confidence text not null,
  source text not null,
  recorded_by text not null,
  constraint calendar_day_pkey PRIMARY KEY (day, recorded_at),
  constraint confidence_is_known CHECK ((confidence = ANY (ARRAY['sure'::text, 'recalled'::text, 'assumed'::text]))),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['holiday'::text, 'substitute'::text, 'swap_off'::text, 'makeup_work'::text, 'ordinary'::text])))
);
comment on table directory.calendar_day is 'Ngày nghỉ, ngày làm bù: a row is a decision about a day. Rows are only ever added; the decision recorded last is in force, one made here before one that came with the product.';
comment on column directory.calendar_day.kind is 'nghỉ lễ; nghỉ bù for a holiday on a weekly day off; ngày nghỉ hoán đổi; ngày làm bù; ordinary: an earlier decision is taken back, the office hours decide.';
comment on column directory.calendar_day.confidence is 'sure: decided and checked. recalled: remembered, the document was not seen. assumed: not announced yet.';
comment on column directory.calendar_day.recorded_by is 'seed: came with the product. Anything else is who decided it here.';

create table directory.former_commune (
  province_code text not null,
  district_code text not null,
  district_name text not null,
  name text not null,
  kind text not null,
  exact_name text not null,
  plain_name text not null,
  successor_codes text[] not null,
  constraint former_commune_pkey PRIMARY KEY (province_code, district_code, name),
  constraint it_has_a_successor CHECK ((cardinality(successor_codes) > 0)),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['ward'::text, 'rural_commune'::text, 'township'::text]))),
  constraint plain_name_is_folded CHECK ((plain_name ~ '^[a-z0-9 ]+$'::text))
);
CREATE INDEX former_commune_plain_name_idx ON directory.former_commune USING btree (plain_name);
comment on table directory.former_commune is 'Communes that were merged in the years before 1/7/2025. Their codes and days are not recorded, yet papers still carry their names.';
comment on column directory.former_commune.district_code is 'District of 30/6/2025 in which it lay, as province_code.';
comment on column directory.former_commune.district_name is 'The district as the papers of that time call it.';
comment on column directory.former_commune.successor_codes is 'Communes valid from 1/7/2025 that hold its land.';

create table directory.office_hours (
  agency_id uuid,
  weekday smallint not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  spans text not null,
  source text not null,
  recorded_by text not null,
  constraint office_hours_key UNIQUE NULLS NOT DISTINCT (agency_id, weekday, valid_from, recorded_at),
  constraint spans_are_spelled_out CHECK (((spans ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(,|$))*$'::text) AND (spans !~ ',$'::text))),
  constraint time_runs_forward CHECK ((valid_to > valid_from)),
  constraint weekday_is_iso CHECK (((weekday >= 1) AND (weekday <= 7)))
);
comment on table directory.office_hours is 'Giờ làm việc by weekday. Rows are only ever added; of those valid on a day an agency''s own come before the national ones, those recorded here before those that came with the product, and then the last recorded.';
comment on column directory.office_hours.agency_id is 'Null: the national hours, for every agency and weekday without hours of its own.';
comment on column directory.office_hours.weekday is '1 Monday (thứ Hai) to 7 Sunday (Chủ nhật).';
comment on column directory.office_hours.valid_to is 'First day on which they no longer hold. Null: until further notice.';
comment on column directory.office_hours.spans is 'Such as 07:30-11:30,13:00-17:00. Empty: a day off.';
comment on column directory.office_hours.recorded_by is 'seed: came with the product.';

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
  constraint a_province_is_its_own CHECK (((level <> 'province'::text) OR (province_code = code))),
  constraint code_fits_level CHECK ((code ~
CASE level
    WHEN 'province'::text THEN '^[0-9]{2}$'::text
    WHEN 'district'::text THEN '^[0-9]{3}$'::text
    ELSE '^[0-9]{5}$'::text
END)),
  constraint kind_fits_level CHECK ((((level = 'province'::text) AND (kind = ANY (ARRAY['province'::text, 'central_city'::text]))) OR ((level = 'district'::text) AND (kind = ANY (ARRAY['urban_district'::text, 'rural_district'::text, 'town'::text, 'city'::text]))) OR ((level = 'commune'::text) AND (kind = ANY (ARRAY['ward'::text, 'rural_commune'::text, 'township'::text, 'special_zone'::text]))))),
  constraint level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
  constraint only_a_province_stands_alone CHECK ((((parent_level IS NULL) = (level = 'province'::text)) AND ((parent_code IS NULL) = (level = 'province'::text)))),
  constraint plain_name_is_folded CHECK ((plain_name ~ '^[a-z0-9 ]+$'::text)),
  constraint time_runs_forward CHECK ((valid_to > valid_from)),
  constraint unit_pkey PRIMARY KEY (level, code, valid_from)
);
CREATE INDEX unit_parent_idx ON directory.unit USING btree (parent_code, parent_level, code);
CREATE INDEX unit_plain_name_idx ON directory.unit USING btree (plain_name);
CREATE INDEX unit_province_idx ON directory.unit USING btree (province_code, level, code);
comment on table directory.unit is 'Đơn vị hành chính, old and new. The statistics office gave codes of dissolved units to other units on 1/7/2025, so a code alone names nothing: the key is level, code and first day.';
comment on column directory.unit.valid_from is 'First day. -infinity: in force on 30/6/2025, the day on which it began is not recorded.';
comment on column directory.unit.valid_to is 'First day on which it is no longer valid. Null: still valid.';
comment on column directory.unit.name is 'Full name with its kind, as printed: Phường Dịch Vọng.';
comment on column directory.unit.bare_name is 'Name without the kind: Dịch Vọng.';
comment on column directory.unit.exact_name is 'bare_name in lower case with tones in one place, accents kept: for comparing what was typed with accents.';
comment on column directory.unit.plain_name is 'bare_name in lower case without accents, hyphens and apostrophes: the key of every look-up by name.';
comment on column directory.unit.parent_code is 'The unit above, found by parent_level, parent_code and a day on which both are valid.';
comment on column directory.unit.province_code is 'Code of the province above (its own for a province), valid on the same days.';
comment on column directory.unit.legal_basis is 'Văn bản: what made the unit, where it is recorded.';

create table directory.unit_alias (
  level text not null,
  code text not null,
  valid_from date not null,
  alias text not null,
  kind text not null,
  exact_name text not null,
  plain_name text not null,
  constraint plain_name_is_folded CHECK ((plain_name ~ '^[a-z0-9 ]+$'::text)),
  constraint unit_alias_pkey PRIMARY KEY (level, code, valid_from, alias)
);
CREATE INDEX unit_alias_plain_name_idx ON directory.unit_alias USING btree (plain_name);
comment on table directory.unit_alias is 'Other names by which people mean a unit: short forms (TP.HCM), former names (Sài Gòn), units merged into it before 2025 (Quận 2).';

create table directory.unit_plain_name (
  plain_name text not null,
  constraint unit_plain_name_pkey PRIMARY KEY (plain_name)
);
CREATE INDEX unit_plain_name_near_idx ON directory.unit_plain_name USING gist (plain_name gist_trgm_ops (siglen='64'));
comment on table directory.unit_plain_name is 'Every plain_name of the three tables above, once: where the nearest names to a misspelled one are looked for.';

create table directory.unit_successor (
  level text not null,
  code text not null,
  valid_from date not null,
  new_level text not null,
  new_code text not null,
  new_valid_from date not null,
  manner text not null,
  constraint a_successor_is_later CHECK ((new_valid_from > valid_from)),
  constraint manner_is_known CHECK ((manner = ANY (ARRAY['succeeds'::text, 'covers'::text]))),
  constraint unit_successor_pkey PRIMARY KEY (level, code, valid_from, new_level, new_code, new_valid_from)
);
CREATE INDEX unit_successor_new_idx ON directory.unit_successor USING btree (new_level, new_code, new_valid_from);
comment on table directory.unit_successor is 'What a unit became. Several rows for one unit: it was divided. The day of the change is new_valid_from.';
comment on column directory.unit_successor.manner is 'succeeds: the unit itself went over. covers: a district without legal successor, whose land this commune now holds in part.';

alter table directory.agency add constraint agency_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES directory.agency(id);
alter table directory.agency_code add constraint agency_code_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.agency_name add constraint agency_name_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.agency_successor add constraint agency_successor_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.agency_successor add constraint agency_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES directory.agency(id);
alter table directory.agency_unit add constraint agency_unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.agency_unit add constraint agency_unit_level_code_unit_valid_from_fkey FOREIGN KEY (level, code, unit_valid_from) REFERENCES directory.unit(level, code, valid_from);
alter table directory.office_hours add constraint office_hours_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES directory.agency(id);
alter table directory.unit_alias add constraint unit_alias_level_code_valid_from_fkey FOREIGN KEY (level, code, valid_from) REFERENCES directory.unit(level, code, valid_from);
alter table directory.unit_successor add constraint unit_successor_level_code_valid_from_fkey FOREIGN KEY (level, code, valid_from) REFERENCES directory.unit(level, code, valid_from);
alter table directory.unit_successor add constraint unit_successor_new_level_new_code_new_valid_from_fkey FOREIGN KEY (new_level, new_code, new_valid_from) REFERENCES directory.unit(level, code, valid_from);

create schema documents;

create table documents.file (
  id uuid not null,
  owner text not null,
  sha256 bytea not null,
  original_sha256 bytea not null,
  size_bytes integer not null,
  media_type text not null,
  name text not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null,
  scan text not null,
  constraint digests_are_digests CHECK (((octet_length(sha256) = 32) AND (octet_length(original_sha256) = 32))),
  constraint file_pkey PRIMARY KEY (id),
  constraint name_is_short CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint scan_is_known CHECK ((scan = ANY (ARRAY['not_scanned'::text, 'waiting'::text, 'clean'::text, 'infected'::text]))),
  constraint size_counts CHECK ((size_bytes > 0))
);
CREATE INDEX file_content_idx ON documents.file USING btree (sha256);
CREATE INDEX file_owner_idx ON documents.file USING btree (owner, original_sha256);
comment on table documents.file is 'Tệp đính kèm: whose it is and what it is called. The bytes lie in the file store once, under their digest.';
comment on column documents.file.sha256 is 'Of the bytes as they are kept.';
comment on column documents.file.original_sha256 is 'Of the bytes as they came, before a picture was turned and its metadata taken out.';

create schema filing;

create table filing.content (
  dossier_code text not null,
  number integer not null,
  form_id text not null,
  form_version integer not null,
  answers jsonb not null,
  files jsonb not null,
  by_account text not null,
  at timestamp with time zone not null,
  digest text not null,
  constraint content_pkey PRIMARY KEY (dossier_code, number),
  constraint number_counts CHECK ((number > 0))
);
comment on table filing.content is 'Nội dung hồ sơ: what was filed (1), and after each supplement (2, …). Only ever added to.';
comment on column filing.content.digest is 'SHA-256 of the receipt that was given for it.';

create table filing.draft (
  id uuid not null,
  owner text not null,
  actor text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_number integer not null,
  form_id text not null,
  form_version integer not null,
  agency text not null,
  agency_name text not null,
  place text not null,
  answers jsonb not null,
  prefilled text[] default '{}'::text[] not null,
  begun_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  dossier_code text,
  constraint draft_pkey PRIMARY KEY (id),
  constraint submitted_or_deleted CHECK (((dossier_code IS NULL) OR (deleted_at IS NULL)))
);
CREATE INDEX draft_owner_idx ON filing.draft USING btree (owner, saved_at DESC) WHERE (dossier_code IS NULL);
comment on table filing.draft is 'Hồ sơ đang soạn: kept page by page, right or wrong, until it is filed or deleted.';
comment on column filing.draft.answers is 'As they were typed: what is wrong is kept as well, and pointed out.';

create table filing.message (
  dossier_code text not null,
  number integer not null,
  side text not null,
  by_account text not null,
  by_name text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint message_pkey PRIMARY KEY (dossier_code, number),
  constraint side_is_known CHECK ((side = ANY (ARRAY['applicant'::text, 'agency'::text])))
);
comment on table filing.message is 'Tin nhắn trong hồ sơ, between the applicant and whoever handles the dossier.';

create table filing.rating (
  dossier_code text not null,
  score smallint not null,
  words text default ''::text not null,
  by_account text not null,
  at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (dossier_code),
  constraint score_is_of_three CHECK (((score >= 1) AND (score <= 3)))
);
comment on table filing.rating is 'Đánh giá: 3 rất hài lòng, 2 hài lòng, 1 không hài lòng (Nghị định 61/2018/NĐ-CP, phụ lục).';

create table filing.request_key (
  owner text not null,
  key text not null,
  digest text not null,
  dossier_code text not null,
  at timestamp with time zone not null,
  constraint request_key_pkey PRIMARY KEY (owner, key)
);
comment on table filing.request_key is 'Idempotency keys of filings by programs: the same key is the same dossier, however often it is sent.';

create table filing.result (
  dossier_code text not null,
  number integer not null,
  title text not null,
  result_number text default ''::text not null,
  file jsonb not null,
  by_account text not null,
  at timestamp with time zone not null,
  constraint result_pkey PRIMARY KEY (dossier_code, number)
);
comment on table filing.result is 'Kết quả điện tử of a dossier, ready for the applicant.';

create table filing.seal (
  is_the_one boolean default true not null,
  certificate bytea not null,
  sealed_key bytea not null,
  made_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (is_the_one),
  constraint there_is_one CHECK (is_the_one)
);
comment on table filing.seal is 'Con dấu số: the certificate that receipts are signed with where no other is set; its key is sealed with the secret of the installation.';

create table filing.supplement (
  dossier_code text not null,
  number integer not null,
  items jsonb not null,
  reason text not null,
  basis text default ''::text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint supplement_pkey PRIMARY KEY (dossier_code, number)
);
comment on table filing.supplement is 'Yêu cầu bổ sung: which answers and files, and why; each item names a question of the form, or none.';

create schema forms;

create table forms.definition (
  id text not null,
  version integer not null,
  procedure_code text not null,
  content jsonb not null,
  digest text not null,
  stored_by text not null,
  stored_at timestamp with time zone not null,
  note text default ''::text not null,
  constraint definition_pkey PRIMARY KEY (id, version),
  constraint version_counts CHECK ((version > 0))
);
CREATE INDEX definition_procedure_idx ON forms.definition USING btree (procedure_code, stored_at DESC);
comment on table forms.definition is 'Biểu mẫu điện tử, version by version. A version never changes: dossiers that were filed under it are read with it.';

create schema identity;

create table identity.access_chain (
  chain smallint not null,
  place bigint not null,
  digest bytea not null,
  constraint access_chain_pkey PRIMARY KEY (chain),
  constraint chain_is_one_of_sixteen CHECK (((chain >= 0) AND (chain <= 15))),
  constraint digest_is_a_digest CHECK ((octet_length(digest) = 32)),
  constraint place_counts_from_zero CHECK ((place >= 0))
);
comment on table identity.access_chain is 'The head of each chain of the access log: how many entries it has and the digest of the newest.';

create table identity.access_entry (
  chain smallint not null,
  place bigint not null,
  at timestamp(3) with time zone not null,
  subject uuid not null,
  reader_kind text not null,
  reader text not null,
  post text,
  agency text,
  data text[] not null,
  purpose text not null,
  dossier_code text,
  reference text,
  previous bytea not null,
  digest bytea not null,
  constraint access_entry_pkey PRIMARY KEY (chain, place),
  constraint data_is_named CHECK ((cardinality(data) > 0)),
  constraint digest_is_a_digest CHECK ((octet_length(digest) = 32)),
  constraint place_counts_from_one CHECK ((place >= 1)),
  constraint previous_is_a_digest CHECK ((octet_length(previous) = 32)),
  constraint reader_kind_is_known CHECK ((reader_kind = ANY (ARRAY['official'::text, 'agency'::text, 'acting'::text]))),
  constraint state_reads_for_an_agency CHECK (((reader_kind = 'acting'::text) OR (agency IS NOT NULL)))
);
CREATE INDEX access_entry_subject_idx ON identity.access_entry USING btree (subject, place DESC);
comment on table identity.access_entry is 'Nhật ký truy cập: who opened whose data, which, and what for. Rows are only ever added; each carries the digest of the row before and its own, which covers that one.';
comment on column identity.access_entry.reader is 'The account of the official or of the person acting, or the client of the connected agency.';
comment on column identity.access_entry.reference is 'What the reader calls this opening: a request of the agency, a delegation.';

create table identity.access_seal (
  number bigint not null,
  at timestamp(3) with time zone not null,
  places bigint[] not null,
  root bytea not null,
  constraint access_seal_pkey PRIMARY KEY (number),
  constraint places_of_all_chains CHECK ((cardinality(places) = 16)),
  constraint root_is_a_digest CHECK ((octet_length(root) = 32))
);
comment on table identity.access_seal is 'The heads of all chains at a moment, under one digest that also covers the seal before. Printed and kept elsewhere.';

create table identity.account (
  id uuid not null,
  kind text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_why text,
  constraint account_pkey PRIMARY KEY (id),
  constraint closing_has_a_reason CHECK (((closed_at IS NULL) = (closed_why IS NULL))),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text, 'official'::text])))
);
comment on table identity.account is 'Tài khoản. Its id is the stable account id across systems (TechID) and is never given to another.';

create table identity.attempt (
  subject bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (subject),
  constraint subject_is_a_digest CHECK ((octet_length(subject) = 32))
);
CREATE INDEX attempt_last_idx ON identity.attempt USING btree (last_at);
comment on table identity.attempt is 'Wrong answers in a row, by account and by address, for people who exist and for those who do not. The subject is keyed-hashed.';

create table identity.claim_change (
  id bigint generated always as identity not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  claim text not null,
  before jsonb,
  after jsonb,
  source text not null,
  constraint claim_change_pkey PRIMARY KEY (id)
);
CREATE INDEX claim_change_account_idx ON identity.claim_change USING btree (account_id, id DESC);
comment on table identity.claim_change is 'What an account said before and after, claim by claim. Rows are only ever added.';

create table identity.contact_code (
  code bytea not null,
  account_id uuid not null,
  until timestamp with time zone not null,
  constraint code_is_a_digest CHECK ((octet_length(code) = 32)),
  constraint contact_code_pkey PRIMARY KEY (code),
  constraint one_code_for_an_account UNIQUE (account_id)
);
comment on table identity.contact_code is 'Mã của tôi: what somebody reads out to be given a power to act, so that no personal number has to be told. Good for one use.';

create table identity.delegation (
  id uuid not null,
  kind text not null,
  subject uuid,
  actor uuid not null,
  purpose text not null,
  procedures text[] not null,
  basis text not null,
  papers text,
  declared jsonb,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  code bytea,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone not null,
  confirmed_by uuid,
  agency text,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text,
  constraint an_end_has_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint an_official_for_an_agency CHECK (((confirmed_by IS NULL) = (agency IS NULL))),
  constraint basis_is_known CHECK ((basis = ANY (ARRAY['vneid'::text, 'granted'::text, 'papers'::text, 'consent'::text]))),
  constraint delegation_code_is_unique UNIQUE (code),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint end_is_known CHECK ((ended_why = ANY (ARRAY['by_subject'::text, 'by_actor'::text, 'refused'::text, 'replaced'::text]))),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['parent'::text, 'guardian'::text, 'authorised'::text, 'representative'::text, 'staff'::text, 'assisted'::text]))),
  constraint nobody_acts_for_themselves CHECK ((subject <> actor)),
  constraint somebody_is_meant CHECK (((subject IS NOT NULL) OR (declared IS NOT NULL))),
  constraint started_for_somebody CHECK (((starts_at IS NULL) OR (subject IS NOT NULL)))
);
CREATE INDEX delegation_actor_idx ON identity.delegation USING btree (actor, offered_at DESC, id);
CREATE INDEX delegation_subject_idx ON identity.delegation USING btree (subject, offered_at DESC, id);
comment on table identity.delegation is 'Đại diện, ủy quyền: who may act for whom, in what, until when. Nothing may be done under it before it starts.';
comment on column identity.delegation.procedures is 'Codes of the procedures in which one may act; empty: in all.';
comment on column identity.delegation.declared is 'What a parent or guardian said about the person. Kept after an official has seen the papers, until that person has an account.';
comment on column identity.delegation.code is 'SHA-256 of the code under which an official finds what was declared.';

create table identity.invitation (
  key bytea not null,
  account_id uuid not null,
  purpose text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (key),
  constraint key_is_a_digest CHECK ((octet_length(key) = 32)),
  constraint purpose_is_known CHECK ((purpose = ANY (ARRAY['first'::text, 'second_factor'::text, 'all'::text])))
);
CREATE INDEX invitation_account_idx ON identity.invitation USING btree (account_id, made_at DESC);
comment on table identity.invitation is 'Thư mời: a link that lets an official set up how they sign in. Only the SHA-256 of its token is kept.';
comment on column identity.invitation.purpose is 'first: a new account. second_factor: the password stays. all: everything is set again.';

create table identity.kept_answers (
  id uuid not null,
  browser bytea not null,
  account_id uuid,
  path text not null,
  fields jsonb not null,
  kept_at timestamp with time zone not null,
  keep_until timestamp with time zone not null,
  constraint fields_are_few CHECK ((octet_length((fields)::text) <= 131072)),
  constraint kept_answers_pkey PRIMARY KEY (id),
  constraint path_stays_here CHECK ((path ~ '^/([^/\\].*)?$'::text))
);
CREATE INDEX kept_answers_age_idx ON identity.kept_answers USING btree (keep_until);
comment on table identity.kept_answers is 'Answers of a form that arrived after the session had ended: kept half an hour for the same browser, and for the same account where that is known.';

create table identity.official (
  account_id uuid not null,
  name text not null,
  email text not null,
  enrolled_at timestamp with time zone,
  left_at timestamp with time zone,
  left_why text,
  constraint email_is_lower_case CHECK (((email = lower(email)) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text))),
  constraint email_is_unique UNIQUE (email),
  constraint leaving_has_a_reason CHECK (((left_at IS NULL) = (left_why IS NULL))),
  constraint official_pkey PRIMARY KEY (account_id)
);
CREATE INDEX official_name_idx ON identity.official USING btree (name, account_id);
comment on table identity.official is 'Cán bộ, công chức: signs in with an account of the agency, never with VNeID.';
comment on column identity.official.enrolled_at is 'When password and second factor were first set. Null: only invited so far.';

create table identity.organization (
  account_id uuid not null,
  tax_code text not null,
  name text not null,
  representative_name text,
  representative_id text,
  claims jsonb not null,
  claims_at timestamp with time zone not null,
  constraint organization_pkey PRIMARY KEY (account_id),
  constraint tax_code_has_its_form CHECK (((tax_code ~ '^\d{10}(-\d{3})?$'::text) OR (tax_code ~ '^\d{12}$'::text))),
  constraint tax_code_is_unique UNIQUE (tax_code)
);
CREATE INDEX organization_representative_idx ON identity.organization USING btree (representative_id);
comment on table identity.organization is 'Tổ chức, doanh nghiệp: known by its tax code.';
comment on column identity.organization.representative_id is 'Số định danh of the legal representative, when the provider gave it.';

create table identity.passkey (
  credential_id text not null,
  account_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  name text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint name_is_short CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint passkey_pkey PRIMARY KEY (credential_id)
);
CREATE INDEX passkey_account_idx ON identity.passkey USING btree (account_id, made_at);
comment on table identity.passkey is 'Khóa truy cập (WebAuthn): the public half of a key that never leaves the official''s device.';

create table identity.password (
  account_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint hash_is_argon2id CHECK ((hash ~~ '$argon2id$%'::text)),
  constraint password_pkey PRIMARY KEY (account_id)
);
comment on table identity.password is 'Mật khẩu, as argon2id with its parameters in the text.';

create table identity.person (
  account_id uuid not null,
  personal_id text,
  is_foreigner boolean not null,
  name text not null,
  born_on date,
  gender text,
  assurance smallint not null,
  claims jsonb not null,
  claims_at timestamp with time zone not null,
  constraint assurance_is_a_level CHECK ((assurance = ANY (ARRAY[1, 2]))),
  constraint gender_is_known CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text, 'other'::text]))),
  constraint person_pkey PRIMARY KEY (account_id),
  constraint personal_id_has_12_digits CHECK ((personal_id ~ '^\d{12}$'::text)),
  constraint personal_id_is_unique UNIQUE (personal_id)
);
comment on table identity.person is 'Người: a citizen or foreigner as VNeID described them at the latest sign-in.';

create table identity.post (
  id uuid not null,
  account_id uuid not null,
  agency text not null,
  title text not null,
  since timestamp with time zone not null,
  given_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text,
  constraint an_end_has_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint post_pkey PRIMARY KEY (id),
  constraint title_is_short CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);
CREATE INDEX post_agency_idx ON identity.post USING btree (agency, account_id);
CREATE UNIQUE INDEX post_once_idx ON identity.post USING btree (account_id, agency) WHERE (ended_at IS NULL);
comment on table identity.post is 'Chức vụ: what an official is in an agency. An official may hold several.';
comment on column identity.post.agency is 'Handle of the agency in the directory.';

create table identity.recovery (
  id uuid not null,
  subject uuid not null,
  agency text not null,
  reason text not null,
  papers text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  code bytea,
  code_until timestamp with time zone,
  wrong_tries smallint default 0 not null,
  used_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  constraint code_follows_confirmation CHECK ((((code IS NULL) = (confirmed_at IS NULL)) AND ((code IS NULL) = (code_until IS NULL)))),
  constraint confirmed_by_somebody CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint recovery_code_is_unique UNIQUE (code),
  constraint recovery_pkey PRIMARY KEY (id),
  constraint two_different_officials CHECK ((confirmed_by <> asked_by))
);
CREATE INDEX recovery_agency_idx ON identity.recovery USING btree (agency, asked_at DESC);
CREATE INDEX recovery_subject_idx ON identity.recovery USING btree (subject, asked_at DESC);
comment on table identity.recovery is 'Khôi phục tài khoản: two officials of one agency vouch, one after the other, for a person who stands before them.';

create table identity.recovery_code (
  digest bytea not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint digest_is_a_digest CHECK ((octet_length(digest) = 32)),
  constraint recovery_code_pkey PRIMARY KEY (digest)
);
CREATE INDEX recovery_code_account_idx ON identity.recovery_code USING btree (account_id);
comment on table identity.recovery_code is 'Mã khôi phục: 80 random bits each, kept as SHA-256, good for one sign-in.';

create table identity.role_grant (
  id uuid not null,
  account_id uuid not null,
  post_id uuid not null,
  role text not null,
  agency text not null,
  may_give text[] default '{}'::text[] not null,
  reason text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text,
  constraint an_end_has_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint given_roles_are_known CHECK ((may_give <@ ARRAY['administrator'::text, 'officer'::text, 'assistant'::text, 'auditor'::text])),
  constraint lasts_two_years_at_most CHECK ((until_at <= (from_at + '17544:00:00'::interval))),
  constraint nobody_grants_to_themselves CHECK ((granted_by <> account_id)),
  constraint only_administrators_give CHECK (((role = 'administrator'::text) OR (may_give = '{}'::text[]))),
  constraint reason_is_given CHECK (((length(reason) >= 5) AND (length(reason) <= 500))),
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_is_known CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text, 'assistant'::text, 'auditor'::text]))),
  constraint time_runs_forward CHECK ((until_at > from_at))
);
CREATE INDEX role_grant_account_idx ON identity.role_grant USING btree (account_id, until_at) WHERE (ended_at IS NULL);
CREATE INDEX role_grant_agency_idx ON identity.role_grant USING btree (agency, account_id) WHERE (ended_at IS NULL);
CREATE INDEX role_grant_post_idx ON identity.role_grant USING btree (post_id) WHERE (ended_at IS NULL);
comment on table identity.role_grant is 'Quyền: a role over an agency and all below it, from one moment to another, with who gave it and why.';
comment on column identity.role_grant.post_id is 'The post through which it is held: whoever leaves the post loses it.';
comment on column identity.role_grant.may_give is 'Of an administrator: the roles that they may give on within the agency and below it.';
comment on column identity.role_grant.granted_by is 'Null: given on the machine itself, to the first administrator.';

create table identity.sent_message (
  code bytea not null,
  sent_at timestamp with time zone not null,
  channel text not null,
  agency text not null,
  topic text not null,
  constraint channel_is_known CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'vneid'::text, 'zalo'::text]))),
  constraint code_is_a_digest CHECK ((octet_length(code) = 32)),
  constraint sent_message_pkey PRIMARY KEY (code)
);
comment on table identity.sent_message is 'Messages of the state that carry a check code. Neither the addressee nor the text is kept here.';

create table identity.session (
  key bytea not null,
  account_id uuid not null,
  account_kind text not null,
  assurance smallint not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  idle_until timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  device text not null,
  means text not null,
  delegation_id uuid,
  outside jsonb default '{}'::jsonb not null,
  ended_at timestamp with time zone,
  ended_why text,
  constraint an_end_has_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint end_is_known CHECK ((ended_why = ANY (ARRAY['signed_out'::text, 'rotated'::text, 'signed_out_elsewhere'::text, 'idle'::text, 'over'::text, 'account_closed'::text, 'access_ended'::text, 'outside'::text]))),
  constraint key_is_a_digest CHECK ((octet_length(key) = 32)),
  constraint session_pkey PRIMARY KEY (key)
);
CREATE INDEX session_account_idx ON identity.session USING btree (account_id, opened_at DESC) WHERE (ended_at IS NULL);
CREATE INDEX session_delegation_idx ON identity.session USING btree (delegation_id) WHERE ((delegation_id IS NOT NULL) AND (ended_at IS NULL));
comment on table identity.session is 'Phiên. The key is the SHA-256 of the opaque id that only the browser has. A new id at sign-in and at every step up.';
comment on column identity.session.outside is 'What the provider that vouched for the sign-in needs to hear at sign-out.';

create table identity.sign_in (
  state bytea not null,
  browser bytea not null,
  account_id uuid,
  level smallint not null,
  back text not null,
  begun_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint back_stays_here CHECK ((back ~ '^/([^/\\].*)?$'::text)),
  constraint level_is_known CHECK ((level = ANY (ARRAY[1, 2]))),
  constraint sign_in_pkey PRIMARY KEY (state)
);
CREATE INDEX sign_in_age_idx ON identity.sign_in USING btree (begun_at);
comment on table identity.sign_in is 'A sign-in under way at VNeID: bound to one browser, good for one answer, forgotten after a quarter of an hour. It holds digests alone: nonce and verifier are made from the state and the secret that only the browser has.';
comment on column identity.sign_in.account_id is 'Whoever steps up to a higher level: nobody else may answer.';

create table identity.sign_in_step (
  key bytea not null,
  account_id uuid not null,
  stage text not null,
  invitation_key bytea,
  back text not null,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint back_stays_here CHECK ((back ~ '^/([^/\\].*)?$'::text)),
  constraint key_is_a_digest CHECK ((octet_length(key) = 32)),
  constraint sign_in_step_pkey PRIMARY KEY (key),
  constraint stage_is_known CHECK ((stage = ANY (ARRAY['second_factor'::text, 'enrolment'::text])))
);
CREATE INDEX sign_in_step_account_idx ON identity.sign_in_step USING btree (account_id);
CREATE INDEX sign_in_step_expires_idx ON identity.sign_in_step USING btree (expires_at);
comment on table identity.sign_in_step is 'An official between password and second factor. It opens nothing but the next step, and a new id follows every step.';

create table identity.sso_artifact (
  key bytea not null,
  model text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  account_id text,
  client_id text,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  constraint key_is_a_digest CHECK ((octet_length(key) = 32)),
  constraint sso_artifact_pkey PRIMARY KEY (key)
);
CREATE INDEX sso_artifact_consent_idx ON identity.sso_artifact USING btree (account_id, client_id) WHERE (model = 'Grant'::text);
CREATE INDEX sso_artifact_expiry_idx ON identity.sso_artifact USING btree (expires_at);
CREATE INDEX sso_artifact_grant_idx ON identity.sso_artifact USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE UNIQUE INDEX sso_artifact_session_idx ON identity.sso_artifact USING btree (uid) WHERE (model = 'Session'::text);
comment on table identity.sso_artifact is 'Codes, tokens, grants and sessions of single sign-on. The key is the SHA-256 of model and id: what is stored here opens nothing.';

create table identity.sso_client (
  client_id text not null,
  agency text not null,
  name text not null,
  purpose text not null,
  contact text not null,
  redirect_uris text[] not null,
  sign_out_uris text[] default '{}'::text[] not null,
  back_channel_uri text,
  scopes text[] not null,
  authentication text not null,
  subject_type text not null,
  level smallint not null,
  algorithm text not null,
  is_legacy boolean not null,
  is_test boolean not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  is_approved boolean,
  decided_why text,
  suspended_at timestamp with time zone,
  suspended_why text,
  constraint a_decision_is_whole CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (is_approved IS NULL)))),
  constraint a_refusal_has_a_reason CHECK (((is_approved IS DISTINCT FROM false) OR (decided_why IS NOT NULL))),
  constraint a_suspension_has_a_reason CHECK (((suspended_at IS NULL) = (suspended_why IS NULL))),
  constraint algorithm_is_known CHECK ((algorithm = ANY (ARRAY['RS256'::text, 'ES256'::text]))),
  constraint authentication_is_known CHECK ((authentication = ANY (ARRAY['secret'::text, 'none'::text]))),
  constraint client_id_is_plain CHECK ((client_id ~ '^[A-Za-z0-9_.-]{3,64}$'::text)),
  constraint legacy_clients_have_a_secret CHECK (((NOT is_legacy) OR (authentication = 'secret'::text))),
  constraint level_is_known CHECK ((level = ANY (ARRAY[1, 2]))),
  constraint something_is_asked_for CHECK (('openid'::text = ANY (scopes))),
  constraint sso_client_pkey PRIMARY KEY (client_id),
  constraint subject_type_is_known CHECK ((subject_type = ANY (ARRAY['public'::text, 'pairwise'::text]))),
  constraint there_is_a_way_back CHECK (((cardinality(redirect_uris) >= 1) AND (cardinality(redirect_uris) <= 20)))
);
CREATE INDEX sso_client_agency_idx ON identity.sso_client USING btree (agency, asked_at DESC);
comment on table identity.sso_client is 'Ứng dụng kết nối: an agency''s portal or one-stop system that lets people in through single sign-on, as the centre approved it.';
comment on column identity.sso_client.agency is 'Handle of the agency in the directory.';
comment on column identity.sso_client.purpose is 'What the data is used for, in words that a person reads before they agree.';
comment on column identity.sso_client.is_legacy is 'An existing client: no PKCE, unescaped addresses, the old shapes of introspection and revocation.';

create table identity.sso_consent (
  account_id uuid not null,
  client_id text not null,
  scopes text[] not null,
  given_at timestamp with time zone not null,
  constraint sso_consent_pkey PRIMARY KEY (account_id, client_id)
);
CREATE INDEX sso_consent_client_idx ON identity.sso_consent USING btree (client_id);
comment on table identity.sso_consent is 'Đồng ý chia sẻ dữ liệu: what a person lets an agency''s application read. Gone when they withdraw it; the acts remember.';

create table identity.sso_key (
  kid text not null,
  algorithm text not null,
  public_key jsonb not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  signs_from timestamp with time zone,
  retired_at timestamp with time zone,
  constraint algorithm_is_known CHECK ((algorithm = ANY (ARRAY['RS256'::text, 'ES256'::text]))),
  constraint retired_after_it_signed CHECK (((retired_at IS NULL) OR (signs_from IS NOT NULL))),
  constraint sso_key_pkey PRIMARY KEY (kid)
);
CREATE UNIQUE INDEX sso_key_current_idx ON identity.sso_key USING btree (algorithm) WHERE ((signs_from IS NOT NULL) AND (retired_at IS NULL));
CREATE UNIQUE INDEX sso_key_next_idx ON identity.sso_key USING btree (algorithm) WHERE (signs_from IS NULL);
comment on table identity.sso_key is 'Khóa ký của đăng nhập một lần. Next: published, not signing yet. Current: signs. Retired: published until nothing it signed is in use.';
comment on column identity.sso_key.sealed is 'The private key (PKCS #8), encrypted with a key of this installation.';

create table identity.sso_salt (
  name text not null,
  value bytea not null,
  constraint salt_is_long CHECK ((octet_length(value) = 32)),
  constraint sso_salt_pkey PRIMARY KEY (name)
);
comment on table identity.sso_salt is 'Made once and kept for ever: the subject that a pairwise client knows is made from it. Not bound to the secret file, which may be replaced.';

create table identity.sso_secret (
  digest bytea not null,
  client_id text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  constraint digest_is_a_digest CHECK ((octet_length(digest) = 32)),
  constraint sso_secret_pkey PRIMARY KEY (digest)
);
CREATE INDEX sso_secret_client_idx ON identity.sso_secret USING btree (client_id, made_at DESC);
comment on table identity.sso_secret is 'Khóa bí mật của ứng dụng: the SHA-256 of 256 random bits that were shown once. The old one lives on for a while when a new one is made.';

create table identity.sso_session (
  uid text not null,
  session_key bytea not null,
  account_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint sso_session_pkey PRIMARY KEY (uid)
);
CREATE INDEX sso_session_account_idx ON identity.sso_session USING btree (account_id);
CREATE INDEX sso_session_key_idx ON identity.sso_session USING btree (session_key);
comment on table identity.sso_session is 'Which session of the portal a session of single sign-on belongs to. It follows when the portal gives the session a new id.';

create table identity.totp (
  account_id uuid not null,
  secret bytea not null,
  last_step bigint not null,
  set_at timestamp with time zone not null,
  constraint totp_pkey PRIMARY KEY (account_id)
);
comment on table identity.totp is 'Mã xác thực theo thời gian (RFC 6238). The secret is encrypted with a key of the installation.';
comment on column identity.totp.last_step is 'The latest time step whose code was taken: no code is taken twice.';

create table identity.used_challenge (
  challenge bytea not null,
  expires_at timestamp with time zone not null,
  constraint used_challenge_pkey PRIMARY KEY (challenge)
);
CREATE INDEX used_challenge_expires_idx ON identity.used_challenge USING btree (expires_at);
comment on table identity.used_challenge is 'Challenges of passkeys that were answered: none is answered twice.';

alter table identity.access_entry add constraint access_entry_chain_fkey FOREIGN KEY (chain) REFERENCES identity.access_chain(chain);
alter table identity.claim_change add constraint claim_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.contact_code add constraint contact_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.delegation add constraint delegation_actor_fkey FOREIGN KEY (actor) REFERENCES identity.account(id);
alter table identity.delegation add constraint delegation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES identity.account(id);
alter table identity.delegation add constraint delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id);
alter table identity.delegation add constraint delegation_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES identity.account(id);
alter table identity.delegation add constraint delegation_subject_fkey FOREIGN KEY (subject) REFERENCES identity.account(id);
alter table identity.invitation add constraint invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.invitation add constraint invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.official(account_id);
alter table identity.kept_answers add constraint kept_answers_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.official add constraint official_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.organization add constraint organization_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.passkey add constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.password add constraint password_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.person add constraint person_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.post add constraint post_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.post add constraint post_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.official(account_id);
alter table identity.post add constraint post_given_by_fkey FOREIGN KEY (given_by) REFERENCES identity.official(account_id);
alter table identity.recovery add constraint recovery_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id);
alter table identity.recovery add constraint recovery_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES identity.account(id);
alter table identity.recovery add constraint recovery_subject_fkey FOREIGN KEY (subject) REFERENCES identity.account(id);
alter table identity.recovery_code add constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.role_grant add constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.role_grant add constraint role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.official(account_id);
alter table identity.role_grant add constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.official(account_id);
alter table identity.role_grant add constraint role_grant_post_id_fkey FOREIGN KEY (post_id) REFERENCES identity.post(id);
alter table identity.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.sign_in add constraint sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.sign_in_step add constraint sign_in_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);
alter table identity.sign_in_step add constraint sign_in_step_invitation_key_fkey FOREIGN KEY (invitation_key) REFERENCES identity.invitation(key);
alter table identity.sso_consent add constraint sso_consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.sso_consent add constraint sso_consent_client_id_fkey FOREIGN KEY (client_id) REFERENCES identity.sso_client(client_id);
alter table identity.sso_secret add constraint sso_secret_client_id_fkey FOREIGN KEY (client_id) REFERENCES identity.sso_client(client_id);
alter table identity.sso_session add constraint sso_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.totp add constraint totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.official(account_id);

create schema notify;

create table notify.delivery (
  message_id uuid not null,
  channel text not null,
  address text not null,
  state text not null,
  attempts smallint default 0 not null,
  last_error text,
  changed_at timestamp with time zone not null,
  constraint channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint delivery_pkey PRIMARY KEY (message_id, channel),
  constraint state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'not_configured'::text])))
);
comment on table notify.delivery is 'A message on its way by e-mail or text message: seen as it stands, never lost.';

create table notify.message (
  id uuid not null,
  account text not null,
  event_key text not null,
  kind text not null,
  dossier_code text not null,
  words jsonb not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (id),
  constraint said_once UNIQUE (account, event_key)
);
CREATE INDEX message_account_idx ON notify.message USING btree (account, at DESC, id DESC);
comment on table notify.message is 'Thông báo: what an account was told, in both languages. The inbox on the portal, whatever else it is sent by.';

create table notify.preference (
  account text not null,
  channel text not null,
  is_on boolean not null,
  set_at timestamp with time zone not null,
  constraint channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint preference_pkey PRIMARY KEY (account, channel)
);
comment on table notify.preference is 'By which channel somebody wants to be told, beside the inbox. E-mail unless they say no, text messages if they say yes.';

create schema onestop;

create table onestop.given_number (
  agency text not null,
  year smallint not null,
  number integer not null,
  dossier_code text not null,
  title text not null,
  by_account text not null,
  at timestamp with time zone not null,
  constraint given_number_pkey PRIMARY KEY (agency, year, number)
);
comment on table onestop.given_number is 'A line of the register: which result has the number.';

create table onestop.number_register (
  agency text not null,
  year smallint not null,
  last_number integer not null,
  constraint number_register_pkey PRIMARY KEY (agency, year)
);
comment on table onestop.number_register is 'Sổ cấp số kết quả: the last number that an agency gave in a year. Taken with the result itself, so that none is left out.';

create table onestop.process (
  id uuid not null,
  procedure_code text,
  agency text,
  steps jsonb not null,
  stored_by text not null,
  stored_at timestamp with time zone not null,
  constraint process_pkey PRIMARY KEY (id)
);
CREATE INDEX process_idx ON onestop.process USING btree (procedure_code, agency, stored_at DESC);
comment on table onestop.process is 'Quy trình nội bộ: the steps of a procedure at an agency; null stands for all. The newest row that fits best holds.';

create table onestop.reminder (
  agency text not null,
  dossier_code text not null,
  act_by timestamp with time zone not null,
  level smallint not null,
  told text[] not null,
  at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (agency, dossier_code, act_by, level)
);
comment on table onestop.reminder is 'Nhắc việc: who was told before (or just after) a dossier had to be done, once for each due time and level.';

create table onestop.result_template (
  id uuid not null,
  procedure_code text,
  agency text not null,
  title text not null,
  body text not null,
  stored_by text not null,
  stored_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint result_template_pkey PRIMARY KEY (id)
);
CREATE INDEX result_template_idx ON onestop.result_template USING btree (agency) WHERE (ended_at IS NULL);
comment on table onestop.result_template is 'Mẫu kết quả: words with places for what the dossier says. Null stands for every procedure. A change ends the row and stores another.';

create table onestop.saved_view (
  account text not null,
  agency text not null,
  name text not null,
  asked jsonb not null,
  saved_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (account, agency, name)
);
comment on table onestop.saved_view is 'Cách xem đã lưu: a queue with its filters, as one officer calls it at one desk.';

create table onestop.tally (
  agency text not null,
  queue text not null,
  hour timestamp with time zone not null,
  slot smallint not null,
  count integer not null,
  constraint tally_pkey PRIMARY KEY (agency, queue, hour, slot)
);
comment on table onestop.tally is 'How much work lies in each queue, by the hour in which it is due (infinity where nothing says so): counted with every change, so that no page has to count. Slots keep changes from waiting for each other.';

create table onestop.work (
  agency text not null,
  dossier_code text not null,
  version integer not null,
  queue text not null,
  act_by timestamp with time zone not null,
  procedure_code text not null,
  procedure_name text not null,
  applicant text not null,
  step text not null,
  assignee text,
  assignee_name text,
  consulted text,
  arrived_at timestamp with time zone not null,
  constraint queue_is_known CHECK ((queue = ANY (ARRAY['new'::text, 'handling'::text, 'applicant'::text, 'payment'::text, 'other_unit'::text, 'stopped'::text, 'return'::text, 'closed'::text]))),
  constraint work_pkey PRIMARY KEY (agency, dossier_code)
);
CREATE INDEX work_assignee_idx ON onestop.work USING btree (agency, assignee, act_by, dossier_code) WHERE ((assignee IS NOT NULL) AND (queue = ANY (ARRAY['new'::text, 'handling'::text, 'other_unit'::text, 'return'::text])));
CREATE INDEX work_procedure_idx ON onestop.work USING btree (agency, procedure_code, queue, act_by, dossier_code);
CREATE INDEX work_queue_idx ON onestop.work USING btree (agency, queue, act_by, dossier_code);
comment on table onestop.work is 'Việc của một cửa: a dossier as its agency sees it, in the queue where it waits. Follows from the register, in the same order.';
comment on column onestop.work.act_by is 'Until when something has to happen; infinity where nothing says so.';
comment on column onestop.work.applicant is 'Shortened: the whole name is read with the dossier, and logged.';

create schema platform;

create table platform.act (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  on_behalf_of text,
  verb text not null,
  thing text not null,
  reason text,
  details jsonb default '{}'::jsonb not null,
  constraint act_pkey PRIMARY KEY (id)
);
CREATE INDEX act_on_behalf_of_idx ON platform.act USING btree (on_behalf_of, id DESC) WHERE (on_behalf_of IS NOT NULL);
CREATE INDEX act_thing_idx ON platform.act USING btree (thing, id DESC);
comment on table platform.act is 'Who did what, when, for whom and why. Rows are only ever added.';

create table platform.event (
  id bigint generated always as identity not null,
  name text not null,
  payload jsonb not null,
  at timestamp with time zone default now() not null,
  constraint event_pkey PRIMARY KEY (id),
  constraint name_is_dotted CHECK ((name ~ '^[a-z_]+\.[a-z_]+$'::text))
);
comment on table platform.event is 'What happened, written in the same transaction as the change itself (outbox).';

create table platform.handled (
  event_id bigint not null,
  handler text not null,
  at timestamp with time zone default now() not null,
  constraint handled_pkey PRIMARY KEY (event_id, handler)
);
comment on table platform.handled is 'Which handler has acted on which event, so that none acts twice.';

create table platform.migration (
  number integer not null,
  name text not null,
  digest text not null,
  at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (number)
);

create table platform.seeded (
  name text not null,
  digest text not null,
  at timestamp with time zone default now() not null,
  constraint seeded_pkey PRIMARY KEY (name)
);
comment on table platform.seeded is 'Which seed data this database holds, so that it is loaded once.';

alter table platform.handled add constraint handled_event_id_fkey FOREIGN KEY (event_id) REFERENCES platform.event(id);

create schema register;

create table register.code_sequence (
  agency_code text not null,
  day date not null,
  last integer not null,
  constraint code_sequence_pkey PRIMARY KEY (agency_code, day),
  constraint last_counts CHECK ((last > 0))
);
comment on table register.code_sequence is 'Số thứ tự trong ngày: the last number given out for an agency code on a day. Numbers that were given out and not used stay unused.';

create table register.dossier (
  code text not null,
  version integer not null,
  door text not null,
  agency text not null,
  agency_name text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_number integer,
  status smallint not null,
  waits_for text not null,
  applicant_kind text not null,
  applicant_name text not null,
  owner text,
  submitted_at timestamp with time zone not null,
  pick_up_by timestamp with time zone,
  received_at timestamp with time zone,
  limit_value numeric(8,2),
  limit_unit text,
  due_at timestamp with time zone,
  due_since timestamp with time zone,
  pauses jsonb default '[]'::jsonb not null,
  supplement_requests smallint default 0 not null,
  supplement_by timestamp with time zone,
  extensions smallint default 0 not null,
  finished_at timestamp with time zone,
  returned_at timestamp with time zone,
  ended_at timestamp with time zone,
  secret_digest bytea,
  secret_failures smallint default 0 not null,
  changed_at timestamp with time zone not null,
  status_claimed_at timestamp with time zone,
  content_claimed_at timestamp with time zone,
  constraint applicant_kind_is_known CHECK ((applicant_kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  constraint code_is_a_key CHECK (((length(code) >= 1) AND (length(code) <= 64))),
  constraint door_is_known CHECK ((door = ANY (ARRAY['portal'::text, 'desk'::text, 'post'::text, 'sync'::text]))),
  constraint dossier_pkey PRIMARY KEY (code),
  constraint due_after_reception CHECK (((due_at IS NULL) OR (received_at IS NOT NULL))),
  constraint limit_is_whole CHECK (((limit_value IS NULL) = (limit_unit IS NULL))),
  constraint secret_is_a_digest CHECK (((secret_digest IS NULL) OR (octet_length(secret_digest) = 32))),
  constraint status_is_national CHECK (((status >= 1) AND (status <= 10))),
  constraint version_counts CHECK ((version > 0)),
  constraint waits_for_is_known CHECK ((waits_for = ANY (ARRAY['agency'::text, 'applicant'::text, 'payment'::text, 'nobody'::text])))
);
CREATE INDEX dossier_filed_idx ON register.dossier USING btree (agency, submitted_at, code) WHERE (door <> 'sync'::text);
CREATE INDEX dossier_owner_idx ON register.dossier USING btree (owner, submitted_at DESC, code DESC) WHERE (owner IS NOT NULL);
comment on table register.dossier is 'Sổ hồ sơ quốc gia: every dossier, whichever door it came through, as it stands now. Everything in it follows from its events.';
comment on column register.dossier.agency is 'Handle of the receiving agency in the directory.';
comment on column register.dossier.agency_name is 'Its name when it received the dossier, as the receipt says it.';
comment on column register.dossier.revision_number is 'The revision of the procedure that the dossier is under. Null where another system did not say.';
comment on column register.dossier.owner is 'Account of the applicant. Null for whoever has none.';
comment on column register.dossier.due_since is 'When the due time was last set by an act: pauses before it are in it already.';
comment on column register.dossier.pauses is 'Stretches when the ball was with the applicant: {"from", "until"} in ISO 8601.';
comment on column register.dossier.secret_digest is 'SHA-256 of the secret that is printed on the receipt and stored nowhere.';
comment on column register.dossier.status_claimed_at is 'Until when another system has told the status: what it says of an earlier moment changes the course only.';
comment on column register.dossier.content_claimed_at is 'The same for names and days.';

create table register.event (
  dossier_code text not null,
  sequence integer not null,
  act text not null,
  from_status smallint,
  to_status smallint not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text,
  actor_post text,
  actor_agency text,
  on_behalf_of text,
  reason text,
  claimed_at timestamp with time zone not null,
  arrived_at timestamp with time zone not null,
  is_irregular boolean default false not null,
  details jsonb default '{}'::jsonb not null,
  claim_digest bytea,
  constraint actor_kind_is_known CHECK ((actor_kind = ANY (ARRAY['applicant'::text, 'official'::text, 'agency'::text, 'system'::text]))),
  constraint event_pkey PRIMARY KEY (dossier_code, sequence),
  constraint from_status_is_national CHECK (((from_status >= 1) AND (from_status <= 10))),
  constraint sequence_counts CHECK ((sequence > 0)),
  constraint to_status_is_national CHECK (((to_status >= 1) AND (to_status <= 10)))
);
CREATE UNIQUE INDEX event_claim_idx ON register.event USING btree (dossier_code, claim_digest) WHERE (claim_digest IS NOT NULL);
comment on table register.event is 'Tiến trình của hồ sơ, only ever added to: who did what, for whom, when and why; when it was said to be, and when it arrived.';
comment on column register.event.is_irregular is 'Another system reported what the status machine does not allow: recorded as said, and flagged.';
comment on column register.event.claim_digest is 'SHA-256 of what another system reported: the same report again is no new event.';

create schema sync;

create table sync.account (
  id uuid not null,
  username text not null,
  password_hash text not null,
  agency text not null,
  agency_code text not null,
  granted_codes text[] default '{}'::text[] not null,
  repeats_are_fine boolean default false not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (id),
  constraint username_is_one UNIQUE (username)
);
comment on table sync.account is 'Tài khoản kết nối of an agency''s own system: whose dossiers it may report.';
comment on column sync.account.granted_codes is 'Agencies below it, or others, for which it may speak by an explicit grant.';
comment on column sync.account.repeats_are_fine is 'A dossier that is sent as new and is known already is answered with 0 instead of 3: family A parks its queue on 3 (open point 26).';

create table sync.feed_day (
  agency text not null,
  day date not null,
  service text not null,
  messages integer not null,
  items integer not null,
  stored integer not null,
  repeated integer not null,
  refused integer not null,
  irregular integer not null,
  late integer not null,
  lag_seconds bigint not null,
  last_at timestamp with time zone not null,
  constraint feed_day_pkey PRIMARY KEY (agency, day, service)
);
comment on table sync.feed_day is 'Chất lượng đồng bộ of an agency and day: counted with the messages themselves.';
comment on column sync.feed_day.lag_seconds is 'The sum of arrival after claimed moment, over what was stored.';

create table sync.message (
  id uuid not null,
  arrived_at timestamp with time zone not null,
  agency text,
  account_id uuid,
  service text not null,
  body bytea not null,
  size_bytes integer not null,
  answer_code text not null,
  items integer not null,
  stored integer not null,
  repeated integer not null,
  refused integer not null,
  faults jsonb default '[]'::jsonb not null,
  constraint message_pkey PRIMARY KEY (id)
);
CREATE INDEX message_age_idx ON sync.message USING brin (arrived_at);
CREATE INDEX message_agency_idx ON sync.message USING btree (agency, arrived_at DESC);
comment on table sync.message is 'Thông điệp as it was received (raw deflate), and how it was answered. Kept for MESSAGE_DAYS.';
comment on column sync.message.faults is 'What was refused, by dossier code and field: never a value.';

create table sync.monthly_report (
  agency text not null,
  service text not null,
  month text not null,
  key text not null,
  content jsonb not null,
  arrived_at timestamp with time zone not null,
  constraint monthly_report_pkey PRIMARY KEY (agency, service, month, key)
);
comment on table sync.monthly_report is 'Báo cáo tháng (DongBoDanhGia, DongBoThongKeHoSo): sent again it replaces, it is never added up.';

create table sync.session (
  digest bytea not null,
  account_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (digest)
);
CREATE INDEX session_expiry_idx ON sync.session USING btree (expires_at);
comment on table sync.session is 'Phiên kết nối: the SHA-256 of an opaque string. A later login ends no earlier one.';

create table sync.synced (
  dossier_code text not null,
  agency text not null,
  claimed_at timestamp with time zone not null,
  content jsonb not null,
  constraint synced_pkey PRIMARY KEY (dossier_code)
);
comment on table sync.synced is 'Hồ sơ đồng bộ: the latest report of a dossier, field by field, for what the register itself does not keep (the service index, files, fees).';
