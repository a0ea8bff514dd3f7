package codeframe.vote;

import static codeframe.vote.VoteStudy.ANNE;
import static codeframe.vote.VoteStudy.BEN;
import static codeframe.vote.VoteStudy.CARL;
import static codeframe.vote.VoteStudy.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.CodebookJson;
import codeframe.db.Json;
import codeframe.llm.reading.StoredAnswers;
import codeframe.run.CannotRun;
import codeframe.run.RunPlan;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vote must not be held against, rest on, or count. */
class VoteGuardTest {
    private static final List<Long> NOBODY = List.of();

    private static TestApp app;
    private static VoteStudy study;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new VoteStudy(app, 40);
        var truth = IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? "a" : "b").toArray(String[]::new);
        study.says(ANNE, "kind", truth);
        study.says(BEN, "kind", truth);
        study.says(CARL, "kind", truth);
        study.says(ANNE, "size", "!", "!", "!", "!", "s");
        study.says(BEN, "size", "-", "!", "s", "!", "s");
        study.says(CARL, "size", "-", "s", "s", "!", "s");
        study.gold(1, "dev", "kind", NOBODY, Arrays.copyOf(truth, 30));
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void nobody_made_the_gold() {
        run("update gold set sources = '[]', decided_by = null");
        run("update coder set user_id = null where id = 101");
    }

    @Test
    void a_share_is_not_corrected_by_gold_of_a_voter() throws Exception {
        long coder = coder(study.vote("majority", "kind", ANNE, BEN));
        var results = "/projects/1/results?variable=kind&coder=" + coder;
        assertThat(ona.get(results).body()).doesNotContain("which made the gold");
        run("update gold set sources = '[{\"coder\": 101}]'");
        assertThat(ona.get(results).body()).contains("it counts the codes of Anne, which made the gold");
    }

    @Test
    void a_vote_is_not_held_against_one_of_its_voters() throws Exception {
        long coder = coder(study.vote("majority", "kind", ANNE, BEN));
        assertThat(ona.get("/projects/1/validation?variable=kind&gold=101&coder=" + coder)
                        .body())
                .contains("counts the codes of Anne, and these codes made the gold");
    }

    @Test
    void who_ruled_the_gold_made_it() throws Exception {
        long coder = coder(study.vote("majority", "kind", ANNE, BEN));
        run("update coder set user_id = (select min(id) from app_user) where id = 101");
        run("update gold set decided_by = (select min(id) from app_user)");
        assertThat(ona.get("/projects/1/validation?variable=kind&coder=" + coder)
                        .body())
                .contains("counts the codes of Anne, and these codes made the gold");
        refused("weighted", "kind", "Codes of Anne made the gold that the weights come from", ANNE, BEN);
        assertThat(ona.get("/projects/1/compare?variable=kind&coder=101,102").body())
                .contains("<span class=\"badge\">made the gold</span>");
    }

    @Test
    void voters_stay_what_they_were_when_the_vote_began() throws Exception {
        long voter = study.vote("majority", "kind", ANNE, BEN);
        long vote = study.vote("majority", "kind", coder(voter), CARL);
        var validation = "/projects/1/validation?variable=kind&coder=" + coder(vote);
        assertThat(ona.get(validation).body())
                .contains("What the vote is worth")
                .doesNotContain("since the vote began");
        prepare(vote);
        run("update run set state = 'paused' where id = " + voter);
        cannotRun(vote, "is not finished");
        run("update run set state = 'done', starts = starts + 1 where id = " + voter);
        cannotRun(vote, "was run again since this vote began; start a new vote");
        run("update run set starts = starts - 1 where id = " + voter);
        prepare(vote);
        app.jdbi().onDemand(StoredAnswers.class).settle(voter, new Json("""
                [{"image": 1, "before": "coded", "outcome": "invalid_answer", "error": "", "detail": {}}]"""));
        cannotRun(vote, "were read again since this vote began; start a new vote");
        assertThat(ona.get(validation).body()).contains("changed since the vote began");
    }

    @Test
    void not_applicable_needs_as_many_voters_as_an_answer() throws Exception {
        long majority = study.vote("majority", "size", ANNE, BEN, CARL);
        assertThat(said(majority)).containsExactly("", "not_applicable", "", "not_applicable", "s");
        assertThat(confidence(majority, 2)).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(confidence(majority, 4)).isEqualTo(1);
        long unanimous = study.vote("unanimous", "size", ANNE, BEN, CARL);
        assertThat(said(unanimous)).containsExactly("", "unsure", "unsure", "not_applicable", "s");
    }

    @Test
    void weights_need_gold_of_the_variable_in_five_groups_that_no_model_saw() {
        refused("weighted", "size", "has no gold of \"Size\"", ANNE, BEN);
        run("update image set account = 'one' where id <= 24");
        refused("weighted", "kind", "Gold of \"Kind\" comes from 3 accounts or posts", ANNE, BEN);
        run("update image set account = 'account ' || id / 4");
        run("insert into example (project_id, image_id) values (1, 2)");
        assertThat(app.jdbi().onDemand(VoteRows.class).gold(1, 1, List.of("kind")))
                .hasSize(29)
                .noneMatch(gold -> gold.image() == 2);
        run("delete from example");
    }

    /** The golden case of ten units and three coders, from the codes to the confidences. */
    @Test
    void people_and_a_model_are_weighed_as_crowdlab_has_it() throws Exception {
        study.says(ANNE, "size", from20("s", "s", "m", "m", "l", "l", "m", "s", "l", "s"));
        study.says(BEN, "size", from20("s", "s", "m", "l", "l", "s", "m", "m", "-", "s"));
        study.says(CARL, "size", from20("s", "m", "-", "m", "l", "-", "m", "l", "-", "-"));
        long model = study.model("size", 20, SCORES);
        var answer = app.api(World.ONA).post("/api/v1/projects/1/runs", "application/json", """
                {"kind": "vote", "model": "crowdlab", "variables": ["size"], "voters": [101, 102, 103, %d], "least": 1}
                """.formatted(model));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        long run = study.ended(new Json(answer.body()).tree().get("id").asLong());
        assertThat(IntStream.range(20, 30).mapToObj(image -> study.said(run, image, "size")))
                .containsExactly("s", "s", "m", "m", "l", "l", "m", "m", "l", "s");
        for (int at = 0; at < 10; at++) {
            assertThat(confidence(run, 20 + at)).isCloseTo(QUALITY[at], within(1e-6));
        }
        assertThat(study.said(run, 5, "size"))
                .as("of which the model says nothing")
                .isEmpty();
        refused("crowdlab", "size", "takes one CLIP run", ANNE, model);
        run("delete from coding where image_id between 20 and 29 and coder_id = " + model);
        run("delete from code where image_id between 20 and 29 and variable = 'size'");
    }

    private static final List<List<Double>> SCORES = List.of(
            List.of(.8, .1, .1),
            List.of(.6, .3, .1),
            List.of(.2, .7, .1),
            List.of(.1, .5, .4),
            List.of(.1, .1, .8),
            List.of(.3, .2, .5),
            List.of(.2, .6, .2),
            List.of(.2, .5, .3),
            List.of(.2, .2, .6),
            List.of(.7, .2, .1));

    private static final double[] QUALITY = {
        .7986283337,
        .6035619076,
        .7289595139,
        .5323005284,
        .7986283337,
        .5031121650,
        .6726983126,
        .4299786490,
        .6396330218,
        .7289595139
    };

    private static String[] from20(String... answers) {
        return Stream.concat(Stream.generate(() -> "-").limit(19), Stream.of(answers))
                .toArray(String[]::new);
    }

    @Test
    void few_images_and_voters_below_chance_are_remarked_on_estimates() throws Exception {
        long run = study.vote("dawid-skene", "kind", ANNE, BEN, CARL);
        assertThat(ona.get("/projects/1/runs/" + run).body())
                .contains("rest on 40 images here, and on fewer than 50 they are not worth much")
                .doesNotContain("less often than chance");
        run(
                "update vote_fit set content = jsonb_set(content, '{confusion,kind,voters,1,0}', '[0.1, 0.8, 0.1]') where run_id = "
                        + run);
        assertThat(ona.get("/projects/1/runs/" + run).body())
                .contains("Ben says some category less often than chance where it is true");
    }

    @Test
    void who_coded_only_with_suggestions_has_no_vote() {
        study.says(SILENT, "kind", "a", "b");
        run("update coding set assisted = true where coder_id = 104");
        refused("majority", "kind", "Silent has no closed codes of \"Kind\"", ANNE, SILENT);
    }

    @Test
    void a_fit_is_made_by_one_lane_and_probabilities_are_read_where_they_are_asked_for() throws Exception {
        long run = study.vote("majority", "kind", ANNE, BEN);
        var rows = app.jdbi().onDemand(VoteRows.class);
        var made = new AtomicInteger();
        var together = new CyclicBarrier(2);
        Callable<Json> lane = () -> {
            together.await();
            return rows.fit(run, held -> {
                int mine = made.incrementAndGet();
                var until = Instant.now().plusSeconds(5);
                while (!waiting() && made.get() < 2 && Instant.now().isBefore(until)) {
                    Thread.onSpinWait();
                }
                return Json.of(Map.of("made", mine));
            });
        };
        var lanes = Executors.newFixedThreadPool(2);
        try {
            for (var fit : lanes.invokeAll(List.of(lane, lane))) {
                assertThat(fit.get().tree().get("made").asInt()).isEqualTo(1);
            }
        } finally {
            lanes.shutdown();
        }
        assertThat(made).hasValue(1);
        run("update code set detail = '{\"scores\": {\"a\": 1}}' where coder_id = 103 and image_id = 1");
        var voters = List.of(CARL);
        assertThat(rows.said(1, voters, List.of(1L), List.of("kind"), "image", false)
                        .get(0)
                        .scores())
                .isNull();
        assertThat(rows.said(1, voters, List.of(1L), List.of("kind"), "image", true)
                        .get(0)
                        .scores())
                .isNotNull();
    }

    private static boolean waiting() {
        return study.value(
                "select exists (select from pg_locks where locktype = 'advisory' and not granted)", Boolean.class);
    }

    private static void run(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static long coder(long run) {
        return study.value("select id from coder where run_id = " + run, Long.class);
    }

    private static List<String> said(long run) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(image -> study.said(run, image, "size"))
                .toList();
    }

    private static double confidence(long run, long image) {
        return study.value(
                "select cast(confidence as double precision) from code where coder_id = " + coder(run)
                        + " and image_id = " + image,
                Double.class);
    }

    private static void refused(String rule, String variable, String sentence, long... voters) {
        var answer = study.asked(rule, variable, voters);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().replace("\\\"", "\"")).contains(sentence);
    }

    private static void cannotRun(long vote, String sentence) {
        assertThatThrownBy(() -> prepare(vote)).isInstanceOf(CannotRun.class).hasMessageContaining(sentence);
    }

    private static void prepare(long run) {
        var parameters = study.value("select parameters from run where id = " + run, Json.class);
        var codebook = CodebookJson.read(study.value("select content from codebook_version where id = 50", Json.class)
                .text());
        var plan = new RunPlan(1, "vote", "majority", codebook, List.of("kind"), parameters, 1);
        new VoteClassifier(app.jdbi().onDemand(VoteRows.class))
                .prepare(plan, run)
                .close();
    }
}
