-- What the second project has besides, so that a request of the first would go wrong if it looked there: the same names, a
-- higher version, a draft that was revised oftener, a person of both projects ($both), files of the same path.

insert into codebook_version (id, project_id, number, content, published_at, published_by, note)
    overriding system value
    values ($b + 9, $project, 3,
            (select content from codebook_version where id = $b + 3), '2026-01-04Z', $owner, 'Third $mark');
update codebook_version set revision = 5 where id = $b + 3;
insert into llm_server (id, project_id, name, base_url) overriding system value
    values ($b + 9, $project, 'Twin', 'http://127.0.0.1:9/$mark');
insert into coder (id, project_id, kind, user_id, name) overriding system value
    values ($b + 21, $project, 'imported', null, 'Kim'), ($b + 22, $project, 'person', $both, 'Both $mark');
insert into blob (sha256, media_type, width, height, size, bytes)
    values (sha256('$mark twin'), 'image/png', 8, 8, 1, convert_to('$mark', 'UTF8'));
insert into image (id, project_id, sha256, path, account) overriding system value
    values ($b + 13, $project, sha256('$mark twin'), 'twin.png', 'twin');
insert into import_item (import_id, part_id, position, path, verdict, image_id)
    values ($b + 1, $b + 1, 20, 'twin-again.png', 'accepted', $b + 13);
insert into member (project_id, user_id, role) values ($project, $both, 'viewer');
insert into sample_coder (sample_id, coder_id) values ($b + 1, $b + 22);
insert into assignment (sample_id, coder_id, image_id, position)
    select $b + 1, $b + 22, $b + n, n from generate_series(1, 3) n
