-- Whether the file has a mark (EXIF) that tells programs to turn or mirror it; null where nobody has looked yet.
alter table blob add column turned boolean;

-- Vectors of pictures as people see them, and as their files store them, are kept apart. Those that are there were
-- computed from pictures as stored.
alter table embedding add column upright boolean not null default false;
alter table embedding alter column upright drop default;
alter table embedding drop constraint embedding_pkey;
alter table embedding add primary key (model, upright, sha256);
