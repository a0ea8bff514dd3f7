-- A lift makes of a coder's codes of images those of their posts or videos.
alter table run
    drop constraint run_kind_check,
    add constraint run_kind_check check (kind in ('clip', 'llm', 'ensemble', 'vote', 'caption', 'lift'));

-- How codes of images become one code of their post or video: a name and a version, which never change.
create table lifting_rule (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    name       text        not null check (name <> ''),
    version    integer     not null check (version > 0),
    method     text        not null,
    category   text        not null default '',
    weighing   text        not null default 'images' check (weighing in ('images', 'time')),
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now(),
    unique (project_id, name, version)
);
create index lifting_rule_author on lifting_rule (created_by);

-- What machines say of the images of a sealed or blind post or video is not seen either, for it could be lifted by hand;
-- nor what was lifted of a post or video that has a sealed or blind image, for a unit of few images tells what they said.
create or replace function unseen_codes(in_project bigint, viewer bigint)
    returns table (image_id bigint, coder_id bigint, reason text)
    language sql stable
as $$
    select s.image_id, o.id, 'sealed'
    from sealed_image s
    join coder o on o.project_id = s.project_id and o.kind = 'run'
    where s.project_id = in_project
    union all
    select b.image_id, o.id, 'blind'
    from blind_image b
    join coder o on o.project_id = b.project_id and o.id <> b.coder_id
    where b.project_id = in_project and b.user_id = viewer
    union all
    select b.image_id, b.coder_id, 'again'
    from blind_image b
    join second_coding_plan p on p.sample_id = b.sample_id
    where b.project_id = in_project and b.user_id = viewer
    union all
    select u.image_id, o.id, 'sealed'
    from sealed_image s
    join sample p on p.id = s.sample_id and p.unit <> 'image'
    join unit_image u on u.project_id = in_project and u.unit = p.unit and u.lead_id = s.image_id
    join coder o on o.project_id = s.project_id and o.kind = 'run'
    where s.project_id = in_project and u.image_id <> s.image_id
    union all
    select u.image_id, o.id, 'blind'
    from blind_image b
    join sample p on p.id = b.sample_id and p.unit <> 'image'
    join unit_image u on u.project_id = in_project and u.unit = p.unit and u.lead_id = b.image_id
    join coder o on o.project_id = b.project_id and o.id <> b.coder_id
    where b.project_id = in_project and b.user_id = viewer and u.image_id <> b.image_id
    union all
    select u.lead_id, o.id, 'sealed'
    from run r
    join coder o on o.run_id = r.id
    join unit_image u on u.project_id = in_project and u.unit = r.unit
    join sealed_image s on s.project_id = in_project and s.image_id = u.image_id
    where r.project_id = in_project and r.kind = 'lift' and u.lead_id <> u.image_id
    union all
    select u.lead_id, o.id, 'blind'
    from run r
    join coder o on o.run_id = r.id
    join unit_image u on u.project_id = in_project and u.unit = r.unit
    join blind_image b on b.project_id = in_project and b.image_id = u.image_id
    where r.project_id = in_project and r.kind = 'lift' and b.user_id = viewer and u.lead_id <> u.image_id
$$;
