-- As if others had said something else, without a count of what was done changing: machines about the images of a sealed
-- test sample; and everybody but the coder $own about the images of samples that $own still codes.

create temporary table hidden on commit drop as
    select s.image_id, o.id as coder_id from sealed_image s join coder o on o.project_id = s.project_id
    where s.project_id = $project and o.kind = 'run'
    union
    select b.image_id, o.id from blind_image b join coder o on o.project_id = b.project_id
    where b.project_id = $project and b.coder_id = $own and o.id <> $own;

update code set value = case when value = 'poster' then 'crowd' else 'poster' end, state = 'coded', confidence = 1 - confidence / 3,
                detail = case when detail is not null then jsonb '{"note": "otherwise", "margin": 0.7, "runner_up": "poster"}' end
    where (image_id, coder_id) in (select image_id, coder_id from hidden);
update code set value = null, state = 'unsure'
    where (image_id, coder_id) in (select image_id, coder_id from hidden) and image_id % 10 in (2, 8);
update coding set note = 'Otherwise', flagged = not flagged, seconds = 4 - seconds
    where (image_id, coder_id) in (select image_id, coder_id from hidden);
update coding_history set was = '{"codes": [{"variable": "type", "value": "otherwise"}], "note": "otherwise"}'
    where coding_id in (select k.id from coding k join hidden h on h.image_id = k.image_id and h.coder_id = k.coder_id);
update run_item set error = 'Otherwise.', detail = '{"note": "otherwise"}', attempts = 3, ms = 5
    where (image_id, run_id) in (select h.image_id, o.run_id from hidden h join coder o on o.id = h.coder_id);
update run_review_item i set value = 'crowd', verdict = 'right'
    from run_review r join coder o on o.run_id = r.run_id
    where r.id = i.review_id and (i.image_id, o.id) in (select image_id, coder_id from hidden);
update sample_image set stratum = case when stratum = 'poster' then 'crowd' else 'poster' end
    where sample_id in (select id from sample where strata #>> '{by,by}' = 'category')
      and image_id in (select image_id from hidden);
update sample s set strata = jsonb_set(strata, '{rows}', '[{"name": "poster", "size": 4, "drawn": 1}, {"name": "crowd", "size": 8, "drawn": 2}]')
    where strata #>> '{by,by}' = 'category' and id in (select m.sample_id from sample_image m join hidden h on h.image_id = m.image_id);
-- What images cost and came to changes places, so that the sums stay.
update llm_request q set image_id = ring.becomes, answer = '{"type": "otherwise"}', refusal = 'otherwise'
    from (select image_id, coalesce(lead(image_id) over (order by image_id), first) as becomes
          from (select image_id, min(image_id) over () as first from (select distinct image_id from hidden) one) ordered) ring
    where q.image_id = ring.image_id and q.project_id = $project
