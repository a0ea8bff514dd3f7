package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Human codes from tables: taken or told, row by row. */
class CodesCsvImportTest {
    private static final String CODES = "/api/v1/projects/1/codes";
    private TestApp app;
    private CodedStudy study;
    private long one;
    private long two;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        one = study.image("stories/anna/one.jpg");
        two = study.image("stories/ben/two.jpg");
        study.image("stories/anna/same.jpg");
        study.image("stories/ben/same.jpg");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_long_table_names_images_by_number_path_or_name_and_values_by_key_or_label() {
        var report = post("""
                image,variable,value,coder,state,note,created_at
                %d,image_type,poster,Ana,,clear case,2026-02-01T10:00:00Z
                stories/ben/two.jpg,Image type,TV Studio,Ana,,,
                one.jpg,objects,flag|Lectern,Ben,,,
                two,indoors,TRUE,Ben,coded,,
                two.jpg,people,12.0,Ben,,,
                two.jpg,image_type,,Ben,not codable,,
                """.formatted(one));
        assertThat(report.get("rows").asInt()).isEqualTo(6);
        assertThat(report.get("matched").asInt()).isEqualTo(6);
        assertThat(report.get("unmatched")).isEmpty();
        assertThat(report.get("codes").asInt()).isEqualTo(7);
        assertThat(report.get("coders").get(0).get("name").asText()).isEqualTo("Ana");
        assertThat(stored())
                .containsExactly(
                        "Ana 1 image_type poster coded",
                        "Ana 2 image_type studio coded",
                        "Ben 1 objects flag coded",
                        "Ben 1 objects lectern coded",
                        "Ben 2 image_type - not_codable",
                        "Ben 2 indoors yes coded",
                        "Ben 2 people 12 coded");
        assertThat(study.texts("select note || ' ' || created_at at time zone 'UTC' from coding where note <> ''"))
                .containsExactly("clear case 2026-02-01 10:00:00");
        assertThat(study.texts("select distinct kind from coder")).containsExactly("imported");
    }

    @Test
    void what_cannot_be_taken_is_told_row_by_row() {
        var report = post("""
                image;variable;value;coder;state;created_at
                nowhere.jpg;image_type;poster;Ana;;
                same.jpg;image_type;poster;Ana;;
                one.jpg;image;poster;Ana;;
                one.jpg;image_type;Poster;Ana;;
                one.jpg;image_type;poster;;;
                one.jpg;people;many;Ana;;
                one.jpg;image_type;poster;Ana;maybe;
                one.jpg;image_type;poster;Ana;unsure;
                one.jpg;image_type;;Ana;;
                one.jpg;image_type;poster;Ana;;last spring
                one.jpg;people;1e999999999;Ana;;
                two.jpg;image_type;poster;Ana;;
                """);
        assertThat(report.get("rows").asInt()).isEqualTo(12);
        assertThat(report.get("matched").asInt()).isEqualTo(1);
        assertThat(reasons(report))
                .containsExactly(
                        "2 No image of this project is called \"nowhere.jpg\".",
                        "3 \"same.jpg\" fits 2 images; name them by their path or number.",
                        "4 The codebook has no variable \"image\".",
                        "5 \"Poster\" is no category of image_type.",
                        "6 No coder is named.",
                        "7 \"many\" is no number, for people.",
                        "8 \"maybe\" is no state; the states are coded, unsure, not_codable and not_applicable.",
                        "9 A code is either a value or unsure; image_type has both.",
                        "10 There is no value for image_type.",
                        "11 \"last spring\" is no date; write it as 2026-11-23 or 2026-11-23T15:04:00Z.",
                        "12 \"1e999999999\" is no number, for people.");
        assertThat(stored()).containsExactly("Ana 2 image_type poster coded");
    }

