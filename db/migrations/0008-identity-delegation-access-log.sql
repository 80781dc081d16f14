-- New tables, and indexes on tables that nobody has filled yet: locks nothing that is in use.

create table identity.access_chain (
  chain smallint primary key,
  place bigint not null,
  digest bytea not null,
  constraint chain_is_one_of_sixteen check (chain between 0 and 15),
  constraint place_counts_from_zero check (place >= 0),
  constraint digest_is_a_digest check (octet_length(digest) = 32)
);
comment on table identity.access_chain is 'The head of each chain of the access log: how many entries it has and the digest of the newest.';

-- Sixteen chains, so that readers of different people do not wait for one another. A chain begins with 32 zero bytes.
insert into identity.access_chain (chain, place, digest)
select chain, 0, decode(repeat('00', 32), 'hex')
  from generate_series(0, 15) as chain;

create table identity.access_entry (
  chain smallint not null references identity.access_chain,
  place bigint not null,
  at timestamptz(3) not null,
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
  primary key (chain, place),
  constraint place_counts_from_one check (place >= 1),
  constraint reader_kind_is_known check (reader_kind in ('official', 'agency', 'acting')),
  constraint state_reads_for_an_agency check (reader_kind = 'acting' or agency is not null),
  constraint data_is_named check (cardinality(data) > 0),
  constraint previous_is_a_digest check (octet_length(previous) = 32),
  constraint digest_is_a_digest check (octet_length(digest) = 32)
);
create index access_entry_subject_idx on identity.access_entry (subject, place desc);
comment on table identity.access_entry is
  'Nhật ký truy cập: who opened whose data, which, and what for. Rows are only ever added; each carries the digest of the row before and its own, which covers that one.';
comment on column identity.access_entry.reader is 'The account of the official or of the person acting, or the client of the connected agency.';
comment on column identity.access_entry.reference is 'What the reader calls this opening: a request of the agency, a delegation.';

create table identity.access_seal (
  number bigint primary key,
  at timestamptz(3) not null,
  places bigint[] not null,
  root bytea not null,
  constraint places_of_all_chains check (cardinality(places) = 16),
  constraint root_is_a_digest check (octet_length(root) = 32)
);
comment on table identity.access_seal is
  'The heads of all chains at a moment, under one digest that also covers the seal before. Printed and kept elsewhere.';

create table identity.contact_code (
  code bytea primary key,
  account_id uuid not null references identity.account,
  until timestamptz not null,
  constraint code_is_a_digest check (octet_length(code) = 32),
  constraint one_code_for_an_account unique (account_id)
);
comment on table identity.contact_code is
  'Mã của tôi: what somebody reads out to be given a power to act, so that no personal number has to be told. Good for one use.';

create table identity.delegation (
  id uuid primary key,
  kind text not null,
  subject uuid references identity.account,
  actor uuid not null references identity.account,
  purpose text not null,
  procedures text[] not null,
  basis text not null,
  papers text,
  declared jsonb,
  offered_by uuid not null references identity.account,
  offered_at timestamptz not null,
  code bytea,
  starts_at timestamptz,
  ends_at timestamptz not null,
  confirmed_by uuid references identity.account,
  agency text,
  ended_at timestamptz,
  ended_by uuid references identity.account,
  ended_why text,
  constraint delegation_code_is_unique unique (code),
  constraint kind_is_known check (
    kind in ('parent', 'guardian', 'authorised', 'representative', 'staff', 'assisted')
  ),
  constraint basis_is_known check (basis in ('vneid', 'granted', 'papers', 'consent')),
  constraint nobody_acts_for_themselves check (subject <> actor),
  constraint started_for_somebody check (starts_at is null or subject is not null),
  constraint somebody_is_meant check (subject is not null or declared is not null),
  constraint an_official_for_an_agency check ((confirmed_by is null) = (agency is null)),
  constraint an_end_has_a_reason check ((ended_at is null) = (ended_why is null)),
  constraint end_is_known check (ended_why in ('by_subject', 'by_actor', 'refused', 'replaced'))
);
create index delegation_subject_idx on identity.delegation (subject, offered_at desc, id);
create index delegation_actor_idx on identity.delegation (actor, offered_at desc, id);
comment on table identity.delegation is
  'Đại diện, ủy quyền: who may act for whom, in what, until when. Nothing may be done under it before it starts.';
comment on column identity.delegation.procedures is 'Codes of the procedures in which one may act; empty: in all.';
comment on column identity.delegation.declared is
  'What a parent or guardian said about the person. Kept after an official has seen the papers, until that person has an account.';
comment on column identity.delegation.code is 'SHA-256 of the code under which an official finds what was declared.';

create index session_delegation_idx on identity.session (delegation_id) where delegation_id is not null and ended_at is null;

create index organization_representative_idx on identity.organization (representative_id);

create table identity.recovery (
  id uuid primary key,
  subject uuid not null references identity.account,
  agency text not null,
  reason text not null,
  papers text not null,
  asked_by uuid not null references identity.account,
  asked_at timestamptz not null,
  confirmed_by uuid references identity.account,
  confirmed_at timestamptz,
  code bytea,
  code_until timestamptz,
  wrong_tries smallint not null default 0,
  used_at timestamptz,
  cancelled_at timestamptz,
  constraint recovery_code_is_unique unique (code),
  constraint two_different_officials check (confirmed_by <> asked_by),
  constraint confirmed_by_somebody check ((confirmed_by is null) = (confirmed_at is null)),
  constraint code_follows_confirmation check ((code is null) = (confirmed_at is null) and (code is null) = (code_until is null))
);
create index recovery_agency_idx on identity.recovery (agency, asked_at desc);
create index recovery_subject_idx on identity.recovery (subject, asked_at desc);
comment on table identity.recovery is
  'Khôi phục tài khoản: two officials of one agency vouch, one after the other, for a person who stands before them.';

create table identity.sent_message (
  code bytea primary key,
  sent_at timestamptz not null,
  channel text not null,
  agency text not null,
  topic text not null,
  constraint code_is_a_digest check (octet_length(code) = 32),
  constraint channel_is_known check (channel in ('sms', 'email', 'vneid', 'zalo'))
);
comment on table identity.sent_message is
  'Messages of the state that carry a check code. Neither the addressee nor the text is kept here.';
