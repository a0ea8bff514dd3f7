-- Files that are being decoded. A row that is left over is of a program that ended meanwhile.
create table import_try (
    part_id  bigint  not null references import_part on delete cascade,
    position bigint  not null,
    times    integer not null default 1,
    primary key (part_id, position)
);
