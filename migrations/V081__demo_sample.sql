-- The second run of the demo project, and the sample that its three coders coded.
alter table demo add column second_run_id bigint references run on delete set null;
alter table demo add column sample_id bigint references sample on delete set null;
