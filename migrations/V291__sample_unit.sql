-- What a sample draws and its coders code: images, or posts or videos under their lead image.
alter table sample add column unit text not null default 'image' check (unit in ('image', 'post', 'video'));

create or replace view sample_overview as
select s.id, s.project_id, s.name, s.purpose, s.design, s.codebook_version_id, v.number as codebook_version,
       s.variables, s.frame, s.frame_size, s.strata, s.size, s.seed, s.overlap, s.coders_each, s.hide_post, s.gold_rule,
       s.closed_at, s.opened_at, o.name as opened_by, s.opened_with, u.name as created_by, s.created_at, s.note, s.unit
from sample s
join codebook_version v on v.id = s.codebook_version_id
left join app_user u on u.id = s.created_by
left join app_user o on o.id = s.opened_by;
