package codeframe.vote;

import static codeframe.vote.VoteStudy.ANNE;
import static codeframe.vote.VoteStudy.BEN;
import static codeframe.vote.VoteStudy.CARL;
import static codeframe.vote.VoteStudy.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Votes as people and scripts meet them, with the program's own workers. */
class VoteTest {
    private static final List<Long> NOBODY = List.of();

    @Test
    void answers_are_counted_ties_are_unsure_and_too_few_are_an_outcome() throws Exception {
        try (var app = TestApp.start()) {
            var study = new VoteStudy(app, 8);
            study.says(ANNE, "kind", "a", "a", "a", "a", "-", "?", "b", "a");
            study.says(BEN, "kind", "a", "b", "b", "-", "-", "b", "b", "a");
            study.says(CARL, "kind", "a", "b", "c", "c", "c", "b", "b", "a");
            study.says(ANNE, "size", "s", "s", "s");
            study.says(BEN, "size", "l", "m", "l");
            study.says(CARL, "size", "l", "l", "s");
            study.says(ANNE, "themes", "war", "war+peace", "none_of_these");
            study.says(BEN, "themes", "war+peace", "peace", "none_of_these");
            study.says(CARL, "themes", "war", "war", "war");
            study.gold(8, "test", "kind", NOBODY, "a");
            var ona = app.browser(World.ONA);
            assertThat(ona.get("/projects/1/votes/new").body())
                    .contains("Anne")
                    .contains("Numbers and texts cannot be voted on: People");
            var started = ona.post(
                    "/projects/1/votes",
                    "model=majority&variables=kind&least=2&voters=" + ANNE + "&voters=" + BEN + "&voters=" + CARL);
            var path = started.headers().firstValue("Location").orElseThrow();
            long run = study.ended(Long.parseLong(path.replaceAll(".*/", "")));
            assertThat(said(study, run, "kind", 8)).containsExactly("a", "b", "unsure", "unsure", "", "b", "b", "a");
            assertThat(study.value("select outcome from run_item where image_id = 5", String.class))
                    .isEqualTo("too_few_votes");
            assertThat(study.value("select error from run_item where image_id = 5", String.class))
                    .isEqualTo("Fewer than 2 of 3 voters gave an answer to Kind.");
            assertThat(differing(study, run)).containsExactly(0.0, 2 / 3.0, 1.0, 1.0, 0.0, 0.0, 0.0);
            var page = ona.get(path).body();
            assertThat(page).contains("Anne (codebook version 1); Ben").contains("too few votes");
            assertThat(ona.get("/projects/1/votes/new?like=" + run).body())
                    .contains("Filled with the settings of")
                    .containsPattern("value=\"102\"[^>]* checked")
                    .containsPattern("name=\"least\"[^>]* value=\"2\"")
                    .doesNotContain("can no longer be chosen");
            for (long voter : new long[] {999, BEN}) {
                app.jdbi().useHandle(handle -> handle.execute("""
                        update run set parameters = jsonb_set(parameters, '{voters,1,coder}', to_jsonb(?)) where id = ?
                        """, voter, run));
                assertThat(ona.get("/projects/1/votes/new?like=" + run)
                                .body()
                                .contains("Ben voted in it and can no longer be chosen."))
                        .isEqualTo(voter == 999);
            }
            assertThat(ona.get("/projects/1/images/2").body()).contains("Anne: Ape · Ben: Bee · Carl: Bee");
            assertThat(ona.get("/projects/1/images/1").body())
                    .as("of a sealed image nobody is told what a vote says")
                    .contains("sealed test sample")
                    .doesNotContain("Anne: Ape · Ben");

            app.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update code set value = 'a' where coder_id = 102 and variable = 'kind' and value = 'b'"));
            assertThat(study.said(run, 2, "kind")).as("a finished vote stays").isEqualTo("b");
            long again = study.vote("majority", "kind", ANNE, BEN, CARL);
            assertThat(said(study, again, "kind", 3)).containsExactly("a", "a", "a");
            var unanimous = study.vote("unanimous", "kind", ANNE, CARL);
            assertThat(said(study, unanimous, "kind", 8))
                    .containsExactly("a", "unsure", "unsure", "unsure", "", "", "b", "a");
            var ordered = study.vote("majority", "size", ANNE, BEN, CARL);
            assertThat(said(study, ordered, "size", 3)).containsExactly("l", "m", "s");
            var several = study.vote("majority", "themes", ANNE, BEN, CARL);
            assertThat(said(study, several, "themes", 3)).containsExactly("war", "peace+war", "none_of_these");
            assertThat(ona.get(path + "/worth").body())
                    .as("gold of a sealed sample judges nothing")
                    .contains("have no image in common.");
            assertThat(ona.get("/projects/1/methods").body())
                    .contains("It counted what")
                    .contains("by majority");

            refused(study, "majority", "people", "a number or a text has no options to count votes for", ANNE, BEN);
            refused(study, "majority", "kind", "Silent has no closed codes of", ANNE, SILENT);
            refused(study, "majority", "kind", "A vote of Anne alone", ANNE, ANNE);
            refused(study, "majority", "kind", "Choose the coders whose answers are counted");
            refused(study, "majority", "kind", "There is no coder 109 here that could vote; gold is none.", ANNE, 109);
            refused(study, "dawid-skene", "kind", "need three voters", ANNE, BEN);
            refused(study, "weighted", "kind", "there is none yet", ANNE, BEN);
            refused(study, "crowdlab", "kind", "takes one CLIP run", ANNE, BEN, CARL);
            refused(study, "coin", "kind", "There is no model", ANNE, BEN);
            app.jdbi().useHandle(handle -> handle.execute("update run set state = 'paused' where id = " + run));
            long coder = study.value("select id from coder where run_id = " + run, Long.class);
            refused(study, "majority", "kind", "is not finished", ANNE, coder);
        }
    }

