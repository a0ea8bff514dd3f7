-- One of everything in a project, each with a number of its own: $b is the project's thousand. Every text that belongs to
-- the project alone holds the word $mark. $owner and $coder are users. Images 1 to 3 are in an open sample that the coder
-- codes, 4 to 6 in a closed one, 7 to 9 in a sealed test sample, 10 and 11 in an opened one, 12 in one that nobody began.

update project set name = 'Study of $mark' where id = $project;
insert into codebook_version (id, project_id, number, content, published_at, published_by, note)
    overriding system value
    values ($b + 1, $project, 1, '$first', '2026-01-02Z', $owner, 'First $mark'),
           ($b + 2, $project, 2, '$second', '2026-01-03Z', $owner, 'Second $mark'),
           ($b + 3, $project, null, '$draft', null, null, '');
update codebook_version set changed_by = $owner where id = $b + 3;
insert into category_mapping (version_id, variable, category, becomes) values ($b + 2, 'type', 'flyer', 'poster');
insert into codebook_removed (id, project_id, variable, position, content, removed_by)
    overriding system value
    values ($b + 1, $project, '', 0, '{"key": "old", "label": "Old $mark", "type": "text", "level": "nominal"}', $owner),
           ($b + 2, $project, 'type', 0, '{"key": "gone", "label": "Gone $mark"}', $owner);
insert into prompt_part (project_id, name, content, generated, changed_by)
    values ($project, 'role', 'You code images of $mark.', 'You code images.', $owner);

insert into import (id, project_id, state, files, created_by, finished_at) overriding system value
    values ($b + 1, $project, 'done', 3, $owner, '2026-01-01Z'), ($b + 2, $project, 'uploading', 1, $owner, null);
insert into import_part (id, import_id, name, size, stored, unfinished) overriding system value
    values ($b + 1, $b + 1, '$mark.zip', 1, true, null), ($b + 2, $b + 1, '$mark.csv', 1, true, 'cut off'),
           ($b + 3, $b + 2, '$mark later.png', 1, true, null);
insert into import_chunk (part_id, number, bytes) select n, 1, '\x00' from generate_series($b + 1, $b + 3) n;
insert into import_table (id, import_id, part_id, position, name, columns, profile, mapping) overriding system value
    values ($b + 1, $b + 1, $b + 2, 0, '$mark.csv', '{image,post,$mark}', 'generic', '{"image": "image"}');
insert into import_row (id, table_id, line, cells, problem, remark) overriding system value
    select $b + n, $b + 1, n, array[n || '.png', 'p' || n, '$mark ' || n],
           case when n = 14 then 'broken $mark' end, case when n = 13 then 'odd $mark' end
    from generate_series(1, 14) n;
insert into import_try (part_id, position, times) values ($b + 1, 99, 1);

insert into blob (sha256, media_type, width, height, size, bytes, turned)
    select sha256(convert_to('$mark ' || n, 'UTF8')), 'image/png', 8, 8, length($png), $png || convert_to('$mark', 'UTF8'),
           false
    from generate_series(1, 12) n;
insert into thumbnail (sha256, width, media_type, bytes)
    select sha256(convert_to('$mark ' || n, 'UTF8')), width, 'image/png', $png || convert_to('$mark', 'UTF8')
    from generate_series(1, 12) n, unnest(array[256, 1024]) width;
insert into embedding (sha256, model, vector, upright)
    select sha256(convert_to('$mark ' || n, 'UTF8')), 'kept', convert_to('$mark', 'UTF8'), true from generate_series(1, 12) n;
insert into post (id, project_id, external_id, account, posted_at, text, url, metadata) overriding system value
    select $b + n, $project, 'p' || n, 'a$mark' || n % 2, timestamptz '2021-01-01Z' + n * interval '1 day',
           'Post $mark ' || n, 'https://example.org/$mark/' || n, '{"likes": 3}'
    from generate_series(1, 12) n;
