-- The bytes of a video in pieces: its row of blob has none, so that nobody holds them whole by accident.
create table blob_chunk (
    sha256 bytea   not null references blob on delete cascade,
    number integer not null,
    bytes  bytea   not null,
    primary key (sha256, number)
);
alter table blob_chunk alter column bytes set storage external;

-- What was found by decoding a video; the file's own header is believed in nothing.
create table video (
    sha256      bytea   primary key references blob on delete cascade,
    container   text    not null,
    codec       text    not null,
    audio       boolean not null,
    duration_ms integer not null check (duration_ms >= 0),
    rotation    integer not null,
    frames      integer not null check (frames > 0),
    rate        real    not null,
    warnings    text[]  not null default '{}'
);

-- By which rule the frames of a video were chosen in a project.
create table frame_choice (
    image_id  bigint      primary key references image on delete cascade,
    rule      jsonb       not null,
    chosen_at timestamptz not null default now()
);

-- A frame is known by what is known of its video, whoever changes that.
create function tell_frames() returns trigger language plpgsql as $$
begin
    update image set account = new.account, posted_at = new.posted_at, kind = new.kind where parent_id = new.id;
    return null;
end $$;
create trigger image_tells_frames
    after update of account, posted_at, kind on image
    for each row
    when (new.medium = 'video'
          and (new.account, new.posted_at, new.kind) is distinct from (old.account, old.posted_at, old.kind))
    execute function tell_frames();
