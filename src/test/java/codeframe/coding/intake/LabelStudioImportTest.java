package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports of Label Studio, in all the forms in which they are met. */
class LabelStudioImportTest {
    private static final String CODES = "/api/v1/projects/1/codes/label-studio";
    private TestApp app;
    private CodedStudy study;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK
                + "  - key: setting\n    label: Setting\n    type: multi\n    categories:\n"
                + "      - {key: outdoors, label: Place > Outdoors}\n      - {key: night, label: Time > Night}\n");
        study.image("stories/one.jpg");
        study.image("stories/two.jpg");
        study.image("stories/three.jpg");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void every_way_to_name_coders_and_to_write_values_is_read() {
        var report = post("?match=Image", sample("all_kinds.json"));
        assertThat(report.get("rows").asInt()).isEqualTo(5);
        assertThat(report.get("matched").asInt()).isEqualTo(4);
        assertThat(report.get("unmatched")).hasSize(1);
        assertThat(report.get("unmatched").get(0).get("reason").asText()).contains("elsewhere.jpg");
        assertThat(stored())
                .containsExactly(
                        "Annotator 7 2 image_type crowd",
                        "Label Studio annotator 3 image_type studio",
                        "Lea Meier 1 image_type poster",
                        "Lea Meier 1 objects flag",
                        "Lea Meier 1 objects lectern",
                        "Lea Meier 1 people 4",
                        "Lea Meier 1 remark first line\nsecond line",
                        "Lea Meier 1 setting night",
                        "Lea Meier 1 setting outdoors",
                        "Lea Meier 2 people 3",
                        "tom@example.org 1 image_type crowd");
    }

    @Test
    void what_codes_cannot_hold_is_listed_by_kind() {
        var report = post("?match=Image", sample("all_kinds.json"));
        assertThat(report.get("notTaken").findValuesAsText("type"))
                .containsExactly("rectanglelabels", "choices", "annotation", "prediction", "draft", "pairwise");
        assertThat(report.get("notTaken").get(0).get("reason").asText()).contains("part of the image");
        assertThat(report.get("notTaken").get(0).get("count").asInt()).isEqualTo(2);
        assertThat(report.get("notTaken").get(2).get("reason").asText()).contains("skipped");
    }

    @Test
    void several_files_are_merged_on_the_image_and_the_coder_may_be_named_beside_them() {
        var file = "[{\"id\":1,\"data\":{\"ID\":1},\"annotations\":[{\"completed_by\":1,\"result\":"
                + "[{\"from_name\":\"image_type\",\"type\":\"choices\",\"value\":{\"choices\":[\"%s\"]}}]}]}]";
        post("?match=ID&coder=Lea", file.formatted("Crowd"));
        post("?match=ID&coder=Tom", file.formatted("TV Studio"));
        assertThat(post("?match=ID&coder=Tom", file.formatted("TV Studio"))
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(stored()).containsExactly("Lea 1 image_type crowd", "Tom 1 image_type studio");
    }

    @Test
    void one_task_alone_from_the_test_suite_of_label_studio_is_read() {
        var report = post("?match=image", sample("previous_export.json"));
        assertThat(report.get("rows").asInt()).isEqualTo(1);
        assertThat(report.get("unmatched").get(0).get("reason").asText()).contains("mypets.jpg");
        study.image("mypets.jpg");
        assertThat(post("?match=image", sample("previous_export.json"))
                        .get("unmatched")
                        .get(0)
                        .get("reason")
                        .asText())
                .isEqualTo("The codebook has no variable \"label\".");
    }

    @Test
    void the_field_that_names_the_image_must_be_there() {
        var api = app.api(World.ONA);
        var file = "[{\"data\":{\"Image\":\"one.jpg\",\"text\":\"x\"},\"annotations\":[]}]";
        assertThat(api.post(CODES, "application/json", file).body()).contains("The fields are: Image, text.");
        assertThat(api.post(CODES + "?match=image", "application/json", file).body())
                .contains("No task has a field \\\"image\\\"");
        assertThat(api.post(CODES + "?match=Image", "application/json", "[1]").statusCode())
                .isEqualTo(422);
        assertThat(api.post(CODES + "?match=Image", "application/json", "[{]").body())
                .contains("line 1");
        assertThat(api.post(CODES + "?match=Image", "application/json", "[".repeat(20_000))
                        .statusCode())
                .isEqualTo(422);
        var late = "[{\"data\":{\"Image\":\"one.jpg\"},\"annotations\":[{\"created_at\":\"+999999999-12-31T23:59:59Z\","
                + "\"result\":[{\"type\":\"choices\",\"from_name\":\"image_type\",\"value\":{\"choices\":[\"poster\"]}}]}]}]";
        assertThat(post("?match=Image", late).get("unmatched").toString()).contains("is no date");
        assertThat(app.api(World.VIC)
                        .post(CODES + "?match=Image", "application/json", file)
                        .statusCode())
                .isEqualTo(403);
    }

    private static String sample(String name) {
        try (var in = LabelStudioImportTest.class.getResourceAsStream("/labelstudio/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode post(String query, String json) {
        var answer = app.api(World.ONA).post(CODES + query, "application/json", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree();
    }

    private List<String> stored() {
        return study.texts("""
                select concat_ws(' ', r.name, c.image_id, c.variable, c.value)
                from code c join coder r on r.id = c.coder_id
                order by r.name collate "C", c.image_id, c.variable, c.value
                """);
    }
}
