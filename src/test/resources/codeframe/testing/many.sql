-- More rows of everything that a page lists, numbers $from to $to beyond the furnished ones: images in the samples, coded by
-- runs and people, with gold; runs, samples, people, invitations, imports, selections, servers, requests and projects.

insert into codebook_version (id, project_id, number, content, published_at, published_by, note)
    overriding system value
    select $b + 100 + n, $project, 100 + n, content, published_at, $owner, 'Version ' || n
    from codebook_version, generate_series($from, $to) n where id = $b + 2;
insert into prompt_part (project_id, name, content, generated, changed_by)
    select $project, 'variable.type' || n, 'x', 'x', $owner from generate_series($from, $to) n;
insert into codebook_removed (id, project_id, variable, position, content, removed_by) overriding system value
    select $b + 100 + n, $project, '', 0, jsonb_build_object('key', 'old' || n, 'label', 'Old', 'type', 'text',
           'level', 'nominal'), $owner
    from generate_series($from, $to) n;

insert into import (id, project_id, state, files, created_by, finished_at) overriding system value
    select $b + 100 + n, $project, 'done', 1, $owner, '2026-01-01Z' from generate_series($from, $to) n;
insert into import_part (id, import_id, name, size, stored) overriding system value
    select $b + 100 + n, $b + 100 + n, n || '.zip', 1, true from generate_series($from, $to) n
    union all select $b + 200 + n, $b + 1, n || '.zip', 1, true from generate_series($from, $to) n;
insert into import_table (id, import_id, part_id, position, name, columns, profile, mapping) overriding system value
    select $b + 100 + n, $b + 1, $b + 200 + n, 0, n || '.csv', array['image', 'post', 'column' || n], 'generic',
           '{"image": "image"}'
    from generate_series($from, $to) n;
insert into blob (sha256, media_type, width, height, size, bytes, turned)
    select sha256(convert_to('many ' || n, 'UTF8')), 'image/png', 8, 8, 1, convert_to('many', 'UTF8'), false
    from generate_series($from, $to) n;
insert into post (id, project_id, external_id, account, posted_at, text) overriding system value
    select $b + 100 + n, $project, 'q' || n, 'b' || n, '2021-01-01Z', 'Post' from generate_series($from, $to) n;
insert into image (id, project_id, sha256, path, post_id, account, posted_at, kind, metadata, import_id)
    overriding system value
    select $b + 100 + n, $project, sha256(convert_to('many ' || n, 'UTF8')), 'many/' || n || '.png', $b + 100 + n,
           'b' || n, '2021-01-01Z', 'kind' || n, jsonb_build_object('column' || n, n), $b + 1
    from generate_series($from, $to) n;
insert into import_item (import_id, part_id, position, path, verdict, image_id)
    select $b + 1, $b + 200 + n, n, 'many/' || n || '.png', 'accepted', $b + 100 + n from generate_series($from, $to) n;
insert into selection (id, project_id, name, query, created_by) overriding system value
    select $b + 100 + n, $project, 'Selection ' || n, '', $owner from generate_series($from, $to) n;
insert into selection_image (selection_id, image_id)
    select s, $b + 100 + n from generate_series($from, $to) n, unnest(array[$b + 1, $b + 100 + n]) s;

insert into app_user (id, email, name, password_hash) overriding system value
    select $b + 100 + n, 'many' || n || '@example.org', 'Many ' || n, 'x' from generate_series($from, $to) n;
insert into member (project_id, user_id, role) select $project, $b + 100 + n, 'coder' from generate_series($from, $to) n;
insert into invitation (id, project_id, role, token_hash, note, created_by, expires_at) overriding system value
    select $b + 100 + n, $project, 'coder', sha256(convert_to('many ' || n, 'UTF8')), '', $owner, '2999-01-01Z'
    from generate_series($from, $to) n;
insert into event (project_id, actor_id, what, detail)
    select $project, $b + 100 + n, 'did something', '{}' from generate_series($from, $to) n;
insert into api_token (user_id, name, token_hash)
    select $owner, 'Token ' || n, sha256(convert_to('many ' || n, 'UTF8')) from generate_series($from, $to) n;
insert into project (id, name) overriding system value select $b + 100 + n, 'Many ' || n from generate_series($from, $to) n;
insert into member (project_id, user_id, role)
    select $b + 100 + n, u, 'owner' from generate_series($from, $to) n, unnest(array[$owner, $coder, $looker]) u;

insert into run (id, project_id, kind, name, model, codebook_version_id, variables, parameters, seed, state, total,
                 created_by, started_at, finished_at)
    overriding system value
    select $b + 100 + n, $project, r.kind, 'Run ' || n, r.model, r.codebook_version_id, r.variables, r.parameters, n,
           r.state, r.total, $owner, r.started_at, r.finished_at
    from generate_series($from, $to) n join run r on r.id = $b + 1 + n % 2;
insert into coder (id, project_id, kind, run_id, name) overriding system value
    select $b + 100 + n, $project, 'run', $b + 100 + n, 'Run ' || n from generate_series($from, $to) n;
insert into coder (id, project_id, kind, user_id, name) overriding system value
    select $b + 200 + n, $project, 'person', $b + 100 + n, 'Many ' || n from generate_series($from, $to) n;
insert into run_item (run_id, image_id, outcome, attempts, finished_at)
    select r, $b + 100 + n, 'coded', 1, '2026-01-04Z'
    from generate_series($from, $to) n, unnest(array[$b + 1, $b + 2, $b + 3, $b + 4, $b + 5, $b + 100 + n]) r;
insert into run_item (run_id, image_id, outcome, attempts, finished_at)
    select $b + 100 + n, $b + 10, 'coded', 1, '2026-01-04Z' from generate_series($from, $to) n;
