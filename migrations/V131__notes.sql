-- What people note on runs, samples and saved selections.
alter table run add column note text not null default '';
alter table sample add column note text not null default '';
alter table selection add column note text not null default '';

create or replace view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, coalesce(b.spent, 0) as cost, r.starts,
       c.id as coder_id, u.name as started_by, r.created_at, r.started_at, r.finished_at, r.removed, r.note
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join llm_budget b on b.run_id = r.id
left join app_user u on u.id = r.created_by;

create or replace view sample_overview as
select s.id, s.project_id, s.name, s.purpose, s.design, s.codebook_version_id, v.number as codebook_version,
       s.variables, s.frame, s.frame_size, s.strata, s.size, s.seed, s.overlap, s.coders_each, s.hide_post, s.gold_rule,
       s.closed_at, s.opened_at, o.name as opened_by, s.opened_with, u.name as created_by, s.created_at, s.note
from sample s
join codebook_version v on v.id = s.codebook_version_id
left join app_user u on u.id = s.created_by
left join app_user o on o.id = s.opened_by;
