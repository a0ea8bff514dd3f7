-- People -------------------------------------------------------------------------------------------------------

create table app_user (
    id            bigint generated always as identity primary key,
    email         text        not null,
    name          text        not null,
    password_hash text        not null,
    admin         boolean     not null default false,
    created_at    timestamptz not null default now()
);
create unique index app_user_email on app_user (lower(email));

-- The one-time link that makes the first account.
create table setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null default now()
);

create table session (
    token_hash   bytea primary key,
    user_id      bigint      not null references app_user on delete cascade,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    address      text        not null,
    agent        text        not null
);
create index session_of_user on session (user_id);

create table api_token (
    id           bigint generated always as identity primary key,
    user_id      bigint      not null references app_user on delete cascade,
    name         text        not null,
    token_hash   bytea       not null unique,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz
);
create index api_token_user on api_token (user_id);

-- Failed sign-ins, for throttling by account and by address on every node alike.
create table failed_sign_in (
    id      bigint generated always as identity primary key,
    email   text        not null,
    address text        not null,
    at      timestamptz not null default now()
);
create index failed_sign_in_email on failed_sign_in (email, at);
create index failed_sign_in_address on failed_sign_in (address, at);

-- Projects -----------------------------------------------------------------------------------------------------

create table project (
    id         bigint generated always as identity primary key,
    name       text        not null,
    demo       boolean     not null default false,
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now()
);