insert into llm_server (id, project_id, name, base_url, created_by) overriding system value
    select $b + 100 + n, $project, 'Server ' || n, 'http://127.0.0.1:9/v1', $owner from generate_series($from, $to) n;
insert into llm_price (server_id, model, valid_from, input, cached_input, output)
    select s, 'eye' || n, '2020-01-01', 1, 0.5, 2 from generate_series($from, $to) n, unnest(array[$b + 1, $b + 100 + n]) s;
insert into llm_budget (run_id, cap, estimate_low, estimate_high, spent)
    select $b + 100 + n, 3, 1, 2, 1 from generate_series($from, $to) n where n % 2 = 1;
insert into llm_request (project_id, server_id, model, purpose, run_id, image_id, state, reserved, cost, expected_tokens,
                         input_tokens, cached_tokens, output_tokens, usage_reported, status, answer, sent_at, answered_at, ms)
    select $project, $b + 1, 'eye' || n, 'run', r, i, 'answered', 0.1, 0.1, 100, 100, 0, 10, true, 200,
           '{"type": "poster"}', '2026-01-04Z', '2026-01-04Z', 5
    from generate_series($from, $to) n, unnest(array[$b + 2, $b + 100 + n]) r, unnest(array[$b + 100 + n, $b + 10]) i
    where r = $b + 2 or n % 2 = 1;
insert into stability_check (id, project_id, selection_id, images, seed, created_by) overriding system value
    select $b + 100 + n, $project, $b + 1, 3, 1, $owner from generate_series($from, $to) n;
insert into stability_run (check_id, position, phrasing, run_id)
    select c, 10 + n, 'usual', $b + 100 + n from generate_series($from, $to) n, unnest(array[$b + 1, $b + 100 + n]) c;
insert into run_review (id, run_id, variable, design, seed, size, created_by) overriding system value
    select $b + 100 + n, $b + 1, 'type', 'random', n, 1, $owner from generate_series($from, $to) n;
insert into run_review_item (review_id, position, image_id, value)
    select $b + 1, 10 + n, $b + 100 + n, 'poster' from generate_series($from, $to) n
    union all select $b + 100 + n, 1, $b + 10, 'poster' from generate_series($from, $to) n;

insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size, seed, overlap,
                    coders_each, closed_at, created_by)
    overriding system value
    select $b + 100 + n, $project, 'Sample ' || n, 'dev', 'simple', $b + 2, '{type}', 12, 1, n, 1, 2,
           case when n % 2 = 1 then timestamptz '2026-01-06Z' end, $owner
    from generate_series($from, $to) n;
insert into sample_image (sample_id, image_id, probability, overlap, wanted, taken)
    select s, $b + 100 + n, 0.25, true, 2, 0
    from generate_series($from, $to) n, unnest(array[$b + 1, $b + 2, $b + 3, $b + 4, $b + 100 + n]) s;
insert into sample_coder (sample_id, coder_id)
    select s, c
    from generate_series($from, $to) n,
         lateral (values ($b + 1, $b + 200 + n), ($b + 2, $b + 200 + n), ($b + 100 + n, $b + 11), ($b + 100 + n, $b + 12)) t (s, c);
insert into assignment (sample_id, coder_id, image_id, position, state, done_at)
    select c.sample_id, c.coder_id, $b + 100 + n, 100 + n, case when c.sample_id = $b + 1 then 'waiting' else 'done' end,
           case when c.sample_id <> $b + 1 then timestamptz '2026-01-05Z' end
    from generate_series($from, $to) n
    join sample_coder c on c.coder_id in ($b + 11, $b + 12) and c.sample_id in ($b + 1, $b + 2, $b + 3, $b + 4, $b + 100 + n);
insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, note, decision)
    select $project, c, $b + 100 + n, $b + 2, $b + 2, 'Note', gen_random_uuid()
    from generate_series($from, $to) n, unnest(array[$b + 11, $b + 12, $b + 13]) c where c < $b + 13 or n % 2 = 1;
insert into coding (project_id, coder_id, image_id, codebook_version_id)
    select $project, c, i, $b + 2
    from generate_series($from, $to) n,
         lateral (values ($b + 1, $b + 100 + n), ($b + 2, $b + 100 + n), ($b + 3, $b + 100 + n), ($b + 14, $b + 100 + n),
                         ($b + 100 + n, $b + 12), ($b + 100 + n, $b + 10)) t (c, i);
insert into code (coding_id, coder_id, image_id, variable, value, confidence)
    select id, coder_id, image_id, 'type',
           case when (image_id * 7 + coder_id) % 3 = 0 or image_id % 2 = 0 and coder_id in ($b + 11) then 'crowd' else 'poster' end,
           case when coder_id not in ($b + 11, $b + 12, $b + 13) then 0.5 + image_id % 50 / 100.0 end
    from coding c
    where project_id = $project and not exists (select from code where coding_id = c.id)
      and (image_id >= $b + 100 or coder_id between $b + 100 and $b + 200);
insert into gold (coding_id, variable, provenance, sources, decided_by, reason)
    select id, 'type', 'unanimous', '[]', $owner, 'As all say' from coding where coder_id = $b + 13 and image_id >= $b + 100
    on conflict do nothing;
insert into category_example (project_id, variable, category, image_id, added_by)
    select $project, 'type', 'poster', $b + 100 + n, $owner from generate_series($from, $to) n;
insert into example (project_id, image_id, codes, changed_by)
    select $project, $b + 100 + n, '[{"variable": "type", "value": "poster", "state": "coded"}]', $owner
    from generate_series($from, $to) n;
insert into code_import (id, project_id, name, report, created_by) overriding system value
    select $b + 100 + n, $project, n || '.csv', report, $owner from code_import, generate_series($from, $to) n where id = $b + 1
