-- New tables only: locks nothing that is in use.

create schema documents;

create table documents.file (
  id uuid primary key,
  owner text not null,
  sha256 bytea not null,
  original_sha256 bytea not null,
  size_bytes int not null,
  media_type text not null,
  name text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  scan text not null,
  constraint digests_are_digests check (octet_length(sha256) = 32 and octet_length(original_sha256) = 32),
  constraint size_counts check (size_bytes > 0),
  constraint name_is_short check (length(name) between 1 and 300),
  constraint scan_is_known check (scan in ('not_scanned', 'waiting', 'clean', 'infected'))
);
create index file_owner_idx on documents.file (owner, original_sha256);
create index file_content_idx on documents.file (sha256);
comment on table documents.file is
  'Tệp đính kèm: whose it is and what it is called. The bytes lie in the file store once, under their digest.';
comment on column documents.file.sha256 is 'Of the bytes as they are kept.';
comment on column documents.file.original_sha256 is 'Of the bytes as they came, before a picture was turned and its metadata taken out.';
