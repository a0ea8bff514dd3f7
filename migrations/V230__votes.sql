-- Whose codes a vote counts, in its order.
create view vote_voter as
select r.id as run_id, r.project_id, cast(v.voter ->> 'coder' as bigint) as coder_id, v.position
from run r, jsonb_array_elements(r.parameters -> 'voters') with ordinality as v(voter, position)
where r.kind = 'vote';

-- What a rule needs to know of all images, made once when the vote begins: weights or confusion of the voters.
create table vote_fit (
    run_id  bigint      primary key references run on delete cascade,
    content jsonb       not null,
    made_at timestamptz not null default now()
);

-- How far the voters differ on an image: the share of pairs of voters who said different things.
create table vote_split (
    coder_id bigint not null references coder on delete cascade,
    image_id bigint not null references image on delete cascade,
    variable text   not null,
    differing real  not null check (differing between 0 and 1),
    primary key (coder_id, variable, image_id)
);
create index vote_split_image on vote_split (image_id);
create index vote_split_size on vote_split (coder_id, variable, differing, image_id);
