-- A further post that shows a picture: the first is told on the image itself. The picture is coded once for all of them.
create table appearance (
    id         bigint generated always as identity primary key,
    project_id bigint not null references project on delete cascade,
    image_id   bigint not null references image on delete cascade,
    row_id     bigint not null references import_row on delete cascade,
    post_id    bigint references post,
    account    text,
    posted_at  timestamptz,
    kind       text,
    unique nulls not distinct (image_id, post_id)
);
create index appearance_row on appearance (row_id);
create index appearance_post on appearance (post_id);
create index appearance_account on appearance (project_id, account, image_id);
create index appearance_posted_at on appearance (project_id, posted_at, image_id);

-- A row that fits an image that was there before its table was sent, and the row that the file carried until then.
create table row_fit (
    row_id      bigint not null references import_row on delete cascade,
    image_id    bigint not null references image on delete cascade,
    over_row_id bigint references import_row on delete cascade,
    primary key (row_id, image_id)
);
create index row_fit_image on row_fit (image_id);
create index row_fit_over on row_fit (over_row_id);

-- What a row would change of an image that is described already. It waits until an owner has seen it.
create table correction (
    id         bigint generated always as identity primary key,
    row_id     bigint not null references import_row on delete cascade,
    image_id   bigint not null references image on delete cascade,
    old_row_id bigint not null references import_row on delete cascade,
    changes    jsonb  not null,
    unique (image_id, old_row_id, row_id)
);
create index correction_row on correction (row_id);
create index correction_old_row on correction (old_row_id);

-- What was changed of an image's metadata, by whom, and by which rows.
create table metadata_change (
    id         bigint generated always as identity primary key,
    import_id  bigint not null references import on delete cascade,
    image_id   bigint not null references image on delete cascade,
    row_before bigint not null references import_row on delete cascade,
    row_after  bigint not null references import_row on delete cascade,
    changes    jsonb  not null,
    changed_at timestamptz not null default now(),
    changed_by bigint references app_user on delete set null
);
create index metadata_change_import on metadata_change (import_id, id);
create index metadata_change_image on metadata_change (image_id, id);
create index metadata_change_before on metadata_change (row_before);
create index metadata_change_after on metadata_change (row_after);
create index metadata_change_changed_by on metadata_change (changed_by);

-- A table that the program made of two, so that a corrected row keeps what the correction does not mention.
alter table import_table add column merged boolean not null default false;
