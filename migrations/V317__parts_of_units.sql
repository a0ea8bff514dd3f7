-- What is drawn as a post or a video hides all of it: besides its lead every image of the unit, and the frames of its videos.
create view sample_part as
select s.project_id, m.sample_id, m.image_id
from sample s
join sample_image m on m.sample_id = s.id
union all
select s.project_id, m.sample_id, u.image_id
from sample s
join sample_image m on m.sample_id = s.id
join unit_image u on u.unit = s.unit and u.lead_id = m.image_id
where s.unit <> 'image' and u.image_id <> m.image_id
union all
select s.project_id, m.sample_id, f.id
from sample s
join sample_image m on m.sample_id = s.id
join unit_image u on u.unit = s.unit and u.lead_id = m.image_id
join image f on f.parent_id = u.image_id
where s.unit = 'post';

create or replace view sealed_image as
select s.project_id, i.image_id, s.id as sample_id
from sample s
join sample_part i on i.sample_id = s.id
where s.purpose = 'test' and s.opened_at is null;

create or replace view blind_image as
select s.project_id, c.user_id, c.id as coder_id, i.image_id, s.id as sample_id
from sample s
join sample_coder sc on sc.sample_id = s.id
join coder c on c.id = sc.coder_id and c.kind = 'person'
join sample_part i on i.sample_id = s.id
where s.closed_at is null;

create or replace view open_image as
select distinct s.project_id, i.image_id
from sample s
join sample_part i on i.sample_id = s.id
where s.closed_at is null;

-- Posts and videos of which an image is sealed, or still coded: what was lifted to them, or voted on such, tells of it.
create view unit_part as
select project_id, unit, lead_id, image_id from unit_image
union all
select project_id, unit, lead_id, image_id from judged_image where parent_id is not null and unit = 'post';

create view sealed_unit as
select u.project_id, u.unit, u.lead_id
from unit_part u
join sealed_image z on z.project_id = u.project_id and z.image_id = u.image_id;

create view open_unit as
select u.project_id, u.unit, u.lead_id
from unit_part u
join open_image o on o.project_id = u.project_id and o.image_id = u.image_id;

create or replace function unseen_codes(in_project bigint, viewer bigint)
    returns table (image_id bigint, coder_id bigint, reason text)
    language sql stable
as $$
    select s.image_id, o.id, 'sealed'
    from sealed_image s
    join coder o on o.project_id = s.project_id and o.kind = 'run'
    where s.project_id = in_project
    union all
    select b.image_id, o.id, 'blind'
    from blind_image b
    join coder o on o.project_id = b.project_id and o.id <> b.coder_id
    where b.project_id = in_project and b.user_id = viewer
    union all
    select b.image_id, b.coder_id, 'again'
    from blind_image b
    join second_coding_plan p on p.sample_id = b.sample_id
    where b.project_id = in_project and b.user_id = viewer
    union all
    select u.lead_id, o.id, 'sealed'
    from run r
    join coder o on o.run_id = r.id
    join sealed_unit u on u.project_id = in_project and u.unit = r.unit
    where r.project_id = in_project and r.unit <> 'image'
    union all
    select u.lead_id, o.id, 'blind'
    from run r
    join coder o on o.run_id = r.id
    join unit_part u on u.project_id = in_project and u.unit = r.unit
    join blind_image b on b.project_id = in_project and b.image_id = u.image_id
    where r.project_id = in_project and r.unit <> 'image' and b.user_id = viewer
$$;
