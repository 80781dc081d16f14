-- New tables only: locks nothing that is in use.

create schema filing;

create table filing.draft (
  id uuid primary key,
  owner text not null,
  actor text not null,
  procedure_code text not null,
  procedure_name text not null,
  revision_number int not null,
  form_id text not null,
  form_version int not null,
  agency text not null,
  agency_name text not null,
  place text not null,
  answers jsonb not null,
  prefilled text[] not null default '{}',
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  deleted_at timestamptz,
  dossier_code text,
  constraint submitted_or_deleted check (dossier_code is null or deleted_at is null)
);
create index draft_owner_idx on filing.draft (owner, saved_at desc) where dossier_code is null;
comment on table filing.draft is 'Hồ sơ đang soạn: kept page by page, right or wrong, until it is filed or deleted.';
comment on column filing.draft.answers is 'As they were typed: what is wrong is kept as well, and pointed out.';

create table filing.content (
  dossier_code text not null,
  number int not null,
  form_id text not null,
  form_version int not null,
  answers jsonb not null,
  files jsonb not null,
  by_account text not null,
  at timestamptz not null,
  digest text not null,
  primary key (dossier_code, number),
  constraint number_counts check (number > 0)
);
comment on table filing.content is
  'Nội dung hồ sơ: what was filed (1), and after each supplement (2, …). Only ever added to.';
comment on column filing.content.digest is 'SHA-256 of the receipt that was given for it.';

create table filing.request_key (
  owner text not null,
  key text not null,
  digest text not null,
  dossier_code text not null,
  at timestamptz not null,
  primary key (owner, key)
);
comment on table filing.request_key is 'Idempotency keys of filings by programs: the same key is the same dossier, however often it is sent.';

create table filing.supplement (
  dossier_code text not null,
  number int not null,
  items jsonb not null,
  reason text not null,
  basis text not null default '',
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (dossier_code, number)
);
comment on table filing.supplement is 'Yêu cầu bổ sung: which answers and files, and why; each item names a question of the form, or none.';

create table filing.message (
  dossier_code text not null,
  number int not null,
  side text not null,
  by_account text not null,
  by_name text not null,
  text text not null,
  at timestamptz not null,
  primary key (dossier_code, number),
  constraint side_is_known check (side in ('applicant', 'agency'))
);
comment on table filing.message is 'Tin nhắn trong hồ sơ, between the applicant and whoever handles the dossier.';

create table filing.result (
  dossier_code text not null,
  number int not null,
  title text not null,
  result_number text not null default '',
  file jsonb not null,
  by_account text not null,
  at timestamptz not null,
  primary key (dossier_code, number)
);
comment on table filing.result is 'Kết quả điện tử of a dossier, ready for the applicant.';

create table filing.rating (
  dossier_code text primary key,
  score smallint not null,
  words text not null default '',
  by_account text not null,
  at timestamptz not null,
  constraint score_is_of_three check (score between 1 and 3)
);
comment on table filing.rating is 'Đánh giá: 3 rất hài lòng, 2 hài lòng, 1 không hài lòng (Nghị định 61/2018/NĐ-CP, phụ lục).';