    @Test
    void names_are_found_whatever_their_case_and_ids_that_excel_rounded_are_told() {
        study.image("Upper.PNG");
        study.image("upper.png");
        var report = post("""
                image,variable,value,coder
                ONE.JPG,image_type,poster,Ana
                STORIES/Ben/Two.jpg,image_type,poster,Ana
                UPPER.png,image_type,poster,Ana
                "1,39584E+18",image_type,poster,Ana
                """);
        assertThat(report.get("codes").asInt()).isEqualTo(2);
        assertThat(reasons(report))
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .isEqualTo("4 \"UPPER.png\" fits 2 images, if capital letters are small ones;"
                                        + " name them by their path or number."),
                        reason -> assertThat(reason).contains("an id that Excel took for a number"));
    }

    @Test
    void a_coder_who_says_two_things_of_one_image_is_told_and_neither_is_taken() {
        var report = post("""
                image,variable,value,coder
                1,image_type,poster,Ana
                stories/anna/one.jpg,image_type,crowd,Ana
                2,image_type,poster,Ana
                2,image_type,Campaign Material,Ana
                2,objects,flag,Ana
                2,objects,lectern,Ana
                """);
        assertThat(report.get("matched").asInt()).isEqualTo(4);
        assertThat(reasons(report))
                .hasSize(2)
                .allMatch(reason -> reason.endsWith(
                        "Ana gives two answers for image_type of image 1: poster, crowd. None of them is taken."));
        assertThat(stored())
                .containsExactly(
                        "Ana 2 image_type poster coded", "Ana 2 objects flag coded", "Ana 2 objects lectern coded");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_changed_answer_keeps_the_earlier_one() {
        var file = "image,variable,value,coder\n1,image_type,poster,Ana\n1,objects,flag,Ana\n2,image_type,crowd,Ana\n";
        assertThat(post(file).get("added").asInt()).isEqualTo(3);
        var before = study.texts("select k::text from coding k order by id");
        var again = post(file);
        assertThat(again.get("added").asInt()).isZero();
        assertThat(again.get("changed").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(3);
        assertThat(study.texts("select k::text from coding k order by id")).isEqualTo(before);
        assertThat(study.count("coding_history")).isZero();

        var changed = post("image,variable,value,coder\n1,image_type,studio,Ana\n2,people,3,Ana\n");
        assertThat(changed.get("changed").asInt()).isEqualTo(1);
        assertThat(changed.get("added").asInt()).isEqualTo(1);
        assertThat(stored())
                .containsExactly(
                        "Ana 1 image_type studio coded",
                        "Ana 1 objects flag coded",
                        "Ana 2 image_type crowd coded",
                        "Ana 2 people 3 coded");
        assertThat(study.texts("select was::text from coding_history"))
                .singleElement()
                .asString()
                .contains("\"image_type\"")
                .contains("\"poster\"")
                .contains("\"flag\"");
    }

    @Test
    void one_column_per_coder_needs_the_variable_beside_it() {
        var file = "image,Ana,Ben\n1,poster,crowd\n2,,unsure\n";
        assertThat(app.api(World.ONA).post(CODES, "text/csv", file).body())
                .contains("name the variable beside the file");
        var report = json(app.api(World.ONA)
                .post(CODES + "?variable=image_type", "text/csv", file)
                .body());
        assertThat(report.get("codes").asInt()).isEqualTo(3);
        assertThat(report.get("blank").asInt()).isEqualTo(1);
        assertThat(stored())
                .containsExactly(
                        "Ana 1 image_type poster coded", "Ben 1 image_type crowd coded", "Ben 2 image_type - unsure");
    }

    @Test
    void one_column_per_variable_takes_flattened_names_and_lists_the_columns_it_does_not_know() {
        var report = post("""
                path,Picture_ImageType,Objects,caption,coder
                one.jpg,Crowd,Flag|Lectern,Hello,Ana
                two.jpg,Rally,Flag,Hello,Ana
                """);
        assertThat(report.get("rows").asInt()).isEqualTo(2);
        assertThat(report.get("matched").asInt()).isEqualTo(1);
        assertThat(reasons(report)).containsExactly("3 \"Rally\" is no category of image_type.");
        assertThat(report.get("notTaken").get(0).get("name").asText()).isEqualTo("caption");
        assertThat(stored())
                .containsExactly(
                        "Ana 1 image_type crowd coded",
                        "Ana 1 objects flag coded",
                        "Ana 1 objects lectern coded",
                        "Ana 2 objects flag coded");
    }

    @Test
    void what_is_exported_comes_in_again() {
        post(
                "image,variable,value,coder,state\n1,image_type,poster,Ana,\n2,objects,flag|lectern,Ana,\n2,indoors,,Ana,unsure\n");
        var exported = app.api(World.ONA).get("/api/v1/projects/1/codes.csv").body();
        var report = post(exported);
        assertThat(report.get("unchanged").asInt()).isEqualTo(3);
        assertThat(report.get("unmatched")).isEmpty();
    }

    @Test
    void tables_without_sense_are_refused_in_words() {
        assertThat(refusal("")).contains("The table is empty");
        assertThat(refusal("a,b\n1,2\n")).contains("no column").contains("image");
        assertThat(refusal("image,foo\n1,2\n")).contains("neither the columns variable and value nor a column coder");
        assertThat(app.api(World.CLEO).post(CODES, "text/csv", "x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_a_codebook_there_is_nothing_to_read_the_codes_by() {
        var answer = app.api(World.OZ).post("/api/v1/projects/2/codes", "text/csv", "image,variable,value,coder\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("no published codebook yet");
    }

    private String refusal(String table) {
        var answer = app.api(World.ONA).post(CODES, "text/csv", table);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private JsonNode post(String table) {
        var answer = app.api(World.ONA).post(CODES, "text/csv", table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonNode json(String body) {
        return new Json(body).tree();
    }

    private static Stream<String> reasons(JsonNode report) {
        return StreamSupport.stream(report.get("unmatched").spliterator(), false)
                .map(one -> one.get("row").asText() + " " + one.get("reason").asText());
    }

    private List<String> stored() {
        return study.texts("""
                select concat_ws(' ', r.name, c.image_id, c.variable, coalesce(c.value, '-'), c.state)
                from code c join coder r on r.id = c.coder_id
                order by r.name, c.image_id, c.variable, c.value
                """);
    }
}
