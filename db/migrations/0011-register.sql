-- New tables only: locks nothing that is in use.

create schema register;

create table register.code_sequence (
  agency_code text not null,
  day date not null,
  last int not null,
  primary key (agency_code, day),
  constraint last_counts check (last > 0)
);
comment on table register.code_sequence is
  'Số thứ tự trong ngày: the last number given out for an agency code on a day. Numbers that were given out and not used stay unused.';

create table register.dossier (
  code text primary key,
  version int not null,
  door text not null,
  agency text not null,
  agency_name text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_number int,
  status smallint not null,
  waits_for text not null,
  applicant_kind text not null,
  applicant_name text not null,
  owner text,
  submitted_at timestamptz not null,
  pick_up_by timestamptz,
  received_at timestamptz,
  limit_value numeric(8, 2),
  limit_unit text,
  due_at timestamptz,
  due_since timestamptz,
  pauses jsonb not null default '[]',
  supplement_requests smallint not null default 0,
  supplement_by timestamptz,
  extensions smallint not null default 0,
  finished_at timestamptz,
  returned_at timestamptz,
  ended_at timestamptz,
  secret_digest bytea,
  secret_failures smallint not null default 0,
  changed_at timestamptz not null,
  constraint code_is_a_key check (length(code) between 1 and 64),
  constraint version_counts check (version > 0),
  constraint door_is_known check (door in ('portal', 'desk', 'post', 'sync')),
  constraint status_is_national check (status between 1 and 10),
  constraint waits_for_is_known check (waits_for in ('agency', 'applicant', 'payment', 'nobody')),
  constraint applicant_kind_is_known check (applicant_kind in ('person', 'organization')),
  constraint limit_is_whole check ((limit_value is null) = (limit_unit is null)),
  constraint due_after_reception check (due_at is null or received_at is not null),
  constraint secret_is_a_digest check (secret_digest is null or octet_length(secret_digest) = 32)
);
create index dossier_owner_idx on register.dossier (owner, submitted_at desc, code desc) where owner is not null;
comment on table register.dossier is
  'Sổ hồ sơ quốc gia: every dossier, whichever door it came through, as it stands now. Everything in it follows from its events.';
comment on column register.dossier.agency is 'Handle of the receiving agency in the directory.';
comment on column register.dossier.agency_name is 'Its name when it received the dossier, as the receipt says it.';
comment on column register.dossier.revision_number is 'The revision of the procedure that the dossier is under. Null where another system did not say.';
comment on column register.dossier.owner is 'Account of the applicant. Null for whoever has none.';
comment on column register.dossier.due_since is 'When the due time was last set by an act: pauses before it are in it already.';
comment on column register.dossier.pauses is 'Stretches when the ball was with the applicant: {"from", "until"} in ISO 8601.';
comment on column register.dossier.secret_digest is 'SHA-256 of the secret that is printed on the receipt and stored nowhere.';

create table register.event (
  dossier_code text not null,
  sequence int not null,
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
  claimed_at timestamptz not null,
  arrived_at timestamptz not null,
  is_irregular boolean not null default false,
  details jsonb not null default '{}',
  primary key (dossier_code, sequence),
  constraint sequence_counts check (sequence > 0),
  constraint to_status_is_national check (to_status between 1 and 10),
  constraint from_status_is_national check (from_status between 1 and 10),
  constraint actor_kind_is_known check (actor_kind in ('applicant', 'official', 'agency', 'system'))
);
comment on table register.event is
  'Tiến trình của hồ sơ, only ever added to: who did what, for whom, when and why; when it was said to be, and when it arrived.';
comment on column register.event.is_irregular is
  'Another system reported what the status machine does not allow: recorded as said, and flagged.';
