-- What a coder of a sample has read of the codebook: the version, and the one they had read before it.
create table coding_visit (
    sample_id          bigint      not null,
    coder_id           bigint      not null,
    version_id         bigint      not null references codebook_version,
    earlier_version_id bigint references codebook_version,
    read_at            timestamptz not null default now(),
    primary key (sample_id, coder_id),
    foreign key (sample_id, coder_id) references sample_coder on delete cascade
);

-- How a person likes to code, whatever the project.
create table coding_habit (
    user_id      bigint primary key references app_user on delete cascade,
    auto_advance boolean not null
);

-- Images that the guide shows for a category.
create table category_example (
    project_id bigint      not null references project on delete cascade,
    variable   text        not null,
    category   text        not null,
    image_id   bigint      not null references image on delete cascade,
    added_by   bigint references app_user on delete set null,
    added_at   timestamptz not null default now(),
    primary key (project_id, variable, category, image_id)
);
create index category_example_image on category_example (image_id);
