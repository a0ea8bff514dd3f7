-- Each maker of features has its word.
alter table feature_source drop constraint feature_source_origin_check;
alter table feature_source add constraint feature_source_origin_check check (origin ~ '^[a-z]+$');

-- Google Cloud Vision as a project asks it.
create table vision_service (
    project_id   bigint primary key references project on delete cascade,
    base_url     text        not null,
    -- AES-GCM, as the keys of LLM servers: bound to project and address.
    sealed_key   bytea,
    -- It asked for peace: until when, and in which words.
    quiet_until  timestamptz not null default '-infinity',
    quiet_reason text        not null default ''
);

-- Dollars per thousand units, from a day on; the latest of the days that have begun is the price.
create table vision_price (
    project_id bigint  not null references project on delete cascade,
    valid_from date    not null,
    objects    numeric not null check (objects >= 0),
    text       numeric not null check (text >= 0),
    labels     numeric not null check (labels >= 0),
    primary key (project_id, valid_from)
);

-- What a source that costs money may spend and has spent.
create table feature_budget (
    source_id     bigint  primary key references feature_source on delete cascade,
    cap           numeric not null check (cap >= 0),
    estimate_low  numeric not null,
    estimate_high numeric not null,
    spent         numeric not null default 0,
    reserved      numeric not null default 0
);

-- The ledger: one row for each request, with the units of each feature that it asks for. A source that is removed leaves its
-- rows behind.
create table vision_request (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    source_id   bigint references feature_source on delete set null,
    images      integer     not null,
    objects     integer     not null,
    text        integer     not null,
    labels      integer     not null,
    -- lost: nobody knows whether it was done and charged, so it counts at the most it can have cost.
    state       text        not null default 'sent' check (state in ('sent', 'answered', 'failed', 'lost')),
    reserved    numeric     not null,
    cost        numeric     not null default 0,
    status      integer,
    said        text,
    sent_at     timestamptz not null,
    answered_at timestamptz
);
create index vision_request_project on vision_request (project_id, sent_at);
create index vision_request_source on vision_request (source_id);
