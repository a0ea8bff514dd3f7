-- Computers inside the network of which an administrator lets project owners make LLM servers. Empty: all of them.
create table llm_place (
    id       bigint generated always as identity primary key,
    place    text        not null unique,
    note     text        not null default '',
    added_by bigint references app_user on delete set null,
    added_at timestamptz not null default now()
);
create index llm_place_added_by on llm_place (added_by);
