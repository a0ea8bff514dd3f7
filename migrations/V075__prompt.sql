-- A part of the project's prompt that the owners have rewritten; every other part is made from the codebook.
-- "generated" is what the codebook gave when it was rewritten: where that differs now, the codebook has moved on.
create table prompt_part (
    project_id bigint      not null references project on delete cascade,
    name       text        not null,
    content    text        not null,
    generated  text        not null,
    changed_at timestamptz not null default now(),
    changed_by bigint references app_user on delete set null,
    primary key (project_id, name)
);

-- The shelf of example images: shown to a model with their codes before it codes others.
create table example (
    project_id bigint      not null references project on delete cascade,
    image_id   bigint      not null references image on delete cascade,
    codes      jsonb       not null default '[]',
    changed_at timestamptz not null default now(),
    changed_by bigint references app_user on delete set null,
    primary key (project_id, image_id)
);
create index example_image_id on example (image_id);

-- What has been shown as an example may not be what a machine is judged by: the shelf, and whatever a run was shown.
create view example_image as
select project_id, image_id
from example
union
select run.project_id, image.id
from run
cross join lateral jsonb_array_elements_text(
    case when jsonb_typeof(run.parameters -> 'examples') = 'array' then run.parameters -> 'examples' else '[]' end) shown
join image on image.project_id = run.project_id and image.id::text = shown;
