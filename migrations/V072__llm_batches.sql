-- Requests handed to a server's Batch API together. Its token stands in the server's own record of the batch: when a program
-- ends between handing over and noting it here, the batch is found again by it instead of being paid twice.
create table llm_batch (
    id          bigint generated always as identity primary key,
    run_id      bigint      not null references run on delete cascade,
    token       text        not null unique,
    state       text        not null default 'preparing' check (state in ('preparing', 'sent', 'done', 'failed')),
    remote_id   text,
    failure     text,
    created_at  timestamptz not null default now(),
    looked_at   timestamptz,
    finished_at timestamptz
);
create index llm_batch_run on llm_batch (run_id, id);
create index llm_request_batch on llm_request (batch_id) where batch_id is not null;
