-- From which probability on a category is given, taken from the gold of a dev sample when the run begins, once for all
-- of its workers.
create table run_threshold (
    run_id    bigint           not null references run on delete cascade,
    variable  text             not null,
    threshold double precision not null,
    f1        double precision not null,
    images    integer          not null,
    sample_id bigint           not null,
    sample    text             not null,
    primary key (run_id, variable)
);
