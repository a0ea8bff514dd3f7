package codeframe.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.llm.answer.AnswerParser;
import codeframe.llm.answer.AskedCodebooks;
import codeframe.llm.ask.Interview;
import codeframe.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of one image, together or one after another. */
class AskingsTest {
    private static final Codebook FRAMES = CodebookTemplate.VISUAL_FRAMES.codebook();

    private static PromptOptions options(Split split, boolean sequential, boolean shuffle) {
        return new PromptOptions(true, split, sequential, shuffle, SchemaMode.STRICT, List.of());
    }

    private static List<List<String>> keys(Askings askings) {
        return askings.preview().stream()
                .map(asking -> asking.variables().stream().map(Variable::key).toList())
                .toList();
    }

    @Test
    void variables_are_asked_together_by_group_or_one_by_one() {
        assertThat(keys(AskedCodebooks.askings(FRAMES, options(Split.WHOLE, false, false))))
                .hasSize(1);
        assertThat(keys(AskedCodebooks.askings(FRAMES, options(Split.GROUP, false, false))))
                .containsExactly(
                        List.of("performance"),
                        List.of("environment", "location"),
                        List.of("dress_style", "rolled_up_sleeves"));
        assertThat(keys(AskedCodebooks.askings(FRAMES, options(Split.VARIABLE, false, false))))
                .hasSize(5);
    }

    @Test
    void a_request_holds_only_what_it_asks_for() {
        var group = AskedCodebooks.askings(FRAMES, options(Split.GROUP, false, false))
                .preview()
                .get(2);
        assertThat(group.prompt())
                .contains("### Dress style", "`rolled_up_sleeves`")
                .doesNotContain("performance", "### Environment", "{{");
        assertThat(group.schema().get("properties")).hasSize(2);
        assertThat(group.schema().get("required")).hasSize(2);
    }

    @Test
    void the_anonymity_paragraph_can_be_left_out() {
        var without = new PromptOptions(false, Split.WHOLE, false, false, SchemaMode.STRICT, List.of());
        assertThat(AskedCodebooks.askings(FRAMES, without).preview().get(0).prompt())
                .doesNotContain("anonymous");
        assertThat(AskedCodebooks.first(FRAMES).prompt()).contains("anonymous");
    }

    @Test
    void a_condition_is_put_in_words_when_all_is_asked_at_once() {
        var asking = AskedCodebooks.first(AskedCodebooks.EVERY_TYPE);
        assertThat(asking.prompt())
                .contains("Only where `setting` is `indoors`; otherwise the answer is `not_applicable`.");
        assertThat(asking.schema().at("/properties/room/enum").toString())
                .isEqualTo("[\"hall\",\"studio\",\"unsure\",\"not_applicable\"]");
    }

    @Test
    void in_sequence_a_conditional_variable_is_asked_only_where_its_condition_holds() {
        var askings = AskedCodebooks.askings(AskedCodebooks.EVERY_TYPE, options(Split.WHOLE, true, false));
        assertThat(keys(askings).get(1)).containsExactly("room");
        assertThat(askings.preview().get(1).prompt()).doesNotContain("not_applicable");

        var inside = new Interview(askings, 1);
        inside.take(
                AnswerParser.read(reply("indoors"), null, "stop", inside.next().orElseThrow()));
        var second = inside.next().orElseThrow();
        assertThat(second.step()).isEqualTo(1);
        inside.take(AnswerParser.read("{\"room\": \"hall\"}", null, "stop", second));
        assertThat(inside.next()).isEmpty();
        assertThat(inside.outcome()).isEqualTo(Outcome.CODED);
        assertThat(inside.codes()).contains(Code.of("room", "hall"));

        var outside = new Interview(askings, 2);
        outside.take(AnswerParser.read(
                reply("outdoors"), null, "stop", outside.next().orElseThrow()));
        assertThat(outside.next()).isEmpty();
        assertThat(outside.outcome()).isEqualTo(Outcome.CODED);
        assertThat(outside.codes()).contains(Code.without("room", CodeState.NOT_APPLICABLE));
    }

    @Test
    void what_hangs_on_an_invalid_answer_is_not_asked_and_the_image_is_partly_coded() {
        var interview =
                new Interview(AskedCodebooks.askings(AskedCodebooks.EVERY_TYPE, options(Split.WHOLE, true, false)), 1);
        interview.take(AnswerParser.read(
                reply("underwater"), null, "stop", interview.next().orElseThrow()));
        assertThat(interview.next()).isEmpty();
        assertThat(interview.outcome()).isEqualTo(Outcome.PARTLY_CODED);
        assertThat(interview.mistakes())
                .contains("“room” could not be asked for, because “setting” has no valid answer.");
    }

    @Test
    void an_answer_against_its_condition_counts_as_not_applicable_and_is_said() {
        var interview = new Interview(AskedCodebooks.askings(AskedCodebooks.EVERY_TYPE, PromptOptions.USUAL), 1);
        var reply = reply("outdoors").replace("}", ", \"room\": \"hall\"}");
        interview.take(AnswerParser.read(reply, null, "stop", interview.next().orElseThrow()));
        assertThat(interview.codes()).contains(Code.without("room", CodeState.NOT_APPLICABLE));
        assertThat(interview.mistakes()).hasSize(1);
        assertThat(interview.outcome()).isEqualTo(Outcome.CODED);
    }

