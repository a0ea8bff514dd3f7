-- Whose answer a cascade took, image by image.
create table cascade_decision (
    coder_id   bigint not null references coder on delete cascade,
    image_id   bigint not null references image on delete cascade,
    variable   text   not null,
    decider_id bigint not null references coder on delete cascade,
    primary key (coder_id, image_id, variable)
);
create index cascade_decision_image on cascade_decision (image_id);
create index cascade_decision_decider on cascade_decision (decider_id);

-- Which share of a cascade's images came to the voter at that place: those that no earlier one decided altogether.
create function reached(cascade bigint, place bigint) returns double precision
    language sql stable
as $$
    select coalesce(1 - (select count(*)
                         from (select d.image_id
                               from cascade_decision d
                               join vote_voter t on t.run_id = r.id and t.coder_id = d.decider_id and t.position < place
                               where d.coder_id = cascade
                               group by d.image_id having count(*) = cardinality(r.variables)) earlier)
                      / nullif(cast((select count(*) from run_item i where i.run_id = r.id) as double precision), 0), 1)
    from coder c join run r on r.id = c.run_id
    where c.id = cascade
$$;
