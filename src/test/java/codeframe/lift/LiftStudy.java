package codeframe.lift;

import codeframe.db.Json;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Project 1 with five posts of three pictures, images 1 to 15, and two videos, 16 and 17, with three frames each, 21 to
 * 23 and 31 to 33; what a CLIP run said of every image but the ninth; and gold of the posts.
 */
final class LiftStudy {
    static final long CLIP = 201;
    static final long GOLD = 209;
    private static final List<String> SAID = List.of("aab", "bbb", "ab-", "cca", "???", "--", "---", "aab", "abb");
    private static final String CODEBOOK = """
            {"codebook": "Posts", "variables": [
              {"key": "kind", "label": "Kind", "type": "single", "level": "nominal", "unit": "post", "categories": [
                {"key": "a", "label": "Ape", "phrases": ["an ape"]}, {"key": "b", "label": "Bee", "phrases": ["a bee"]},
                {"key": "c", "label": "Cow", "phrases": ["a cow"]}]},
              {"key": "scene", "label": "Scene", "type": "single", "level": "nominal", "unit": "video", "categories": [
                {"key": "a", "label": "Ape", "phrases": ["an ape"]}, {"key": "b", "label": "Bee", "phrases": ["a bee"]}]},
              {"key": "tone", "label": "Tone", "type": "single", "level": "nominal", "categories": [
                {"key": "x", "label": "Calm"}, {"key": "y", "label": "Loud"}]},
              {"key": "words", "label": "Words", "type": "text", "level": "nominal", "unit": "post"}]}""";

    final TestApp app;
    private final Jdbi jdbi;

    LiftStudy(TestApp app) {
        this.app = app;
        jdbi = app.jdbi();
        jdbi.useHandle(handle -> {
            handle.createScript("""
                    insert into blob (sha256, media_type, width, height, size, bytes)
                        select sha256(convert_to(n || '.png', 'UTF8')), 'image/png', 1, 1, 1, convert_to(n || '.png', 'UTF8')
                        from generate_series(1, 33) as n;
                    insert into post (id, project_id, external_id, metadata) overriding system value
                        select 100 + n, 1, 'p' || n, '{}' from generate_series(1, 5) n;
                    insert into image (id, project_id, sha256, path, post_id, position) overriding system value
                        select n, 1, sha256(convert_to(n || '.png', 'UTF8')), n || '.png', 101 + (n - 1) / 3, (n - 1) % 3 + 1
                        from generate_series(1, 15) n;
                    update post set lead_id = (id - 101) * 3 + 1;
                    insert into image (id, project_id, sha256, path, medium) overriding system value
                        select n, 1, sha256(convert_to(n || '.png', 'UTF8')), n || '.mp4', 'video' from generate_series(16, 17) n;
                    insert into image (id, project_id, sha256, path, medium, parent_id, t_ms, shot) overriding system value
                        select v * 10 + n, 1, sha256(convert_to(v * 10 + n || '.png', 'UTF8')), v || '-' || n || '.png', 'frame',
                               14 + v, (array[0, 3000, 3500])[n], (array[1, 2, 2])[n]
                        from generate_series(2, 3) v, generate_series(1, 3) n;
                    insert into coder (id, project_id, kind, name) overriding system value values (209, 1, 'gold', 'Gold')
                    """).execute();
            handle.createUpdate("""
                            insert into codebook_version (id, project_id, number, content, published_at)
                            overriding system value values (50, 1, 1, :content, now())
                            """).bind("content", new Json(CODEBOOK)).execute();
            handle.createScript("""
                    insert into run (id, project_id, kind, name, model, codebook_version_id, variables, parameters, images,
                                     seed, state, total)
                        overriding system value
                        values (201, 1, 'clip', 'CLIP demo #1', 'demo', 50, '{kind,scene}', '{}', '{"query": ""}', 1, 'done', 21);
                    insert into coder (id, project_id, kind, run_id, name) overriding system value
                        values (201, 1, 'run', 201, 'CLIP demo #1')
                    """).execute();
        });
        said();
        jdbi.useHandle(handle -> handle.execute("""
                insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate)
                select sha256, 'mp4', 'h264', false, 10000, 0, 250, 25 from image where id = 17
                """));
        jdbi.useHandle(handle -> handle.execute("""
                insert into run_item (run_id, image_id, outcome, finished_at)
                select 201, image_id, 'coded', now() from coding where coder_id = 201
                """));
        gold();
    }

