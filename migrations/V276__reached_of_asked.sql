-- Which share of the images that any of a cascade's voters was asked came to the voter at that place: those that no earlier
-- one decided altogether. An image of which nobody was asked came to nobody.
create or replace function reached(cascade bigint, place bigint) returns double precision
    language sql stable
as $$
    select coalesce(1 - (select count(*)
                         from (select d.image_id
                               from cascade_decision d
                               join vote_voter t on t.run_id = r.id and t.coder_id = d.decider_id and t.position < place
                               where d.coder_id = cascade
                               group by d.image_id having count(*) = cardinality(r.variables)) earlier)
                      / nullif(cast((select count(*) from run_item i
                                     where i.run_id = r.id
                                       and i.image_id in (select a.image_id
                                                          from vote_voter t join coder v on v.id = t.coder_id
                                                          join run_item a on a.run_id = v.run_id
                                                          where t.run_id = r.id
                                                          union all
                                                          select k.image_id
                                                          from vote_voter t join coding k on k.coder_id = t.coder_id
                                                          where t.run_id = r.id)) as double precision), 0), 1)
    from coder c join run r on r.id = c.run_id
    where c.id = cascade
$$;
