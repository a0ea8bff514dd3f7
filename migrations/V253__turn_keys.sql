-- What tells a first coding from a second in the browser, and can be computed by nobody who codes.
alter table sample add column turn_key uuid not null default gen_random_uuid();
