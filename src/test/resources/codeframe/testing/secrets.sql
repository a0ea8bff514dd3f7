-- What a furnished project has besides, so that there are secrets of every kind in it: a run that was started after the
-- test sample was sealed, runs that left sealed images without codes, a sweep that drew one, an owner who codes the open
-- sample too, codes by both of its coders, and a sample that was drawn by what a run said.

insert into run (id, project_id, kind, name, model, codebook_version_id, variables, seed, state, total, created_by, started_at,
                 finished_at)
    overriding system value
    values ($b + 6, $project, 'clip', 'Run $mark 6', 'demo', $b + 2, '{type}', 1, 'done', 12, $owner, now(), now());
insert into coder (id, project_id, kind, run_id, name) overriding system value
    values ($b + 6, $project, 'run', $b + 6, 'Run $mark 6');
insert into run_item (run_id, image_id, outcome, attempts, finished_at)
    select $b + 6, $b + n, 'coded', 1, now() from generate_series(1, 12) n;
insert into coding (project_id, coder_id, image_id, codebook_version_id)
    select $project, $b + 6, $b + n, $b + 2 from generate_series(1, 12) n;
insert into code (coding_id, coder_id, image_id, variable, value, confidence, detail)
    select id, coder_id, image_id, 'type', 'poster', 0.7, '{"note": "$mark", "margin": 0.2, "runner_up": "crowd"}'
    from coding where coder_id = $b + 6;
update run_item set outcome = 'refused', error = 'It would not say.' where run_id = $b + 2 and image_id in ($b + 3, $b + 9);
insert into run_review_item (review_id, position, image_id, value, verdict, judged_at)
    values ($b + 1, 4, $b + 7, 'poster', 'wrong', '2026-01-05Z'), ($b + 1, 5, $b + 2, 'poster', 'wrong', '2026-01-05Z');
update llm_request set cost = (id - $b) * 0.01, output_tokens = id - $b, said = 'Said about ' || id where project_id = $project;

insert into sample_coder (sample_id, coder_id) values ($b + 1, $b + 12);
insert into assignment (sample_id, coder_id, image_id, position, state)
    select $b + 1, $b + 12, image_id, image_id - $b, 'waiting' from sample_image where sample_id = $b + 1;
insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, note, flagged)
    select $project, $b + c, $b + n, $b + 2, $b + 1, 'Said of ' || n, true
    from generate_series(11, 12) c, generate_series(1, 3) n where (c, n) <> (11, 3);
insert into code (coding_id, coder_id, image_id, variable, value)
    select id, coder_id, image_id, 'type', 'poster' from coding k
    where sample_id = $b + 1 and not exists (select from code c where c.coding_id = k.id);
update coding set seconds = image_id - $b, updated_at = timestamptz '2026-01-05Z' + image_id * interval '1 minute'
    where sample_id = $b + 1;
update assignment set state = 'done', done_at = timestamptz '2026-01-05Z' + (image_id - $b) * interval '1 minute'
    where sample_id = $b + 1 and (coder_id, image_id) in (select coder_id, image_id from coding where sample_id = $b + 1);
insert into coding_history (coding_id, was)
    select id, '{"codes": [{"variable": "type", "value": "crowd"}]}' from coding where sample_id = $b + 1;

update sample set strata = '{"by": {"by": "category", "coder": 71001, "variable": "type", "floor": 1}, "rows": [
    {"name": "poster", "size": 9, "drawn": 2}, {"name": "crowd", "size": 3, "drawn": 1}]}', design = 'stratified'
    where id in ($b + 1, $b + 3);
update sample_image set stratum = case when image_id % 3 = 0 then 'poster' else 'crowd' end
    where sample_id in ($b + 1, $b + 3)
