-- New tables only: locks nothing that is in use.
-- `create extension` needs a role that may create extensions; both are part of PostgreSQL's own distribution.

create extension if not exists pg_trgm with schema public;

create table platform.event (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  constraint name_is_dotted check (name ~ '^[a-z_]+\.[a-z_]+$')
);
comment on table platform.event is 'What happened, written in the same transaction as the change itself (outbox).';

create table platform.handled (
  event_id bigint not null references platform.event,
  handler text not null,
  at timestamptz not null default now(),
  primary key (event_id, handler)
);
comment on table platform.handled is 'Which handler has acted on which event, so that none acts twice.';

create table platform.act (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  on_behalf_of text,
  verb text not null,
  thing text not null,
  reason text,
  details jsonb not null default '{}'
);
create index act_thing_idx on platform.act (thing, id desc);
comment on table platform.act is 'Who did what, when, for whom and why. Rows are only ever added.';

create table platform.seeded (
  name text primary key,
  digest text not null,
  at timestamptz not null default now()
);
comment on table platform.seeded is 'Which seed data this database holds, so that it is loaded once.';