    @Test
    void a_refusal_of_everything_is_the_outcome_of_the_image() {
        var interview = new Interview(AskedCodebooks.askings(FRAMES, options(Split.GROUP, false, false)), 1);
        for (var asking = interview.next(); asking.isPresent(); asking = interview.next()) {
            interview.take(AnswerParser.read(null, "No.", "stop", asking.get()));
        }
        assertThat(interview.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(interview.codes()).isEmpty();
    }

    @Test
    void categories_are_shuffled_for_every_image_and_the_same_by_the_same_seed() {
        var shuffled = AskedCodebooks.askings(FRAMES, options(Split.WHOLE, false, true));
        var again = AskedCodebooks.askings(FRAMES, options(Split.WHOLE, false, true));
        var first = shuffled.of(1).get(0).prompt();
        assertThat(again.of(1).get(0).prompt()).isEqualTo(first);
        assertThat(shuffled.of(2).get(0).prompt()).isNotEqualTo(first);
        assertThat(sorted(shuffled.of(1).get(0)))
                .isEqualTo(sorted(shuffled.of(2).get(0)));
    }

    private static List<String> sorted(Asking asking) {
        return asking.prompt().lines().sorted().toList();
    }

    @Test
    void examples_are_shown_with_the_answer_that_is_right_for_them() {
        var codes = List.of(
                Code.of("setting", "indoors"),
                Code.of("symbols", "flag"),
                Code.of("symbols", "logo"),
                Code.without("crowd", CodeState.UNSURE),
                Code.of("people", "2"),
                Code.of("slogan", "Ja"),
                Code.without("room", CodeState.NOT_APPLICABLE));
        var incomplete = new Example(8, codes.subList(0, 2));
        var prompt = RunPrompt.of(
                PromptParts.of(AskedCodebooks.EVERY_TYPE),
                PromptOptions.USUAL,
                1,
                List.of(new Example(7, codes), incomplete));
        var asking = new Askings(prompt, AskedCodebooks.EVERY_TYPE.variables(), 1)
                .preview()
                .get(0);
        assertThat(asking.shots())
                .containsExactly(new FewShotExample(
                        7,
                        "{\"setting\":\"indoors\",\"symbols\":[\"flag\",\"logo\"],\"crowd\":\"unsure\",\"people\":2,"
                                + "\"slogan\":\"Ja\",\"room\":\"not_applicable\"}"));
        assertThat(AnswerParser.read(asking.shots().get(0).answer(), null, "stop", asking)
                        .codes())
                .isEqualTo(codes);
    }

    @Test
    void the_prompt_of_a_run_survives_being_stored_and_its_hash_tells_it_apart() {
        var parts = PromptParts.of(FRAMES);
        var example = new Example(7, List.of(Code.of("performance", "other")));
        var prompt = RunPrompt.of(parts, PromptOptions.USUAL, 3, List.of(example));
        assertThat(codeframe.db.Json.of(prompt).as(RunPrompt.class)).isEqualTo(prompt);
        assertThat(prompt.sha256()).hasSize(64);
        assertThat(RunPrompt.of(parts.with("role", "Other"), PromptOptions.USUAL, 3, List.of(example))
                        .sha256())
                .isNotEqualTo(prompt.sha256());
    }

    @Test
    void text_of_the_codebook_is_never_a_placeholder() {
        var tricky = new Codebook(
                "T",
                "Find {{values}} and {{keys}} $1 \\",
                "en",
                List.of(FRAMES.variables().get(0).withLabel("{{form}}")));
        assertThat(PartChecks.mistakes(PromptParts.of(tricky), tricky)).isEmpty();
        assertThat(AskedCodebooks.first(tricky).prompt()).contains("Find { {values}} and { {keys}} $1 \\");
    }

    @Test
    void other_words_say_the_same_and_leave_rewritten_parts_alone() {
        var parts = PromptParts.of(FRAMES).with("role", "You are mine.");
        for (var phrasing : Phrasing.values()) {
            var phrased = parts.phrased(FRAMES, phrasing);
            assertThat(PartChecks.mistakes(phrased, FRAMES)).isEmpty();
            assertThat(phrased.text("role")).isEqualTo("You are mine.");
            assertThat(phrased.equals(parts)).isEqualTo(phrasing == Phrasing.USUAL);
            var asking = new Askings(RunPrompt.of(phrased, PromptOptions.USUAL, 1, List.of()), FRAMES.variables(), 1)
                    .preview()
                    .get(0);
            assertThat(asking.prompt()).contains("- `street_or_plaza`", "JSON").doesNotContain("{{");
        }
    }

    private static String reply(String setting) {
        return "{\"setting\": \"" + setting + "\", \"symbols\": [], \"crowd\": false, \"people\": 1, \"slogan\": null}";
    }
}
