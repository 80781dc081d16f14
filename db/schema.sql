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

create schema identity;

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

create table identity.organization (
  account_id uuid not null,
  tax_code text not null,
  name text not null,
  claims jsonb not null,
  claims_at timestamp with time zone not null,
  constraint organization_pkey PRIMARY KEY (account_id),
  constraint tax_code_has_its_form CHECK (((tax_code ~ '^\d{10}(-\d{3})?$'::text) OR (tax_code ~ '^\d{12}$'::text))),
  constraint tax_code_is_unique UNIQUE (tax_code)
);
comment on table identity.organization is 'Tổ chức, doanh nghiệp: known by its tax code.';

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
comment on table identity.session is 'Phiên. The key is the SHA-256 of the opaque id that only the browser has. A new id at sign-in and at every step up.';
comment on column identity.session.outside is 'What the provider that vouched for the sign-in needs to hear at sign-out.';

create table identity.sign_in (
  state bytea not null,
  browser bytea not null,
  nonce text not null,
  verifier text not null,
  level smallint not null,
  back text not null,
  begun_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint back_stays_here CHECK ((back ~ '^/([^/\\].*)?$'::text)),
  constraint sign_in_pkey PRIMARY KEY (state)
);
comment on table identity.sign_in is 'A sign-in under way at VNeID: bound to one browser, good for one answer, forgotten after a quarter of an hour.';

alter table identity.claim_change add constraint claim_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.organization add constraint organization_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.person add constraint person_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);
alter table identity.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id);

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
