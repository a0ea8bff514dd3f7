-- How often an image was opened again, so that it is asked with another seed; and what was wrong with its answer, where the
-- model is to be told.
alter table run_item add column retries integer not null default 0;
alter table run_item add column objection text;
