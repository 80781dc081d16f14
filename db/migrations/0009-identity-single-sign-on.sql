-- New tables only: locks nothing that is in use.

create table identity.sso_key (
  kid text primary key,
  algorithm text not null,
  public_key jsonb not null,
  sealed bytea not null,
  made_at timestamptz not null,
  signs_from timestamptz,
  retired_at timestamptz,
  constraint algorithm_is_known check (algorithm in ('RS256', 'ES256')),
  constraint retired_after_it_signed check (retired_at is null or signs_from is not null)
);
create unique index sso_key_current_idx on identity.sso_key (algorithm) where signs_from is not null and retired_at is null;
create unique index sso_key_next_idx on identity.sso_key (algorithm) where signs_from is null;
comment on table identity.sso_key is
  'Khóa ký của đăng nhập một lần. Next: published, not signing yet. Current: signs. Retired: published until nothing it signed is in use.';
comment on column identity.sso_key.sealed is 'The private key (PKCS #8), encrypted with a key of this installation.';

create table identity.sso_salt (
  name text primary key,
  value bytea not null,
  constraint salt_is_long check (octet_length(value) = 32)
);
comment on table identity.sso_salt is
  'Made once and kept for ever: the subject that a pairwise client knows is made from it. Not bound to the secret file, which may be replaced.';

create table identity.sso_client (
  client_id text primary key,
  agency text not null,
  name text not null,
  purpose text not null,
  contact text not null,
  redirect_uris text[] not null,
  sign_out_uris text[] not null default '{}',
  back_channel_uri text,
  scopes text[] not null,
  authentication text not null,
  subject_type text not null,
  level smallint not null,
  algorithm text not null,
  is_legacy boolean not null,
  is_test boolean not null,
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  is_approved boolean,
  decided_why text,
  suspended_at timestamptz,
  suspended_why text,
  constraint client_id_is_plain check (client_id ~ '^[A-Za-z0-9_.-]{3,64}$'),
  constraint there_is_a_way_back check (cardinality(redirect_uris) between 1 and 20),
  constraint something_is_asked_for check ('openid' = any (scopes)),
  constraint authentication_is_known check (authentication in ('secret', 'none')),
  constraint subject_type_is_known check (subject_type in ('public', 'pairwise')),
  constraint level_is_known check (level in (1, 2)),
  constraint algorithm_is_known check (algorithm in ('RS256', 'ES256')),
  constraint legacy_clients_have_a_secret check (not is_legacy or authentication = 'secret'),
  constraint a_decision_is_whole check (
    (decided_at is null) = (decided_by is null) and (decided_at is null) = (is_approved is null)
  ),
  constraint a_refusal_has_a_reason check (is_approved is distinct from false or decided_why is not null),
  constraint a_suspension_has_a_reason check ((suspended_at is null) = (suspended_why is null))
);
create index sso_client_agency_idx on identity.sso_client (agency, asked_at desc);
comment on table identity.sso_client is
  'Ứng dụng kết nối: an agency''s portal or one-stop system that lets people in through single sign-on, as the centre approved it.';
comment on column identity.sso_client.agency is 'Handle of the agency in the directory.';
comment on column identity.sso_client.purpose is 'What the data is used for, in words that a person reads before they agree.';
comment on column identity.sso_client.is_legacy is
  'An existing client: no PKCE, unescaped addresses, the old shapes of introspection and revocation.';

create table identity.sso_secret (
  digest bytea primary key,
  client_id text not null references identity.sso_client,
  made_by text not null,
  made_at timestamptz not null,
  ends_at timestamptz,
  constraint digest_is_a_digest check (octet_length(digest) = 32)
);
create index sso_secret_client_idx on identity.sso_secret (client_id, made_at desc);
comment on table identity.sso_secret is
  'Khóa bí mật của ứng dụng: the SHA-256 of 256 random bits that were shown once. The old one lives on for a while when a new one is made.';

create table identity.sso_artifact (
  key bytea primary key,
  model text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  account_id text,
  client_id text,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  constraint key_is_a_digest check (octet_length(key) = 32)
);
create index sso_artifact_grant_idx on identity.sso_artifact (grant_id) where grant_id is not null;
create unique index sso_artifact_session_idx on identity.sso_artifact (uid) where model = 'Session';
create index sso_artifact_consent_idx on identity.sso_artifact (account_id, client_id) where model = 'Grant';
create index sso_artifact_expiry_idx on identity.sso_artifact (expires_at);
comment on table identity.sso_artifact is
  'Codes, tokens, grants and sessions of single sign-on. The key is the SHA-256 of model and id: what is stored here opens nothing.';

create table identity.sso_session (
  uid text primary key,
  session_key bytea not null,
  account_id uuid not null references identity.account,
  opened_at timestamptz not null
);
create index sso_session_key_idx on identity.sso_session (session_key);
create index sso_session_account_idx on identity.sso_session (account_id);
comment on table identity.sso_session is
  'Which session of the portal a session of single sign-on belongs to. It follows when the portal gives the session a new id.';

create table identity.sso_consent (
  account_id uuid not null references identity.account,
  client_id text not null references identity.sso_client,
  scopes text[] not null,
  given_at timestamptz not null,
  primary key (account_id, client_id)
);
create index sso_consent_client_idx on identity.sso_consent (client_id);
comment on table identity.sso_consent is
  'Đồng ý chia sẻ dữ liệu: what a person lets an agency''s application read. Gone when they withdraw it; the acts remember.';
