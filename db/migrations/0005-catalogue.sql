-- New tables only: locks nothing that is in use.

create schema catalogue;

create table catalogue.procedure (
  code text primary key,
  name text not null,
  summary text,
  former_names text[] not null default '{}',
  also_called text[] not null default '{}',
  rank smallint not null default 0,
  revision_number int not null,
  status text not null,
  field_slug text not null,
  field_name text not null,
  owner_code text,
  owner_name text not null,
  levels text[] not null,
  subjects text[] not null,
  online_level text not null,
  is_internal boolean not null,
  constraint code_is_national_or_local check (code ~ '^\d\.\d{6}(\.[0-9A-Z.]{2,35})?$'),
  constraint status_is_known check (status in ('public', 'abolished')),
  constraint online_level_is_known check (online_level in ('full', 'partial', 'information')),
  constraint rank_is_a_percentage check (rank between 0 and 100)
);
create index procedure_field_idx on catalogue.procedure (field_slug, code);
create index procedure_owner_idx on catalogue.procedure (owner_code, code);
comment on table catalogue.procedure is
  'Thủ tục hành chính, one row a code. Everything but code, names, summary and rank repeats the newest revision in force, for lists.';
comment on column catalogue.procedure.summary is
  'What it is for, in plain words of our own. It outlives a revision that brings none.';

create table catalogue.revision (
  procedure_code text not null references catalogue.procedure deferrable initially deferred,
  number int not null,
  kind text not null,
  decision_number text,
  decided_on date,
  effective_on date not null,
  effective_is_known boolean not null,
  replaced_by text[] not null default '{}',
  content jsonb not null,
  digest text not null,
  source text not null,
  recorded_at timestamptz not null,
  primary key (procedure_code, number),
  constraint number_counts_from_one check (number >= 1),
  constraint kind_is_known check (kind in ('published', 'amended', 'replaced', 'abolished')),
  constraint first_is_published check (number > 1 or kind in ('published', 'abolished'))
);
create index revision_effective_idx on catalogue.revision (procedure_code, effective_on desc, number desc);
comment on table catalogue.revision is
  'Phiên bản thủ tục: what one decision made public, from a day on. Never updated, never deleted: running dossiers name it.';
comment on column catalogue.revision.effective_is_known is
  'False: the source gave no date, and effective_on is the day on which the revision was recorded.';

create table catalogue.life_event (
  slug text primary key,
  audience text not null,
  position int not null,
  name_vi text not null,
  name_en text not null,
  summary_vi text not null,
  summary_en text not null,
  paths jsonb not null,
  constraint audience_is_known check (audience in ('citizen', 'business'))
);
comment on table catalogue.life_event is 'Sự kiện cuộc đời: a way into the catalogue; paths are lists of procedure codes in their natural order.';

create table catalogue.synonym_group (
  id bigint generated always as identity primary key,
  terms text[] not null,
  kind text not null,
  constraint group_has_two_terms check (cardinality(terms) >= 2),
  constraint kind_is_known check (kind in ('same', 'everyday'))
);
comment on table catalogue.synonym_group is
  'Words that mean the same to people who search. In an everyday group the first is the term of the law, and only leads one way.';

create table catalogue.abbreviation (
  short text primary key,
  long text not null
);
comment on table catalogue.abbreviation is 'What a written abbreviation stands for, in search.';

create table catalogue.change (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null
);
comment on table catalogue.change is 'Each change of what can be found. The newest id is the version that a search index is built from.';

create table catalogue.import (
  id bigint generated always as identity primary key,
  source text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  lines int not null,
  added int not null,
  revised int not null,
  unchanged int not null,
  rejected jsonb not null
);
comment on table catalogue.import is 'Report of an import: how many lines did what, and every rejected line with its reason.';

create table catalogue.view_count (
  day date not null,
  procedure_code text not null references catalogue.procedure,
  views int not null,
  primary key (day, procedure_code)
);
comment on table catalogue.view_count is 'How often a procedure was opened, by day. Nobody is remembered: it is a count.';
