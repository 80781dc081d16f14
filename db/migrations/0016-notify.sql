-- New tables only: locks nothing that is in use.

create schema notify;

create table notify.message (
  id uuid primary key,
  account text not null,
  event_key text not null,
  kind text not null,
  dossier_code text not null,
  words jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  constraint said_once unique (account, event_key)
);
create index message_account_idx on notify.message (account, at desc, id desc);
comment on table notify.message is 'Thông báo: what an account was told, in both languages. The inbox on the portal, whatever else it is sent by.';

create table notify.delivery (
  message_id uuid not null,
  channel text not null,
  address text not null,
  state text not null,
  attempts smallint not null default 0,
  last_error text,
  changed_at timestamptz not null,
  primary key (message_id, channel),
  constraint channel_is_known check (channel in ('email', 'sms')),
  constraint state_is_known check (state in ('waiting', 'sent', 'failed', 'not_configured'))
);
comment on table notify.delivery is 'A message on its way by e-mail or text message: seen as it stands, never lost.';

create table notify.preference (
  account text not null,
  channel text not null,
  is_on boolean not null,
  set_at timestamptz not null,
  primary key (account, channel),
  constraint channel_is_known check (channel in ('email', 'sms'))
);
comment on table notify.preference is 'By which channel somebody wants to be told, beside the inbox. E-mail unless they say no, text messages if they say yes.';
