-- A row of images is a picture, a video, or a frame of a video; one content stands once, but frames may look alike.
alter table image
    add column medium    text not null default 'picture' check (medium in ('picture', 'video', 'frame')),
    add column parent_id bigint references image on delete cascade,
    add column t_ms      integer check (t_ms >= 0),
    add column shot      integer check (shot >= 1),
    add column position  integer;
alter table image
    add check ((medium = 'frame') = (parent_id is not null)),
    add check ((medium = 'frame') = (t_ms is not null)),
    drop constraint image_project_id_sha256_key;
comment on column image.parent_id is 'The video that a frame was taken from.';
comment on column image.t_ms is 'When a frame is seen, in milliseconds from the beginning of its video.';
comment on column image.position is 'The place of a picture among those of its post, from 1; null where nothing told it.';
create unique index image_content on image (project_id, sha256) where parent_id is null;
create unique index image_frame on image (parent_id, t_ms) where parent_id is not null;
create index image_parent on image (parent_id) where parent_id is not null;
create index image_medium on image (project_id, medium, id);

alter table appearance add column position integer;

-- A post or a video is coded under one of its images, its lead: codes, samples and runs name the lead. A post's lead is a
-- picture that no earlier post showed; it stays the lead whatever is imported later. A video leads its own frames.
alter table post add column lead_id bigint references image on delete set null;
create unique index post_lead on post (lead_id) where lead_id is not null;
create index post_without_lead on post (project_id) where lead_id is null;

-- The images of every post and video that can be coded as one, under their lead.
create view unit_image as
select p.project_id, 'post' as unit, p.lead_id, i.id as image_id, i.position, i.path, i.t_ms
from post p
join image i on i.post_id = p.id
where p.lead_id is not null
union all
select p.project_id, 'post', p.lead_id, i.id, a.position, i.path, i.t_ms
from post p
join appearance a on a.post_id = p.id
join image i on i.id = a.image_id and i.post_id is distinct from p.id
where p.lead_id is not null
union all
select f.project_id, 'video', f.parent_id, f.id, null, f.path, f.t_ms
from image f
where f.medium = 'frame';
