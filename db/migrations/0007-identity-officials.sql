-- New tables only: locks nothing that is in use.

create table identity.official (
  account_id uuid primary key references identity.account,
  name text not null,
  email text not null,
  enrolled_at timestamptz,
  left_at timestamptz,
  left_why text,
  constraint email_is_unique unique (email),
  constraint email_is_lower_case check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint leaving_has_a_reason check ((left_at is null) = (left_why is null))
);
create index official_name_idx on identity.official (name, account_id);
comment on table identity.official is 'Cán bộ, công chức: signs in with an account of the agency, never with VNeID.';
comment on column identity.official.enrolled_at is 'When password and second factor were first set. Null: only invited so far.';

create table identity.post (
  id uuid primary key,
  account_id uuid not null references identity.official,
  agency text not null,
  title text not null,
  since timestamptz not null,
  given_by uuid references identity.official,
  ended_at timestamptz,
  ended_by uuid references identity.official,
  ended_why text,
  constraint title_is_short check (length(title) between 1 and 120),
  constraint an_end_has_a_reason check ((ended_at is null) = (ended_why is null))
);
create unique index post_once_idx on identity.post (account_id, agency) where ended_at is null;
create index post_agency_idx on identity.post (agency, account_id);
comment on table identity.post is 'Chức vụ: what an official is in an agency. An official may hold several.';
comment on column identity.post.agency is 'Handle of the agency in the directory.';

create table identity.role_grant (
  id uuid primary key,
  account_id uuid not null references identity.official,
  post_id uuid not null references identity.post,
  role text not null,
  agency text not null,
  may_give text[] not null default '{}',
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  granted_at timestamptz not null,
  granted_by uuid references identity.official,
  ended_at timestamptz,
  ended_by uuid references identity.official,
  ended_why text,
  constraint role_is_known check (role in ('administrator', 'officer', 'assistant', 'auditor')),
  constraint only_administrators_give check (role = 'administrator' or may_give = '{}'),
  constraint given_roles_are_known check (may_give <@ array['administrator', 'officer', 'assistant', 'auditor']),
  constraint reason_is_given check (length(reason) between 5 and 500),
  constraint time_runs_forward check (until_at > from_at),
  constraint lasts_two_years_at_most check (until_at <= from_at + interval '17544 hours'),
  constraint nobody_grants_to_themselves check (granted_by <> account_id),
  constraint an_end_has_a_reason check ((ended_at is null) = (ended_why is null))
);
create index role_grant_account_idx on identity.role_grant (account_id, until_at) where ended_at is null;
create index role_grant_post_idx on identity.role_grant (post_id) where ended_at is null;
create index role_grant_agency_idx on identity.role_grant (agency, account_id) where ended_at is null;
comment on table identity.role_grant is
  'Quyền: a role over an agency and all below it, from one moment to another, with who gave it and why.';
comment on column identity.role_grant.post_id is 'The post through which it is held: whoever leaves the post loses it.';
comment on column identity.role_grant.may_give is 'Of an administrator: the roles that they may give on within the agency and below it.';
comment on column identity.role_grant.granted_by is 'Null: given on the machine itself, to the first administrator.';

create table identity.invitation (
  key bytea primary key,
  account_id uuid not null references identity.official,
  purpose text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid references identity.official,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  constraint key_is_a_digest check (octet_length(key) = 32),
  constraint purpose_is_known check (purpose in ('first', 'second_factor', 'all'))
);
create index invitation_account_idx on identity.invitation (account_id, made_at desc);
comment on table identity.invitation is
  'Thư mời: a link that lets an official set up how they sign in. Only the SHA-256 of its token is kept.';
comment on column identity.invitation.purpose is 'first: a new account. second_factor: the password stays. all: everything is set again.';

create table identity.password (
  account_id uuid primary key references identity.official,
  hash text not null,
  set_at timestamptz not null,
  constraint hash_is_argon2id check (hash like '$argon2id$%')
);
comment on table identity.password is 'Mật khẩu, as argon2id with its parameters in the text.';

create table identity.totp (
  account_id uuid primary key references identity.official,
  secret bytea not null,
  last_step bigint not null,
  set_at timestamptz not null
);
comment on table identity.totp is 'Mã xác thực theo thời gian (RFC 6238). The secret is encrypted with a key of the installation.';
comment on column identity.totp.last_step is 'The latest time step whose code was taken: no code is taken twice.';

create table identity.passkey (
  credential_id text primary key,
  account_id uuid not null references identity.official,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint name_is_short check (length(name) between 1 and 60)
);
create index passkey_account_idx on identity.passkey (account_id, made_at);
comment on table identity.passkey is 'Khóa truy cập (WebAuthn): the public half of a key that never leaves the official''s device.';

create table identity.recovery_code (
  digest bytea primary key,
  account_id uuid not null references identity.official,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint digest_is_a_digest check (octet_length(digest) = 32)
);
create index recovery_code_account_idx on identity.recovery_code (account_id);
comment on table identity.recovery_code is 'Mã khôi phục: 80 random bits each, kept as SHA-256, good for one sign-in.';

create table identity.sign_in_step (
  key bytea primary key,
  account_id uuid not null references identity.official,
  stage text not null,
  invitation_key bytea references identity.invitation,
  back text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  constraint key_is_a_digest check (octet_length(key) = 32),
  constraint stage_is_known check (stage in ('second_factor', 'enrolment')),
  constraint back_stays_here check (back ~ '^/([^/\\].*)?$')
);
create index sign_in_step_account_idx on identity.sign_in_step (account_id);
create index sign_in_step_expires_idx on identity.sign_in_step (expires_at);
comment on table identity.sign_in_step is
  'An official between password and second factor. It opens nothing but the next step, and a new id follows every step.';

create table identity.attempt (
  subject bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  constraint subject_is_a_digest check (octet_length(subject) = 32)
);
create index attempt_last_idx on identity.attempt (last_at);
comment on table identity.attempt is
  'Wrong answers in a row, by account and by address, for people who exist and for those who do not. The subject is keyed-hashed.';

create table identity.used_challenge (
  challenge bytea primary key,
  expires_at timestamptz not null
);
create index used_challenge_expires_idx on identity.used_challenge (expires_at);
comment on table identity.used_challenge is 'Challenges of passkeys that were answered: none is answered twice.';
