package codeframe.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.Code;
import codeframe.llm.prompt.Asking;
import codeframe.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever a server sends is an answer with one outcome, and no code in it is one that the codebook does not have. */
class AnswerParserFuzzTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "```json\n",
            "```",
            "null",
            "true",
            "-1e9",
            "\\u0000",
            "\\ud800",
            "\n",
            "setting",
            "\"setting\": \"indoors\"",
            "\"symbols\": [\"flag\"",
            "\"people\": 1e400",
            "sorry",
            "<think>",
            "</think>",
            "\0",
            "\ud83d",
            "é",
            "{{values}}",
            "unsure",
            "\"room\":{\"value\":");

    private static final Set<Outcome> POSSIBLE =
            Set.of(Outcome.CODED, Outcome.PARTLY_CODED, Outcome.REFUSED, Outcome.INVALID_ANSWER, Outcome.TRUNCATED);

    private final Asking asking = AskedCodebooks.everyType();

    @Test
    void any_heap_of_pieces_has_one_outcome() {
        var random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString(), random);
        }
    }

    @Test
    void a_good_answer_with_any_character_changed_or_cut_has_one_outcome() {
        var good = "Of course: {\"setting\": \"indoors\", \"symbols\": [\"flag\", \"logo\"], \"crowd\": true,"
                + " \"people\": 3, \"slogan\": \"Ja\", \"room\": {\"value\": \"hall\"}} Done.";
        var random = new Random(7);
        for (int i = 0; i < good.length(); i++) {
            check(good.substring(0, i), random);
            for (int n = 0; n < 20; n++) {
                check(good.substring(0, i) + (char) random.nextInt(0x10000) + good.substring(i + 1), random);
            }
        }
    }

    @Test
    void hostile_sizes_are_answered_in_time() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            check("{".repeat(200_000), new Random(1));
            check("{\"a\":".repeat(50_000), new Random(1));
            check("[".repeat(200_000) + "{", new Random(1));
            check("```json".repeat(100_000), new Random(1));
            check("sorry can't ".repeat(100_000), new Random(1));
            check("<think>".repeat(100_000), new Random(1));
            check("{\"people\": " + "9".repeat(500_000) + "}", new Random(1));
            check("{\"slogan\": \"" + "x".repeat(1_000_000) + "\"}", new Random(1));
        });
    }

    private void check(String text, Random random) {
        var finish =
                List.of("stop", "length", "content_filter", "tool_calls", "").get(random.nextInt(5));
        for (var reason : List.of("stop", finish)) {
            var answer = AnswerParser.read(text, random.nextInt(9) == 0 ? text : null, reason, asking);
            assertThat(POSSIBLE).contains(answer.outcome());
            assertThat(answer.codes().isEmpty()).isEqualTo(!answer.outcome().hasCodes());
            assertThat(answer.outcome() == Outcome.CODED || !answer.mistakes().isEmpty())
                    .isTrue();
            assertThat(answer.raw()).doesNotContain("\0");
            answer.codes().forEach(this::isOfTheCodebook);
        }
    }

    private void isOfTheCodebook(Code code) {
        var variable = AskedCodebooks.EVERY_TYPE.variable(code.variable()).orElseThrow();
        if (code.value() != null && !variable.values().isEmpty()) {
            assertThat(variable.values()).contains(code.value());
        }
    }
}
