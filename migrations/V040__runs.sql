-- How often a run was started, continued or retried: lanes of an earlier start are not those of a later one.
alter table run add column starts integer not null default 1;

-- A server asked to wait until then; and whether an earlier run had left behind what this image needed.
alter table run_item add column not_before timestamptz;
alter table run_item add column reused boolean not null default false;
create index run_item_outcome on run_item (run_id, outcome, image_id);

-- A run as it is shown: with its coder, its codebook's number and the person who started it.
create view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, r.cost, r.starts, c.id as coder_id,
       u.name as started_by, r.created_at, r.started_at, r.finished_at
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join app_user u on u.id = r.created_by;

-- A look at drawn images of a run, each judged right or wrong: an impression, never gold.
create table run_review (
    id         bigint generated always as identity primary key,
    run_id     bigint      not null references run on delete cascade,
    variable   text        not null,
    design     text        not null check (design in ('random', 'stratified')),
    seed       bigint      not null,
    size       integer     not null,
    created_by bigint references app_user on delete set null,
    created_at timestamptz not null default now()
);
create index run_review_run on run_review (run_id, id desc);

-- The value is the run's at the time of the draw; a wrong one may name the right category.
create table run_review_item (
    review_id bigint  not null references run_review on delete cascade,
    position  integer not null,
    image_id  bigint  not null references image on delete cascade,
    value     text    not null,
    verdict   text check (verdict in ('right', 'wrong', 'skipped')),
    correct   text,
    judged_at timestamptz,
    primary key (review_id, position),
    unique (review_id, image_id)
);
create index run_review_item_image on run_review_item (image_id);
