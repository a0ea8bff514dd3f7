-- The one demo project and how far it has come. The row outlives the project: once deleted, it is not made again.
create table demo (
    only_one   boolean primary key default true check (only_one),
    project_id bigint references project on delete set null,
    import_id  bigint references import on delete set null,
    run_id     bigint references run on delete set null,
    finished   boolean not null default false
);
