-- New tables only: locks nothing that is in use.

create schema sync;

create table sync.account (
  id uuid primary key,
  username text not null,
  password_hash text not null,
  agency text not null,
  agency_code text not null,
  granted_codes text[] not null default '{}',
  repeats_are_fine boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint username_is_one unique (username)
);
comment on table sync.account is 'Tài khoản kết nối of an agency''s own system: whose dossiers it may report.';
comment on column sync.account.granted_codes is 'Agencies below it, or others, for which it may speak by an explicit grant.';
comment on column sync.account.repeats_are_fine is
  'A dossier that is sent as new and is known already is answered with 0 instead of 3: family A parks its queue on 3 (open point 26).';

create table sync.session (
  digest bytea primary key,
  account_id uuid not null,
  expires_at timestamptz not null
);
create index session_expiry_idx on sync.session (expires_at);
comment on table sync.session is 'Phiên kết nối: the SHA-256 of an opaque string. A later login ends no earlier one.';

create table sync.message (
  id uuid primary key,
  arrived_at timestamptz not null,
  agency text,
  account_id uuid,
  service text not null,
  body bytea not null,
  size_bytes int not null,
  answer_code text not null,
  items int not null,
  stored int not null,
  repeated int not null,
  refused int not null,
  faults jsonb not null default '[]'
);
create index message_agency_idx on sync.message (agency, arrived_at desc);
create index message_age_idx on sync.message using brin (arrived_at);
comment on table sync.message is 'Thông điệp as it was received (raw deflate), and how it was answered. Kept for MESSAGE_DAYS.';
comment on column sync.message.faults is 'What was refused, by dossier code and field: never a value.';

create table sync.synced (
  dossier_code text primary key,
  agency text not null,
  claimed_at timestamptz not null,
  content jsonb not null
);
comment on table sync.synced is
  'Hồ sơ đồng bộ: the latest report of a dossier, field by field, for what the register itself does not keep (the service index, files, fees).';

create table sync.feed_day (
  agency text not null,
  day date not null,
  service text not null,
  messages int not null,
  items int not null,
  stored int not null,
  repeated int not null,
  refused int not null,
  irregular int not null,
  late int not null,
  lag_seconds bigint not null,
  last_at timestamptz not null,
  primary key (agency, day, service)
);
comment on table sync.feed_day is 'Chất lượng đồng bộ of an agency and day: counted with the messages themselves.';
comment on column sync.feed_day.lag_seconds is 'The sum of arrival after claimed moment, over what was stored.';

create table sync.monthly_report (
  agency text not null,
  service text not null,
  month text not null,
  key text not null,
  content jsonb not null,
  arrived_at timestamptz not null,
  primary key (agency, service, month, key)
);
comment on table sync.monthly_report is 'Báo cáo tháng (DongBoDanhGia, DongBoThongKeHoSo): sent again it replaces, it is never added up.';
