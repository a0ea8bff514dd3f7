package codeframe.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** codes.csv: one row per code, the same at every call. */
class LongTableTest {
    private static final String CODES = "/api/v1/projects/1/codes.csv";
    private static final String HEADER =
            "image,path,post,variable,value,state,coder,coder_kind,confidence,detail,codebook_version,sample,created_at,"
                    + "seconds,flagged,note,provenance,reason,error_type,occasion,unit,rule,n_images,watched_seconds,watched_share,medium,parent,t_ms";
    private static TestApp app;
    private static long cleo;
    private static long clip;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        long first = study.image("a/first.jpg");
        long second = study.image("=HYPERLINK(\"x\"),second.jpg");
        cleo = study.person(World.CLEO);
        clip = study.run("clip", "CLIP", "demo");
        long byClip = study.coding(clip, first);
        study.code(byClip, "image_type", "poster", "coded", 0.75f, new Json("{\"phrase\": \"A poster, drawn\"}"));
        long byCleo = study.coding(cleo, second);
        study.state(byCleo, "image_type", "unsure");
        study.code(byCleo, "objects", "lectern");
        study.code(byCleo, "objects", "flag");
        study.code(byCleo, "remark", "two\nlines, \"quoted\"");
        study.left(byCleo, 12.5f, true, "  is it, a stage?");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void has_the_columns_of_the_contract_and_a_row_for_every_code_in_a_fixed_order() {
        var lines = lines(CODES);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.get(1))
                .startsWith(
                        "1,a/first.jpg,,image_type,poster,coded,CLIP,run,0.75,\"{\"\"phrase\"\": \"\"A poster, drawn\"\"}\",1,,20")
                .endsWith("Z,,,,,,,1,image,,,,,picture,,");
        assertThat(lines.get(2))
                .startsWith("2,\"=HYPERLINK(\"\"x\"\"),second.jpg\",,image_type,,unsure,Cleo,person,,,1,,");
        assertThat(lines.get(3)).contains(",objects,flag,coded,");
        assertThat(lines.get(4)).contains(",objects,lectern,coded,");
        assertThat(lines.get(5)).contains(",remark,\"two\nlines, \"\"quoted\"\"\",coded,");
        assertThat(lines).hasSize(6);
    }

    @Test
    void what_the_coder_left_with_the_image_stands_on_each_of_its_rows() {
        assertThat(lines(CODES + "?coder=" + cleo)).hasSize(5);
        assertThat(lines(CODES + "?coder=" + cleo).subList(1, 5))
                .allSatisfy(line ->
                        assertThat(line).endsWith("Z,12.5,true,\"  is it, a stage?\",,,,1,image,,,,,picture,,"));
    }

    @Test
    void a_flag_or_note_without_any_code_is_a_row_of_its_own_and_gold_has_its_reasons() {
        var study = new CodedStudy(app.jdbi());
        long image = study.image("a/third.jpg");
        study.left(study.coding(cleo, image), 3, true, "Nothing to see");
        long gold = study.gold();
        long settled = study.coding(gold, image);
        study.code(settled, "image_type", "studio");
        study.settled(settled, "image_type", "adjudicated", "The lamps are in sight", "unclear_rule");
        try {
            assertThat(lines(CODES + "?coder=" + cleo).get(5))
                    .startsWith(image + ",a/third.jpg,,,,,Cleo,person,,,1,,")
                    .endsWith("Z,3.0,true,Nothing to see,,,,1,image,,,,,picture,,");
            assertThat(lines(CODES + "?coder=" + gold).get(1))
                    .contains(",image_type,studio,coded,Gold,gold,")
                    .endsWith("Z,,,,adjudicated,The lamps are in sight,unclear_rule,1,image,,,,,picture,,");
            var counts = app.browser(World.VIC)
                    .get("/projects/1/exports/counts?form=long&chosen=1&variable=image_type&coder=" + cleo);
            assertThat(counts.body()).contains(">2<", "1 flag or note on images without one");
            assertThat(lines(CODES + "?variable=image_type&coder=" + cleo)).hasSize(1 + 2);
        } finally {
            app.jdbi().useHandle(handle -> handle.execute("delete from image where path = 'a/third.jpg'"));
            app.jdbi().useHandle(handle -> handle.execute("delete from coder where kind = 'gold'"));
        }
    }

    /** The two places that tell people what the columns are. */
    @Test
    void its_columns_are_told_where_it_is_described() throws java.io.IOException {
        try (var openapi = LongTableTest.class.getResourceAsStream("/codeframe/api/openapi.yaml")) {
            var told =
                    new String(openapi.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            assertThat(told).contains("Columns: " + String.join(", ", Exported.COLUMNS) + ".");
        }
    }

    @Test
    void is_filtered_by_coder_and_by_variable() {
        assertThat(lines(CODES + "?coder=" + clip)).hasSize(2);
        assertThat(lines(CODES + "?coder=" + clip + "," + cleo)).hasSize(6);
        assertThat(lines(CODES + "?variable=objects&variable=remark")).hasSize(4);
        assertThat(lines(CODES + "?coder=" + clip + "&variable=objects")).containsExactly(HEADER);
    }

    @Test
    void begins_with_a_mark_for_excel_when_asked() {
        assertThat(lines(CODES + "?bom=1").get(0)).isEqualTo("\ufeff" + HEADER);
    }

    @Test
    void names_what_it_does_not_know() {
        var api = app.api(World.VIC);
        assertThat(api.get(CODES + "?coder=99").statusCode()).isEqualTo(404);
        assertThat(api.get(CODES + "?variable=image").statusCode()).isEqualTo(404);
        assertThat(api.get(CODES + "?coder=Cleo").body()).contains("number of a coder");
    }

    @Test
    void shows_a_coder_the_own_codes_only() {
        var api = app.api(World.CLEO);
        assertThat(api.get(CODES).body()).contains("Cleo").doesNotContain("CLIP");
        assertThat(api.get(CODES + "?coder=" + clip).statusCode()).isEqualTo(404);
        assertThat(api.get(CODES).headers().firstValue("Content-Disposition").orElse(""))
                .contains("codes.csv");
    }

    private static List<String> lines(String path) {
        var answer = app.api(World.VIC).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return List.of(answer.body().split("\r\n"));
    }
}
