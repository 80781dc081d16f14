-- New tables only: locks nothing that is in use.

create schema identity;

create table identity.account (
  id uuid primary key,
  kind text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_why text,
  constraint kind_is_known check (kind in ('person', 'organization', 'official')),
  constraint closing_has_a_reason check ((closed_at is null) = (closed_why is null))
);
comment on table identity.account is 'Tài khoản. Its id is the stable account id across systems (TechID) and is never given to another.';

create table identity.person (
  account_id uuid primary key references identity.account,
  personal_id text,
  is_foreigner boolean not null,
  name text not null,
  born_on date,
  gender text,
  assurance smallint not null,
  claims jsonb not null,
  claims_at timestamptz not null,
  constraint personal_id_is_unique unique (personal_id),
  constraint personal_id_has_12_digits check (personal_id ~ '^\d{12}$'),
  constraint gender_is_known check (gender in ('male', 'female', 'other')),
  constraint assurance_is_a_level check (assurance in (1, 2))
);
comment on table identity.person is 'Người: a citizen or foreigner as VNeID described them at the latest sign-in.';

create table identity.organization (
  account_id uuid primary key references identity.account,
  tax_code text not null,
  name text not null,
  representative_name text,
  representative_id text,
  claims jsonb not null,
  claims_at timestamptz not null,
  constraint tax_code_is_unique unique (tax_code),
  constraint tax_code_has_its_form check (tax_code ~ '^\d{10}(-\d{3})?$' or tax_code ~ '^\d{12}$')
);
comment on table identity.organization is 'Tổ chức, doanh nghiệp: known by its tax code.';
comment on column identity.organization.representative_id is 'Số định danh of the legal representative, when the provider gave it.';

create table identity.claim_change (
  id bigint generated always as identity primary key,
  account_id uuid not null references identity.account,
  at timestamptz not null,
  claim text not null,
  before jsonb,
  after jsonb,
  source text not null
);
create index claim_change_account_idx on identity.claim_change (account_id, id desc);
comment on table identity.claim_change is 'What an account said before and after, claim by claim. Rows are only ever added.';

create table identity.session (
  key bytea primary key,
  account_id uuid not null references identity.account,
  account_kind text not null,
  assurance smallint not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  device text not null,
  means text not null,
  delegation_id uuid,
  outside jsonb not null default '{}',
  ended_at timestamptz,
  ended_why text,
  constraint key_is_a_digest check (octet_length(key) = 32),
  constraint an_end_has_a_reason check ((ended_at is null) = (ended_why is null)),
  constraint end_is_known check (
    ended_why in ('signed_out', 'rotated', 'signed_out_elsewhere', 'idle', 'over', 'account_closed', 'access_ended', 'outside')
  )
);
create index session_account_idx on identity.session (account_id, opened_at desc) where ended_at is null;
comment on table identity.session is
  'Phiên. The key is the SHA-256 of the opaque id that only the browser has. A new id at sign-in and at every step up.';
comment on column identity.session.outside is 'What the provider that vouched for the sign-in needs to hear at sign-out.';

create table identity.sign_in (
  state bytea primary key,
  browser bytea not null,
  account_id uuid references identity.account,
  level smallint not null,
  back text not null,
  begun_at timestamptz not null,
  used_at timestamptz,
  constraint level_is_known check (level in (1, 2)),
  constraint back_stays_here check (back ~ '^/([^/\\].*)?$')
);
create index sign_in_age_idx on identity.sign_in (begun_at);
comment on table identity.sign_in is
  'A sign-in under way at VNeID: bound to one browser, good for one answer, forgotten after a quarter of an hour. It holds digests alone: nonce and verifier are made from the state and the secret that only the browser has.';
comment on column identity.sign_in.account_id is 'Whoever steps up to a higher level: nobody else may answer.';

create table identity.kept_answers (
  id uuid primary key,
  browser bytea not null,
  account_id uuid references identity.account,
  path text not null,
  fields jsonb not null,
  kept_at timestamptz not null,
  keep_until timestamptz not null,
  constraint path_stays_here check (path ~ '^/([^/\\].*)?$'),
  constraint fields_are_few check (octet_length(fields::text) <= 131072)
);
create index kept_answers_age_idx on identity.kept_answers (keep_until);
comment on table identity.kept_answers is
  'Answers of a form that arrived after the session had ended: kept half an hour for the same browser, and for the same account where that is known.';
