package codeframe.image;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench test}: the gallery's page and its filter counts over 100,000 images, each coded by a run and read. */
@Tag("bench")
final class GalleryBenchTest {
    private static final int IMAGES = 100_000;
    private static final int REQUESTS = 200;

    @Test
    void a_page_of_the_gallery_at_100_000_images() {
        try (var app = TestApp.start()) {
            fill(app);
            var ona = app.browser(World.ONA);
            var random = new Random(7);
            Stream.of("", "account=account%2017&", "from=2021-03-01&to=2021-03-31&", "code=1:image_type:poster&")
                    .forEach(filter -> measure(
                            "page, filter \"" + filter + "\"",
                            () -> ona.get("/projects/1/images?" + filter + "after=" + random.nextInt(IMAGES))
                                    .statusCode()));
            // Words of which one of the images, a percent and most have them; and one that was looked for among labels.
            Stream.of(
                            "seen=rare",
                            "seen=percent&seen_in=text",
                            "seen=most&seen_in=text",
                            "seen=percent%20most",
                            "seen=nowhere")
                    .forEach(search -> {
                        measure(
                                "search " + search,
                                () -> ona.get("/projects/1/images?" + search).statusCode());
                        measure(
                                "filter counts " + search,
                                () -> ona.get("/projects/1/images/filters?" + search)
                                        .statusCode());
                    });
            measure("filter counts", () -> ona.get("/projects/1/images/filters").statusCode());
        }
    }

    private static void measure(String what, IntSupplier request) {
        double[] millis = new double[REQUESTS];
        for (int i = -20; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            assertThat(request.getAsInt()).isEqualTo(200);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "gallery at %,d images, %s: median %.1f ms, p95 %.1f ms%n",
                IMAGES,
                what,
                millis[REQUESTS / 2],
                millis[REQUESTS * 95 / 100]);
    }

    private static void fill(TestApp app) {
        // Foreign keys are not checked while filling: the rows are right, and there are half a million of them.
        app.jdbi().useHandle(handle -> handle.createScript("""
                set session_replication_role = replica;
                insert into import (project_id, state) values (1, 'done');
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select sha256(n::text::bytea), 'image/jpeg', 10, 10, 10, '\\x00' from generate_series(1, 100000) n;
                insert into image (project_id, sha256, path, account, posted_at, kind, import_id)
                    select 1, sha256(n::text::bytea), 'a/' || n || '.jpg', 'account ' || n % 60,
                           timestamptz '2021-01-01' + n * interval '5 minutes', 'kind ' || n % 3, 1
                    from generate_series(1, 100000) n;
                insert into codebook_version (project_id, number, content, published_at)
                    values (1, 1, '{"codebook": "Types", "variables": []}', now());
                insert into coder (project_id, kind, name) values (1, 'imported', 'Machine');
                insert into coding (project_id, coder_id, image_id, codebook_version_id) select 1, 1, id, 1 from image;
                insert into code (coding_id, coder_id, image_id, variable, value, confidence)
                    select id, 1, image_id, 'image_type', (array['poster', 'selfie', 'crowd'])[1 + image_id % 3], 0.5
                    from coding;
                insert into feature_source (project_id, name, version, origin, language, file, report)
                    values (1, 'Read', 1, 'import', 'english', '', '{}');
                insert into feature (source_id, kind, image_id, outcome, text, words)
                    select 1, 'text', id, 'done', said, to_tsvector('english', said)
                    from (select id, (select string_agg('word' || (n * 7919 + id * 104729) % 20000, ' ')
                                      from generate_series(1, 12) n)
                                     || case when id % 10 < 7 then ' most' else '' end
                                     || case when id % 100 = 0 then ' percent' else '' end
                                     || case when id = 50000 then ' rare' else '' end as said
                          from image) i;
                reset session_replication_role;
                analyze
                """).execute());
    }
}