create table member (
    project_id bigint      not null references project on delete cascade,
    user_id    bigint      not null references app_user on delete cascade,
    role       text        not null check (role in ('owner', 'coder', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (project_id, user_id)
);
create index member_user on member (user_id);

create table invitation (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    role        text        not null check (role in ('owner', 'coder', 'viewer')),
    token_hash  bytea       not null unique,
    note        text        not null default '',
    created_by  bigint references app_user on delete set null,
    created_at  timestamptz not null default now(),
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    accepted_by bigint references app_user on delete set null
);
create index invitation_project on invitation (project_id);

-- The audit trail.
create table event (
    id         bigint generated always as identity primary key,
    project_id bigint references project on delete cascade,
    actor_id   bigint references app_user on delete set null,
    at         timestamptz not null default now(),
    what       text        not null,
    detail     jsonb       not null default '{}'
);
create index event_project on event (project_id, id desc);

-- Images -------------------------------------------------------------------------------------------------------

-- The bytes, once per content.
create table blob (
    sha256     bytea primary key,
    media_type text    not null,
    width      integer not null,
    height     integer not null,
    size       bigint  not null,
    bytes      bytea   not null
);
alter table blob alter column bytes set storage external;

create table thumbnail (
    sha256     bytea   not null references blob on delete cascade,
    width      integer not null,
    media_type text    not null,
    bytes      bytea   not null,
    primary key (sha256, width)
);
alter table thumbnail alter column bytes set storage external;

create table import (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    state       text        not null default 'queued'
        check (state in ('uploading', 'queued', 'running', 'done', 'failed')),
    options     jsonb       not null default '{}',
    failure     text,
    created_by  bigint references app_user on delete set null,
    created_at  timestamptz not null default now(),
    finished_at timestamptz
);
create index import_project on import (project_id, id desc);

create table post (
    id          bigint generated always as identity primary key,
    project_id  bigint not null references project on delete cascade,
    external_id text   not null,
    account     text,
    posted_at   timestamptz,
    text        text,
    url         text,
    metadata    jsonb  not null default '{}',
    unique (project_id, external_id)
);

create table image (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project on delete cascade,
    sha256      bytea       not null references blob,
    path        text        not null,
    post_id     bigint references post on delete set null,
    account     text,
    posted_at   timestamptz,
    kind        text,
    damaged     text,
    metadata    jsonb       not null default '{}',
    import_id   bigint references import on delete set null,
    imported_at timestamptz not null default now(),
    unique (project_id, sha256)
);
create index image_page on image (project_id, id);
create index image_account on image (project_id, account, id);
create index image_posted_at on image (project_id, posted_at, id);
create index image_kind on image (project_id, kind, id);
create index image_import on image (project_id, import_id, id);
create index image_post on image (post_id);
create index image_blob on image (sha256);

-- Codebook -----------------------------------------------------------------------------------------------------

-- A published version never changes; the draft is the row with no published_at.
create table codebook_version (
    id           bigint generated always as identity primary key,
    project_id   bigint      not null references project on delete cascade,
    number       integer,
    content      jsonb       not null,
    revision     integer     not null default 1,
    published_at timestamptz,
    published_by bigint references app_user on delete set null,
    note         text        not null default '',
    created_at   timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    check ((number is null) = (published_at is null)),
    unique (project_id, number)
);
create unique index codebook_draft on codebook_version (project_id) where published_at is null;

-- Coders, codings, codes ---------------------------------------------------------------------------------------

create table run (
    id                  bigint generated always as identity primary key,
    project_id          bigint      not null references project on delete cascade,
    kind                text        not null check (kind in ('clip', 'llm', 'ensemble', 'vote')),
    name                text        not null,
    model               text        not null,
    codebook_version_id bigint      not null references codebook_version,
    variables           text[]      not null,
    parameters          jsonb       not null default '{}',
    images              jsonb       not null default '{}',
    seed                bigint      not null,
    state               text        not null default 'queued'
        check (state in ('queued', 'running', 'paused', 'done', 'cancelled', 'failed')),
    failure             text,
    precision           text,
    total               integer     not null default 0,
    cost                numeric     not null default 0,
    created_by          bigint references app_user on delete set null,
    created_at          timestamptz not null default now(),
    started_at          timestamptz,
    finished_at         timestamptz
);
create index run_project on run (project_id, id desc);

-- What became of one image in one run; a worker claims a row before it works on it.
create table run_item (
    run_id      bigint  not null references run on delete cascade,
    image_id    bigint  not null references image on delete cascade,
    outcome     text,
    attempts    integer not null default 0,
    worker      text,
    claimed_at  timestamptz,
    error       text,
    detail      jsonb,
    cost        numeric not null default 0,
    ms          integer,
    finished_at timestamptz,
    primary key (run_id, image_id)
);
create index run_item_open on run_item (run_id, image_id) where outcome is null;
create index run_item_image on run_item (image_id);

-- A coder is a person or a run (or gold, or an imported person).
create table coder (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    kind       text        not null check (kind in ('person', 'run', 'gold', 'imported')),
    user_id    bigint references app_user on delete set null,
    run_id     bigint unique references run on delete cascade,
    name       text        not null,
    created_at timestamptz not null default now()
);
create unique index coder_person on coder (project_id, user_id) where kind = 'person';
create unique index coder_gold on coder (project_id) where kind = 'gold';
create unique index coder_imported on coder (project_id, name) where kind = 'imported';

create table coding (
    id                  bigint generated always as identity primary key,
    project_id          bigint      not null references project on delete cascade,
    coder_id            bigint      not null references coder on delete cascade,
    image_id            bigint      not null references image on delete cascade,
    codebook_version_id bigint      not null references codebook_version,
    sample_id           bigint,
    outcome             text        not null default 'coded',
    assisted            boolean     not null default false,
    seconds             real,
    note                text        not null default '',
    flagged             boolean     not null default false,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    unique nulls not distinct (coder_id, image_id, sample_id),
    unique (id, coder_id, image_id)
);
create index coding_image on coding (image_id);
create index coding_project on coding (project_id, coder_id, image_id);

-- One row per chosen value. Coder and image repeat the coding's own, held equal by the key: filters need no join.
create table code (
    coding_id  bigint not null,
    coder_id   bigint not null,
    image_id   bigint not null,
    variable   text   not null,
    value      text,
    state      text   not null default 'coded' check (state in ('coded', 'unsure', 'not_codable', 'not_applicable')),
    confidence real,
    detail     jsonb,
    check ((state = 'coded') = (value is not null)),
    unique nulls not distinct (coding_id, variable, value),
    foreign key (coding_id, coder_id, image_id) references coding (id, coder_id, image_id) on delete cascade
);
create index code_value on code (coder_id, variable, value, image_id);
create index code_confidence on code (coder_id, variable, value, confidence);
create index code_image on code (image_id);

-- Earlier answers of a coding.
create table coding_history (
    id          bigint generated always as identity primary key,
    coding_id   bigint      not null references coding on delete cascade,
    was         jsonb       not null,
    replaced_at timestamptz not null default now()
);
create index coding_history_coding on coding_history (coding_id);

-- CLIP image vectors: little-endian 32-bit floats, unit norm, once per content and model.
create table embedding (
    sha256 bytea not null references blob on delete cascade,
    model  text  not null,
    vector bytea not null,
    primary key (model, sha256)
);
create index embedding_blob on embedding (sha256);

-- Installation -------------------------------------------------------------------------------------------------

create table installation (
    key   text primary key,
    value text not null
);

-- db-scheduler's own table, as its documentation lays it out.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