insert into image (id, project_id, sha256, path, post_id, account, posted_at, kind, metadata, import_id, row_id)
    overriding system value
    select $b + n, $project, sha256(convert_to('$mark ' || n, 'UTF8')), '$mark/' || n || '.png', $b + n,
           'a$mark' || n % 2, timestamptz '2021-01-01Z' + n * interval '1 day', 'k$mark',
           jsonb_build_object('x', n, 'caption', '$mark'), $b + 1, $b + n
    from generate_series(1, 12) n;
update image set damaged = 'cut off $mark' where id = $b + 12;
insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate, warnings)
    select sha256, 'MP4', 'h264', true, 6000, 90, 150, 25, '{cut off $mark}' from image where id = $b + 12;
insert into blob_chunk (sha256, number, bytes) select sha256, 0, convert_to('$mark', 'UTF8') from image where id = $b + 12;
insert into frame_choice (image_id, rule) values ($b + 12, '{"every": 2, "shots": ["first"], "threshold": 0.3, "most": 20}');
insert into import_item (import_id, part_id, position, path, verdict, reason, image_id, row_id, row_reason)
    select $b + 1, $b + 1, n, '$mark/' || n || '.png',
           case when n <= 11 then 'accepted' when n = 12 then 'damaged' when n = 13 then 'rejected' else 'skipped' end,
           case when n >= 12 then 'Not read: $mark' end, case when n <= 12 then $b + n end,
           case when n <= 11 then $b + n end, case when n = 12 then 'no row $mark' end
    from generate_series(1, 14) n;
-- A later import: a row of it waits as a correction, one has corrected, and one tells of a further post.
insert into import (id, project_id, state, files, created_by, finished_at) overriding system value
    values ($b + 3, $project, 'done', 1, $owner, '2026-01-02Z');
insert into import_part (id, import_id, name, size, stored) overriding system value
    values ($b + 4, $b + 3, '$mark corrected.csv', 1, true);
insert into import_table (id, import_id, part_id, position, name, columns, profile, mapping, merged) overriding system value
    select $b + n, $b + 3, $b + 4, 3 - n, '$mark corrected.csv', '{image,post,$mark}', 'generic', '{"image": "image"}', n = 3
    from generate_series(2, 3) n;
insert into import_row (id, table_id, line, cells) overriding system value
    select $b + n, case when n = 23 then $b + 3 else $b + 2 end, n, array[n || '.png', 'p' || n, '$mark ' || n]
    from generate_series(21, 24) n;
insert into row_fit (row_id, image_id, over_row_id) values ($b + 21, $b + 1, $b + 1);
insert into correction (row_id, image_id, old_row_id, changes)
    values ($b + 21, $b + 1, $b + 1, '{"$mark": ["before", "after $mark"]}');
insert into metadata_change (import_id, image_id, row_before, row_after, changes, changed_by)
    values ($b + 3, $b + 2, $b + 22, $b + 23, '{"$mark": ["before", "after $mark"]}', $owner);
insert into appearance (project_id, image_id, row_id, post_id, account, posted_at, kind)
    values ($project, $b + 3, $b + 24, $b + 2, 'further$mark', '2022-01-01Z', 'k$mark');
insert into selection (id, project_id, name, query, created_by) overriding system value
    values ($b + 1, $project, 'Ticked $mark', '', $owner), ($b + 2, $project, 'Filter $mark', 'kind=k$mark', $owner),
           ($b + 3, $project, 'Unused $mark', '', $owner);
insert into selection_image (selection_id, image_id)
    select $b + s, $b + n from unnest(array[1, 3]) s, generate_series(10, 12) n;

-- Coders: 1 to 5 are the runs of those numbers.
insert into run (id, project_id, kind, name, model, codebook_version_id, variables, parameters, seed, state, total,
                 failure, created_by, started_at, finished_at)
    overriding system value
    select $b + n, $project, (array['clip', 'llm', 'clip', 'clip', 'clip'])[n], 'Run $mark ' || n,
           (array['demo', 'eye', 'demo', 'demo', 'demo'])[n], $b + 2, '{type}',
           case when n = 2 then jsonb '$terms' else '{}' end, 1,
           (array['done', 'paused', 'done', 'running', 'failed'])[n], 12,
           case when n = 5 then 'Stopped: $mark' end, $owner, '2026-01-04Z', case when n in (1, 3) then timestamptz '2026-01-04Z' end
    from generate_series(1, 5) n;
