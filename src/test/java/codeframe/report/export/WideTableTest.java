package codeframe.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** codes-wide.csv: one row per image with its metadata, in the order of the import. */
class WideTableTest {
    private static final String WIDE = "/api/v1/projects/1/codes-wide.csv";
    private static TestApp app;
    private static long cleo;
    private static long clip;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        long late = study.image("ben/B2.jpg");
        long early = study.image("ana/A1.jpg");
        long bare = study.image("bare.jpg", new Json("{\"source\": \"phone\"}"));
        long table = study.table("posts.csv", "ID", "caption", "image_type", "id");
        study.row(table, early, "", "A1_9", "=SUM(1;2)", "story", "7");
        study.row(table, null, "", "X_0", "lost", "story", "8");
        study.row(table, null, "The row has more cells than the table has columns.", "Y", "a", "b", "9", "beyond");
        study.row(table, late, "", "B2_9", "zwei\nZeilen", "post", "");
        cleo = study.person(World.CLEO);
        clip = study.run("clip", "CLIP B/32", "demo");
        long byClip = study.coding(clip, early);
        study.code(
                byClip,
                "image_type",
                "poster",
                "coded",
                0.625f,
                new Json("{\"phrase\": \"a poster\", \"runner_up\": \"crowd\", \"margin\": 0.5, \"scores\": {}}"));
        study.outcome(clip, early, "coded");
        study.outcome(clip, late, "unreadable_image");
        long byCleo = study.coding(cleo, late);
        study.state(byCleo, "image_type", "not_codable");
        study.code(byCleo, "objects", "lectern");
        study.code(byCleo, "objects", "flag");
        study.left(byCleo, 41.5f, true, "Zwei Fahnen?");
        assertThat(bare).isPositive();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void one_coder_has_one_column_per_variable_after_all_metadata_in_their_order() {
        var rows = rows(WIDE + "?coder=" + cleo);
        assertThat(rows.get(0))
                .containsExactly(
                        "id",
                        "path",
                        "ID",
                        "caption",
                        "metadata_image_type",
                        "metadata_id",
                        "source",
                        "image_type",
                        "objects",
                        "indoors",
                        "people",
                        "remark",
                        "outcome",
                        "seconds",
                        "flagged",
                        "note",
                        "no_image_reason");
        assertThat(rows.get(1))
                .startsWith("2", "ana/A1.jpg", "A1_9", "=SUM(1;2)", "story", "7", "")
                .endsWith("not coded", "", "", "", "");
        assertThat(rows.get(4))
                .containsExactly(
                        "1",
                        "ben/B2.jpg",
                        "B2_9",
                        "zwei\nZeilen",
                        "post",
                        "",
                        "",
                        "not codable",
                        "flag|lectern",
                        "",
                        "",
                        "",
                        "coded",
                        "41.5",
                        "true",
                        "Zwei Fahnen?",
                        "");
        assertThat(rows.get(5)).startsWith("3", "bare.jpg", "", "", "", "", "phone");
        assertThat(rows).hasSize(6);
    }

    @Test
    void rows_without_an_image_stand_at_their_place_with_the_reason() {
        var rows = rows(WIDE + "?coder=" + cleo);
        assertThat(rows.get(2))
                .startsWith("", "", "X_0", "lost", "story", "8")
                .endsWith("No file of the import belongs to this row.");
        assertThat(rows.get(3))
                .startsWith("", "", "Y", "a", "b", "9")
                .endsWith(
                        "The row has more cells than the table has columns. Its cells beyond the last column: beyond");
    }

    @Test
    void clip_shows_phrase_probability_runner_up_and_margin() {
        var rows = rows(WIDE + "?coder=" + clip);
        assertThat(rows.get(0).subList(7, 14))
                .containsExactly(
                        "image_type",
                        "image_type_phrase",
                        "image_type_probability",
                        "image_type_runner_up",
                        "image_type_margin",
                        "outcome",
                        "no_image_reason");
        assertThat(rows.get(1).subList(7, 13)).containsExactly("poster", "a poster", "0.625", "crowd", "0.5", "coded");
        assertThat(rows.get(4).get(12)).isEqualTo("unreadable image");
        assertThat(rows.get(5).get(12)).isEqualTo("not in this run");
    }

    @Test
    void several_coders_stand_beside_each_other_by_name() {
        var header = rows(WIDE + "?variable=image_type").get(0);
        assertThat(header)
                .contains(
                        "image_type (Cleo)",
                        "image_type (CLIP B/32)",
                        "image_type_margin (CLIP B/32)",
                        "outcome (Cleo)")
                .contains("image_type", "metadata_id");
    }

    @Test
    void gold_says_how_each_answer_was_settled() {
        var study = new CodedStudy(app.jdbi());
        long gold = study.gold();
        long settled = study.coding(gold, 1);
        study.code(settled, "objects", "flag");
        study.code(settled, "objects", "lectern");
        study.settled(settled, "objects", "adjudicated", "Both are in sight", "slip");
        var rows = rows(WIDE + "?variable=objects&coder=" + gold);
        assertThat(rows.get(0).subList(7, rows.get(0).size()))
                .containsExactly(
                        "objects",
                        "objects_provenance",
                        "objects_reason",
                        "objects_error_type",
                        "outcome",
                        "no_image_reason");
        assertThat(rows.get(4)).contains("flag|lectern", "adjudicated", "Both are in sight", "slip");
        app.jdbi().useHandle(handle -> handle.execute("delete from coder where kind = 'gold'"));
    }

    @Test
    void columns_may_be_called_as_the_notebooks_call_them() {
        assertThat(rows(WIDE + "?names=notebook&coder=" + cleo).get(0)).contains("Picture_ImageType", "Objects");
        assertThat(rows(WIDE + "?names=groups&coder=" + cleo).get(0)).contains("Picture_image_type", "objects");
        assertThat(app.api(World.VIC).get(WIDE + "?names=other").statusCode()).isEqualTo(422);
    }

    @Test
    void the_newest_of_several_answers_of_a_coder_counts() {
        var study = new CodedStudy(app.jdbi());
        long image = study.image("twice.jpg");
        long pilot = study.coding(cleo, image, 1);
        study.code(pilot, "image_type", "poster");
        study.left(pilot, 10, true, "A poster?");
        long later = study.coding(cleo, image, 2);
        study.code(later, "image_type", "crowd");
        study.left(later, 2.5f, false, "No, people.");
        var last = rows(WIDE + "?variable=image_type&coder=" + cleo);
        assertThat(last.stream().filter(row -> row.contains("twice.jpg")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("crowd", "12.5", "true", "A poster?\nNo, people.");
        var parts = app.api(World.VIC).get("/api/v1/projects/1/codes.csv?variable=image_type&coder=" + cleo);
        assertThat(parts.body()).contains(",Pilot #1,").contains(",Pilot #2,");
        app.jdbi().useHandle(handle -> handle.execute("delete from image where path = 'twice.jpg'"));
    }

    private static List<List<String>> rows(String path) {
        var answer = app.api(World.VIC).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var rows = new ArrayList<List<String>>();
        CsvReader.builder().ofCsvRecord(answer.body()).forEach(row -> rows.add(row.getFields()));
        return rows;
    }
}
