package codeframe.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.Codebooks;
import codeframe.report.study.ReportedStudy;
import codeframe.statistics.agreement.Interval;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The run of the stratified sample beside Ona, who codes as gold does but for every tenth image. */
class ComparePagesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static Browser vic;
    private static String query;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        query = "variable=image_type&coder=" + study.run + "," + study.person(World.ONA, 10);
        vic = app.browser(World.VIC);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void what_changed_adds_up_and_opens_exactly_its_images() {
        var report = app.api(World.VIC).json("/api/v1/projects/1/compare.json?" + query);
        long off = 0;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                off += row == column
                        ? 0
                        : report.at("/changes/rows/" + row + "/" + column).asLong();
            }
        }
        assertThat(report.at("/images").asLong()).isEqualTo(250);
        assertThat(report.at("/changed").asLong()).isEqualTo(off).isPositive();
        var studio = report.at("/classes/studio");
        assertThat(studio.at("/first").asLong()).isEqualTo(50);
        assertThat(studio.at("/kept").asLong() + studio.at("/lost").asLong()).isEqualTo(50);
        assertThat(studio.at("/kept").asLong() + studio.at("/gained").asLong())
                .isEqualTo(studio.at("/second").asLong());
        long cell = report.at("/changes/rows/0/1").asLong();
        var images = vic.get("/projects/1/compare/images?" + query + "&row=poster&column=crowd")
                .body();
        assertThat(images.split("class=\"thumb\"", -1)).hasSize((int) cell + 1);
        assertThat(images).contains("CLIP: Campaign Material", "Ona: Crowd");
    }

    @Test
    void runs_are_tested_against_gold_in_pairs_with_the_designs_weights() {
        var test = app.api(World.VIC)
                .json("/api/v1/projects/1/compare.json?" + query)
                .at("/tests/0");
        assertThat(test.at("/only_first_right").asLong()).isPositive();
        assertThat(test.at("/only_second_right").asLong())
                .isGreaterThan(test.at("/only_first_right").asLong());
        assertThat(test.at("/holm_p").asDouble())
                .as("of the weighted difference, for McNemar's test would count images of all strata alike")
                .isCloseTo(test.at("/equal_accuracy_p").asDouble(), within(1e-12))
                .isNotCloseTo(test.at("/mcnemar_exact_p").asDouble(), within(1e-12));
        var accuracy = test.at("/accuracy_difference");
        double z = accuracy.get("value").asDouble() / accuracy.get("se").asDouble();
        assertThat(test.at("/equal_accuracy_p").asDouble())
                .isCloseTo(2 * Interval.normalProbability(-Math.abs(z)), within(1e-12));
        assertThat(test.at("/macro_f1_difference/value").asDouble()).isNegative();
        assertThat(test.at("/macro_f1_difference/method").asText()).contains("Taylor");
    }

    @Test
    void the_page_its_files_and_its_refusals_are_there() {
        var page = vic.get("/projects/1/compare?" + query);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "What changed per class",
                        "accuracy, first less second",
                        "Images whose code changed",
                        "compare.html?");
        assertThat(vic.get("/projects/1/compare.csv?" + query).body()).contains("image_type,changed,,250,");
        assertThat(vic.get("/projects/1/compare.html?" + query).body())
                .contains("<style>", "What changed per class")
                .doesNotContain("<script", "href=\"/projects");
        assertThat(vic.get("/projects/1/compare?variable=image_type&coder=" + study.run)
                        .body())
                .contains("Choose two runs or coders", "What changed per class");
        assertThat(vic.get("/projects/1/compare?" + query + "&collapse=dog,cat:animal")
                        .body())
                .contains("is no category of Image type", "What changed per class");
        assertThat(vic.get("/projects/1/compare?" + query + "&by=week").statusCode())
                .isEqualTo(422);
        var together = vic.get("/projects/1/compare?" + query + "&collapse=poster,crowd:posted");
        assertThat(together.statusCode()).isEqualTo(200);
        assertThat(together.body()).contains("Campaign Material, Crowd are taken together as \"posted\"", "TV Studio");
        assertThat(vic.get("/projects/1/compare.json?variable=image_type").statusCode())
                .isEqualTo(422);
    }

    @Test
    void classes_with_little_gold_are_named() {
        var variable = app.jdbi()
                .onDemand(Codebooks.class)
                .latest(1)
                .orElseThrow()
                .codebook()
                .variable("image_type")
                .orElseThrow();
        var gold = IntStream.range(0, 40)
                .map(unit -> unit < 9 ? 0 : unit < 19 ? 1 : 2)
                .toArray();
        assertThat(PairTest.few(variable, variable.values(), gold))
                .singleElement()
                .asString()
                .startsWith("Fewer than 10 units have this class in gold: \""
                        + variable.labelOf(variable.values().get(0)) + "\" (9). ");
    }

    @Test
    void a_vote_costs_and_takes_what_all_whom_it_counts_do() {
        long cheap = copied("llm", "Cheap", 0.5, 10);
        long dear = copied("llm", "Dear", 2, 40);
        long vote = voting("Vote", cheap, dear);
        long votes = voting("Vote of a vote", vote, cheap);
        long mixed = voting("With a person", cheap, study.person(World.VIC, 7));
        var report = app.api(World.VIC)
                .json("/api/v1/projects/1/compare.json?variable=image_type&coder=%d,%d,%d,%d"
                        .formatted(cheap, vote, votes, mixed));
        assertThat(report.at("/methods/0/dollars_per_1000").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(report.at("/methods/1/dollars_per_1000").asDouble()).isCloseTo(10, within(1e-9));
        assertThat(report.at("/methods/1/seconds_per_1000").asDouble()).isCloseTo(204, within(1e-9));
        assertThat(report.at("/methods/2/dollars_per_1000").asDouble())
                .as("who is counted twice is paid once")
                .isCloseTo(10, within(1e-9));
        assertThat(report.at("/methods/2/seconds_per_1000").asDouble()).isCloseTo(208, within(1e-9));
        assertThat(report.at("/methods/3").has("dollars_per_1000"))
                .as("what people are paid is not known here")
                .isFalse();
        assertThat(report.at("/methods/3").has("seconds_per_1000")).isFalse();
        long cascade = voting("Cascade", cheap, dear);
        study.run("""
                update run set model = 'cascade', variables = '{image_type}', parameters = parameters || '{"pass": "unsure"}'
                where id = (select run_id from coder where id = %1$d);
                insert into cascade_decision (coder_id, image_id, variable, decider_id)
                select %1$d, image_id, 'image_type', case when row_number() over (order by image_id) > 50 then %2$d else %3$d end
                from coding where coder_id = %1$d""".formatted(cascade, cheap, dear));
        var passed = app.api(World.VIC)
                .json("/api/v1/projects/1/compare.json?variable=image_type&coder=%d,%d".formatted(cheap, cascade));
        assertThat(passed.at("/methods/1/dollars_per_1000").asDouble())
                .as("one image of five came to the dear one: 2 + 8/5")
                .isCloseTo(3.6, within(1e-9));
        assertThat(report.at("/recommendation").asText())
                .startsWith("Take Cheap: it is right as often as Vote, Vote of a vote, With a person, and no test tells"
                        + " it apart from Vote, Vote of a vote, which cost as much or more, nor from With a person,"
                        + " whose cost is not known here.");
    }

    @Test
    void figures_against_gold_count_its_images_and_weigh_them_alike() {
        long half = copied("llm", "Half", 1, 10);
        study.run("""
                update code set state = 'unsure', value = null
                where coder_id = %d and value = 'poster' and image_id %% 2 = 0""".formatted(half));
        long few = copied("llm", "Few", 1, 10);
        study.run("delete from coding where coder_id = %d and image_id %% 5 = 0".formatted(few));
        study.run("""
                delete from run_item where image_id %% 5 = 0
                and run_id = (select run_id from coder where id = %d)""".formatted(few));
        var address = "variable=image_type&coder=%d,%d,%d".formatted(study.run, half, few);
        var report = app.api(World.VIC).json("/api/v1/projects/1/compare.json?" + address);
        assertThat(report.at("/images").asLong()).isEqualTo(250);
        assertThat(report.at("/gold_images").asLong()).isEqualTo(200);
        var coverage = report.at("/methods/1/coverage");
        assertThat(coverage.at("/method").asText()).contains("Taylor");
        assertThat(coverage.at("/value").asDouble())
                .as("posters are 6,000 of 9,100, and half of them got no answer")
                .isCloseTo(6100 / 9100.0, within(0.01));
        assertThat(vic.get("/projects/1/compare.csv?" + address).body())
                .contains("image_type,changed,,250,")
                .contains("image_type,accuracy,Half,200,")
                .contains("image_type,coverage,Half,200,");
    }

    @Test
    void peoples_time_is_of_what_they_coded_alone_in_closed_samples() {
        long max = study.person(World.CLEO, 9);
        study.run("update coding set seconds = 10 where coder_id = " + max);
        study.run("update coding set seconds = 0.1, assisted = true where coder_id = %d and image_id %% 3 = 0"
                .formatted(max));
        long image = study.study.image("open.jpg");
        study.run("update coding set seconds = 9999 where id = " + study.study.coding(max, image, 777));
        var report = app.api(World.VIC)
                .json("/api/v1/projects/1/compare.json?variable=image_type&coder=%d,%d".formatted(max, study.run));
        assertThat(report.at("/methods/0/seconds_per_1000").asDouble()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void who_made_other_gold_had_no_part_in_this() {
        long cal = study.person(World.OZ, 8);
        long image = study.study.image("other.jpg");
        long other = study.study.coding(study.gold, image, 778);
        study.study.code(other, "image_type", "poster");
        study.run("""
                insert into gold (coding_id, variable, provenance, sources)
                values (%d, 'image_type', 'unanimous', '[{"coder": %d}]')""".formatted(other, cal));
        var address = "/api/v1/projects/1/compare.json?variable=image_type&coder=%d,%d".formatted(cal, study.run);
        assertThat(app.api(World.VIC).json(address).at("/methods/0/made_gold").asBoolean())
                .isFalse();
    }

    /** Another run that says the same of every image. */
    private static long copied(String kind, String name, double dollars, int seconds) {
        long coder = study.study.run(kind, name, "demo");
        study.run("""
                insert into run_item (run_id, image_id, outcome)
                select c.run_id, k.image_id, 'coded' from coder c, coding k
                where c.id = %1$d and k.coder_id = %2$d;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                select 1, %1$d, image_id, codebook_version_id from coding where coder_id = %2$d;
                insert into code (coding_id, coder_id, image_id, variable, value)
                select k.id, k.coder_id, k.image_id, c.variable, c.value
                from coding k join code c on c.image_id = k.image_id and c.coder_id = %2$d where k.coder_id = %1$d;
                update run set started_at = '2026-01-01', finished_at = timestamptz '2026-01-01' + interval '%3$d s'
                where id = (select run_id from coder where id = %1$d)""".formatted(coder, study.run, seconds));
        if (dollars > 0) {
            study.run("insert into llm_budget (run_id, cap, spent) select run_id, 9, %s from coder where id = %d"
                    .formatted(dollars, coder));
        }
        return coder;
    }

    private static long voting(String name, long... voters) {
        long coder = copied("vote", name, 0, 1);
        study.run("""
                update run set parameters = jsonb_build_object('voters',
                    (select jsonb_agg(jsonb_build_object('coder', voter)) from unnest(array%s) as voter))
                where id = (select run_id from coder where id = %d)""".formatted(Arrays.toString(voters), coder));
        return coder;
    }
}
