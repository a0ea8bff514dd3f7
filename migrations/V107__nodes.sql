-- The programs at work on this database. Each gives a sign of life twice a minute; one that stops in order takes its row away.
create table node (
    name       text        primary key,
    version    text        not null,
    java       text        not null,
    workers    integer     not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);

-- Why a job failed, each time: the scheduler itself keeps no more than that it did.
create table job_failure (
    id       bigint generated always as identity primary key,
    task     text        not null,
    instance text        not null,
    node     text        not null,
    at       timestamptz not null,
    reason   text        not null
);
create index job_failure_at on job_failure (at);
