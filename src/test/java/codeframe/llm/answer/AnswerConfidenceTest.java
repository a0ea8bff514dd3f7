package codeframe.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.llm.confidence.AnswerTokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Confidence of values against products of token probabilities that were worked out by hand. */
class AnswerConfidenceTest {
    private static final Variable KIND = choice(true, "group", "group_photo", "portrait");

    private final List<Map<String, Object>> tokens = new ArrayList<>();
    private final StringBuilder bytes = new StringBuilder();

    /**
     * A token of bytes, one a character.
     *
     * @param others text and probability of each alternative, one after another
     */
    private AnswerConfidenceTest then(String text, double probability, Object... others) {
        var alternatives = new ArrayList<Map<String, Object>>();
        alternatives.add(token(text, probability));
        for (int i = 0; i < others.length; i += 2) {
            alternatives.add(token((String) others[i], (double) others[i + 1]));
        }
        var token = token(text, probability);
        token.put("top_logprobs", alternatives);
        tokens.add(token);
        bytes.append(text);
        return this;
    }

    private static Map<String, Object> token(String text, double probability) {
        var token = new HashMap<String, Object>();
        token.put("token", "as a server shows it");
        token.put("logprob", Math.log(probability));
        token.put("bytes", text.chars().boxed().toList());
        return token;
    }

    private AnswerConfidenceTest key() {
        return then("{\"", 0.9).then("kind", 0.8);
    }

