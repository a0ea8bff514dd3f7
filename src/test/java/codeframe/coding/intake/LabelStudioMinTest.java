package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Label Studio's JSON-MIN and CSV, as its converter writes them. */
class LabelStudioMinTest {
    private static final String CODES = "/api/v1/projects/1/codes";
    private static final String STUDIO = CODES + "/label-studio";
    private static final String MIN = """
            [{"image":"https://ls.example/data/upload/1/0a1b2c3d-one.jpg","id":11,"image_type":"Crowd",
              "objects":{"choices":["Flag","Lectern"]},"people":[{"number":4}],"remark":{"text":["first","second"]},
              "box":[{"x":1,"y":2,"width":3,"height":4,"rectanglelabels":["Face"]}],"caption":"Hello",
              "annotator":1,"annotation_id":101,"created_at":"2026-02-01T10:00:00.123456Z",
              "updated_at":"2026-02-01T10:00:00Z","lead_time":4.5},
             {"image":"/data/local-files/?d=stories/two.jpg","id":12,"image_type":"TV Studio","people":[{"rating":3}],
              "annotator":"tom@example.org","annotation_id":102,"created_at":"2026-02-01T10:00:00Z","lead_time":1},
             {"image":"two.jpg","id":12,"image_type":"poster","objects":["flag"],"remark":"[1] see \\"note\\"",
              "completed_by":{"id":7,"first_name":"Lea","last_name":"Meier"},"annotation_id":103,"lead_time":1},
             {"image":"three.jpg","id":13,"image_type":[],"people":null,"annotator":1,"annotation_id":104,"lead_time":1}]
            """;
    private static final String CSV = """
            annotation_id,annotator,created_at,id,image,image_type,lead_time,objects,people,remark,updated_at
            101,1,2026-02-01T10:00:00.123456Z,11,/data/upload/1/0a1b2c3d-one.jpg,Crowd,4.5,"{""choices"": [""Flag"", ""Lectern""]}","[{""number"": 4}]","[1] see note",2026-02-01T10:00:00Z
            102,tom@example.org,2026-02-01T10:00:00Z,12,two.jpg,TV Studio,1.0,Flag,,"{""text"": [""first"", ""second""]}",2026-02-01T10:00:00Z
            103,2.0,2026-02-01T10:00:00Z,13,three.jpg,,1.0,,,,2026-02-01T10:00:00Z
            """;
    private TestApp app;
    private CodedStudy study;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        study.image("stories/one.jpg");
        study.image("stories/two.jpg");
        study.image("stories/three.jpg");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void flat_items_are_codes_of_who_made_them() {
        var report = post(STUDIO, MIN);
        assertThat(report.get("unmatched")).as(report.toString()).isEmpty();
        assertThat(report.get("rows").asInt()).isEqualTo(4);
        assertThat(report.get("blank").asInt()).isEqualTo(1);
        assertThat(stored())
                .containsExactly(
                        "Annotator 1 1 image_type crowd",
                        "Annotator 1 1 objects flag",
                        "Annotator 1 1 objects lectern",
                        "Annotator 1 1 people 4",
                        "Annotator 1 1 remark first\nsecond",
                        "Lea Meier 2 image_type poster",
                        "Lea Meier 2 objects flag",
                        "Lea Meier 2 remark [1] see \"note\"",
                        "tom@example.org 2 image_type studio",
                        "tom@example.org 2 people 3");
        assertThat(report.get("notTaken").findValuesAsText("name")).containsExactlyInAnyOrder("box", "caption");
        assertThat(study.texts("select to_char(min(created_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from coding"))
                .containsExactly("2026-02-01 10:00");
        assertThat(post(STUDIO, MIN).get("unchanged").asInt()).isEqualTo(9);
    }

    @Test
    void the_table_says_the_same_at_either_address() {
        var report = post(CODES, CSV);
        assertThat(report.get("unmatched")).as(report.toString()).isEmpty();
        assertThat(report.get("rows").asInt()).isEqualTo(3);
        assertThat(report.get("blank").asInt()).isEqualTo(1);
        assertThat(stored())
                .containsExactly(
                        "Annotator 1 1 image_type crowd",
                        "Annotator 1 1 objects flag",
                        "Annotator 1 1 objects lectern",
                        "Annotator 1 1 people 4",
                        "Annotator 1 1 remark [1] see note",
                        "tom@example.org 2 image_type studio",
                        "tom@example.org 2 objects flag",
                        "tom@example.org 2 remark first\nsecond");
        assertThat(post(STUDIO + "?match=image", CSV).get("unchanged").asInt()).isEqualTo(7);
    }

