-- New tables only: locks nothing that is in use. Needs directory.agency (0003).

create table directory.calendar_day (
  day date not null,
  recorded_at timestamptz not null,
  kind text not null,
  name text not null,
  name_en text not null,
  confidence text not null,
  source text not null,
  recorded_by text not null,
  primary key (day, recorded_at),
  constraint kind_is_known check (kind in ('holiday', 'substitute', 'swap_off', 'makeup_work', 'ordinary')),
  constraint confidence_is_known check (confidence in ('sure', 'recalled', 'assumed'))
);
comment on table directory.calendar_day is
  'Ngày nghỉ, ngày làm bù: a row is a decision about a day. Rows are only ever added; the decision recorded last is in force, one made here before one that came with the product.';
comment on column directory.calendar_day.kind is
  'nghỉ lễ; nghỉ bù for a holiday on a weekly day off; ngày nghỉ hoán đổi; ngày làm bù; ordinary: an earlier decision is taken back, the office hours decide.';
comment on column directory.calendar_day.confidence is
  'sure: decided and checked. recalled: remembered, the document was not seen. assumed: not announced yet.';
comment on column directory.calendar_day.recorded_by is 'seed: came with the product. Anything else is who decided it here.';

create table directory.office_hours (
  agency_id uuid references directory.agency,
  weekday smallint not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  spans text not null,
  source text not null,
  recorded_by text not null,
  constraint office_hours_key unique nulls not distinct (agency_id, weekday, valid_from, recorded_at),
  constraint weekday_is_iso check (weekday between 1 and 7),
  constraint spans_are_spelled_out check (
    spans ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(,|$))*$' and spans !~ ',$'
  ),
  constraint time_runs_forward check (valid_to > valid_from)
);
comment on table directory.office_hours is
  'Giờ làm việc by weekday. Rows are only ever added; of those valid on a day an agency''s own come before the national ones, those recorded here before those that came with the product, and then the last recorded.';
comment on column directory.office_hours.agency_id is 'Null: the national hours, for every agency and weekday without hours of its own.';
comment on column directory.office_hours.weekday is '1 Monday (thứ Hai) to 7 Sunday (Chủ nhật).';
comment on column directory.office_hours.spans is 'Such as 07:30-11:30,13:00-17:00. Empty: a day off.';
comment on column directory.office_hours.valid_to is 'First day on which they no longer hold. Null: until further notice.';
comment on column directory.office_hours.recorded_by is 'seed: came with the product.';