    private String content() {
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private List<Code> codes(String content, Variable... variables) {
        var sent = AnswerTokens.sent(Json.of(Map.of("content", tokens)).tree(), content);
        var kept = AnswerTokens.of(sent.json());
        assertThat(kept).as("as the ledger has it").isEqualTo(sent);
        var asking = AskedCodebooks.first(new Codebook("Test", "", "en", List.of(variables)));
        return AnswerParser.read(content, null, "stop", asking, List.of(), kept).codes();
    }

    private Code code(Variable variable) {
        var codes = codes(content(), variable);
        assertThat(codes).hasSize(1);
        return codes.get(0);
    }

    private static Variable choice(boolean unsure, String... values) {
        return variable(VariableType.SINGLE, true, unsure, values);
    }

    private static Variable variable(VariableType type, boolean required, boolean unsure, String... values) {
        var categories =
                Stream.of(values).map(value -> Category.of(value, value)).toList();
        return new Variable(
                "kind", "Kind", "", type, type.usualLevel(), required, unsure, "", ShowIf.ALWAYS, categories);
    }

    private static void assertSure(Code code, String value, double confidence) {
        assertThat(code.value()).isEqualTo(value);
        assertThat(code.confidence()).isCloseTo(confidence, within(1e-4));
    }

    private static void assertShares(Code code, Map<String, Double> shares) {
        assertThat(code.detail().tree().path("shares").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> Math.round(one.getValue().asDouble() * 1000) / 1000.0)))
                .isEqualTo(shares);
    }

    @Test
    void a_value_is_as_probable_as_the_token_that_tells_it_from_the_others() {
        var code = key().then("\":\"", 0.7)
                .then("port", 0.6, "group", 0.25, "unsure", 0.1)
                .then("rait", 0.5)
                .then("\"}", 0.4)
                .code(KIND);
        assertSure(code, "portrait", 0.6);
        assertThat(code.detail()).as("group may be either of two").isNull();
    }

    @Test
    void a_category_that_begins_another_is_told_by_what_comes_after_it() {
        var code = key().then("\":\"", 1)
                .then("group", 0.6, "portrait", 0.3)
                .then("\"}", 0.9, "_photo", 0.1)
                .code(KIND);
        assertSure(code, "group", 0.54);
        assertShares(code, Map.of("group", 0.54, "portrait", 0.3, "group_photo", 0.06));
    }

    @Test
    void the_longer_one_is_told_before_its_end() {
        var code = key().then("\":\"", 1)
                .then("group", 0.6, "portrait", 0.3)
                .then("_photo", 0.1, "\"}", 0.9)
                .then("\"}", 0.5)
                .code(KIND);
        assertSure(code, "group_photo", 0.06);
        assertShares(code, Map.of("group", 0.54, "portrait", 0.3, "group_photo", 0.06));
    }

    @Test
    void tokens_may_straddle_quotation_marks_and_stand_for_other_values_with_other_spaces() {
        var code = key().then("\":\"gro", 0.5, "\":\"por", 0.3, "\":\"group_", 0.04, "\":", 0.1)
                .then("up", 1)
                .then("\"}", 0.8, "_photo\"}", 0.2)
                .code(KIND);
        assertSure(code, "group", 0.4);
        assertShares(code, Map.of("group", 0.4, "portrait", 0.3, "group_photo", 0.14));
        var spaced = new AnswerConfidenceTest()
                .key()
                .then("\":", 1)
                .then(" \"port", 0.5, "\"group_", 0.2, "\"port", 0.3)
                .then("rait\"}", 1)
                .code(KIND);
        assertSure(spaced, "portrait", 0.8);
        assertShares(spaced, Map.of("portrait", 0.8, "group_photo", 0.2));
    }

    @Test
    void another_way_to_spell_the_same_value_counts_for_it() {
        var code = key().then("\":\"", 1)
                .then("port", 0.5, "p", 0.2, "unsure", 0.3)
                .then("rait\"}", 1)
                .code(KIND);
        assertSure(code, "portrait", 0.7);
    }

    @Test
    void what_all_categories_have_in_common_says_nothing() {
        var code = key().then("\":", 1)
                .then(" \"", 0.3)
                .then("kind", 0.2)
                .then("_", 0.5)
                .then("a", 0.75, "b", 0.25)
                .then("\"}", 0.1)
                .code(choice(false, "kind_a", "kind_b"));
        assertSure(code, "kind_a", 0.75);
        assertShares(code, Map.of("kind_a", 0.75, "kind_b", 0.25));
    }

    @Test
    void that_nothing_is_said_may_be_decided_by_a_quotation_mark() {
        var code = key().then("\":", 1)
                .then("\"", 0.9, "null", 0.1)
                .then("a", 0.5, "b", 0.5)
                .then("\"}", 1)
                .code(variable(VariableType.SINGLE, false, false, "a", "b"));
        assertSure(code, "a", 0.45);
        var nothing = new AnswerConfidenceTest()
                .key()
                .then("\":", 1)
                .then("null", 0.1, "\"", 0.9)
                .then("}", 1)
                .code(variable(VariableType.SINGLE, false, false, "a", "b"));
        assertThat(nothing.state()).isEqualTo(CodeState.NOT_APPLICABLE);
        assertThat(nothing.confidence()).isCloseTo(0.1, within(1e-4));
    }

    @Test
    void an_escape_counts_where_it_is_complete() {
        var code = key().then("\":\"caf", 1)
                .then("\\u00", 0.5, "e", 0.4)
                .then("e9", 0.9, "e8", 0.1)
                .then("\"}", 1)
                .code(choice(false, "café", "cafe", "cafè"));
        assertSure(code, "café", 0.45);
        assertShares(code, Map.of("café", 0.45, "cafe", 0.4, "cafè", 0.05));
    }

    @Test
    void a_character_may_be_of_several_tokens() {
        var code = key().then("\":\"caf", 1)
                .then("\u00c3", 0.8, "e", 0.15)
                .then("\u00a9", 0.9, "\u00a8", 0.1)
                .then("\"}", 1)
                .code(choice(false, "café", "cafe", "cafè"));
        assertSure(code, "café", 0.72);
        assertShares(code, Map.of("café", 0.72, "cafe", 0.15, "cafè", 0.08));
    }

    @Test
    void json_that_is_written_as_a_text_is_read_through_its_escapes() {
        var code = then("\"{\\\"", 1)
                .then("kind", 1)
                .then("\\\":\\\"port", 0.7, "\\\":\\\"group_", 0.2)
                .then("rait\\", 0.5)
                .then("\"}\"", 0.5)
                .code(KIND);
        assertSure(code, "portrait", 0.7);
        assertShares(code, Map.of("portrait", 0.7, "group_photo", 0.2));
    }

    @Test
    void yes_and_no_are_words_or_bare() {
        var crowd = variable(VariableType.BOOLEAN, true, false);
        var word = key().then("\":\"", 1)
                .then("yes", 0.9, "no", 0.08)
                .then("\"}", 1)
                .code(crowd);
        assertSure(word, "yes", 0.9);
        assertShares(word, Map.of("yes", 0.9, "no", 0.08));
        var bare = new AnswerConfidenceTest()
                .key()
                .then("\":", 1)
                .then(" false", 0.8, " true", 0.15)
                .then("}", 0.5)
                .code(crowd);
        assertSure(bare, "no", 0.8);
        assertShares(bare, Map.of("yes", 0.15, "no", 0.8));
    }

    @Test
    void every_digit_of_a_number_counts_and_so_does_that_no_more_come() {
        var code = key().then("\":", 0.5)
                .then(" 1", 0.9, " 2", 0.1)
                .then("2", 0.8, "5", 0.2)
                .then("}", 0.95, "0", 0.05)
                .code(variable(VariableType.NUMBER, true, false));
        assertSure(code, "12", 0.684);
    }

    @Test
    void each_value_of_a_list_is_as_probable_as_that_it_comes_there() {
        var symbols = variable(VariableType.MULTI, false, false, "flag", "lectern", "logo");
        var codes = key().then("\":", 1)
                .then("[\"", 0.9, "[]", 0.1)
                .then("flag", 0.8, "lectern", 0.2)
                .then("\",\"", 0.7, "\"]", 0.3)
                .then("logo", 0.6, "lectern", 0.4)
                .then("\"]}", 0.5)
                .codes(content(), symbols);
        assertThat(codes).hasSize(2);
        assertSure(codes.get(0), "flag", 0.72);
        assertSure(codes.get(1), "logo", 0.42);
        var none = new AnswerConfidenceTest()
                .key()
                .then("\":[", 0.5)
                .then("]", 0.3, "\"", 0.7)
                .then("}", 0.5)
                .code(symbols);
        assertSure(none, Variable.NONE, 0.3);
    }

    @Test
    void a_text_has_none_and_other_variables_of_the_same_answer_have_theirs() {
        var text = new Variable(
                "words",
                "Words",
                "",
                VariableType.TEXT,
                VariableType.TEXT.usualLevel(),
                true,
                false,
                "",
                ShowIf.ALWAYS,
                List.of());
        var codes = then("{\"words\":\"", 1)
                .then("portrait", 0.1)
                .then("\",\"kind\":\"", 0.2)
                .then("portrait", 0.6)
                .then("\"}", 1)
                .codes(content(), text, KIND);
        assertThat(codes.get(0).confidence()).isNull();
        assertSure(codes.get(1), "portrait", 0.6);
    }

    @Test
    void only_tokens_of_this_very_answer_count() {
        then("<think>kind</think>\n", 0.1);
        var answer = "{\"kind\":\"portrait\"}";
        then("{\"kind\":\"", 1).then("portrait", 0.6).then("\"}", 1).then("<|end|>", 0.2);
        assertSure(codes(answer, KIND).get(0), "portrait", 0.6);
        assertThat(codes("{\"kind\":\"group\"}", KIND).get(0).confidence()).isNull();
        then("{\"kind\":\"", 1).then("portrait", 0.6).then("\0\"}", 1);
        assertThat(AnswerTokens.sent(Json.of(Map.of("content", tokens)).tree(), "{\"kind\":\"portrait\0\"}"))
                .as("PostgreSQL holds no zero character")
                .isEqualTo(AnswerTokens.NONE);
        tokens.add(Map.of("token", "?"));
        assertThat(codes(answer, KIND).get(0).confidence())
                .as("a token without a probability")
                .isNull();
    }
}
