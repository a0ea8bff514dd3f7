-- On which machine a vector was made: a later run takes it from here. Unknown of those from before.
alter table embedding add column fingerprint_id bigint references model_fingerprint;
create index embedding_fingerprint on embedding (fingerprint_id) where fingerprint_id is not null;

-- By which machines the vectors that a run used were made, whoever made them; without one where that is not known.
-- Until now it said where workers had made themselves ready.
delete from run_fingerprint;
alter table run_fingerprint drop constraint run_fingerprint_pkey;
alter table run_fingerprint alter column fingerprint_id drop not null;
alter table run_fingerprint add unique nulls not distinct (run_id, fingerprint_id);

create or replace view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, coalesce(b.spent, 0) as cost, r.starts,
       c.id as coder_id, u.name as started_by, r.created_at, r.started_at, r.finished_at, r.removed, r.note, r.unit,
       array(select f.processor || ', PyTorch ' || f.library
             from run_fingerprint m join model_fingerprint f on f.id = m.fingerprint_id
             where m.run_id = r.id
               and not exists (select from run_fingerprint n where n.run_id = r.id and n.fingerprint_id is null)
             group by f.processor, f.library
             order by min(m.used_at), min(f.id)) as processors
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join llm_budget b on b.run_id = r.id
left join app_user u on u.id = r.created_by;

-- Names, lengths and hashes of the files are kept with a passport; their times differ from node to node.
alter table model_passport drop column state;
