-- What a run judges: images one by one, or posts or videos whole, each under its lead.
alter table run add column unit text not null default 'image' check (unit in ('image', 'post', 'video'));

create or replace view run_overview as
select r.id, r.project_id, r.kind, r.name, r.model, r.codebook_version_id, v.number as codebook_version, r.variables,
       r.parameters, r.images, r.seed, r.state, r.failure, r.precision, r.total, coalesce(b.spent, 0) as cost, r.starts,
       c.id as coder_id, u.name as started_by, r.created_at, r.started_at, r.finished_at, r.removed, r.note, r.unit
from run r
join codebook_version v on v.id = r.codebook_version_id
join coder c on c.run_id = r.id
left join llm_budget b on b.run_id = r.id
left join app_user u on u.id = r.created_by;
