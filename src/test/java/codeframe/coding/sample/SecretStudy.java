package codeframe.coding.sample;

import org.jdbi.v3.core.Jdbi;

/**
 * Project 1 with secrets in it: the codes of a run on images 1 to 3, which are in a sealed test sample, and those of the
 * run, of gold and of each other on images 4 to 6, which Ona and Cleo code in an open sample. Images 7 to 12 are nobody's
 * secret.
 */
final class SecretStudy {
    static final String SEALED = "xsealedx";
    static final String MACHINE = "xmachinex";
    static final String GOLD = "xgoldx";
    static final String ONAS = "xonasx";
    static final String CLEOS = "xcleosx";

    static final long SEALED_SAMPLE = 1;
    static final long OPEN_SAMPLE = 2;

    /** Coders. */
    static final long RUN = 1;

    static final long ONA = 2;
    static final long CLEO = 3;
    static final long GOLDEN = 4;

    private SecretStudy() {}

    static void write(Jdbi jdbi) {
        CorpusStudy.furnish(jdbi, 12);
        jdbi.useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 1, 'Ona'), (1, 'person', 2, 'Cleo');
                insert into coder (project_id, kind, name) values (1, 'gold', 'gold');
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at)
                    values (1, 'Sealed', 'test', 'simple', 1, '{type}', 12, 3, 1, 1, 1, now()),
                           (1, 'Open', 'pilot', 'simple', 1, '{type}', 12, 3, 1, 1, 2, null);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select 1, n, 0.25, true, 1 from generate_series(1, 3) n
                    union all select 2, n, 0.25, true, 2 from generate_series(4, 6) n;
                insert into sample_coder (sample_id, coder_id) values (2, 2), (2, 3);
                insert into assignment (sample_id, coder_id, image_id, position, state)
                    select 2, c, n, n, 'waiting' from generate_series(2, 3) c, generate_series(4, 6) n;
                update code set value = 'xsealedx', detail = '{"phrase": "xsealedx", "runner_up": "xsealedx"}'
                    where image_id <= 3;
                update code set value = 'xmachinex', detail = '{"phrase": "xmachinex", "runner_up": "xmachinex"}'
                    where image_id between 4 and 6;
                insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, note)
                    select 1, c, n, 1, case when c < 4 then 2 end,
                           (array['', 'xonasx', 'xcleosx', 'xgoldx'])[c]
                    from generate_series(2, 4) c, generate_series(4, 6) n;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, coder_id, image_id, 'type', (array['', 'xonasx', 'xcleosx', 'xgoldx'])[coder_id]
                    from coding where coder_id > 1;
                insert into gold (coding_id, variable, provenance, sources, reason)
                    select id, 'type', 'adjudicated', '[{"note": "xcleosx"}]', 'xgoldx' from coding where coder_id = 4;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 4, n, 1 from generate_series(1, 12) n where n not between 4 and 6;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, coder_id, image_id, 'type', 'poster'
                    from coding where coder_id = 4 and image_id not between 4 and 6;
                insert into coding_history (coding_id, was)
                    select k.id, jsonb_build_object('codes', c.value)
                    from coding k join code c on c.coding_id = k.id where k.image_id <= 6;
                update run_item set outcome = 'failed', error = 'It said xsealedx.' where image_id = 1;
                update run_item set outcome = 'failed', error = 'It said xmachinex.' where image_id = 4;
                insert into run_review (run_id, variable, design, seed, size) values (1, 'type', 'random', 1, 6);
                insert into run_review_item (review_id, position, image_id, value, verdict, judged_at)
                    select 1, image_id, image_id, value, 'wrong', now() from code where coder_id = 1 and image_id <= 6
                """).execute());
    }

    /** Nothing is a secret any more. */
    static void reveal(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("update sample set closed_at = now(), opened_at = now()"));
    }
}