    @Test
    void what_does_not_fit_is_told_item_by_item() {
        var report = post(STUDIO + "?match=image&coder=Ana", """
                [{"image":"nowhere.jpg","image_type":"poster","annotation_id":1,"annotator":1},
                 {"image":"","image_type":"poster","annotation_id":2,"annotator":1},
                 {"image":"one.jpg","image_type":{"choices":["poster","crowd"]},"annotation_id":3,"annotator":1},
                 {"image":"one.jpg","image_type":"Zeppelin","annotation_id":4,"annotator":1},
                 {"image":"two.jpg","image_type":"poster","annotation_id":5,"annotator":1}]
                """);
        assertThat(report.get("matched").asInt()).isEqualTo(1);
        assertThat(report.get("unmatched").findValuesAsText("reason"))
                .containsExactly(
                        "No image of this project is called \"nowhere.jpg\".",
                        "The item has no \"image\".",
                        "image_type takes one value, not 2: poster, crowd.",
                        "\"Zeppelin\" is no category of image_type.");
        assertThat(stored()).containsExactly("Ana 2 image_type poster");
    }

    @Test
    void no_file_is_without_codes_and_without_a_reason() {
        var reason = "No code was taken: no row or task of the file holds an answer to a variable of the codebook.";
        for (var nothing : List.of(
                "[{\"image\":\"one.jpg\",\"annotation_id\":1,\"annotator\":1},"
                        + "{\"image\":\"two.jpg\",\"mood\":\"x\",\"annotation_id\":2,\"annotator\":1}]",
                "[{\"data\":{\"image\":\"one.jpg\"},\"annotations\":[]},{\"data\":{\"image\":\"two.jpg\"}}]",
                "[{\"image\":\"one.jpg\",\"image_type\":\"poster\"},{\"image\":\"two.jpg\",\"image_type\":\"poster\"}]")) {
            var report = post(STUDIO + "?match=image", nothing);
            assertThat(report.get("matched").asInt()).isEqualTo(2);
            assertThat(report.get("codes").asInt()).isZero();
            assertThat(report.get("remarks").toString()).contains(reason);
        }
        assertThat(post(CODES, "image,coder,image_type\none.jpg,Ana,\n")
                        .get("remarks")
                        .toString())
                .contains(reason);
    }

    @Test
    void other_files_are_refused_by_name() {
        assertThat(refusal(CODES, MIN)).contains("This is JSON and no table", "codes/label-studio");
        assertThat(refusal(STUDIO, "image,coder,image_type\none.jpg,Ana,poster\n"))
                .contains("no export of Label Studio", "annotation_id");
        assertThat(refusal(STUDIO, MIN.replace("\"image\":", "\"asset\":")))
                .contains("Name the field", "asset, box, caption");
        assertThat(refusal(STUDIO + "?match=Image", MIN)).contains("No item has a field \\\"Image\\\"");
        assertThat(refusal(STUDIO + "?match=x", "{\"images\":[],\"categories\":[],\"annotations\":[]}"))
                .contains("COCO", "JSON-MIN");
    }

    @Test
    void files_that_were_made_to_do_harm_get_a_sentence() {
        var item = "[{\"image\":\"one.jpg\",\"annotation_id\":1,\"annotator\":1,%s}]";
        for (var nul : List.of("\"remark\":\"a\\u0000b\"", "\"x\\u0000y\":1", "\"image_type\":\"\\u0000\"")) {
            assertThat(refusal(STUDIO, item.formatted(nul))).contains("NUL");
        }
        var deep = "[".repeat(5_000);
        assertThat(refusal(STUDIO, item.formatted("\"remark\":" + deep))).contains("not JSON");
        assertThat(post(CODES, CSV.replace("[1] see note", deep))
                        .get("unmatched")
                        .toString())
                .contains("The text for remark is too long");
        var wide = IntStream.range(0, 300_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        assertThat(refusal(STUDIO, item.formatted(wide))).contains("20,000");
        assertThat(refusal(STUDIO, CSV + "x,".repeat(1_000_000) + "\n")).contains("20,000");
        assertThat(refusal(STUDIO + "?match=y", "[{\"data\":{" + wide + "},\"annotations\":[]}]"))
                .contains("No task has a field", "and 299,950 more")
                .hasSizeLessThan(2_000);
    }

    private JsonNode post(String path, String file) {
        var answer = app.api(World.ONA).post(path, "application/octet-stream", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree();
    }

    private String refusal(String path, String file) {
        var answer = app.api(World.ONA).post(path, "application/octet-stream", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private List<String> stored() {
        return study.texts("""
                select concat_ws(' ', r.name, c.image_id, c.variable, c.value)
                from code c join coder r on r.id = c.coder_id
                order by r.name collate "C", c.image_id, c.variable, c.value
                """);
    }
}
