-- The same few images coded several times by a model, to see how far its answers hang on chance and on wording.
create table stability_check (
    id           bigint generated always as identity primary key,
    project_id   bigint      not null references project on delete cascade,
    selection_id bigint references selection on delete set null,
    images       integer     not null,
    seed         bigint      not null,
    created_by   bigint references app_user on delete set null,
    created_at   timestamptz not null default now()
);
create index stability_check_project on stability_check (project_id, id desc);

create table stability_run (
    check_id bigint  not null references stability_check on delete cascade,
    position integer not null,
    phrasing text    not null,
    run_id   bigint  not null references run on delete cascade,
    primary key (check_id, position)
);
create index stability_run_run on stability_run (run_id);
