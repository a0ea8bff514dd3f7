-- When an image of a run was opened again on purpose: answers from before it are not used any more.
alter table run_item add column reopened_at timestamptz;

-- What a run may spend. What is reserved is under way: each request sets the most it can cost aside before it is sent.
create table llm_budget (
    run_id        bigint  primary key references run on delete cascade,
    cap           numeric not null check (cap >= 0),
    estimate_low  numeric,
    estimate_high numeric,
    spent         numeric not null default 0,
    reserved      numeric not null default 0
);

-- The ledger: one row for each request, at the price of its day, with the answer as it came.
create table llm_request (
    id              bigint generated always as identity primary key,
    project_id      bigint      not null references project on delete cascade,
    server_id       bigint      not null references llm_server on delete cascade,
    model           text        not null,
    purpose         text        not null check (purpose in ('run', 'try', 'stability')),
    run_id          bigint references run on delete set null,
    image_id        bigint references image on delete set null,
    step            integer     not null default 0,
    sample          integer     not null default 0,
    -- lost: nobody knows whether it was done and charged, so it counts at the most it can have cost.
    state           text        not null default 'sent' check (state in ('sent', 'answered', 'failed', 'lost')),
    again           boolean     not null default false,
    reserved        numeric     not null,
    cost            numeric     not null default 0,
    expected_tokens integer     not null,
    input_tokens    integer,
    cached_tokens   integer,
    output_tokens   integer,
    usage_reported  boolean     not null default false,
    status          integer,
    said            text,
    answer          text,
    refusal         text,
    finish          text,
    batch_id        bigint,
    sent_at         timestamptz not null,
    answered_at     timestamptz,
    ms              integer
);
create index llm_request_image on llm_request (run_id, image_id, step, sample);
create index llm_request_run on llm_request (run_id, id desc);
create index llm_request_project on llm_request (project_id, sent_at);
create index llm_request_model on llm_request (server_id, model, id desc) where state = 'answered' and usage_reported;
create index llm_request_open on llm_request (sent_at) where state = 'sent';
