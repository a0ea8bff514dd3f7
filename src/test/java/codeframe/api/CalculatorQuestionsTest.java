package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calculators do not take for granted: which columns are coders, whether there are names, what is a code. */
class CalculatorQuestionsTest {
    private static final String AGREEMENT = "/api/v1/agreement?replicates=100";
    private static TestApp app;
    private static Api api;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        api = app.api(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static JsonNode ok(String path, String csv) {
        var answer = api.post(path, "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree();
    }

    private static JsonNode asked(String path, String csv) {
        var answer = api.post(path, "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return new Json(answer.body()).tree();
    }

    /** Two coders who agree on eight of ten. @param name of the column before theirs */
    private static String rows(String name, String prefix) {
        var table = new StringBuilder(name + ",Anna,Ben\n");
        var codes = "aa ab bb bb aa aa bb ba aa bb".split(" ");
        for (int i = 0; i < codes.length; i++) {
            table.append(prefix + (37 * i % 101) + "," + codes[i].charAt(0) + "," + codes[i].charAt(1) + "\n");
        }
        return table.toString();
    }

    private static final double ALPHA = 0.62;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit", "Bild", "Dateiname", "image_path", "Nom du fichier", "Archivo", "Immagine", "Dosya Adı",
                        "Görsel",
                "post_id", "Story ID", "URL", "Nr.", "shortcode", "Lfd. Nr.", "tweetId", "Unnamed: 0", "№ единица"
            })
    void a_column_of_names_is_no_coder_in_any_language(String name) {
        var column = name.equals("№ единица") ? "единица" : name;
        var report = ok(AGREEMENT, rows(column, "x"));
        assertThat(report.get("coders").asInt()).isEqualTo(2);
        assertThat(report.at("/alpha/value").asDouble()).isCloseTo(ALPHA, within(0.01));
    }

    @Test
    void further_columns_of_names_are_left_out_and_told() {
        var table = rows("image", "x").replace("\n", ",http://x\n").replaceFirst("http://x", "url");
        var report = ok(AGREEMENT, table);
        assertThat(report.get("coders").asInt()).isEqualTo(2);
        assertThat(report.get("notes").toString()).contains("Left out as no coders, by their names: url.");
    }

    @Test
    void people_whose_names_end_like_ids_stay_coders() {
        var table = rows("unit", "x").replace("Anna", "David").replace("Ben", "Ingrid");
        assertThat(ok(AGREEMENT, table).get("coders").asInt()).isEqualTo(2);
    }

    @Test
    void a_column_of_different_values_is_asked_about_and_not_counted() {
        var table = rows("Motiv", "bild");
        var question = asked(AGREEMENT, table);
        assertThat(question.get("detail").asText())
                .contains("The column \"Motiv\" has a different value", "Say unit=Motiv, or coder=A and coder=B.");
        assertThat(question.at("/errors/0/key").asText()).isEqualTo("unit");
        assertThat(ok(AGREEMENT + "&unit=motiv", table).at("/alpha/value").asDouble())
                .isCloseTo(ALPHA, within(0.01));
        assertThat(ok(AGREEMENT + "&coder=Ben&coder=Anna", table)
                        .at("/alpha/value")
                        .asDouble())
                .isCloseTo(ALPHA, within(0.01));
        assertThat(ok(AGREEMENT + "&coder=Motiv&coder=Anna&coder=Ben", table)
                        .get("coders")
                        .asInt())
                .isEqualTo(3);
        assertThat(asked(AGREEMENT + "&unit=Nix", table).get("detail").asText())
                .isEqualTo("The table has no column \"Nix\". Its columns are Motiv, Anna, Ben.");
    }

    @Test
    void a_running_number_is_asked_about_even_among_numbers() {
        var table = new StringBuilder("Lauf,A,B\n");
        var random = new Random(1);
        for (int i = 1; i <= 30; i++) {
            table.append(i + "," + random.nextInt(7) + "," + random.nextInt(7) + "\n");
        }
        assertThat(asked(AGREEMENT + "&level=interval", table.toString())
                        .get("detail")
                        .asText())
                .contains("The column \"Lauf\"");
        var ratings = "unit,A,B\n1,1.5,1.7\n2,2.25,2.5\n3,9.5,9\n4,4,4.5\n5,3.25,3\n6,7,7.5\n";
        assertThat(ok(AGREEMENT + "&level=interval", ratings).get("coders").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_table_without_names_of_columns_is_asked_about() {
        var table = "img1,yes,yes\nimg2,no,no\nimg3,yes,no\nimg4,yes,yes\nimg5,no,no\nimg6,no,yes\n";
        var question = asked(AGREEMENT, table);
        assertThat(question.get("detail").asText())
                .contains("The first row (img1, yes, yes) looks like a row of codes", "header=yes or header=no");
        assertThat(question.at("/errors/0/key").asText()).isEqualTo("header");
        assertThat(asked(AGREEMENT + "&header=no", table).get("detail").asText())
                .contains("The column \"column 1\"");
        var report = ok(AGREEMENT + "&header=no&unit=column%201", table);
        assertThat(report.get("units").asInt()).isEqualTo(6);
        assertThat(report.at("/pairs/0/a").asText()).isEqualTo("column 2");
        assertThat(ok(AGREEMENT + "&header=yes&unit=img1&coder=yes", table.replace("yes,yes\nimg2", "yes,no\nimg2"))
                        .get("units")
                        .asInt())
                .isEqualTo(5);
        assertThat(asked(AGREEMENT, "1,2,2\n2,1,1\n3,2,1\n4,1,1\n")
                        .at("/errors/0/key")
                        .asText())
                .isEqualTo("header");
        assertThat(ok(AGREEMENT, "unit,1,2\n1,2,2\n2,1,1\n3,2,1\n").get("units").asInt())
                .isEqualTo(3);
        assertThat(asked(AGREEMENT + "&header=maybe", table).get("detail").asText())
                .contains("header");
    }

    @Test
    void a_table_of_a_machine_without_names_is_asked_about_too() {
        var question = asked("/api/v1/validation", "1,a,a\n2,b,a\n3,b,b\n");
        assertThat(question.at("/errors/0/key").asText()).isEqualTo("header");
        assertThat(ok("/api/v1/validation?header=no", "1,a,a\n2,b,a\n3,b,b\n4,a,a\n")
                        .get("n")
                        .asInt())
                .isEqualTo(4);
        assertThat(ok("/api/v1/validation", "Bild,truth,prediction\n1,a,a\n2,b,a\n3,b,b\n")
                        .get("n")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "NaN", "nan", "N/A", "#N/A", "#", ".", "-", "NULL"})
    void values_that_mean_no_code_are_missing_unless_it_is_said_otherwise(String word) {
        var table = "unit,A,B\n1,a,a\n2,b,b\n3," + word + "," + word + "\n4,a,b\n5,b,b\n6,a,a\n";
        var report = ok(AGREEMENT, table);
        assertThat(report.get("pairableUnits").asInt()).isEqualTo(5);
        assertThat(report.at("/questions/0").toString())
                .isEqualTo("{\"value\":\"" + word + "\",\"cells\":2,\"readAs\":\"missing\"}");
        assertThat(report.get("notes").toString()).contains("was read as missing: no code.");
        var kept = ok(AGREEMENT + "&keep=" + encoded(word), table);
        assertThat(kept.get("pairableUnits").asInt()).isEqualTo(6);
        assertThat(kept.get("categories").has(word)).isTrue();
        assertThat(kept.at("/questions/0/readAs").asText()).isEqualTo("label");
    }

    @Test
    void none_is_a_category_among_words_and_missing_among_numbers() {
        var words = ok(AGREEMENT, "unit,A,B\n1,flag,flag\n2,None,None\n3,flag,None\n4,flag,flag\n");
        assertThat(words.at("/questions/0/readAs").asText()).isEqualTo("label");
        assertThat(words.get("categories").has("None")).isTrue();
        var numbers = ok(AGREEMENT + "&level=interval", "unit,A,B\n1,1,2\n2,None,3\n3,4,4\n4,2,2\n");
        assertThat(numbers.at("/questions/0/readAs").asText()).isEqualTo("missing");
        assertThat(numbers.get("pairableUnits").asInt()).isEqualTo(3);
    }

    @Test
    void ninety_nine_among_small_numbers_is_asked_about() {
        var table = "unit,A,B\n1,1,1\n2,2,2\n3,99,99\n4,5,4\n5,99,3\n";
        var report = ok(AGREEMENT + "&level=ordinal", table);
        assertThat(report.at("/questions/0").toString())
                .isEqualTo("{\"value\":\"99\",\"cells\":3,\"readAs\":\"label\"}");
        assertThat(report.get("notes").toString()).contains("If it is none, say missing=99.");
        assertThat(ok(AGREEMENT + "&level=ordinal&missing=99", table)
                        .get("pairableUnits")
                        .asInt())
                .isEqualTo(3);
        var percents = ok(AGREEMENT + "&level=interval", "unit,A,B\n1,99,98\n2,97,95\n3,60,99\n4,50,52\n");
        assertThat(percents.get("questions")).isEmpty();
    }

    @Test
    void numbers_are_compared_as_numbers() {
        var whole = ok(AGREEMENT, "unit,a,b\n1,1,1.0\n2,0.0,0\n3,1,1\n4,0,1.0\n");
        assertThat(whole.at("/percent/percent_agreement/value").asDouble()).isEqualTo(0.75);
        assertThat(whole.get("categories").size()).isEqualTo(2);
        assertThat(whole.get("notes").toString()).contains("Numbers were compared as numbers: \\\"1.0\\\" is 1.");
        assertThat(ok(AGREEMENT + "&level=interval", "unit,a,b\n1,1,1.0\n2,1.0,1\n3,1,1\n")
                        .at("/alpha/undefined")
                        .asText())
                .isEqualTo("only one category was used");
        var outline = ok(AGREEMENT, "unit,a,b\n1,1.1,1.10\n2,1.10,1.10\n3,1.1,1.1\n");
        assertThat(outline.get("categories").size()).isEqualTo(2);
        assertThat(outline.get("notes").toString()).contains("was kept apart from another label");
        var machine = ok("/api/v1/validation", "unit,gold,predicted\n1,1,1.0\n2,0,0.0\n3,1,1.0\n4,,NaN\n");
        assertThat(machine.at("/accuracy/value").asDouble()).isEqualTo(1);
        assertThat(machine.at("/questions/0/value").asText()).isEqualTo("NaN");
    }

    @Test
    void the_decimal_sign_is_the_tables_own() {
        var german = "unit;A;B\n1;3,5;3,5\n2;1.234;1234\n3;7,25;7,5\n4;0,5;1\n";
        var english = "unit,A,B\n1,3.5,3.5\n2,1234,1234\n3,7.25,7.5\n4,0.5,1\n";
        var read = ok(AGREEMENT + "&level=interval", german);
        assertThat(read.at("/alpha"))
                .isEqualTo(ok(AGREEMENT + "&level=interval", english).at("/alpha"));
        assertThat(read.get("notes").toString()).contains("the point in", "between thousands");
        assertThat(asked(AGREEMENT + "&level=interval", "unit;A;B\n1;3,5;3.5\n2;1;2\n")
                        .get("detail")
                        .asText())
                .startsWith("The table writes \"3,5\" in row 2 and \"3.5\" in row 2");
        assertThat(asked(AGREEMENT + "&level=ratio", "unit;A;B\n1;1,234;2\n2;1;2\n")
                        .get("detail")
                        .asText())
                .startsWith("\"1,234\" in row 2 may be a decimal number or more than a thousand");
        var weights = "unit;gold;predicted;probability;weight\n1;a;a;0,9;1.234,5\n2;b;b;0,75;2,5\n3;a;b;1;1\n";
        assertThat(ok("/api/v1/validation", weights).get("n").asInt()).isEqualTo(3);
    }

    @Test
    void ninety_thousand_codes_of_hundreds_of_coders_are_computed() {
        var random = new Random(7);
        var table = new StringBuilder("unit,coder,value\n");
        for (int unit = 0; unit < 11_040; unit++) {
            int first = random.nextInt(825);
            for (int i = 0; i < 8; i++) {
                table.append(unit + ",c" + (first + 97 * i) % 825 + "," + (random.nextInt(4) == 0 ? "b" : "a") + "\n");
            }
        }
        var report = ok(AGREEMENT, table.toString());
        assertThat(report.get("coders").asInt()).isEqualTo(825);
        assertThat(report.get("units").asInt()).isEqualTo(11_040);
        assertThat(report.get("pairable").asInt()).isEqualTo(88_320);
        assertThat(report.at("/alpha/value").isNumber()).isTrue();
    }

    @Test
    void the_tables_at_the_edge_are_read() throws Exception {
        var edge = Path.of("../shared/material/statistics-edge");
        if (!Files.isDirectory(edge)) {
            return;
        }
        assertThat(ok(AGREEMENT + "&level=interval", Files.readString(edge.resolve("nan-interval.csv")))
                        .at("/alpha/undefined")
                        .asText())
                .isEqualTo("only one category was used");
        assertThat(ok("/api/v1/validation", Files.readString(edge.resolve("pandas-float.csv")))
                        .at("/accuracy/value")
                        .asDouble())
                .isEqualTo(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
