package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which images count: none of a sealed sample, none picked by hand, none that taught somebody, all without an answer. */
class MeasuredImagesTest {
    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String page(ReportedStudy study, String further) {
        return app.browser(World.VIC)
                .get("/projects/1/validation?variable=image_type&coder=" + study.run + further)
                .body();
    }

    private JsonNode json(ReportedStudy study, String further) {
        return app.api(World.VIC)
                .json("/api/v1/projects/1/validation.json?variable=image_type&coder=" + study.run + further);
    }

    @Test
    void a_sealed_sample_refuses_and_after_opening_the_report_says_who_opened_it() {
        var study = new ReportedStudy(app.jdbi(), "test", "simple");
        assertThat(page(study, "&sample=" + study.sample)).contains("This test sample is sealed");
        assertThat(page(study, ""))
                .as("its gold is left out of everything else too")
                .contains("have no image in common");
        study.run("""
                update sample set opened_at = now(), opened_by = (select id from app_user where name = 'Ona'),
                                  opened_with = '{"codebookVersion": 1, "codebookHash": "0123456789abcdef", "runs": [{"run": 1,
                    "name": "CLIP", "kind": "clip", "model": "demo", "codebookVersion": 1, "images": 250}]}'
                """);
        assertThat(page(study, "&sample=" + study.sample))
                .contains(
                        "This test sample was opened on",
                        "by Ona",
                        "codebook version 1 (SHA-256 0123456789ab…)",
                        "(clip, model demo, codebook version 1, 250 images)");
    }

    @Test
    void hand_picked_images_enter_no_estimate() {
        var study = new ReportedStudy(app.jdbi(), "dev", "handpicked");
        assertThat(page(study, "&sample=" + study.sample)).contains("picked by hand");
        assertThat(page(study, "")).contains("have no image in common");
        assertThat(app.browser(World.VIC).get("/projects/1/agreement").body()).doesNotContain("NaN");
    }

    @Test
    void images_that_taught_somebody_are_left_out_and_counted() {
        var study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        study.run("""
                with lesson as (
                    insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                        size, seed, overlap, coders_each)
                    values (1, 'Lesson', 'training', 'handpicked', 1, array['image_type'], 3, 3, 1, 0, 1) returning id)
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                select lesson.id, image.id, 1, false, 1 from lesson, image order by image.id limit 3
                """);
        assertThat(page(study, "")).contains("3 images with gold were used for training and left out.");
        assertThat(json(study, "").at("/n").asInt()).isEqualTo(247);
    }

    @Test
    void what_no_answer_counts_as_is_the_readers_choice() {
        var study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        study.run("""
                with gone as (delete from coding where coder_id = %d and image_id <= 10 returning image_id)
                update run_item set outcome = 'refused' where image_id in (select image_id from gone)
                """.formatted(study.run));
        var missed = json(study, "");
        assertThat(missed.at("/n").asInt()).isEqualTo(250);
        assertThat(missed.at("/abstained").asInt()).isEqualTo(10);
        var left = json(study, "&review=missing");
        assertThat(left.at("/n").asInt()).isEqualTo(240);
        assertThat(left.at("/coverage/value").asDouble())
                .isEqualTo(missed.at("/coverage/value").asDouble());
        var own = json(study, "&review=class");
        assertThat(own.at("/confusion/labels").toString()).contains("no answer");
        assertThat(page(study, "&review=perhaps")).contains("review must be error, missing or class");
    }
}
