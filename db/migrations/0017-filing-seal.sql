-- A new table only: locks nothing that is in use.

create table filing.seal (
  is_the_one boolean primary key default true,
  certificate bytea not null,
  sealed_key bytea not null,
  made_at timestamptz not null,
  constraint there_is_one check (is_the_one)
);
comment on table filing.seal is 'Con dấu số: the certificate that receipts are signed with where no other is set; its key is sealed with the secret of the installation.';
