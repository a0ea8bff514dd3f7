-- What people said of the images that a lift looks at, as it was when the lift began: what they code in the meantime does not
-- move it. A run that is lifted is held by how often it was started and read again.
create table lift_pin (
    run_id  bigint primary key references run on delete cascade,
    made_at timestamptz not null default now()
);
create table lift_said (
    run_id   bigint  not null references lift_pin on delete cascade,
    image_id bigint  not null references image on delete cascade,
    position integer not null,
    coding   bigint  not null,
    variable text    not null,
    value    text,
    state    text    not null,
    scores   jsonb,
    primary key (run_id, position)
);
create index lift_said_run on lift_said (run_id, image_id);
create index lift_said_image on lift_said (image_id);
