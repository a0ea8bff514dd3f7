-- Images somebody wants to find again under a name: a filter of the gallery, or pictures ticked by hand.
create table selection (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    name       text        not null,
    query      text        not null default '',
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now()
);
create index selection_project on selection (project_id, id desc);

-- The ticked pictures; a selection that is a filter has none.
create table selection_image (
    selection_id bigint not null references selection on delete cascade,
    image_id     bigint not null references image on delete cascade,
    primary key (selection_id, image_id)
);
create index selection_image_image on selection_image (image_id);
