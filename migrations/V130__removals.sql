-- Images that were taken out of a project at once: by whom, when and why, and what hung on them and went with them, as it
-- was said before.
create table removal (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    -- The import that was undone by it.
    import_id  bigint references import on delete set null,
    reason     text        not null,
    images     bigint      not null,
    hung       text[]      not null,
    removed_by bigint references app_user on delete set null,
    removed_at timestamptz not null default now()
);
create index removal_project on removal (project_id, id desc);
create index removal_import on removal (import_id);
create index removal_removed_by on removal (removed_by);

-- What is left of an image: that it was there. Its number is not given again.
create table removed_image (
    image_id   bigint primary key,
    project_id bigint not null references project on delete cascade,
    removal_id bigint not null references removal on delete cascade,
    path       text   not null,
    sha256     bytea  not null
);
create index removed_image_project on removed_image (project_id);
create index removed_image_removal on removed_image (removal_id);

-- An image that a sample had drawn: how, and how much was known of it when it went.
create table removed_unit (
    sample_id   bigint           not null references sample on delete cascade,
    image_id    bigint           not null references removed_image on delete cascade,
    stratum     text             not null,
    probability double precision not null,
    overlap     boolean          not null,
    codings     bigint           not null,
    gold        boolean          not null,
    primary key (sample_id, image_id)
);
create index removed_unit_image on removed_unit (image_id);

-- How many images of the run were removed; the total is of those that are left, so that outcomes add up to it.
alter table run add column removed integer not null default 0;

create or replace view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, coalesce(b.spent, 0) as cost, r.starts,
       c.id as coder_id, u.name as started_by, r.created_at, r.started_at, r.finished_at, r.removed
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join llm_budget b on b.run_id = r.id
left join app_user u on u.id = r.created_by;

create or replace view import_overview as
select i.id, i.project_id, i.state, i.failure, coalesce(u.name, 'Codeframe') as who,
       (select coalesce(string_agg(p.name, ', ' order by p.id), '')
        from (select id, name from import_part where import_id = i.id order by id limit 4) p) as names,
       i.files,
       (select count(*) from import_item where import_id = i.id) as handled,
       (select count(*) from import_item
        where import_id = i.id and verdict in ('accepted', 'damaged')) as pictures,
       i.created_at, i.finished_at,
       exists (select from removal where import_id = i.id) as undone
from import i left join app_user u on u.id = i.created_by;
