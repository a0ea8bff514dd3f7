-- Samples ------------------------------------------------------------------------------------------------------

-- A drawn set of images with its design. A hand-picked one can be coded but never enters an estimate.
create table sample (
    id                  bigint generated always as identity primary key,
    project_id          bigint      not null references project on delete cascade,
    name                text        not null,
    purpose             text        not null check (purpose in ('pilot', 'dev', 'test', 'audit', 'training')),
    design              text        not null check (design in ('simple', 'stratified', 'handpicked')),
    codebook_version_id bigint      not null references codebook_version,
    variables           text[]      not null,
    frame               jsonb       not null default '{}',
    frame_size          integer     not null,
    strata              jsonb       not null default '{}',
    size                integer     not null,
    seed                bigint      not null,
    overlap             real        not null check (overlap between 0 and 1),
    coders_each         integer     not null check (coders_each >= 1),
    hide_post           boolean     not null default false,
    gold_rule           text        not null default 'unanimous' check (gold_rule in ('unanimous', 'majority')),
    closed_at           timestamptz,
    opened_at           timestamptz,
    opened_by           bigint references app_user on delete set null,
    opened_with         jsonb,
    created_by          bigint references app_user on delete set null,
    created_at          timestamptz not null default now(),
    unique (id, project_id)
);
create index sample_project on sample (project_id, id desc);

-- How likely the image was to be drawn, and how many coders it wants: all of the sample's where it overlaps.
create table sample_image (
    sample_id   bigint           not null references sample on delete cascade,
    image_id    bigint           not null references image on delete cascade,
    stratum     text             not null default '',
    probability double precision not null check (probability > 0 and probability <= 1),
    overlap     boolean          not null,
    wanted      integer          not null,
    taken       integer          not null default 0 check (taken between 0 and wanted),
    primary key (sample_id, image_id)
);
create index sample_image_image on sample_image (image_id);

create table sample_coder (
    sample_id bigint not null references sample on delete cascade,
    coder_id  bigint not null references coder on delete cascade,
    primary key (sample_id, coder_id)
);
create index sample_coder_coder on sample_coder (coder_id);

-- Every coder's own random order over the sample. A claim takes one of the places an image has.
create table assignment (
    sample_id  bigint  not null,
    coder_id   bigint  not null,
    image_id   bigint  not null,
    position   integer not null,
    state      text    not null default 'waiting' check (state in ('waiting', 'claimed', 'done')),
    skipped    integer not null default 0,
    claimed_at timestamptz,
    done_at    timestamptz,
    primary key (sample_id, coder_id, image_id),
    foreign key (sample_id, coder_id) references sample_coder on delete cascade,
    foreign key (sample_id, image_id) references sample_image on delete cascade
);
create index assignment_next on assignment (sample_id, coder_id, state, skipped, position);
create index assignment_silent on assignment (claimed_at) where state = 'claimed';

alter table coding add foreign key (sample_id) references sample;
create index coding_sample on coding (sample_id, image_id) where sample_id is not null;

-- One decision typed by a person: sent twice, it is stored once.
alter table coding add column decision uuid;

-- Gold ---------------------------------------------------------------------------------------------------------

-- Where a gold code comes from; the code itself is a coding of the project's gold coder.
create table gold (
    coding_id  bigint      not null references coding on delete cascade,
    variable   text        not null,
    provenance text        not null check (provenance in ('unanimous', 'majority', 'adjudicated')),
    sources    jsonb       not null,
    decided_by bigint references app_user on delete set null,
    decided_at timestamptz not null default now(),
    reason     text        not null default '',
    error_type text check (error_type in ('slip', 'unclear_rule', 'missing_category', 'ambiguous_image')),
    primary key (coding_id, variable)
);

-- What must stay unseen ----------------------------------------------------------------------------------------

-- Images of test samples that have not been opened: nobody sees machine results on them.
create view sealed_image as
select s.project_id, i.image_id, s.id as sample_id
from sample s
join sample_image i on i.sample_id = s.id
where s.purpose = 'test' and s.opened_at is null;

-- Images a person codes in a sample still under way: of these they see no codes but their own.
create view blind_image as
select s.project_id, c.user_id, c.id as coder_id, i.image_id, s.id as sample_id
from sample s
join sample_coder sc on sc.sample_id = s.id
join coder c on c.id = sc.coder_id and c.kind = 'person'
join sample_image i on i.sample_id = s.id
where s.closed_at is null;
