package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalculatorApiTest {
    /** Krippendorff (2011), sections C and D. */
    private static final String FOUR_OBSERVERS = """
            unit,A,B,C,D
            1,1,1,,1
            2,2,2,3,2
            3,3,3,3,3
            4,3,3,3,3
            5,2,2,2,2
            6,1,2,3,4
            7,4,4,4,4
            8,1,1,2,1
            9,2,2,2,2
            10,,5,5,5
            11,,,1,1
            12,,3,,
            """;

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

    private static String refused(String path, String csv) {
        var answer = api.post(path, "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return new Json(answer.body()).tree().get("detail").asText();
    }

    @Test
    void a_wide_table_gives_the_published_values() {
        var nominal = ok("/api/v1/agreement?level=nominal&seed=7&replicates=2000", FOUR_OBSERVERS);
        assertThat(nominal.at("/alpha/value").asDouble()).isCloseTo(0.7434210526, within(1e-8));
        assertThat(nominal.at("/alpha/level").asText()).isEqualTo("nominal");
        assertThat(nominal.at("/alpha/seed").asLong()).isEqualTo(7);
        assertThat(nominal.at("/alpha/replicates").asInt()).isEqualTo(2000);
        assertThat(nominal.at("/alpha/ci").size()).isEqualTo(2);
        assertThat(nominal.at("/alpha/analytic/se").asDouble()).isCloseTo(0.1454787172, within(1e-8));
        assertThat(nominal.get("units").asInt()).isEqualTo(12);
        assertThat(nominal.get("pairableUnits").asInt()).isEqualTo(11);
        assertThat(nominal.get("coders").asInt()).isEqualTo(4);
        assertThat(nominal.get("pairable").asInt()).isEqualTo(40);
        assertThat(nominal.at("/coefficients/gwet_ac1/se").asDouble()).isCloseTo(0.1429499506, within(1e-8));
        assertThat(nominal.at("/coefficients/percent_agreement_pairs/value").asDouble())
                .isCloseTo(0.8, within(1e-12));
        assertThat(nominal.at("/categories/2/alpha/value").asDouble()).isCloseTo(0.66666667, within(1e-8));
        assertThat(nominal.at("/pairs/1/alpha/value").asDouble()).isCloseTo(0.48863636, within(1e-8));
        assertThat(nominal.at("/coefficients/scott_pi").isMissingNode()).isTrue();
        assertThat(ok("/api/v1/agreement?level=ordinal", FOUR_OBSERVERS)
                        .at("/alpha/value")
                        .asDouble())
                .isCloseTo(0.8153875038, within(1e-8));
        assertThat(ok("/api/v1/agreement?level=ratio", FOUR_OBSERVERS)
                        .at("/alpha/value")
                        .asDouble())
                .isCloseTo(0.7974027747, within(1e-8));
    }

    /** Shrout and Fleiss 1979, Table 2: ICC(2,1) = .29 and ICC(3,1) = .71; limits of R (psych). */
    @Test
    void of_numbers_there_are_intraclass_correlations() {
        var judges = "unit,A,B,C,D\n1,9,2,5,8\n2,6,1,3,2\n3,8,4,6,8\n4,7,1,2,6\n5,10,5,6,9\n6,6,2,4,7\n";
        var ratings = ok("/api/v1/agreement?level=interval&replicates=200", judges);
        assertThat(ratings.at("/coefficients/icc_a1/value").asDouble()).isCloseTo(0.28976378, within(1e-8));
        assertThat(ratings.at("/coefficients/icc_a1/ci/0").asDouble()).isCloseTo(0.01878651, within(1e-8));
        assertThat(ratings.at("/coefficients/icc_c1/ci/1").asDouble()).isCloseTo(0.94585826, within(1e-8));
        assertThat(ratings.at("/coefficients/lin_concordance").isMissingNode()).isTrue();
        var two = ok("/api/v1/agreement?level=ratio&replicates=200&coder=A&coder=D", judges);
        assertThat(two.at("/coefficients/lin_concordance/value").asDouble()).isCloseTo(0.60526316, within(1e-8));
        assertThat(ok("/api/v1/agreement?level=nominal&replicates=200", judges)
                        .at("/coefficients")
                        .has("icc_a1"))
                .isFalse();
        assertThat(ok("/api/v1/agreement?level=interval&replicates=200", FOUR_OBSERVERS)
                        .at("/coefficients/icc_a1/method")
                        .asText())
                .startsWith("variance components with missing cells");
    }

    @Test
    void the_long_form_says_the_same_as_the_wide_one() {
        var tall = new StringBuilder("unit;coder;value\r\n");
        var rows = FOUR_OBSERVERS.lines().toList();
        var coders = rows.get(0).split(",");
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split(",", -1);
            for (int i = 1; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    tall.append(cells[0] + ";" + coders[i] + ";" + cells[i] + "\r\n");
                }
            }
        }
        var interval = ok("/api/v1/agreement?level=interval&seed=3", tall.toString());
        assertThat(interval).isEqualTo(ok("/api/v1/agreement?level=interval&seed=3", FOUR_OBSERVERS));
        assertThat(interval.at("/alpha/value").asDouble()).isCloseTo(0.8491071429, within(1e-8));
    }

    @Test
    void a_row_without_a_value_makes_nobody_a_coder() {
        var rows = "unit,coder,label\n1,Ann,a\n1,Ben,a\n2,Ann,b\n2,Ben,a\n3,Ann,b\n3,Ben,b\n";
        assertThat(ok("/api/v1/agreement", rows + "1,Cem,\n")).isEqualTo(ok("/api/v1/agreement", rows));
        assertThat(ok("/api/v1/agreement", rows + "4,Cem,\n").get("units").asInt())
                .isEqualTo(4);
    }

    @Test
    void weights_give_ac2_and_named_categories_count_even_unused() {
        var weighted = ok("/api/v1/agreement?level=nominal&weights=quadratic", FOUR_OBSERVERS);
        assertThat(weighted.at("/coefficients/gwet_ac2/value").asDouble()).isCloseTo(0.9140007236, within(1e-8));
        var more = ok("/api/v1/agreement?level=nominal&categories=1,2,3,4,5,6", FOUR_OBSERVERS);
        assertThat(more.at("/alpha/value").asDouble()).isCloseTo(0.7434210526, within(1e-8));
        assertThat(more.at("/coefficients/brennan_prediger/value").asDouble())
                .isCloseTo((9.0 / 11 - 1.0 / 6) / (1 - 1.0 / 6), within(1e-8));
    }

    @Test
    void what_is_undefined_says_why() {
        assertThat(ok("/api/v1/agreement?level=nominal", "unit,A,B\n1,x,x\n2,x,x\n")
                        .at("/alpha/undefined")
                        .asText())
                .isEqualTo("only one category was used");
        assertThat(ok("/api/v1/agreement?level=nominal", "unit,A\n1,x\n2,y\n")
                        .at("/alpha/undefined")
                        .asText())
                .isEqualTo("there is only one coder, and agreement needs two");
    }

    @Test
    void a_mistake_is_a_sentence_that_names_the_row() {
        assertThat(refused("/api/v1/agreement?level=interval", "unit,A,B\n1,1,2\n2,many,3\n"))
                .isEqualTo("Row 3 has \"many\", which is not a number; the level interval needs numbers.");
        assertThat(refused("/api/v1/agreement?level=nominal", "unit,coder,value\n1,Ben,a\n1,Ann,a\n1,Ben,b\n"))
                .isEqualTo("Row 4: coder Ben has already coded unit 1 in row 2. Leave one code per coder and unit.");
        assertThat(refused("/api/v1/agreement?level=nominal", "unit,A,B\n1,Yes,Yes\n2,yes ,Yes\n"))
                .startsWith("Row 3 has the label \"yes \", row 2 has \"Yes\". They differ only by case or spaces");
        assertThat(refused("/api/v1/agreement?level=nominal&categories=a,b", "unit,A,B\n1,a,b\n2,c,b\n"))
                .isEqualTo("Row 3 has \"c\", which is not one of the categories a, b.");
        assertThat(refused("/api/v1/agreement?level=ratio", "unit,A,B\n1,1,-2\n"))
                .startsWith("Row 2 has -2; a ratio");
        assertThat(refused("/api/v1/agreement?level=nominal", "unit,A,B\n1,a\n"))
                .isEqualTo("Row 2 has 2 cells, the header has 3.");
        assertThat(refused("/api/v1/agreement?level=interval", "unit,A,B\n1,1e999,2\n2,3,4\n"))
                .startsWith("Row 2 has \"1e999\", which is beyond 1e100");
        assertThat(refused("/api/v1/agreement", "unit,coder,code\n1,Ben,a\n1,Ann,a\n"))
                .contains("no column is called value");
        assertThat(refused("/api/v1/agreement?level=nominal", "")).startsWith("The table is empty");
        assertThat(refused("/api/v1/agreement?level=nice", "unit,A,B\n1,a,b\n")).startsWith("level must be");
        assertThat(refused("/api/v1/agreement?level=nominal", "unit,A,B\n1,a,b\n1,a,b\n"))
                .startsWith("Row 3 has the unit");
    }

    @Test
    void ten_million_codes_are_refused_in_words() {
        var row = ",a".repeat(1_000);
        var table = new StringBuilder("unit");
        for (int coder = 0; coder < 1_000; coder++) {
            table.append(",c").append(coder);
        }
        for (int unit = 0; unit < 10_000; unit++) {
            table.append('\n').append(unit).append(row);
        }
        var answer = api.post("/api/v1/agreement?level=nominal", "text/csv", table.toString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("5,000,000 codes");
    }

    @Test
    void nobody_computes_without_an_account() {
        var stranger = new Api(app.url(), "not-a-token");
        assertThat(stranger.post("/api/v1/agreement?level=nominal", "text/csv", FOUR_OBSERVERS)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void validation_counts_an_abstention_as_missed() {
        var csv = """
                unit,gold,predicted,probability
                1,cat,cat,0.9
                2,cat,Review,0.4
                3,cat,,
                4,dog,dog,0.8
                5,dog,cat,0.6
                """;
        var report = ok("/api/v1/validation?abstain=Review", csv);
        assertThat(report.get("n").asInt()).isEqualTo(5);
        assertThat(report.at("/coverage/value").asDouble()).isEqualTo(0.6);
        assertThat(report.at("/accuracy/value").asDouble()).isEqualTo(0.4);
        assertThat(report.at("/classes/cat/recall/value").asDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(report.at("/classes/cat/precision/value").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/classes/dog/support").asInt()).isEqualTo(2);
        assertThat(report.at("/classes/Review").isMissingNode()).isTrue();
        assertThat(report.at("/confusion/labels").toString()).isEqualTo("[\"cat\",\"dog\"]");
        assertThat(report.at("/confusion/rows").toString()).isEqualTo("[[1,0],[1,1]]");
        assertThat(report.at("/confusion/abstained").toString()).isEqualTo("[2,0]");
        assertThat(report.at("/calibration/bins").size()).isEqualTo(15);
        assertThat(report.at("/macro/f1/value").isNumber()).isTrue();
    }

    @Test
    void weights_of_a_design_reach_every_measure_and_rows_without_gold_correct_the_prevalence() {
        var weighted = ok("/api/v1/validation", "unit,gold,predicted,weight\n1,a,a,9\n2,a,b,1\n3,b,b,1\n4,b,b,1\n");
        assertThat(weighted.at("/accuracy/value").asDouble()).isCloseTo(11.0 / 12, within(1e-12));
        assertThat(weighted.at("/accuracy/method").asText()).startsWith("posterior");
        var csv = new StringBuilder("unit,gold,predicted\n");
        int unit = 0;
        for (var group : new String[] {"1,1,40", "1,0,10", "0,1,20", "0,0,130", ",1,700", ",0,1300"}) {
            var parts = group.split(",");
            for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
                csv.append(unit++)
                        .append(',')
                        .append(parts[0])
                        .append(',')
                        .append(parts[1])
                        .append('\n');
            }
        }
        var prevalence = ok("/api/v1/validation", csv.toString()).at("/prevalence/1");
        assertThat(prevalence.at("/naive/value").asDouble()).isCloseTo(760 / 2200.0, within(1e-12));
        assertThat(prevalence.at("/gold/value").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(prevalence.at("/corrected/value").asDouble()).isCloseTo(0.27705627705, within(1e-8));
        assertThat(prevalence.at("/ppi/value").asDouble()).isCloseTo(0.27511650219, within(1e-8));
    }

    @Test
    void mistakes_in_a_validation_table_name_their_row() {
        assertThat(refused("/api/v1/validation", "unit,gold\n1,a\n")).startsWith("No column is called predicted");
        assertThat(refused("/api/v1/validation", "unit,gold,predicted,weight\n1,a,a,0\n"))
                .startsWith("Row 2 has the weight 0");
        for (var weight : new String[] {"1e308", "1e-300"}) {
            assertThat(refused("/api/v1/validation", "unit,gold,predicted,weight\n1,a,a," + weight + "\n"))
                    .startsWith("Row 2 has the weight " + weight);
        }
        assertThat(refused("/api/v1/validation", "unit,gold,predicted,probability\n1,a,a,1.2\n"))
                .startsWith("Row 2 has the probability 1.2");
        assertThat(refused("/api/v1/validation", "unit,gold,predicted\n1,,a\n")).startsWith("No row has a gold label");
        assertThat(refused("/api/v1/validation", "unit,gold,predicted\n1,a,a\n1,a,a\n"))
                .startsWith("Row 3 has the unit");
    }
}