insert into coder (id, project_id, kind, run_id, name) overriding system value
    select $b + n, $project, 'run', $b + n, 'Run $mark ' || n from generate_series(1, 5) n;
insert into coder (id, project_id, kind, user_id, name) overriding system value
    values ($b + 11, $project, 'person', $coder, 'Coder $mark'), ($b + 12, $project, 'person', $owner, 'Owner $mark'),
           ($b + 13, $project, 'gold', null, 'Gold $mark'), ($b + 14, $project, 'imported', null, 'Imported $mark');
insert into run_item (run_id, image_id, outcome, attempts, error, detail, finished_at)
    select $b + r, $b + n, case when r in (1, 3) or n <= 10 then 'coded' when n = 11 then 'failed' end, 1,
           case when n = 11 and r not in (1, 3) then 'No answer $mark' end, '{"note": "$mark"}', '2026-01-04Z'
    from generate_series(1, 5) r, generate_series(1, 12) n;
insert into llm_server (id, project_id, name, base_url, created_by) overriding system value
    values ($b + 1, $project, 'Server $mark', 'http://127.0.0.1:9/v1', $owner),
           ($b + 2, $project, 'Spare $mark', 'http://127.0.0.1:9/v1', $owner);
-- What is of the installation: places of which the first is this computer, and somebody who may not come in.
insert into llm_place (id, place, note, added_by) overriding system value
    values ($b + 1, '127.0.0.0/' || $project + 7, 'Place $mark', $owner);
insert into app_user (id, email, name, password_hash, disabled_at) overriding system value
    values ($b + 1, 'gone@$mark.example', 'Gone $mark', 'none', '2026-01-01Z');
insert into llm_price (server_id, model, valid_from, input, cached_input, output)
    select $b + n, 'eye', '2020-01-01', 1, 0.5, 2 from generate_series(1, 2) n;
insert into llm_habit (server_id, model, habit, said) values ($b + 1, 'eye', 'no_seed', 'No seed, says $mark');
insert into llm_header (server_id, name, sealed_value) values ($b + 2, 'X-$mark', 'sealed by another installation, for another place');
insert into llm_budget (run_id, cap, estimate_low, estimate_high, spent) values ($b + 2, 3, 1, 2, 1);
insert into llm_signature (run_id, model, since) values ($b + 2, 'Signed $mark', '2026-01-04Z');
insert into model_fingerprint (id, model, precision, library, processor, vectors) overriding system value
    values ($b + 1, 'Hash $mark', 'fp32', '2.7.1', 'Processor $mark', decode(repeat('00', 20), 'hex'));
insert into model_passport (name, files, fingerprint_id) values ('model-$mark', '[]', $b + 1);
insert into run_threshold (run_id, variable, threshold, f1, images, sample_id, sample)
    values ($b + 1, 'type', 0.25, 0.5, 12, $b + 3, 'Dev $mark');
insert into run_fingerprint (run_id, fingerprint_id) values ($b + 1, $b + 1);
insert into llm_batch (id, run_id, token, state) overriding system value
    values ($b + 1, $b + 2, 'batch of $mark', 'done');
insert into llm_request (id, project_id, server_id, model, purpose, run_id, image_id, state, reserved, cost,
                         expected_tokens, input_tokens, cached_tokens, output_tokens, usage_reported, status, answer,
                         batch_id, sent_at, answered_at, ms)
    overriding system value
    select $b + n, $project, $b + 1, 'eye', 'run', $b + 2, $b + n, 'answered', 0.1, 0.1, 100, 100, 0, 10, true, 200,
           '{"type": "poster", "why": "$mark"}', $b + 1, '2026-01-04Z', '2026-01-04Z', 5
    from generate_series(1, 10) n;
