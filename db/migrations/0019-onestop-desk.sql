-- The index keeps the desk from writing while it is built, about a second for each million dossiers; all else is new.

create index work_procedure_idx on onestop.work (agency, procedure_code, queue, act_by, dossier_code);

create table onestop.saved_view (
  account text not null,
  agency text not null,
  name text not null,
  asked jsonb not null,
  saved_at timestamptz not null,
  primary key (account, agency, name)
);
comment on table onestop.saved_view is 'Cách xem đã lưu: a queue with its filters, as one officer calls it at one desk.';

create table onestop.reminder (
  agency text not null,
  dossier_code text not null,
  act_by timestamptz not null,
  level smallint not null,
  told text[] not null,
  at timestamptz not null,
  primary key (agency, dossier_code, act_by, level)
);
comment on table onestop.reminder is 'Nhắc việc: who was told before (or just after) a dossier had to be done, once for each due time and level.';

create table onestop.result_template (
  id uuid primary key,
  procedure_code text,
  agency text not null,
  title text not null,
  body text not null,
  stored_by text not null,
  stored_at timestamptz not null,
  ended_at timestamptz
);
create index result_template_idx on onestop.result_template (agency) where ended_at is null;
comment on table onestop.result_template is
  'Mẫu kết quả: words with places for what the dossier says. Null stands for every procedure. A change ends the row and stores another.';
