-- Files of human codes and what became of every row of them.
create table code_import (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    name       text        not null,
    report     jsonb       not null,
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now()
);
create index code_import_project on code_import (project_id, id desc);