insert into lift_pin (run_id) values ($b + 1);
insert into lift_said (run_id, image_id, position, coding, variable, value, state)
    values ($b + 1, $b + 10, 1, 1, 'type', 'said of $mark', 'coded');
insert into stability_check (id, project_id, selection_id, images, seed, created_by) overriding system value
    values ($b + 1, $project, $b + 1, 3, 1, $owner);
insert into stability_run (check_id, position, phrasing, run_id) values ($b + 1, 1, 'usual', $b + 1), ($b + 1, 2, 'usual', $b + 3);
insert into run_review (id, run_id, variable, design, seed, size, created_by) overriding system value
    values ($b + 1, $b + 1, 'type', 'random', 1, 3, $owner);
insert into run_review_item (review_id, position, image_id, value, verdict, judged_at)
    values ($b + 1, 1, $b + 10, 'poster', 'wrong', '2026-01-05Z'), ($b + 1, 2, $b + 11, 'crowd', null, null),
           ($b + 1, 3, $b + 12, 'poster', null, null);

-- Samples: 1 open, 2 closed, 3 sealed and closed, 4 opened, 5 open and not begun.
insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size, seed, overlap,
                    coders_each, closed_at, opened_at, opened_by, opened_with, created_by)
    overriding system value
    select $b + n, $project, 'Sample $mark ' || n, (array['pilot', 'dev', 'test', 'test', 'pilot'])[n], 'simple', $b + 2,
           '{type}', 12, (array[3, 3, 3, 2, 1])[n], n, 1, case when n = 5 then 1 else 2 end,
           case when n between 2 and 4 then timestamptz '2026-01-06Z' end,
           case when n = 4 then timestamptz '2026-01-07Z' end, case when n = 4 then $owner end,
           case when n = 4 then jsonb '$opening' end, $owner
    from generate_series(1, 5) n;
insert into sample_image (sample_id, image_id, probability, overlap, wanted, taken)
    select $b + case when n = 12 then 5 else (n + 2) / 3 end, $b + n, 0.25, n < 12, case when n = 12 then 1 else 2 end, 0
    from generate_series(1, 12) n;
insert into sample_coder (sample_id, coder_id)
    select $b + s, $b + c from generate_series(1, 4) s, generate_series(11, 12) c where s > 1 or c = 11
    union all select $b + 5, $b + c from generate_series(11, 12) c;
insert into assignment (sample_id, coder_id, image_id, position, state, done_at)
    select c.sample_id, c.coder_id, i.image_id, i.image_id - $b,
           case when c.sample_id in ($b + 1, $b + 5) then 'waiting' else 'done' end,
           case when c.sample_id between $b + 2 and $b + 4 then timestamptz '2026-01-05Z' end
    from sample_coder c join sample_image i on i.sample_id = c.sample_id where c.sample_id between $b + 1 and $b + 5;
update assignment set state = 'claimed', claimed_at = now() where sample_id = $b + 1 and image_id = $b + 1;
update sample_image set taken = 1 where sample_id = $b + 1 and image_id = $b + 1;
insert into coding_visit (sample_id, coder_id, version_id, earlier_version_id)
    values ($b + 1, $b + 11, $b + 1, null), ($b + 2, $b + 12, $b + 2, $b + 1);
-- An image of the closed sample that came to its coder again.
insert into second_coding_plan (sample_id, number, after_days) values ($b + 2, 1, 0);
insert into second_coding (project_id, sample_id, coder_id, image_id, position, state, codebook_version_id, codes, note,
                           done_at, updated_at)
    values ($project, $b + 2, $b + 11, $b + 4, 1, 'done', $b + 2,
            '[{"variable": "type", "value": "poster", "state": "coded"}]', 'Note $mark', '2026-01-05Z', '2026-01-05Z');
insert into coding_habit (user_id, auto_advance) values ($coder, true);

-- Codes: of the runs, of two people and gold in the closed and tested samples, of an imported coder. Of the closed
-- sample's images people agree on the second alone.
insert into coding (project_id, coder_id, image_id, codebook_version_id)
    select $project, $b + c, $b + n, $b + 2 from unnest(array[1, 2, 3, 4, 5, 14]) c, generate_series(1, 12) n
    where c in (1, 3, 14) or n <= 10;
insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, note, seconds, decision, flagged)
    select $project, $b + c, $b + n, $b + 1, $b + (n + 2) / 3, case when c <> 13 then 'Note $mark' else '' end, 4,
           gen_random_uuid(), n = 5
    from generate_series(11, 13) c, generate_series(4, 11) n where c <> 13 or n in (5, 10, 11);
-- A coder's own decision of an earlier version in the open sample: to be coded again.
insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, note)
    values ($project, $b + 11, $b + 3, $b + 1, $b + 1, 'Note $mark');
update assignment set state = 'done', done_at = '2026-01-05Z'
    where sample_id = $b + 1 and coder_id = $b + 11 and image_id = $b + 3;
update sample_image set taken = 1 where sample_id = $b + 1 and image_id = $b + 3;
insert into code (coding_id, coder_id, image_id, variable, value, confidence, detail)
    select id, coder_id, image_id, 'type',
           case when image_id in ($b + 4, $b + 6) and coder_id in ($b + 11, $b + 12)
                    then case when coder_id = $b + 11 then 'poster' else 'crowd' end
                when (coder_id + image_id) % 3 = 0 and image_id <> $b + 5 then 'crowd' else 'poster' end,
           case when coder_id < $b + 11 then 0.5 + (image_id - $b) / 100.0 end,
           case when coder_id < $b + 11 then jsonb '{"note": "$mark"}' end
    from coding where project_id = $project;
insert into coding_history (coding_id, was)
    select id, '{"codes": [], "note": "was $mark"}' from coding
    where coder_id = $b + 11 and image_id in ($b + 3, $b + 10) and project_id = $project;
insert into gold (coding_id, variable, provenance, sources, decided_by, reason)
    select id, 'type', 'unanimous', '[]', $owner, 'As $mark says' from coding where coder_id = $b + 13;
insert into lifting_rule (id, project_id, name, version, method, category, created_by) overriding system value
    values ($b + 1, $project, 'Rule $mark', 1, 'any', 'poster', $owner);
-- What a vote would keep of its voters and of where they differ.
insert into vote_fit (run_id, content) values ($b + 1, '{"note": "$mark"}');
insert into cascade_decision (coder_id, image_id, variable, decider_id) values ($b + 1, $b + 12, 'type', $b + 1);
insert into vote_split (coder_id, image_id, variable, differing) values ($b + 1, $b + 12, 'type', 0.5);
insert into removal (id, project_id, import_id, reason, images, hung, removed_by) overriding system value
    values ($b + 1, $project, null, 'Asked for by $mark', 1, '{2 codings by people of $mark}', $owner);
insert into removed_image (image_id, project_id, removal_id, path, sha256, post_id)
    values ($b + 99, $project, $b + 1, '$mark/gone.png', sha256('gone $mark'), $b + 1);
insert into removed_appearance (image_id, post_id) values ($b + 99, $b + 2);
insert into removed_unit (sample_id, image_id, stratum, probability, overlap, codings, gold)
    values ($b + 2, $b + 99, '', 0.25, true, 2, true);
insert into report_basis (project_id, rests, sample_id, chosen_by)
    values ($project, 'reliability', $b + 2, $owner), ($project, 'gold', $b + 4, $owner);
insert into report_run (project_id, run_id, chosen_by) values ($project, $b + 1, $owner), ($project, $b + 3, $owner);
insert into reported_results (project_id, address, chosen_by)
    values ($project, '?variable=type&coder=' || ($b + 1), $owner);
insert into methods_fact (project_id, topic, language, text, recorded_by)
    values ($project, 'training', 'en', 'Two rounds on $mark.', $owner);
insert into category_example (project_id, variable, category, image_id, added_by)
    values ($project, 'type', 'poster', $b + 12, $owner);
insert into example (project_id, image_id, codes, changed_by)
    values ($project, $b + 12, '[{"variable": "type", "value": "poster", "state": "coded"}]', $owner);
