-- Columns without a default and an index of rows that do not exist yet: no table is rewritten.

alter table register.dossier add column status_claimed_at timestamptz;
alter table register.dossier add column content_claimed_at timestamptz;
comment on column register.dossier.status_claimed_at is
  'Until when another system has told the status: what it says of an earlier moment changes the course only.';
comment on column register.dossier.content_claimed_at is 'The same for names and days.';

alter table register.event add column claim_digest bytea;
comment on column register.event.claim_digest is 'SHA-256 of what another system reported: the same report again is no new event.';
create unique index event_claim_idx on register.event (dossier_code, claim_digest) where claim_digest is not null;
