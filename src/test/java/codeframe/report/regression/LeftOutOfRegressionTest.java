package codeframe.report.regression;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that do not count in a regression, who may not see it, and gold whose chances nobody knows. */
class LeftOutOfRegressionTest {
    private TestApp app;
    private CorrectedStudy study;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = new CorrectedStudy(app.jdbi());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private JsonNode json(String further) {
        return app.api(World.VIC)
                .json("/api/v1/projects/1/regression.json?outcome=image_type:poster&coder=" + study.run + further);
    }

    @Test
    void what_is_missing_or_was_used_to_teach_is_counted_and_left_out() {
        var images = study.images();
        study.execute(
                "delete from code where coder_id = ? and image_id in (?, ?)", study.run, images.get(0), images.get(1));
        study.execute("update image set metadata = metadata - 'x' where id = ?", images.get(2));
        study.execute("update image set metadata = metadata || '{\"x\": \" \"}' where id = ?", images.get(5));
        study.execute("""
                insert into example (project_id, image_id)
                select 1, image_id from sample_image where sample_id = ? order by image_id desc limit 1
                """, study.sample);
        study.execute("""
                delete from code where coder_id = ? and image_id in
                (select image_id from sample_image where sample_id = ? order by image_id desc limit 2 offset 1)
                """, study.gold, study.sample);
        var found = json("&covariate=imported:x");
        assertThat(found.get("n").asInt()).isEqualTo(295);
        assertThat(found.get("notes").toString())
                .contains("1 image is left out: they trained people, or were examples in a prompt.")
                .contains("2 images are left out: no code of CLIP for Image type.")
                .contains("2 images are left out: x is not known.")
                .contains("2 images that were drawn and count have no gold");
        assertThat(found.at("/coefficients/1/dsl/value").isNumber()).isTrue();
    }

    @Test
    void images_that_could_not_have_been_drawn_do_not_count() {
        study.later("later.jpg");
        var all = json("");
        assertThat(all.get("n").asInt()).isEqualTo(300);
        assertThat(all.get("notes").toString())
                .contains("1 image is left out: the sample with gold was not drawn from them.");
        study.execute("update sample set frame = '{\"query\": \"account=left\"}' where id = ?", study.sample);
        var left = json("");
        assertThat(left.get("n").asInt())
                .as("those of the account, and those drawn")
                .isBetween(76, 130);
        study.execute("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, created_at, closed_at)
                values (1, 'Sealed once', 'test', 'simple', 1, '{}', 300, 1, 1, 0, 1, timestamptz '2020-01-01', now())
                """);
        study.execute("update sample set frame = '{}', opened_at = now() where id = ?", study.sample);
        study.execute("""
                insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                select (select max(id) from sample), min(id), 'all', 0.1, false, 1 from image
                where id not in (select image_id from sample_image)
                """);
        study.execute("update sample set opened_at = now()");
        assertThat(json("").get("n").asInt()).as("one is of a test sample").isEqualTo(299);
    }

    @Test
    void images_that_the_sample_left_out_because_coders_knew_them_do_not_count() {
        study.execute("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, created_at, closed_at)
                values (1, 'Pilot', 'pilot', 'simple', 1, '{}', 300, 1, 1, 0, 1, timestamptz '2020-01-01', now())
                """);
        study.execute("""
                insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                select (select max(id) from sample), min(id), 'all', 0.1, false, 1 from image
                where id not in (select image_id from sample_image)
                """);
        study.execute("update sample set frame = '{\"shown\": 0, \"known\": 1}' where id = ?", study.sample);
        assertThat(json("").get("n").asInt()).as("it could have been drawn").isEqualTo(300);
        study.execute("update sample set frame = '{\"shown\": 1, \"known\": 0}' where id = ?", study.sample);
        var found = json("");
        assertThat(found.get("n").asInt()).isEqualTo(299);
        assertThat(found.get("notes").toString())
                .contains("1 image is left out: the sample with gold was not drawn from them.");
    }

    @Test
    void gold_that_is_not_of_one_sample_corrects_nothing() {
        study.execute("delete from sample_image");
        study.execute("update coding set sample_id = null");
        var found = json("");
        assertThat(found.at("/coefficients/0/dsl/undefined").asText()).contains("not that of one drawn sample");
        assertThat(found.at("/coefficients/0/gold_only/value").isNumber()).isTrue();
        assertThat(found.at("/coefficients/0/naive/value").isNumber()).isTrue();
    }

    @Test
    void a_sealed_sample_gives_nothing_away() {
        study.execute("update sample set purpose = 'test' where id = ?", study.sample);
        var answer = app.browser(World.VIC)
                .get("/projects/1/validation/regression?outcome=image_type:poster&coder=" + study.run + "&sample="
                        + study.sample);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This test sample is sealed").doesNotContain("Corrected (DSL)");
        var all = app.browser(World.VIC)
                .get("/projects/1/validation/regression?outcome=image_type:poster&coder=" + study.run);
        assertThat(all.statusCode()).isEqualTo(422);
    }

    @Test
    void whoever_still_codes_sees_the_figures_of_everybody_and_no_label_of_an_image() {
        var path = "/projects/1/validation/regression";
        var asked = "?outcome=image_type:poster&coder=" + study.run;
        var cleo = app.browser(World.CLEO);
        assertThat(cleo.get(path + "/units.csv" + asked).statusCode()).isEqualTo(200);
        assertThat(json("").at("/n").asInt()).isEqualTo(300);
        var gold = json("").at("/coefficients/0/gold_only");
        study.execute("""
                with lesson as (
                    insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                        size, seed, overlap, coders_each)
                    values (1, 'Draft', 'pilot', 'simple', 1, '{}', 300, 1, 1, 0, 1) returning id),
                cleo as (
                    insert into coder (project_id, kind, user_id, name)
                    select 1, 'person', id, name from app_user where email = 'cleo@example.org' returning id),
                joined as (insert into sample_coder (sample_id, coder_id) select lesson.id, cleo.id from lesson, cleo)
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                select lesson.id, min(image.id), 1, false, 1 from lesson, image group by lesson.id
                """);
        var cleos = cleo.get(path + ".json" + asked).body();
        assertThat(cleos)
                .isEqualTo(app.browser(World.VIC).get(path + ".json" + asked).body())
                .contains("Left out: 1 image of \\\"Draft\\\", which is still open.");
        assertThat(json("").at("/n").asInt()).isEqualTo(299);
        assertThat(json("").at("/coefficients/0/gold_only")).isEqualTo(gold);
        var refused = cleo.get(path + "/units.csv" + asked);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("You still code \"Draft\"");
    }

    @Test
    void of_a_simple_sample_ppi_stands_beside_it() {
        study.execute("update sample_image set probability = 0.18, stratum = 'all'");
        assertThat(json("&covariate=imported:x").at("/coefficients/1/ppi/value").isNumber())
                .isTrue();
        assertThat(json("&covariate=imported:x&cluster=account")
                        .at("/coefficients/1/ppi")
                        .isMissingNode())
                .isTrue();
    }
}