insert into code_import (id, project_id, name, report, created_by) overriding system value
    values ($b + 1, $project, '$mark codes.csv',
            '{"rows": 2, "matched": 1, "codes": 1, "answers": 1, "added": 1, "changed": 0, "unchanged": 0, "blank": 0,
              "codebookVersion": 2, "coders": [{"id": 1, "name": "Imported $mark", "images": 1}],
              "unmatched": [{"row": 2, "reason": "No image $mark"}], "notTaken": []}', $owner);

insert into invitation (id, project_id, role, token_hash, note, created_by, expires_at) overriding system value
    values ($b + 1, $project, 'coder', sha256('invitation-of-$mark'), 'For $mark', $owner, '2999-01-01Z');
insert into event (project_id, actor_id, what, detail) values ($project, $owner, 'did something to $mark', '{}');
insert into reset_link (user_id, token_hash, expires_at) values ($coder, sha256('reset-of-$mark'), '2999-01-01Z');
insert into setup_link (token_hash) values (sha256('set-up-$mark'));

-- What another tool saw: a text in every image but the last, which it could not read, and an object in the first.
insert into feature_source (id, project_id, name, version, origin, language, file, report, created_by) overriding system value
    values ($b + 1, $project, 'Tool $mark', 1, 'import', 'simple', '$mark features.csv',
            '{"rows": 14, "matched": 13, "images": 12, "of": 12, "told": [{"row": 2, "reason": "No image $mark"}],
              "tellings": 1, "remarks": [], "columns": [{"name": "$mark", "use": "Text in the image"}]}', $owner);
insert into feature (source_id, kind, image_id, outcome, text, error, words)
    select $b + 1, 'text', $b + n, case when n = 12 then 'error' else 'done' end,
           case when n = 12 then '' else 'Written $mark ' || n end, case when n = 12 then 'Unread $mark' end,
           case when n = 12 then '' else to_tsvector('simple', 'Written $mark ' || n) end
    from generate_series(1, 12) n;
insert into feature (source_id, kind, image_id, outcome, text, things)
    values ($b + 1, 'objects', $b + 10, 'done', 'Thing $mark', '[{"name": "Thing $mark", "confidence": 0.5,
            "corners": [{"x": 0, "y": 0}, {"x": 1, "y": 0}, {"x": 1, "y": 1}]}]');
insert into feature_source (id, project_id, name, version, origin, language, file, report, created_by, state, settings)
    overriding system value
    select $b + n, $project, 'Reading $mark', n, 'ocr', 'simple', '',
           '{"rows": 0, "matched": 0, "images": 0, "of": 0, "told": [], "tellings": 0, "remarks": [], "columns": []}', $owner,
           case when n = 2 then 'running' else 'stopped' end,
           '{"languages": ["eng"], "scattered": false, "least": 50, "ignored": ["$mark"]}'
    from generate_series(2, 3) n;
insert into feature_waiting (source_id, image_id) select $b + n, $b + 12 from generate_series(2, 3) n;
insert into speech_part (source_id, image_id, from_ms, to_ms, outcome, text) values ($b + 3, $b + 12, 0, 1, 'answered', '$mark');
insert into vision_service (project_id, base_url, sealed_key) values ($project, 'http://127.0.0.1:1', null);
insert into vision_price (project_id, valid_from, objects, text, labels) values ($project, '2026-01-01', 3, 2, 1);
insert into feature_budget (source_id, cap, estimate_low, estimate_high) values ($b + 3, 2, 0, 1);
insert into vision_request (project_id, source_id, images, objects, text, labels, reserved, sent_at, state, said)
    values ($project, $b + 3, 1, 1, 1, 1, 0.01, '2026-01-02Z', 'failed', 'Busy for $mark');
insert into feature_upload (id, project_id, name, bytes, created_by) overriding system value
    values ($b + 1, $project, '$mark new.csv', convert_to(E'image,caption\n$mark/12.png,A $mark', 'UTF8'), $owner)
