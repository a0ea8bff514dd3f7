package codeframe.feature.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Json;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Features from files of other tools, through the API: what is stored, and what is said of what is not. */
class FeatureImportTest {
    private static final String FEATURES = "/api/v1/projects/1/features";
    private static TestApp app;
    private static Api ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.api(World.ONA);
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select decode(lpad(n::text, 2, '0'), 'hex'), 'image/png', 400, 200, 1, '\\x00' from generate_series(1, 4) n;
                insert into import (project_id, state) values (1, 'done');
                insert into import_part (import_id, name) values (1, 'a.zip');
                insert into image (project_id, sha256, path, import_id)
                    select 1, decode(lpad(n::text, 2, '0'), 'hex'), 'anna/' || n || '.jpg', 1 from generate_series(1, 4) n;
                insert into import_item (import_id, part_id, position, path, verdict, image_id)
                    values (1, 1, 0, 'anna/1.jpg', 'accepted', 1), (1, 1, 1, 'anna/again.jpg', 'duplicate', 1)
                """).execute());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void empty() {
        app.jdbi().useHandle(handle -> handle.execute("delete from feature_source"));
    }

    private static JsonNode sent(String query, String body) {
        var answer = ona.post(FEATURES + "?name=Tool" + query, "text/csv", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree().get("report");
    }

    private static String refused(String query, String body) {
        var answer = ona.post(FEATURES + "?name=Tool" + query, "text/csv", body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(413, 422);
        assertThat(rows("select count(*)::text from feature_source")).containsExactly("0");
        return new Json(answer.body()).tree().get("detail").asText();
    }

    private static List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static List<String> stored() {
        return rows("""
                select f.image_id || ' ' || f.kind || ' ' || f.outcome || ' ' || f.text || coalesce(f.error, '')
                from feature f order by f.source_id, f.kind, f.image_id
                """);
    }

    private static List<String> told(JsonNode report) {
        return report.get("told").findValuesAsText("reason");
    }

    @Test
    void one_row_per_object_becomes_one_feature_per_image_and_what_fits_not_is_told() {
        var report = sent("", """
                image_path,object_name,confidence,vertices
                anna/1.jpg,Person,0.9,"[(0.1, 0.2), (0.4, 0.2), (0.4, 0.9), (0.1, 0.9)]"
                1.jpg,Person,1.8,"[(0.5, 0.2), (0.6, 1.2), (0.6, 0.9)]"
                anna/1.jpg,Chair,NaN,
                anna/2.jpg,,,
                nobody.jpg,Person,0.7,
                ,Person,0.7,
                """);
        assertThat(stored()).containsExactly("1 objects done Person, Chair", "2 objects empty ");
        assertThat(report.get("rows").asInt()).isEqualTo(6);
        assertThat(report.get("matched").asInt()).isEqualTo(4);
        assertThat(told(report))
                .containsExactly(
                        "\"Person\" is kept without a confidence, because \"1.8\" is no number from 0 to 1.",
                        "\"Person\" is kept without a place, because its corners \"[(0.5, 0.2), (0.6, 1.2), (0.6, 0.9)]\""
                                + " reach outside the image: they must be shares of its width and height, from 0 to 1,"
                                + " or pixels of its 400 × 200.",
                        "\"Chair\" is kept without a confidence, because \"NaN\" is no number from 0 to 1.",
                        "No image of this project is called \"nobody.jpg\".",
                        "No image is named.",
                        "\"1.jpg\" is the same picture as \"anna/1.jpg\", and the file says something else about it; what it"
                                + " says of \"anna/1.jpg\" was taken.");
    }

    @Test
    void memespector_and_four_cat_are_known_by_their_columns() {
        sent("", "Image_BaseName,GV_Label_Descriptions,GV_Text\n1.jpg,Crowd;Flag,VOTE TODAY\n2.jpg,,\n");
        assertThat(stored())
                .containsExactly(
                        "1 labels done Crowd, Flag", "2 labels empty ", "1 text done VOTE TODAY", "2 text empty ");
        empty();
        sent("", """
                {"file_name": "3.jpg", "labelAnnotations": [{"description": "Sky", "score": 0.5}], "fullTextAnnotation": {"text": "AB\\ncd", "pages": []}}
                {"file_name": "4.jpg", "error": {"code": 3, "message": "Bad image data."}}
                """);
        assertThat(stored())
                .containsExactly(
                        "3 labels done Sky",
                        "4 labels error Bad image data.",
                        "3 text done AB\ncd",
                        "4 text error Bad image data.");
    }

    @Test
    void an_imported_file_is_a_version_of_its_source_and_names_of_one_picture_are_one() {
        sent("", "image,caption\n1.jpg,A crowd\nagain.jpg,A crowd\n2,NaN\n");
        var report = sent("&blank=never", "image,caption\n1.jpg,A crowd\nanna/1.jpg,Another\n2,None\n3,\n");
        assertThat(rows("select name || ' ' || version from feature_source order by id"))
                .containsExactly("Tool 1", "Tool 2");
        assertThat(stored()).containsExactly("1 caption done A crowd", "2 caption empty ", "1 caption done A crowd");
        assertThat(told(report)).hasSize(1);
        assertThat(report.get("remarks").get(0).asText()).startsWith("1 cell holds a word that programs write");
    }

    @Test
    void texts_are_kept_whole_however_long() {
        var text = "word".repeat(10) + " x".repeat(524_288);
        var report = sent("&text=t", "image,t\n1," + text + "\n2,short\n");
        assertThat(rows("select length(text)::text from feature order by image_id"))
                .containsExactly("" + text.length(), "5");
        assertThat(told(report))
                .singleElement()
                .asString()
                .contains("kept whole")
                .contains("50,000");
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_sentence_and_nothing_is_stored() {
        assertThat(refused("", "image,caption\nx.jpg,A\ny.jpg,B\n"))
                .isEqualTo("No row names an image of this project, so nothing was stored. The column \"image\" holds"
                        + " \"x.jpg\", \"y.jpg\"; images here are called \"anna/1.jpg\", \"anna/again.jpg\", \"anna/2.jpg\"."
                        + " Choose another column, or import the images first.");
        assertThat(refused("", "post,likes\n1,2\n"))
                .contains("Choose the column that names the image")
                .contains("post, likes");
        assertThat(refused("", "image,likes\n1,2\n")).contains("Choose at least one column that holds a feature");
        assertThat(refused("&image=im", "image,caption\n1,A\n")).contains("no such column, but image, caption");
        assertThat(refused("&image=image&confidence=c&caption=caption", "image,caption,c\n1,A,1\n"))
                .contains("belong to one object");
        assertThat(refused("&language=klingon", "image,caption\n1,A\n"))
                .contains("no search language")
                .contains("english");
        assertThat(refused("", "{\"responses\": [{}]}")).contains("without the names of their images");
        assertThat(refused("", "{\"file_name\": \"1.jpg\", ")).contains("begins like JSON and is none: look at line 1");
        assertThat(refused("", "[1, 2]")).contains("Item 1 of the file is no object");
        assertThat(refused("", "image,caption\n")).contains("one row and no more");
        assertThat(ona.post(FEATURES + "?name=", "text/csv", "image,caption\n1,A\n")
                        .body())
                .contains("Name the source");
    }

    @Test
    void the_table_of_features_can_be_taken_away_and_who_still_codes_an_image_is_told_nothing_of_it() {
        sent("", "image,object_name,vertices\n1,Hat,\"[[0,0],[0.5,1]]\"\n2,Hat,\n");
        sent("", "image,ocr\n2,\"Ja, \"\"so\"\"\"\n");
        assertThat(ona.get(FEATURES + ".csv").body()).isEqualTo("""
                image,path,source,version,kind,outcome,text,name,confidence,vertices,error
                1,anna/1.jpg,Tool,1,objects,done,,Hat,,"[[0.0, 0.0], [0.5, 0.0], [0.5, 1.0], [0.0, 1.0]]",
                2,anna/2.jpg,Tool,1,objects,done,,Hat,,,
                2,anna/2.jpg,Tool,2,text,done,"Ja, ""so""\",,,,
                """.replace("\n", "\r\n"));
        var listed = ona.json(FEATURES).get(1);
        assertThat(listed.at("/features/0/done").asInt()).isEqualTo(2);
        assertThat(listed.at("/features/0/neverAsked").asInt()).isEqualTo(2);
        open();
        var cleo = app.api(World.CLEO).get(FEATURES + ".csv");
        assertThat(cleo.body()).contains("anna/1.jpg").doesNotContain("anna/2.jpg");
        assertThat(cleo.headers().firstValue("Codeframe-Withheld")).contains("sealed=0, blind=1");
        assertThat(app.browser(World.CLEO).get("/projects/1/images/2").body()).doesNotContain("Ja, ");
        assertThat(app.api(World.CLEO)
                        .json("/api/v1/projects/1/images?seen_in=text")
                        .get("images"))
                .isEmpty();
        assertThat(found("seen_in=text")).containsExactly(2L);
        assertThat(app.browser(World.ONA).get("/projects/1/images/2").body()).contains("Ja, ");
        app.jdbi().useHandle(handle -> handle.execute("delete from sample where name = 'Pilot'"));
    }

    @Test
    void what_a_run_by_a_model_says_of_a_sealed_image_is_told_nobody() {
        sent("", "image,caption\n1,Open market\n2,Secret market\n");
        sent("", "image,caption,error\n2,,Secret failure\n1,,Open failure\n");
        app.jdbi().useHandle(handle -> handle.execute("update feature_source set origin = 'model', state = 'done'"));
        assertThat(ona.get(FEATURES + ".csv").body()).contains("Secret market");
        assertThat(found("seen=market")).containsExactly(1L, 2L);
        open();
        app.jdbi().useHandle(handle -> handle.execute("update sample set purpose = 'test', closed_at = now()"));
        var failing = "/projects/1/features/"
                + rows("select max(id)::text from feature_source").get(0);
        for (var path : List.of("images/2", "images?show=seen%3Acaption")) {
            assertThat(app.browser(World.ONA).get("/projects/1/" + path).body())
                    .doesNotContain("Secret market", "Secret failure");
        }
        assertThat(app.browser(World.ONA).get(failing).body())
                .contains("Open failure")
                .doesNotContain("Secret failure");
        assertThat(app.browser(World.ONA).get("/projects/1/images/1").body()).contains("Open market");
        var table = ona.get(FEATURES + ".csv");
        assertThat(table.body()).contains("Open market", "Open failure").doesNotContain("Secret");
        assertThat(table.headers().firstValue("Codeframe-Withheld")).contains("sealed=1, blind=0");
        assertThat(found("seen=market")).containsExactly(1L);
        app.jdbi().useHandle(handle -> handle.execute("delete from sample where name = 'Pilot'"));
    }

    @Test
    void images_are_found_by_what_was_seen_in_them_and_counted_so() {
        sent("&language=german", "image,ocr\n1,Häuser wählen\n2,Das Haus\n3,Freibier\n4,\n");
        sent("&language=english", "image,objects,caption\n1,2x Person; Tree,The houses\n2,Chair,\n");
        assertThat(found("seen=haus&seen_in=text")).containsExactly(1L, 2L);
        assertThat(found("seen=h%C3%A4usern+-w%C3%A4hlen")).containsExactly(2L);
        assertThat(found("seen=person&seen_in=objects")).containsExactly(1L);
        assertThat(found("seen=house")).containsExactly(1L);
        assertThat(found("seen=person&seen_in=text")).isEmpty();
        assertThat(found("seen_in=caption")).containsExactly(1L);
        assertThat(found("seen=haus&seen_in=text&text=2.jpg")).containsExactly(2L);
        assertThat(found("seen=%22h%C3%A4user+w%C3%A4hlen%22")).containsExactly(1L);
        assertThat(app.browser(World.ONA)
                        .get("/projects/1/images/filters?seen=haus&seen_in=text")
                        .body())
                .contains(
                        "2 images", "value=\"haus\"", "<option value=\"text\" selected>Text in the image (2)</option>");
        assertThat(ona.get("/api/v1/projects/1/images?seen_in=smell").body()).contains("not as \\\"smell\\\"");
    }

    private static List<Long> found(String filter) {
        var images = new ArrayList<Long>();
        ona.json("/api/v1/projects/1/images?" + filter)
                .get("images")
                .forEach(one -> images.add(one.get("id").asLong()));
        return images;
    }

    @Test
    void one_cell_never_becomes_more_things_than_are_taken() {
        var things = new Things(";", remark -> {});
        assertThat(things.list("999x a;".repeat(100))).hasSizeLessThanOrEqualTo(Things.MOST + 1);
        assertThat(things.list("[" + "\"a\",".repeat(3 * Things.MOST) + "\"a\"]"))
                .hasSize(Things.MOST + 1);
        assertThat(told(sent("", "image,objects\n1," + "999x a;".repeat(6) + "\n2,Tree\n")))
                .containsExactly("The cell has more than 5000 objects; it was not taken.");
    }

    @Test
    void rows_are_counted_by_what_they_take_in_memory() {
        var memory = new RowMemory(10_000);
        memory.row(List.of("a".repeat(1000), ""));
        assertThatThrownBy(() -> memory.row(Collections.nCopies(200, "a")))
                .isInstanceOf(Problem.TooLarge.class)
                .hasMessageContaining("Nothing of it was kept");
    }

    @Test
    void what_was_not_taken_quotes_machines_and_is_told_to_owners_who_code_none_of_it() {
        sent("", "image,object_name,vertices\n2,Hidden hat,\"[[0,0],[7000,7]]\"\n1,Tree,\n");
        sent("", "image,caption,error\n2,,Secret failure\n1,,Open failure\n");
        var ids = rows("select id::text from feature_source order by id");
        var source = "/projects/1/features/" + ids.get(0);
        var failing = "/projects/1/features/" + ids.get(1);
        assertThat(app.browser(World.ONA).get(source).body()).contains("Hidden hat");
        assertThat(app.browser(World.ONA).get(failing).body()).contains("Secret failure", "Open failure");
        for (var person : List.of(World.CLEO, World.VIC)) {
            assertThat(app.browser(person).get(source).body())
                    .contains("1 remark", "Owners see which rows")
                    .doesNotContain("Hidden hat", "not-taken.csv");
            assertThat(app.browser(person).get(failing).body()).doesNotContain("Secret failure", "Open failure");
            assertThat(app.browser(person).get(source + "/not-taken.csv").statusCode())
                    .isEqualTo(403);
        }
        open();
        app.jdbi()
                .useHandle(handle -> handle.createScript("""
                insert into coder (project_id, kind, user_id, name)
                    select 1, 'person', id, 'Ona' from app_user where email = 'ona@example.org' on conflict do nothing;
                insert into sample_coder (sample_id, coder_id) select 1, id from coder where name = 'Ona'
                """.replace("ona@example.org", World.ONA))
                        .execute());
        assertThat(app.browser(World.ONA).get(source).body())
                .contains("You code images of an open sample")
                .doesNotContain("Hidden hat", "not-taken.csv");
        assertThat(app.browser(World.ONA).get(failing).body())
                .contains("Open failure")
                .doesNotContain("Secret failure");
        var list = app.browser(World.ONA).get(source + "/not-taken.csv");
        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(list.body()).contains("You code images of an open sample").doesNotContain("Hidden hat");
        app.jdbi().useHandle(handle -> handle.execute("delete from sample where name = 'Pilot'"));
    }

    /** Cleo codes the second image. */
    private static void open() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into codebook_version (project_id, number, content, published_at)
                    values (1, 1, '{"codebook": "Types", "variables": []}', now()) on conflict do nothing;
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each)
                    overriding system value
                    values (1, 1, 'Pilot', 'pilot', 'simple', 1, '{}', 1, 1, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (1, 2, 1, true, 1);
                insert into coder (project_id, kind, user_id, name) select 1, 'person', id, 'Cleo' from app_user where name = 'Cleo'
                    on conflict do nothing;
                insert into sample_coder (sample_id, coder_id) select 1, id from coder where name = 'Cleo'
                """).execute());
    }
}
