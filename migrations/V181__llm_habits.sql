-- What a server does not take of a request to a model, as it said itself when it refused one: requests are written so from
-- then on. "said" holds its words.
create table llm_habit (
    server_id  bigint      not null references llm_server on delete cascade,
    model      text        not null,
    habit      text        not null,
    said       text        not null default '',
    learned_at timestamptz not null default now(),
    primary key (server_id, model, habit)
);
