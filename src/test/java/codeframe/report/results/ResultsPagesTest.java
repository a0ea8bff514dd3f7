package codeframe.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shares by group have the numbers of the validation page, and every cell opens its images. */
class ResultsPagesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static long ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        ona = study.person(World.ONA, 10);
        study.run("""
                update image set account = case when id % 3 = 0 then 'spd' when id % 25 = 1 then 'a<b>&' else 'cdu' end,
                    posted_at = timestamptz '2021-01-04 23:30Z' + (id % 4) * interval '7 days',
                    metadata = jsonb_build_object('Land', case when id % 2 = 0 then 'Saarland ' else 'Bremen' end)
                """);
        // A hundred images that the run labelled and nobody checked, and one on which it failed.
        for (int i = 0; i < 100; i++) {
            long image = study.study.image("beyond" + i + ".jpg");
            study.study.outcome(study.run, image, i == 99 ? "refused" : "coded");
            if (i < 99) {
                study.study.code(study.study.coding(study.run, image), "image_type", i % 4 == 0 ? "poster" : "crowd");
            }
        }
        study.run("update image set account = 'cdu' where path like 'beyond%' and id % 2 = 0");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String asked(String further) {
        return "?variable=image_type&coder=" + study.run + further;
    }

    private static JsonNode json(String further) {
        return app.api(World.VIC).json("/api/v1/projects/1/results.json" + asked(further));
    }

    private static JsonNode validation(String further) {
        return app.api(World.VIC).json("/api/v1/projects/1/validation.json" + asked(further));
    }

    private static void same(JsonNode shares, JsonNode prevalence) {
        assertThat(shares.size()).isEqualTo(3);
        for (var share : shares) {
            var other = prevalence.at("/" + share.at("/category").asText() + "/corrected");
            for (var figure : List.of("/value", "/se", "/ci/0", "/ci/1")) {
                assertThat(share.at("/corrected").at(figure).asDouble())
                        .isCloseTo(other.at(figure).asDouble(), within(1e-9));
            }
            assertThat(share.at("/corrected/method")).isEqualTo(other.at("/method"));
        }
    }

    @Test
    void all_images_and_groups_have_the_corrected_shares_of_the_validation_page() {
        same(json("").at("/all/shares"), validation("").at("/prevalence"));
        for (var by : List.of("account", "week")) {
            var groups = json("&by=" + by).at("/groups");
            var others = validation("&by=" + by).at("/groups");
            assertThat(groups.size()).isEqualTo(others.size()).isGreaterThan(2);
            for (var group : groups) {
                var other = others.get(group.at("/group").asText());
                assertThat(group.at("/images").asInt()).isEqualTo(other.at("/n").asInt());
                assertThat(group.at("/gold").asInt())
                        .isEqualTo(other.at("/gold").asInt());
                same(group.at("/shares"), other.at("/prevalence"));
            }
        }
        assertThat(json("&by=account").at("/groups/0/group").asText())
                .as("the largest first")
                .isEqualTo("cdu");
        assertThat(json("&by=account&from=2021-01-11&to=2021-01-11")
                        .at("/all/images")
                        .asInt())
                .isBetween(60, 65);
    }

    @Test
    void nothing_is_lost_in_silence() {
        var found = json("&by=column:Land");
        assertThat(found.at("/all/images").asInt()).isEqualTo(350);
        assertThat(found.at("/all/unanswered").asInt()).isEqualTo(1);
        assertThat(found.at("/groups/0/group").asText()).isIn("Saarland", "Bremen");
        assertThat(found.at("/notes").toString())
                .contains("100 images are in no group: the Land is not known.", "stratified random");
        assertThat(json("&by=month").at("/groups").findValuesAsText("group"))
                .as("days are those of UTC")
                .containsExactly("2021-01");
        assertThat(json("&by=day").at("/groups/1/group").asText()).isEqualTo("2021-01-11");
    }

    /** The χ² is summed up once more from the counts that the page shows. */
    @Test
    void groups_and_categories_are_tested_as_they_were_coded() {
        var found = json("&by=column:Land");
        double n = 0;
        var rows = new HashMap<String, Double>();
        var columns = new HashMap<String, Double>();
        for (var group : found.at("/groups")) {
            for (var share : group.at("/shares")) {
                double count = share.at("/n").asDouble();
                rows.merge(group.at("/group").asText(), count, Double::sum);
                columns.merge(share.at("/category").asText(), count, Double::sum);
                n += count;
            }
        }
        double chi = 0;
        for (var group : found.at("/groups")) {
            for (var share : group.at("/shares")) {
                double expected = rows.get(group.at("/group").asText())
                        * columns.get(share.at("/category").asText())
                        / n;
                chi += Math.pow(share.at("/n").asDouble() - expected, 2) / expected;
            }
        }
        var association = found.at("/association");
        assertThat(association.at("/chi_squared").asDouble()).isCloseTo(chi, within(1e-9));
        assertThat(association.at("/n").asDouble()).isEqualTo(n);
        assertThat(association.at("/df").asInt()).isEqualTo((rows.size() - 1) * (columns.size() - 1));
        assertThat(app.browser(World.VIC)
                        .get("/projects/1/results" + asked("&by=column:Land"))
                        .body())
                .contains("go together?", association.at("/sentence").asText());
        var gold = app.api(World.VIC)
                .json("/api/v1/projects/1/results.json?variable=image_type&by=account&coder=" + study.gold);
        assertThat(gold.at("/association/f").isNumber())
                .as("weighted by design")
                .isTrue();
        assertThat(json("&by=month").at("/association/sentence").asText()).startsWith("Nothing is tested");
    }

    /** MOVER once more from the limits that the page shows; the arithmetic itself is held against papers elsewhere. */
    @Test
    void groups_are_compared_by_their_corrected_shares() {
        var found = json("&by=week");
        var comparisons = found.at("/comparisons");
        var known = new ArrayList<JsonNode>();
        found.at("/groups").forEach(group -> {
            if (group.at("/shares/0/corrected/value").isNumber()) {
                known.add(group);
            }
        });
        assertThat(known).hasSizeGreaterThan(1);
        assertThat(comparisons.at("/not_compared")).hasSize(found.at("/groups").size() - known.size());
        assertThat(comparisons.at("/against")).isEqualTo(known.get(0).at("/group"));
        assertThat(comparisons.at("/differences")).hasSize(3 * (known.size() - 1));
        for (int k = 0; k < 3; k++) {
            var apart = comparisons.at("/differences/" + k);
            var first = known.get(0).at("/shares/" + k + "/corrected");
            var second = known.get(1).at("/shares/" + k + "/corrected");
            double difference = value(second, "/value") - value(first, "/value");
            assertThat(apart.at("/group")).isEqualTo(known.get(1).at("/group"));
            assertThat(value(apart, "/difference/value")).isCloseTo(difference, within(1e-12));
            assertThat(value(apart, "/difference/ci/0"))
                    .isCloseTo(
                            difference
                                    - Math.hypot(
                                            value(second, "/value") - value(second, "/ci/0"),
                                            value(first, "/ci/1") - value(first, "/value")),
                            within(1e-12));
            assertThat(value(apart, "/p_holm")).isGreaterThanOrEqualTo(value(apart, "/p"));
        }
        var second = known.get(1).at("/group").asText();
        var others = json("&by=week&against=" + second).at("/comparisons");
        assertThat(others.at("/against").asText()).isEqualTo(second);
        assertThat(value(others, "/differences/0/difference/value"))
                .as("the other way round")
                .isCloseTo(-value(comparisons, "/differences/0/difference/value"), within(1e-12));
        assertThat(others.at("/groups_beyond_the_first_60").asInt()).isZero();
        assertThat(json("&by=week&against=never").at("/notes").toString())
                .contains("No group is called \\\"never\\\": groups are compared with the first.");
        assertThat(json("&by=month").at("/comparisons/trends/0/slope/undefined").asText())
                .contains("3 are needed");
        assertThat(json("").has("comparisons")).isFalse();
    }

    private static double value(JsonNode node, String path) {
        return node.at(path).asDouble();
    }

    @Test
    void comparisons_stand_on_the_page_and_in_a_file_of_their_own() {
        var vic = app.browser(World.VIC);
        var difference = json("&by=week").at("/comparisons/differences/0/difference/value");
        assertThat(vic.get("/projects/1/results/comparisons.csv" + asked("&by=week"))
                        .body())
                .contains(difference.asText(), "chi_squared", "cramers_v", "trend_per_week");
        assertThat(vic.get("/projects/1/results/comparisons.csv" + asked("")).statusCode())
                .isEqualTo(422);
        assertThat(vic.get("/projects/1/results" + asked("&by=week")).body())
                .contains("Differences between groups", "change per week", "Comparisons as CSV");
        assertThat(vic.get("/projects/1/results" + asked("&by=account")).body())
                .contains("Not compared, for their corrected shares are not known: a&lt;b&gt;&amp;");
    }

    @Test
    void a_group_with_too_little_gold_is_refused_in_words() {
        var page = app.browser(World.VIC).get("/projects/1/results" + asked("&by=account"));
        assertThat(page.body())
                .contains("units have gold here; 10 are needed", "a&lt;b&gt;&amp;", "Corrected for the errors of CLIP")
                .doesNotContain("a<b>&");
        var few = json("&by=account").at("/groups/2/shares/0");
        assertThat(few.at("/corrected/undefined").asText()).contains("10 are needed");
        assertThat(few.at("/coded/value").isNumber()).isTrue();
    }

    @Test
    void a_cell_opens_exactly_its_images() {
        var groups = json("&by=account").at("/groups");
        var page = app.browser(World.VIC)
                .get("/projects/1/results" + asked("&by=account"))
                .body();
        var cell = Pattern.compile("href=\"([^\"]*results/images[^\"]*group=spd[^\"]*category=studio)\">(\\d+)</a>")
                .matcher(page);
        assertThat(cell.find()).isTrue();
        var images =
                app.browser(World.VIC).get(cell.group(1).replace("&amp;", "&")).body();
        assertThat(images).contains(cell.group(2) + " images.", "TV Studio", "account spd");
        assertThat(images.split("class=\"thumb\"", -1)).hasSize(Integer.parseInt(cell.group(2)) + 1);
        assertThat(groups.toString()).contains("\"n\":" + cell.group(2));
    }

    @Test
    void gold_is_weighted_by_how_it_was_drawn_and_people_are_not_corrected() {
        var gold = app.api(World.VIC).json("/api/v1/projects/1/results.json?variable=image_type&coder=" + study.gold);
        assertThat(gold.at("/all/shares/2/corrected/value").asDouble())
                .as("R's survey package, as in stratified-validation.json")
                .isCloseTo(0.0230769230769, within(1e-10));
        assertThat(gold.at("/all/shares/2/coded/value").asDouble()).isCloseTo(33 / 250.0, within(1e-12));
        var person = app.api(World.VIC).json("/api/v1/projects/1/results.json?variable=image_type&coder=" + ona);
        assertThat(person.at("/all/shares/0/corrected/undefined").asText()).contains("people are not corrected");
        assertThat(person.at("/all/images").asInt()).isEqualTo(250);
    }

    @Test
    void files_hold_the_figures_of_the_page() {
        var vic = app.browser(World.VIC);
        var share = json("&by=week").at("/groups/0/shares/1");
        var csv = vic.get("/projects/1/results.csv" + asked("&by=week")).body();
        assertThat(csv.lines()
                        .filter(line -> line.contains(",crowd,"))
                        .skip(1)
                        .findFirst()
                        .orElseThrow())
                .contains(
                        share.at("/corrected/value").asText(),
                        share.at("/coded/value").asText());
        assertThat(csv.lines().count()).isEqualTo(1 + 3 + 4 * 3);
        for (var picture : List.of("shares", "stacks")) {
            var svg = vic.get("/projects/1/results/" + picture + ".svg" + asked("&by=account"));
            assertThat(svg.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
            assertThat(svg.body())
                    .startsWith("<svg xmlns")
                    .contains("TV Studio", "a&lt;b&gt;")
                    .endsWith("</svg>\n");
        }
        assertThat(vic.get("/projects/1/results/cake.svg" + asked("")).statusCode())
                .isEqualTo(404);
        assertThat(vic.get("/projects/1/results.html" + asked("&by=week")).body())
                .contains("2021-W01", "TV Studio")
                .doesNotContain("results/images");
    }

    @Test
    void what_is_not_understood_is_told_above_the_page_and_refused_by_the_api() {
        for (var slip : List.of(
                "&by=town|by must be day, week, month, account, variable: and its key, or a column of the metadata, such as column:Land, not",
                "&by=column:Town|not &quot;column:Town&quot;",
                "&shares=nice|shares must be corrected or coded",
                "&coder=999|There is no coder 999 here",
                "&from=May|from must be a day",
                "&colour=red|is not a choice of this report")) {
            var further = slip.substring(0, slip.indexOf('|'));
            var page = app.browser(World.VIC).get("/projects/1/results" + asked(further));
            assertThat(page.statusCode()).as(slip).isEqualTo(422);
            assertThat(page.body().replace("\"column", "&quot;column").replace("Town\"", "Town&quot;"))
                    .as(slip)
                    .contains(slip.substring(slip.indexOf('|') + 1), "TV Studio");
            assertThat(app.api(World.VIC)
                            .get("/api/v1/projects/1/results.json" + asked(further))
                            .statusCode())
                    .as(slip)
                    .isEqualTo(422);
        }
        var nobody = app.browser(World.OZ).get("/projects/1/results");
        assertThat(nobody.statusCode()).isEqualTo(404);
    }
}
