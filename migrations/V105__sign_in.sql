-- Tries to sign in are counted before the password is looked at, by every node alike: of an account from an address, of an
-- account from a browser that signed in before, and of an address over all accounts. What is counted is known by its hash
-- alone: people type passwords into the field for the address.
drop table failed_sign_in;

create table sign_in_tries (
    subject bytea            primary key,
    tries   double precision not null,
    last_at timestamptz      not null,
    free_at timestamptz      not null
);
create index sign_in_tries_last on sign_in_tries (last_at);

-- A browser in which somebody has signed in before keeps a count of its own.
create table known_browser (
    user_id    bigint      not null references app_user on delete cascade,
    token_hash bytea       not null,
    last_at    timestamptz not null,
    primary key (user_id, token_hash)
);
create index known_browser_last on known_browser (last_at);

-- Null for good; a token that ran out is kept, so that whoever sends it is told so.
alter table api_token add column expires_at timestamptz;

-- Somebody whose account is disabled can neither sign in nor use a token.
alter table app_user add column disabled_at timestamptz;

-- The audit trail of accounts, as table event is that of projects.
create table account_event (
    id       bigint generated always as identity primary key,
    user_id  bigint      not null references app_user on delete cascade,
    actor_id bigint references app_user on delete set null,
    at       timestamptz not null default now(),
    what     text        not null
);
create index account_event_user on account_event (user_id, id desc);
create index account_event_actor on account_event (actor_id);
