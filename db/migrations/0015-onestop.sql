-- New tables only: locks nothing that is in use.

create schema onestop;

create table onestop.process (
  id uuid primary key,
  procedure_code text,
  agency text,
  steps jsonb not null,
  stored_by text not null,
  stored_at timestamptz not null
);
create index process_idx on onestop.process (procedure_code, agency, stored_at desc);
comment on table onestop.process is
  'Quy trình nội bộ: the steps of a procedure at an agency; null stands for all. The newest row that fits best holds.';

create table onestop.work (
  agency text not null,
  dossier_code text not null,
  version int not null,
  queue text not null,
  act_by timestamptz not null,
  procedure_code text not null,
  procedure_name text not null,
  applicant text not null,
  step text not null,
  assignee text,
  assignee_name text,
  consulted text,
  arrived_at timestamptz not null,
  primary key (agency, dossier_code),
  constraint queue_is_known check (
    queue in ('new', 'handling', 'applicant', 'payment', 'other_unit', 'stopped', 'return', 'closed')
  )
);
create index work_queue_idx on onestop.work (agency, queue, act_by, dossier_code);
create index work_assignee_idx on onestop.work (agency, assignee, act_by, dossier_code)
  where assignee is not null and queue in ('new', 'handling', 'other_unit', 'return');
comment on table onestop.work is
  'Việc của một cửa: a dossier as its agency sees it, in the queue where it waits. Follows from the register, in the same order.';
comment on column onestop.work.act_by is 'Until when something has to happen; infinity where nothing says so.';
comment on column onestop.work.applicant is 'Shortened: the whole name is read with the dossier, and logged.';

create table onestop.tally (
  agency text not null,
  queue text not null,
  hour timestamptz not null,
  slot smallint not null,
  count int not null,
  primary key (agency, queue, hour, slot)
);
comment on table onestop.tally is
  'How much work lies in each queue, by the hour in which it is due (infinity where nothing says so): counted with every change, so that no page has to count. Slots keep changes from waiting for each other.';
