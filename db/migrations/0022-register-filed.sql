-- An index of the dossiers that came by our own doors. They are few beside those that are synced; writes to the table wait while it is made.

create index dossier_filed_idx on register.dossier (agency, submitted_at, code) where door <> 'sync';
