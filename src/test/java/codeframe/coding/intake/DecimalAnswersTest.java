package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in tables of codes, as different countries write them. */
class DecimalAnswersTest {
    private static final String CODES = "/api/v1/projects/1/codes";
    private TestApp app;
    private CodedStudy study;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        study.image("one.jpg");
        study.image("two.jpg");
        study.image("three.jpg");
        study.image("four.jpg");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void beside_a_decimal_comma_the_point_stands_between_thousands() {
        var wide = "image;coder;people;remark\n1;Ana;1.234;1.234\n2;Ana;3,5;3,5\n3;Ana;1.234.567,25;x\n4;Ana;7;x\n";
        var report = post("", wide);
        assertThat(report.get("unmatched")).as(report.toString()).isEmpty();
        assertThat(report.get("remarks").toString())
                .contains("decimals with a comma (\\\"3,5\\\" in row 3)", "\\\"1.234\\\" in row 2");
        assertThat(stored("people")).containsExactly("1 1234", "2 3.5", "3 1234567.25", "4 7");
        assertThat(stored("remark")).contains("1 1.234", "2 3,5");
    }

    @Test
    void beside_a_decimal_point_the_comma_does_in_every_form_of_table() {
        post("", "image,variable,value,coder\n1,people,\"1,234\",Ana\n2,People,12.5,Ana\n3,people,,Ana\n");
        assertThat(stored("people")).containsExactly("1 1234", "2 12.5");
        post("?variable=people", "image;Ben;Cem\n3;1.234;0,5\n");
        assertThat(stored("people")).containsExactly("1 1234", "2 12.5", "3 0.5", "3 1234");
    }

    @Test
    void numbers_of_two_hands_are_refused_and_whole_ones_taken() {
        var report = post("", "image;coder;people;image_type\n1;Ana;12.5;poster\n2;Ana;3,5;crowd\n3;Ana;8;crowd\n");
        assertThat(report.get("unmatched").findValuesAsText("reason"))
                .containsExactly(
                        "\"12.5\" is not taken as a number. The table writes \"3,5\" in row 3 and \"12.5\" in row 2, so"
                                + " that it is not known which sign stands before the decimals. Write all numbers alike.",
                        "\"3,5\" is not taken as a number. The table writes \"3,5\" in row 3 and \"12.5\" in row 2, so"
                                + " that it is not known which sign stands before the decimals. Write all numbers alike.");
        assertThat(stored("people")).containsExactly("3 8");
        assertThat(stored("image_type")).hasSize(3);
    }

    @Test
    void what_may_be_either_is_refused_and_a_number_with_a_point_alone_is_what_it_was() {
        assertThat(post("", "image;coder;people\n1;Ana;1,234\n")
                        .get("unmatched")
                        .toString())
                .contains("may be a decimal number or more than a thousand");
        post("", "image;coder;people\n1;Ana;1.234\n2;Ana;2.5e3\n");
        assertThat(stored("people")).containsExactly("1 1.234", "2 2500");
        assertThat(post("", "image;coder;people\n1;Ana;about 3,5\n")
                        .get("unmatched")
                        .toString())
                .contains("is no number, for people");
    }

    @Test
    void numbers_of_json_are_what_json_says() {
        var item = "{\"image\":\"%d\",\"annotation_id\":1,\"annotator\":\"Ana\",\"people\":%s}";
        var file = "[" + item.formatted(1, "[{\"number\":1.234}]") + "," + item.formatted(2, "\"3,5\"") + "]";
        var answer = app.api(World.ONA).post(CODES + "/label-studio", "application/json", file);
        assertThat(answer.body()).contains("\\\"3,5\\\" is no number");
        assertThat(stored("people")).containsExactly("1 1.234");
    }

    private JsonNode post(String query, String table) {
        var answer = app.api(World.ONA).post(CODES + query, "text/csv", table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree();
    }

    private List<String> stored(String variable) {
        return study.texts("select image_id || ' ' || value from code where variable = '" + variable
                + "' order by image_id, value");
    }
}
