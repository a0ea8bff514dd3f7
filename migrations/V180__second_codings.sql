-- Second codings: the same coder codes some of their own images again, unannounced. They stand beside the first codings,
-- in a table of their own, so that nothing that counts codings can count them too.

-- How much of a sample comes again: a share of each coder's images or a number of them, so many days after the first time.
create table second_coding_plan (
    sample_id  bigint  primary key references sample on delete cascade,
    share      real    check (share > 0 and share <= 1),
    number     integer check (number > 0),
    after_days integer not null check (after_days between 0 and 3650),
    check (num_nonnulls(share, number) = 1)
);

-- One image that comes again. The codes are {variable, value, state}, several of a variable with several values;
-- "earlier" keeps what was decided before, the oldest first.
create table second_coding (
    project_id          bigint      not null references project on delete cascade,
    sample_id           bigint      not null,
    coder_id            bigint      not null,
    image_id            bigint      not null,
    position            integer     not null,
    state               text        not null default 'claimed' check (state in ('waiting', 'claimed', 'done')),
    skipped             integer     not null default 0,
    claimed_at          timestamptz,
    codebook_version_id bigint references codebook_version on delete cascade,
    decision            uuid,
    seconds             real,
    note                text        not null default '',
    flagged             boolean     not null default false,
    codes               jsonb       not null default '[]',
    earlier             jsonb       not null default '[]',
    done_at             timestamptz,
    updated_at          timestamptz,
    primary key (sample_id, coder_id, image_id),
    foreign key (sample_id, coder_id, image_id) references assignment on delete cascade,
    check ((state = 'done') = (done_at is not null and codebook_version_id is not null))
);
create index second_coding_project on second_coding (project_id);
create index second_coding_version on second_coding (codebook_version_id);
create index second_coding_silent on second_coding (claimed_at) where state = 'claimed';

-- The images that come again to a coder and have not come yet, once it is time. Which ones is drawn by the
-- sample's seed, from the images that the coder has or can still get, so that early images come no more often than late
-- ones. "parted" where a day or ten other images lie between.
create function second_codings_due(in_sample bigint, in_coder bigint, at timestamptz)
    returns table (image_id bigint, skipped integer, place bigint, parted boolean)
    language sql stable
as $$
    with pool as (
        select a.image_id, a.state, a.done_at, p.after_days,
               row_number() over (
                   order by md5(s.seed || ' again ' || a.coder_id || ' ' || a.image_id), a.image_id) as place,
               row_number() over (order by a.done_at desc nulls last, a.image_id) as recent,
               least(coalesce(p.number, ceil(cast(p.share as numeric) * count(*) over ())), count(*) over ()) as wanted
        from second_coding_plan p
        join sample s on s.id = p.sample_id
        join assignment a on a.sample_id = p.sample_id
        join sample_image i on i.sample_id = a.sample_id and i.image_id = a.image_id
        where p.sample_id = in_sample and a.coder_id = in_coder and s.closed_at is null
          and (a.state <> 'waiting' or i.taken < i.wanted)),
    begun as (
        select count(*) filter (where state <> 'waiting') as n
        from second_coding where sample_id = in_sample and coder_id = in_coder)
    select pool.image_id, coalesce(z.skipped, 0), pool.place, pool.after_days > 0 or pool.recent > 10
    from pool
    cross join begun
    left join second_coding z
      on z.sample_id = in_sample and z.coder_id = in_coder and z.image_id = pool.image_id
    where pool.state = 'done' and coalesce(z.state, 'waiting') = 'waiting'
      and pool.place <= pool.wanted
      and pool.done_at + make_interval(days => pool.after_days) <= at
    order by coalesce(z.skipped, 0), pool.place
    limit (select greatest(0, coalesce((select max(wanted) from pool), 0) - (select n from begun)))
$$;

-- Whoever codes a sample with second codings does not see their own codes of its images either while it is open: what
-- was said of those that come again must not be looked up, and all are hidden alike so that nothing tells which they are.
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
$$;
