-- New tables only: locks nothing that is in use.

create schema forms;

create table forms.definition (
  id text not null,
  version int not null,
  procedure_code text not null,
  content jsonb not null,
  digest text not null,
  stored_by text not null,
  stored_at timestamptz not null,
  note text not null default '',
  primary key (id, version),
  constraint version_counts check (version > 0)
);
create index definition_procedure_idx on forms.definition (procedure_code, stored_at desc);
comment on table forms.definition is
  'Biểu mẫu điện tử, version by version. A version never changes: dossiers that were filed under it are read with it.';
