-- What machines can judge of posts and videos: of a video in a post its frames, which a unit's own list, unit_image, shows as
-- one video.
create view judged_image as
select u.project_id, u.unit, u.lead_id, i.id as image_id, u.position, i.path, i.t_ms, i.parent_id
from unit_image u
join image i on i.id = u.image_id
where i.medium <> 'video'
union all
select u.project_id, u.unit, u.lead_id, f.id, u.position, f.path, f.t_ms, f.parent_id
from unit_image u
join image f on f.parent_id = u.image_id
where u.unit = 'post';