    @Test
    void weights_and_estimates_find_the_good_voter_and_gold_of_a_voter_judges_nothing() throws Exception {
        try (var app = TestApp.start()) {
            var study = new VoteStudy(app, 60);
            var truth = letters(60, i -> i % 2 == 0 ? "a" : "b");
            study.says(ANNE, "kind", truth);
            study.says(BEN, "kind", letters(60, i -> i % 5 < 2 ? "c" : truth[i]));
            study.says(CARL, "kind", letters(60, i -> i % 5 == 0 || i % 5 == 3 ? "c" : truth[i]));
            study.gold(1, "dev", "kind", NOBODY, Arrays.copyOf(truth, 40));
            long majority = study.vote("majority", "kind", ANNE, BEN, CARL);
            assertThat(said(study, majority, "kind", 60))
                    .as("two who are wrong outvote one")
                    .contains("c");
            long weighted = study.vote("weighted", "kind", ANNE, BEN, CARL);
            assertThat(said(study, weighted, "kind", 60)).containsExactly(truth);
            long estimated = study.vote("dawid-skene", "kind", ANNE, BEN, CARL);
            assertThat(said(study, estimated, "kind", 60)).contains("a", "b");
            assertThat(study.value("select count(*) from vote_fit", Long.class)).isEqualTo(2);

            var ona = app.browser(World.ONA);
            long coder = study.value("select id from coder where run_id = " + majority, Long.class);
            var own = "/projects/1/validation?variable=kind&coder=" + coder;
            assertThat(ona.get(own).body())
                    .contains("Accuracy")
                    .contains("Your 3 voters count as 2.")
                    .contains("The vote is worse than Anne alone: −20.0 points, −")
                    .contains("2 pairs have none")
                    .doesNotContain("cannot be validated");
            assertThat(ona.get("/projects/1/runs/" + majority).body()).contains("/runs/" + majority + "/worth\"");
            assertThat(ona.get("/projects/1/runs/" + majority + "/worth").body())
                    .contains("The vote is worse than Anne alone: −20.0 points, −")
                    .contains("2 pairs have none");
            var json = app.api(World.ONA)
                    .json("/api/v1/projects/1/validation.json?variable=kind&run=" + majority)
                    .get("vote");
            assertThat(json.get("effective_votes").get("value").asDouble()).isCloseTo(2.25, within(1e-9));
            assertThat(json.get("same_wrong_answer").get("value").asDouble()).isEqualTo(1);
            assertThat(json.get("images").asLong()).isEqualTo(40);
            assertThat(json.get("sentence").asText())
                    .endsWith(
                            "This rests on 40 images with gold, which is few: another such sample may say otherwise.");
            study.says(
                    SILENT,
                    "kind",
                    Stream.concat(
                                    Stream.generate(() -> "-").limit(40),
                                    Arrays.stream(truth).skip(40))
                            .toArray(String[]::new));
            long partly = study.vote("majority", "kind", ANNE, BEN, CARL, SILENT);
            var heard = app.api(World.ONA)
                    .json("/api/v1/projects/1/validation.json?variable=kind&run=" + partly)
                    .get("vote");
            assertThat(heard.get("voters").asLong()).isEqualTo(3);
            assertThat(heard.get("voters_without_answer").toString()).isEqualTo("[\"Silent\"]");
            assertThat(heard.get("accuracy_if_independent"))
                    .as("who said nothing of these images is not always wrong")
                    .isEqualTo(json.get("accuracy_if_independent"));
            long alone = study.vote("majority", "kind", ANNE, SILENT);
            long aloneCoder = study.value("select id from coder where run_id = " + alone, Long.class);
            assertThat(ona.get("/projects/1/validation?variable=kind&coder=" + aloneCoder)
                            .body())
                    .contains("cannot be told: fewer than two of its voters have an answer")
                    .contains("Left out, without an answer to any of these images: Silent.");
            var compared = "/projects/1/compare?variable=kind&coder=" + coder + ",101";
            assertThat(ona.get(compared).body())
                    .contains("Methods compared")
                    .contains("Take Anne: it is right most often, and Holm's tests tell it apart from every other.")
                    .contains("40 images with gold, which is few")
                    .contains("How far they say the same");
            assertThat(app
                            .api(World.ONA)
                            .json("/api/v1/projects/1/compare.json?variable=kind&coder=101,102,103")
                            .path("alike")
                            .findValues("same_answer")
                            .stream()
                            .map(share -> share.path("value").asDouble()))
                    .as("of five images Ben and Carl are wrong alike on one and right together on two")
                    .containsExactly(0.6, 0.6, 0.6);
            app.jdbi().useHandle(handle -> handle.execute("update gold set sources = '[{\"coder\": 101}]'"));
            assertThat(ona.get(own).body())
                    .contains("counts the codes of Anne, and these codes made the gold: it cannot be validated on it.");
            assertThat(ona.get("/projects/1/runs/" + majority + "/worth").body())
                    .contains("counts the codes of Anne, and these codes made the gold")
                    .doesNotContain("worse than Anne");
            assertThat(ona.get("/projects/1/results?variable=kind&coder=" + coder)
                            .body())
                    .as("nor is a share corrected by it")
                    .contains("it counts the codes of Anne, which made the gold");
            assertThat(ona.get("/projects/1/compare?variable=kind&coder=101,102")
                            .body())
                    .contains("made the gold")
                    .contains("Nothing is recommended");
            long vote = study.vote("majority", "kind", coder, BEN);
            long second = study.value("select id from coder where run_id = " + vote, Long.class);
            assertThat(ona.get("/projects/1/validation?variable=kind&coder=" + second)
                            .body())
                    .as("a vote of votes is no way around it")
                    .contains("these codes made the gold");
            refused(study, "weighted", "kind", "Codes of Anne made the gold that the weights come from", ANNE, BEN);
            var deleted = ona.post("/projects/1/runs/" + majority + "/delete", "");
            assertThat(deleted.statusCode()).isEqualTo(409);
            assertThat(deleted.body()).contains("A vote counts its answers.");
        }
    }

    private static void refused(VoteStudy study, String rule, String variable, String sentence, long... voters) {
        var answer = study.asked(rule, variable, voters);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    private static List<String> said(VoteStudy study, long run, String variable, int images) {
        return Arrays.stream(letters(images, i -> study.said(run, i + 1, variable)))
                .toList();
    }

    private static List<Double> differing(VoteStudy study, long run) {
        return study
                .app
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select cast(s.differing as text)::double precision
                        from vote_split s join coder c on c.id = s.coder_id
                        where c.run_id = :run order by s.image_id
                        """)
                        .bind("run", run)
                        .mapTo(Double.class)
                        .list())
                .stream()
                .map(share -> Math.round(share * 300) / 300.0)
                .toList();
    }

    private static String[] letters(int n, IntFunction<String> of) {
        return IntStream.range(0, n).mapToObj(of).toArray(String[]::new);
    }
}
