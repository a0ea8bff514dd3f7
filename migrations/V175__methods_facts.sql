-- What only people know of a study, as its methods section tells it in one language.
create table methods_fact (
    project_id  bigint      not null references project on delete cascade,
    topic       text        not null,
    language    text        not null check (language in ('en', 'de')),
    text        text        not null,
    recorded_by bigint references app_user on delete set null,
    recorded_at timestamptz not null default now(),
    primary key (project_id, topic, language)
);
create index methods_fact_recorded_by on methods_fact (recorded_by);

-- The runs that a project's methods section tells of, where an owner chose them; without a row they are proposed.
create table report_run (
    project_id bigint      not null references project on delete cascade,
    run_id     bigint      not null references run on delete cascade,
    chosen_by  bigint references app_user on delete set null,
    chosen_at  timestamptz not null default now(),
    primary key (project_id, run_id)
);
create index report_run_run on report_run (run_id);
create index report_run_chosen_by on report_run (chosen_by);
