-- Uploads are kept in pieces until they are worked through, so that any node can take an import over.
alter table import add column files bigint not null default 0;

create table import_part (
    id        bigint generated always as identity primary key,
    import_id bigint not null references import on delete cascade,
    name      text   not null,
    size      bigint not null default 0,
    stored    boolean not null default false,
    unfinished text
);
create index import_part_import on import_part (import_id, id);

create table import_chunk (
    part_id bigint  not null references import_part on delete cascade,
    number  integer not null,
    bytes   bytea   not null,
    primary key (part_id, number)
);
alter table import_chunk alter column bytes set storage external;

-- A table of metadata. The columns keep their order here: jsonb would lose it.
create table import_table (
    id        bigint generated always as identity primary key,
    import_id bigint not null references import on delete cascade,
    part_id   bigint not null references import_part on delete cascade,
    position  bigint not null,
    name      text   not null,
    columns   text[] not null,
    profile   text   not null,
    mapping   jsonb  not null,
    problem   text,
    unique (part_id, position)
);
create index import_table_import on import_table (import_id, id);

create table import_row (
    id       bigint generated always as identity primary key,
    table_id bigint not null references import_table on delete cascade,
    line     bigint not null,
    cells    text[] not null,
    -- Why the row is not used; remark says what is odd about a row that is.
    problem  text,
    remark   text
);
create index import_row_table on import_row (table_id, id);

-- What became of every file. Written in the same transaction as the image, so that a killed import goes on after it.
create table import_item (
    id         bigint generated always as identity primary key,
    import_id  bigint not null references import on delete cascade,
    part_id    bigint not null references import_part on delete cascade,
    position   bigint not null,
    path       text   not null,
    verdict    text   not null
        check (verdict in ('accepted', 'damaged', 'duplicate', 'rejected', 'skipped', 'table')),
    reason     text,
    image_id   bigint references image on delete set null,
    row_id     bigint references import_row on delete set null,
    row_reason text,
    unique (part_id, position)
);
create index import_item_verdict on import_item (import_id, verdict, id);
create index import_item_image on import_item (image_id);
create index import_item_row on import_item (row_id);

-- The row whose metadata the image carries.
alter table image add column row_id bigint references import_row on delete set null;
create index image_row on image (row_id);

-- Two accounts may use the same id, as in folders of screenshots numbered from one.
alter table post drop constraint post_project_id_external_id_key;
alter table post add unique nulls not distinct (project_id, external_id, account);
