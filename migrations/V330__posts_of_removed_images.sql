-- A post's page says how many of its pictures were taken out; of earlier removals that is not known.
alter table removed_image add column post_id bigint references post on delete set null;
create index removed_image_post on removed_image (post_id) where post_id is not null;
