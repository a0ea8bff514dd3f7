package codeframe.llm.stability;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.Codebooks;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs by hand: two with the same words that agree, one in other words that does not always. */
class StabilityPagesTest {
    private TestApp app;
    private long check;

    @BeforeEach
    void start() {
        app = TestApp.start();
        app.jdbi().onDemand(Codebooks.class).publish(1, 1, CodebookTemplate.VISUAL_FRAMES.codebook(), "");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select int4send(n), 'image/png', 1, 1, 1, '\\x00' from generate_series(1, 10) n;
                insert into image (project_id, sha256, path) select 1, sha256, encode(sha256, 'hex') from blob;
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                    select 1, 'llm', 'Repetition ' || n, 'judge-1', 1, '{environment}', 1, 'done', 10
                    from generate_series(1, 3) n;
                insert into coder (project_id, kind, run_id, name) select 1, 'run', id, name from run;
                insert into run_item (run_id, image_id, outcome) select run.id, image.id, 'coded' from run, image;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, coder.id, image.id, 1 from coder join run on run.id = coder.run_id, image;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select coding.id, coding.coder_id, image_id, 'environment',
                           case when image_id % 2 = 0 and not (coder.name = 'Repetition 3' and image_id > 4)
                                then 'indoors' else 'outdoors' end
                    from coding join coder on coder.id = coding.coder_id
                """).execute());
        var checks = app.jdbi().onDemand(StabilityChecks.class);
        var images = app.jdbi()
                .withHandle(handle -> handle.createQuery("select id from image")
                        .mapTo(Long.class)
                        .list());
        long selection = checks.select(1, 1, "Stability check", images.toArray(Long[]::new));
        check = checks.add(1, 1, selection, images.size(), 7);
        checks.place(
                check,
                List.of(
                        new StabilityChecks.Place(1, "usual", 1),
                        new StabilityChecks.Place(2, "usual", 2),
                        new StabilityChecks.Place(3, "second", 3)));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_agreement_of_the_same_words_stands_beside_that_of_other_words() {
        var vic = app.browser(World.VIC);
        assertThat(vic.get("/projects/1/llm/stability").body()).contains("judge-1", "finished");
        var body = vic.get("/projects/1/llm/stability/" + check).body();
        assertThat(body)
                .contains("α, same words", "1.000", "100.0 %")
                .contains("α, other words too", "a second wording", "unstable", "Environment")
                .doesNotContain("Location", "every 3s")
                .contains("/projects/1/images?selection=1");
        assertThat(vic.get("/projects/1/images?selection=1").statusCode()).isEqualTo(200);
    }

    @Test
    void the_images_on_which_the_answers_differ_are_listed_with_what_each_run_said() {
        var body = app.browser(World.VIC)
                .get("/projects/1/llm/stability/" + check)
                .body()
                .replaceAll("\\s+", " ");
        var rows = Pattern.compile("<a href=\"/projects/1/images/(\\d+)\">[^<]*</a></th> <td>Environment</td> "
                        + "<td>Indoors</td><td>Indoors</td><td>Outdoors</td>")
                .matcher(body);
        assertThat(rows.results().map(found -> found.group(1))).containsExactly("6", "8", "10");
        assertThat(body)
                .doesNotContain("/projects/1/images/2\"")
                .contains("Where the answers differ", "Run 3 <span class=\"muted\">a second wording");
    }

    @Test
    void what_the_viewer_must_not_see_is_not_among_them() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    values (1, 'Sealed', 'test', 'simple', 1, '{environment}', 10, 1, 1, 0, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select id, 8, 1, false, 1 from sample
                """).execute());
        assertThat(app.browser(World.ONA)
                        .get("/projects/1/llm/stability/" + check)
                        .body())
                .contains("/projects/1/images/6\"")
                .doesNotContain("/projects/1/images/8\"");
    }

    @Test
    void the_alpha_shown_is_that_of_the_agreement_arithmetic() {
        // Krippendorff (2018, ch. 12), nominal, two values: 1 - (n - 1) o01 / (n0 n1). Thirty answers; each of the
        // three
        // images with one dissenter among three adds 2 * 1 / (3 - 1) to o01.
        double n = 30, indoors = 12, outdoors = 18, disagreeing = 3;
        double alpha = 1 - (n - 1) * disagreeing / (indoors * outdoors);
        assertThat(app.browser(World.VIC)
                        .get("/projects/1/llm/stability/" + check)
                        .body())
                .contains(String.format(Locale.ROOT, "%.3f", alpha));
    }

    @Test
    void the_page_is_free_of_violations_by_day_and_night_and_fits_a_phone() {
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/llm/stability/" + check);
            assertThat(Look.faults(page)).isEmpty();
            page.navigate(app.url() + "/projects/1/llm/stability");
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    @Test
    void a_check_of_another_project_is_not_there() {
        assertThat(app.browser(World.OZ)
                        .get("/projects/2/llm/stability/" + check)
                        .statusCode())
                .isEqualTo(404);
        assertThat(app.browser(World.OZ).get("/projects/2/llm/stability").body())
                .contains("No check yet");
    }
}
