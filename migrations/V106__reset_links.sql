-- The one-time link with which somebody who forgot the password chooses a new one; at most one of an account. Made by an
-- administrator, by the owner of all projects of the account, or at the computer itself (created_by is null).
create table reset_link (
    user_id    bigint      primary key references app_user on delete cascade,
    token_hash bytea       not null unique,
    created_by bigint      references app_user on delete cascade,
    expires_at timestamptz not null
);
create index reset_link_created_by on reset_link (created_by);
