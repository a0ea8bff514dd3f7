-- Who wrote the draft last: the person to ask when two owners write the same variable.
alter table codebook_version add column changed_by bigint references app_user on delete set null;

-- What was removed from a draft, so that it can be put back whatever was written since. A category names its variable;
-- a variable stands alone.
create table codebook_removed (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project on delete cascade,
    variable   text        not null default '',
    position   integer     not null,
    content    jsonb       not null,
    removed_at timestamptz not null default now(),
    removed_by bigint references app_user on delete set null
);
create index codebook_removed_project on codebook_removed (project_id, id desc);

-- What became of a category that a version no longer has: another category (a merge), or nothing: code again (a split).
create table category_mapping (
    version_id bigint not null references codebook_version on delete cascade,
    variable   text   not null,
    category   text   not null,
    becomes    text,
    primary key (version_id, variable, category)
);
