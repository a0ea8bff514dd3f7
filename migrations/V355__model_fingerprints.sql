-- What a model makes of a few drawn images and set phrases on one machine: with another library or processor it is
-- computed again, and the difference is told.
create table model_fingerprint (
    id        bigint generated always as identity primary key,
    model     text        not null,
    precision text        not null,
    library   text        not null,
    processor text        not null,
    vectors   bytea       not null,
    made_at   timestamptz not null default now()
);
create index model_fingerprint_model on model_fingerprint (model, precision);

-- The last self-test of an installed model. The state says of which files, by their names, lengths and times.
create table model_passport (
    name           text primary key,
    state          text        not null,
    files          jsonb       not null,
    fingerprint_id bigint      not null references model_fingerprint,
    tested_at      timestamptz not null default now()
);
create index model_passport_fingerprint on model_passport (fingerprint_id);

-- On what a run was computed; more than one where it was continued elsewhere.
create table run_fingerprint (
    run_id         bigint      not null references run on delete cascade,
    fingerprint_id bigint      not null references model_fingerprint,
    used_at        timestamptz not null default now(),
    primary key (run_id, fingerprint_id)
);
create index run_fingerprint_fingerprint on run_fingerprint (fingerprint_id);

create or replace view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, coalesce(b.spent, 0) as cost, r.starts,
       c.id as coder_id, u.name as started_by, r.created_at, r.started_at, r.finished_at, r.removed, r.note, r.unit,
       array(select f.processor || ', PyTorch ' || f.library
             from run_fingerprint m join model_fingerprint f on f.id = m.fingerprint_id
             where m.run_id = r.id
             group by f.processor, f.library
             order by min(m.used_at), min(f.id)) as processors
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join llm_budget b on b.run_id = r.id
left join app_user u on u.id = r.created_by;
