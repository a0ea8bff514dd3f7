-- The third run of the demo project, the vote over its three runs, and what its drawings hold.
alter table demo add column third_run_id bigint references run on delete set null;
alter table demo add column vote_run_id bigint references run on delete set null;
alter table demo add column feature_source_id bigint references feature_source on delete set null;
create index demo_third_run on demo (third_run_id);
create index demo_vote_run on demo (vote_run_id);
create index demo_feature_source on demo (feature_source_id);
