-- What is odd about how a table was read, as sentences for the page of its import.
alter table import_table add column remarks text[] not null default '{}';
