package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.ImageFilter;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is tried before a run is shown to who tries it, so nothing is tried that must stay unseen: of eight images 1 to 4
 * are in a sealed test sample and Ona codes 5 and 6 in an open one.
 */
class SealedTrialsTest {
    private static final String FORM = "kind=clip&model=demo&variables=kind&aggregation=mean&seed=5";

    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.with(new LetterClassifier(0));
        var study = new RunStudy(app.jdbi());
        study.images(8);
        study.publish();
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 1, 'Ona');
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                    values (1, 'Test', 'test', 'simple', 1, '{kind}', 8, 4, 1, 1, 1),
                           (1, 'Pilot', 'pilot', 'simple', 1, '{kind}', 8, 2, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select case when n <= 4 then 1 else 2 end, n, 0.5, true, 1 from generate_series(1, 6) n;
                insert into sample_coder (sample_id, coder_id) values (2, 1)
                """).execute());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String tried() {
        var page = app.browser(World.ONA).post("/projects/1/runs/try", FORM);
        assertThat(page.statusCode()).isEqualTo(200);
        var images = Pattern.compile("/projects/1/images/(\\d+)/file").matcher(page.body());
        return String.join(
                " ",
                images.results()
                        .map(found -> found.group(1))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void neither_sealed_images_nor_those_that_one_codes_are_tried() {
        assertThat(tried()).isEqualTo("7 8");
    }

    @Test
    void once_the_seal_is_broken_and_the_coding_closed_all_may_be_tried() {
        app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = now(), closed_at = now()"));
        var images = new RunImages(app.jdbi());
        assertThat(images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL.seenBy(1), 5, 100))
                .hasSize(8);
        assertThat(tried().split(" ")).hasSize(5);
    }

    @Test
    void whoever_does_not_code_may_look_at_the_open_sample_but_not_under_the_seal() {
        var images = new RunImages(app.jdbi());
        assertThat(images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL.seenBy(3), 5, 100))
                .extracting(RunImages.Drawn::id)
                .containsExactlyInAnyOrder(5L, 6L, 7L, 8L);
        assertThat(images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL, 5, 100))
                .as("nobody in particular")
                .extracting(RunImages.Drawn::id)
                .containsExactlyInAnyOrder(5L, 6L, 7L, 8L);
    }

    @Test
    void the_same_few_are_drawn_for_a_seed_whatever_was_imported_since() {
        var images = new RunImages(app.jdbi());
        var before = images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL, 5, 2);
        assertThat(images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL, 5, 2))
                .extracting(RunImages.Drawn::id)
                .isEqualTo(before.stream().map(RunImages.Drawn::id).toList());
        var seeds = java.util.stream.LongStream.range(0, 20)
                .mapToObj(seed -> images.draw(1, UnitFrame.IMAGES, ImageFilter.ALL, seed, 2)
                        .get(0)
                        .id())
                .distinct();
        assertThat(seeds).hasSizeGreaterThan(1);
    }
}
