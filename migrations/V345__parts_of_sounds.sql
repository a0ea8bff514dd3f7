-- How long the sound of a video is: as the header says until it was decoded, then as it is. Null where nobody knows.
alter table video add column sound_ms integer check (sound_ms >= 0);

-- What is to be known of a feature that was found: what of its image it does not cover, and why.
alter table feature add column remark text;

-- What came of the parts of a sound that is sent in parts, until all of them are there.
create table speech_part (
    source_id bigint  not null references feature_source on delete cascade,
    image_id  bigint  not null references image on delete cascade,
    from_ms   integer not null check (from_ms >= 0),
    to_ms     integer not null check (to_ms > from_ms),
    outcome   text    not null check (outcome in ('answered', 'refused', 'error')),
    text      text    not null default '',
    segments  jsonb,
    error     text,
    primary key (source_id, image_id, from_ms)
);
create index speech_part_image on speech_part (image_id);
