package codeframe.vote;

import codeframe.db.Json;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Project 1 with images, a codebook of every type, three coders whose codes came from elsewhere, and gold. */
final class VoteStudy {
    static final long ANNE = 101;
    static final long BEN = 102;
    static final long CARL = 103;
    static final long SILENT = 104;
    private static final long GOLD = 109;
    private static final String CODEBOOK = """
            {"codebook": "Pictures", "variables": [
              {"key": "kind", "label": "Kind", "type": "single", "level": "nominal", "categories": [
                {"key": "a", "label": "Ape"}, {"key": "b", "label": "Bee"}, {"key": "c", "label": "Cow"}]},
              {"key": "size", "label": "Size", "type": "single", "level": "ordinal", "categories": [
                {"key": "s", "label": "Small"}, {"key": "m", "label": "Middle"}, {"key": "l", "label": "Large"}]},
              {"key": "themes", "label": "Themes", "type": "multi", "level": "nominal", "categories": [
                {"key": "war", "label": "War"}, {"key": "peace", "label": "Peace"}]},
              {"key": "people", "label": "People", "type": "number", "level": "ratio"}]}""";

    final TestApp app;
    private final Jdbi jdbi;

    VoteStudy(TestApp app, int images) {
        this.app = app;
        this.jdbi = app.jdbi();
        jdbi.useHandle(handle -> {
            handle.createScript("""
                    insert into blob (sha256, media_type, width, height, size, bytes)
                        select sha256(convert_to(n || '.png', 'UTF8')), 'image/png', 1, 1, 1, convert_to(n || '.png', 'UTF8')
                        from generate_series(1, %d) as n;
                    insert into image (project_id, sha256, path, account)
                        select 1, sha256(convert_to(n || '.png', 'UTF8')), n || '.png', 'account ' || n / 4
                        from generate_series(1, %1$d) as n;
                    insert into coder (id, project_id, kind, name) overriding system value
                        values (101, 1, 'imported', 'Anne'), (102, 1, 'imported', 'Ben'), (103, 1, 'imported', 'Carl'),
                               (104, 1, 'imported', 'Silent'), (109, 1, 'gold', 'Gold')
                    """.formatted(images)).execute();
            handle.createUpdate("""
                            insert into codebook_version (id, project_id, number, content, published_at)
                            overriding system value values (50, 1, 1, :content, now())
                            """).bind("content", new Json(CODEBOOK)).execute();
        });
    }

    /** What a coder says of the images from the first on; "-" says nothing, "?" is unsure, "!" not applicable, "x+y" two values. */
    void says(long coder, String variable, String... answers) {
        for (int image = 1; image <= answers.length; image++) {
            if (!answers[image - 1].equals("-")) {
                code(coder, image, null, variable, answers[image - 1]);
            }
        }
    }

    private void code(long coder, long image, Long sample, String variable, String answer) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                    values (1, ?, ?, 50, ?) on conflict do nothing
                    """, coder, image, sample);
            for (var value : answer.split("\\+")) {
                handle.execute("""
                        insert into code (coding_id, coder_id, image_id, variable, value, state)
                        select id, coder_id, image_id, ?, nullif(nullif(?, '?'), '!'),
                               case ? when '?' then 'unsure' when '!' then 'not_applicable' else 'coded' end
                        from coding where coder_id = ? and image_id = ? and sample_id is not distinct from ?
                        """, variable, value, value, coder, image, sample);
            }
        });
    }

    /** A CLIP run with its probabilities of the variable's categories, of images from {@code first} on. @return its coder */
    long model(String variable, int first, List<List<Double>> scores) {
        var categories = List.of("s", "m", "l");
        long coder = jdbi.withHandle(
                handle -> handle.createQuery("""
                        with made as (
                            insert into run (project_id, kind, name, model, codebook_version_id, variables, parameters, images,
                                             seed, state)
                            values (1, 'clip', 'CLIP', 'demo', 50, '{size}', '{}', '{"query": ""}', 1, 'done') returning id)
                        insert into coder (project_id, kind, run_id, name) select 1, 'run', id, 'CLIP' from made returning id
                        """).mapTo(Long.class).one());
        for (int at = 0; at < scores.size(); at++) {
            var said = scores.get(at);
            int best = said.indexOf(Collections.max(said));
            code(coder, first + at, null, variable, categories.get(best));
            var detail = Map.of("scores", Map.of("s", said.get(0), "m", said.get(1), "l", said.get(2)));
            var statement = "update code set confidence = ?, detail = ? where coder_id = ? and image_id = ?";
            int image = first + at;
            jdbi.useHandle(handle -> handle.execute(statement, said.get(best), Json.of(detail), coder, image));
        }
        return coder;
    }

    /** A sample of images with gold that these coders made. */
    void gold(long sample, String purpose, String variable, List<Long> makers, String... answers) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                        size, seed, overlap, coders_each, closed_at)
                    overriding system value values (?, 1, ?, ?, 'simple', 50, '{kind}', 100, 9, 1, 1, 1, now())
                    """, sample, purpose + " " + sample, purpose);
            for (int image = 1; image <= answers.length; image++) {
                handle.execute("""
                        insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                        values (?, ?, 0.5, true, 1)
                        """, sample, image);
            }
        });
        for (int image = 1; image <= answers.length; image++) {
            code(GOLD, image, sample, variable, answers[image - 1]);
        }
        var sources = makers.stream().map(maker -> "{\"coder\": " + maker + "}").toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into gold (coding_id, variable, provenance, sources)
                        select id, :variable, 'unanimous', :sources from coding where coder_id = 109 and sample_id = :sample
                        """)
                .bind("variable", variable)
                .bind("sources", new Json(sources.toString()))
                .bind("sample", sample)
                .execute());
    }

    /** @return the run's number, once it has ended */
    long vote(String rule, String variables, long... voters) throws InterruptedException {
        var answer = asked(rule, variables, voters);
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.body());
        }
        return ended(new Json(answer.body()).tree().get("id").asLong());
    }

    HttpResponse<String> asked(String rule, String variables, long... voters) {
        return app.api(World.ONA).post("/api/v1/projects/1/runs", "application/json", """
                {"kind": "vote", "model": "%s", "variables": ["%s"], "voters": %s}
                """.formatted(
                        rule, variables, Arrays.toString(voters)));
    }

    long ended(long run) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var state = value("select state from run where id = " + run, String.class);
            if (state.matches("done|failed|cancelled")) {
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("run " + run + " did not end");
    }

    /** What a run says of an image: values with +, or its state; empty where it says nothing. */
    String said(long run, long image, String variable) {
        return value("""
                select coalesce(string_agg(coalesce(c.value, c.state), '+' order by c.value), '')
                from code c join coder o on o.id = c.coder_id
                where o.run_id = %d and c.image_id = %d and c.variable = '%s'
                """.formatted(run, image, variable), String.class);
    }

    <T> T value(String sql, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
