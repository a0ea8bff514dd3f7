-- Servers that speak OpenAI's interface, as a project knows them. One that was used is never forgotten: the ledger names it.
create table llm_server (
    id                  bigint generated always as identity primary key,
    project_id          bigint      not null references project on delete cascade,
    name                text        not null,
    base_url            text        not null,
    -- AES-GCM: nonce, then ciphertext; bound to project and address. Null where the server wants no key.
    sealed_key          bytea,
    in_flight           integer     not null default 8 check (in_flight > 0),
    requests_per_minute integer check (requests_per_minute > 0),
    tokens_per_minute   integer check (tokens_per_minute > 0),
    -- Shared by all nodes: when the next request may go, by requests and by tokens, and until when the server asked for peace.
    next_request_at     timestamptz not null default '-infinity',
    next_tokens_at      timestamptz not null default '-infinity',
    quiet_until         timestamptz not null default '-infinity',
    created_by          bigint references app_user on delete set null,
    created_at          timestamptz not null default now(),
    removed_at          timestamptz
);
create unique index llm_server_name on llm_server (project_id, lower(name)) where removed_at is null;

-- Off until an owner says otherwise: no image goes to another computer.
alter table project add column images_may_leave boolean not null default false;

-- Per million tokens, from a day on. The latest of the days that have begun is the price.
create table llm_price (
    server_id    bigint  not null references llm_server on delete cascade,
    model        text    not null,
    valid_from   date    not null,
    input        numeric not null check (input >= 0),
    cached_input numeric not null check (cached_input >= 0),
    output       numeric not null check (output >= 0),
    batch_factor numeric not null default 1 check (batch_factor >= 0 and batch_factor <= 1),
    primary key (server_id, model, valid_from)
);