    private void said() {
        for (int image = 1; image <= 15; image++) {
            says(image, "kind", SAID.get((image - 1) / 3).substring((image - 1) % 3, (image - 1) % 3 + 1));
        }
        for (int video = 2; video <= 3; video++) {
            for (int frame = 1; frame <= 3; frame++) {
                says(video * 10 + frame, "scene", SAID.get(5 + video).substring(frame - 1, frame));
            }
        }
    }

    private void says(long image, String variable, String value) {
        if (value.equals("-")) {
            return;
        }
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into coding (project_id, coder_id, image_id, codebook_version_id) values (1, 201, ?, 50)
                    on conflict do nothing
                    """, image);
            handle.createUpdate("""
                            insert into code (coding_id, coder_id, image_id, variable, value, state, confidence, detail)
                            select id, coder_id, image_id, :variable, nullif(:value, '?'),
                                   case :value when '?' then 'unsure' else 'coded' end, 0.6, :detail
                            from coding where coder_id = 201 and image_id = :image
                            """)
                    .bind("variable", variable)
                    .bind("value", value)
                    .bind("detail", Json.of(Map.of("scores", scores(value))))
                    .bind("image", image)
                    .execute();
        });
    }

    /** 0.6 of what was said, else 0.3 and 0.1. */
    private static Map<String, Double> scores(String value) {
        return Map.of(
                "a", value.equals("a") ? 0.6 : 0.1,
                "b", value.equals("b") ? 0.6 : 0.3,
                "c", value.equals("a") || value.equals("b") ? 0.1 : 0.6);
    }

    /** A closed sample of the five posts, settled: a, b, b, c, a. */
    private void gold() {
        jdbi.useHandle(handle -> {
            handle.createScript("""
                    insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                        size, seed, overlap, coders_each, closed_at, unit)
                        overriding system value
                        values (60, 1, 'Posts', 'dev', 'simple', 50, '{kind}', 5, 5, 1, 1, 1, now(), 'post');
                    insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                        select 60, lead_id, 1, true, 1 from post;
                    insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                        select 1, 209, lead_id, 50, 60 from post;
                    insert into code (coding_id, coder_id, image_id, variable, value)
                        select id, 209, image_id, 'kind', (array['a', 'b', 'b', 'c', 'a'])[(image_id + 2) / 3]
                        from coding where coder_id = 209;
                    insert into gold (coding_id, variable, provenance, sources)
                        select id, 'kind', 'unanimous', '[]' from coding where coder_id = 209
                    """).execute();
        });
    }

    HttpResponse<String> asked(String rule, String variable, String unit, long source) {
        return app.api(World.ONA)
                .post("/api/v1/projects/1/runs", "application/json", """
                {"kind": "lift", "model": "%s", "variables": ["%s"], "source": %d, "unit": "%s"}
                """.formatted(rule, variable, source, unit));
    }

    /** @return the run's number, once it has ended */
    long lift(String rule, String variable, String unit) throws InterruptedException {
        var answer = asked(rule, variable, unit, CLIP);
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.body());
        }
        return ended(new Json(answer.body()).tree().get("id").asLong());
    }

    String rule(String json) {
        var answer = app.api(World.ONA).post("/api/v1/projects/1/lifting-rules", "application/json", json);
        return answer.statusCode() + " "
                + new Json(answer.body()).tree().path("model").asText(answer.body());
    }

    long ended(long run) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var state = value("select state from run where id = " + run, String.class);
            if (state.equals("done")) {
                return run;
            } else if (state.equals("failed")) {
                throw new AssertionError(value("select failure from run where id = " + run, String.class));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("run " + run + " did not end");
    }

    /** What a run says, lead by lead. */
    String said(long run) {
        return value("""
                select coalesce(string_agg(c.image_id || ' ' || coalesce(c.value, c.state), ', ' order by c.image_id), '')
                from code c join coder o on o.id = c.coder_id where o.run_id = %d
                """.formatted(run), String.class);
    }

    <T> T value(String sql, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
