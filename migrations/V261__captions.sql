-- Captions that a multimodal model writes: a run like any other, whose answers are features and no codes.
alter table run drop constraint run_kind_check;
alter table run add constraint run_kind_check check (kind in ('clip', 'llm', 'ensemble', 'vote', 'caption'));
alter table feature_source add column run_id bigint references run on delete set null;
create unique index feature_source_run on feature_source (run_id);
