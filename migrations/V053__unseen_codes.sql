-- The codes a person must not see, by image and coder, with the reason: machine results on images of sealed test samples
-- are unseen by everybody, and whoever codes an open sample sees of its images no codes but their own.
create function unseen_codes(in_project bigint, viewer bigint)
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
$$;
