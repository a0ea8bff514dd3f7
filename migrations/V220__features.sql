-- What is known about images without judging them: captions, objects, text in the image, labels, transcripts. A source is
-- never overwritten: what is imported again under its name is a further version.
create table feature_source (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    name       text        not null,
    version    integer     not null,
    origin     text        not null check (origin in ('import')),
    -- A text search configuration of PostgreSQL: by which forms of a word are found as one.
    language   text        not null,
    file       text        not null,
    report     jsonb       not null,
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now(),
    unique (project_id, name, version)
);
create index feature_source_created_by on feature_source (created_by);

-- One outcome per image and feature. An image without a row was never asked.
create table feature (
    source_id bigint   not null references feature_source on delete cascade,
    kind      text     not null check (kind in ('caption', 'objects', 'text', 'labels', 'transcript', 'note')),
    image_id  bigint   not null references image on delete cascade,
    outcome   text     not null check (outcome in ('done', 'empty', 'refused', 'error', 'unreadable')),
    -- As it is read: the text itself, or the names of the objects and labels.
    text      text     not null default '',
    -- Of objects and labels: [{"name": …, "confidence": …, "corners": [{"x": …, "y": …}]}], in shares of the image.
    things    jsonb    not null default '[]',
    -- Of a failure: what the service said.
    error     text,
    words     tsvector not null default '',
    primary key (source_id, kind, image_id),
    check (outcome = 'done' or (text = '' and things = '[]'))
);
create index feature_image on feature (image_id);
create index feature_words on feature using gin (words);

-- A table between its upload and the choice of its columns; what nobody chose goes after a day.
create table feature_upload (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    name       text        not null,
    bytes      bytea       not null,
    created_by bigint references app_user on delete cascade,
    created_at timestamptz not null default now()
);
create index feature_upload_project on feature_upload (project_id);
create index feature_upload_created_by on feature_upload (created_by);
