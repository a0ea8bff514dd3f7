package codeframe.llm.answer;

import static codeframe.coding.CodeState.NOT_APPLICABLE;
import static codeframe.coding.CodeState.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as servers and models really give them. */
class AnswerParserTest {
    private static final String OPEN = "{\"performance\": \"media_event\", \"environment\": \"indoors\","
            + " \"location\": \"tv_studio\", \"dress_style\": \"formal\", \"rolled_up_sleeves\": \"no\"";
    private static final String FLAT = OPEN + "}";
    private static final String OTHER = "{\"performance\": \"media_event\", \"environment\": \"indoors\","
            + " \"location\": \"home\", \"dress_style\": \"formal\", \"rolled_up_sleeves\": \"no\"}";
    private static final String ESCAPED =
            "{\\\"performance\\\": \\\"media_event\\\", \\\"environment\\\": \\\"indoors\\\","
                    + " \\\"location\\\": \\\"tv_studio\\\", \\\"dress_style\\\": \\\"formal\\\","
                    + " \\\"rolled_up_sleeves\\\": \\\"no\\\"}";

    private static final List<Code> TV_STUDIO = List.of(
            Code.of("performance", "media_event"),
            Code.of("environment", "indoors"),
            Code.of("location", "tv_studio"),
            Code.of("dress_style", "formal"),
            Code.of("rolled_up_sleeves", "no"));

    private static ModelAnswer frames(String reply) {
        return AnswerParser.read(reply, null, "stop", AskedCodebooks.visualFrames());
    }

    private static ModelAnswer every(String reply) {
        return AnswerParser.read(reply, null, "stop", AskedCodebooks.everyType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FLAT,
                "```json\n" + FLAT + "\n```",
                "```\n" + FLAT + "```",
                "Here is the coding you asked for:\n\n" + FLAT + "\n\nTell me if you need more.",
                "<think>The {studio} looks like TV: {\"performance\": \"other\"}</think>\n" + FLAT,
                "A draft: {\"performance\": \"other\"}. Corrected:\n" + FLAT,
                FLAT + "\nOr, if you like: " + OTHER,
                "{\"performance\": \"media_event\", 'environment': 'indoors', // a room\n \"location\": \"tv_studio\","
                        + " /* black tie */ \"dress_style\": \"formal\", \"rolled_up_sleeves\": \"no\",}",
                "\"" + ESCAPED + "\"",
                ESCAPED,
                OPEN + ", \"score\": NaN}",
                "The studio, {\"performance\": \"other\"}, looks real.</think>" + FLAT,
                "{\"performance\": \"Media event.\", \"environment\": \"'indoors'\", \"location\": \"“TV studio”\","
                        + " \"dress_style\": \"fоrmаl\\u200b\", \"rolled_up_sleeves\": 0}",
                "[{\"variable\": \"performance\", \"value\": \"media_event\"}, {\"variable\": \"environment\", \"value\":"
                        + " \"indoors\"}, {\"variable\": \"location\", \"value\": \"tv_studio\"}, {\"variable\":"
                        + " \"dress_style\", \"value\": \"formal\"}, {\"variable\": \"rolled_up_sleeves\", \"value\": \"no\"}]",
                "{\"answers\": [{\"key\": \"performance\", \"code\": \"media_event\"}, {\"key\": \"environment\", \"code\":"
                        + " \"indoors\"}, {\"key\": \"location\", \"code\": \"tv_studio\"}, {\"key\": \"dress_style\","
                        + " \"code\": \"formal\"}, {\"key\": \"rolled_up_sleeves\", \"code\": \"no\"}]}",
                "My coding:\n- **Performance**: Media event\n- **Environment**: indoors\n- **Location**: TV studio.\n"
                        + "- Dress style = formal\n- rolled_up_sleeves: no",
                "[" + FLAT + "]",
                "\uFEFF  " + FLAT,
                "{\"result\": " + FLAT + "}",
                "{\"Performance\": \"MediaEvent\", \"Environment\": {\"Environment\": \"Indoors\", \"Location\":"
                        + " \"TVStudio\"}, \"Dress Style\": {\"DressStyle\": \"Formal\", \"RolledUpSleeves\": false}}",
                "{\"Performance\": \"Media event\", \"Environment_Environment\": \"INDOORS\", \"Environment_Location\":"
                        + " \"TV studio\", \"DressStyle_DressStyle\": \"formal\", \"DressStyle_RolledUpSleeves\": \"No\"}",
                "{\"Performance\": [\"media event\"], \"Environment\": \"indoors\", \"Location\": \"tv-studio\","
                        + " \"Dress style\": {\"value\": \"formal\"}, \"Rolled-up sleeves\": \"false\"}",
                "{\"performance\": {\"value\": \"media_event\"}, \"environment\": {\"value\": \"indoors\"},"
                        + " \"location\": {\"value\": \"tv_studio\"}, \"dress_style\": {\"value\": \"formal\"},"
                        + " \"rolled_up_sleeves\": {\"value\": false}}"
            })
    void the_same_answer_is_understood_in_every_form(String reply) {
        var answer = frames(reply);
        assertThat(answer.outcome()).as(answer.mistakes().toString()).isEqualTo(Outcome.CODED);
        assertThat(answer.codes()).isEqualTo(TV_STUDIO);
        assertThat(answer.raw()).isEqualTo(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>It could be " + FLAT,
                "Well.\n<think>" + FLAT + "\nor",
                "I think of these:\nPerformance: media event\nEnvironment: indoors"
            })
    void what_was_only_thought_or_told_in_part_is_no_code(String reply) {
        assertThat(frames(reply).codes()).isEmpty();
        assertThat(frames(reply).outcome()).isEqualTo(Outcome.INVALID_ANSWER);
    }

    /** The notebooks' fifth mistake: Environment must not catch Environment_Location. */
    @Test
    void variables_called_name_and_category_are_no_pair() {
        var book = new Codebook(
                "B",
                "",
                "en",
                List.of(
                        new Variable(
                                "name",
                                "Name",
                                "",
                                VariableType.TEXT,
                                VariableType.TEXT.usualLevel(),
                                true,
                                false,
                                "",
                                ShowIf.ALWAYS,
                                List.of()),
                        new Variable(
                                "category",
                                "Category",
                                "",
                                VariableType.SINGLE,
                                VariableType.SINGLE.usualLevel(),
                                true,
                                false,
                                "",
                                ShowIf.ALWAYS,
                                List.of(Category.of("poster", "Poster"), Category.of("crowd", "Crowd")))));
        var answer = AnswerParser.read(
                "{\"name\": \"Merkel\", \"category\": \"poster\"}", null, "stop", AskedCodebooks.first(book));
        assertThat(answer.codes()).containsExactly(Code.of("name", "Merkel"), Code.of("category", "poster"));
    }

    @Test
    void json_that_is_cut_off_is_not_read_line_by_line() {
        var cut = FLAT.replace(", ", ",\n ").replace("{", "{\n ").replace("\"no\"}", "\"no");
        assertThat(frames(cut).outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(frames(cut).codes()).isEmpty();
    }

    @Test
    void a_name_is_never_found_inside_a_longer_one() {
        var answer = frames("{\"Environment_Location\": \"home\", \"environmental\": \"indoors\"}");
        assertThat(answer.codes()).containsExactly(Code.of("location", "home"));
        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY_CODED);
        assertThat(answer.mistakes())
                .contains("“environmental” was not asked for and is left aside.")
                .contains("The answer has no value for “environment”.");
    }

    @Test
    void every_type_has_its_values() {
        var answer = every("{\"setting\": \"unsure\", \"symbols\": [\"flag\", \"Logo\", \"flag\"], \"crowd\": true,"
                + " \"people\": 12.50, \"slogan\": \" Gemeinsam!\\u0000 \", \"room\": \"not_applicable\"}");
        assertThat(answer.mistakes()).isEmpty();
        assertThat(answer.codes())
                .containsExactly(
                        Code.without("setting", UNSURE),
                        Code.of("symbols", "flag"),
                        Code.of("symbols", "logo"),
                        Code.of("crowd", "yes"),
                        Code.of("people", "12.5"),
                        Code.of("slogan", "Gemeinsam!\u2400"),
                        Code.without("room", NOT_APPLICABLE));
    }

    @Test
    void nothing_is_an_answer_where_a_code_may_be_left_out() {
        var answer = every("{\"setting\": \"indoors\", \"symbols\": [], \"crowd\": \"no\", \"people\": \"3\","
                + " \"slogan\": null, \"room\": \"hall\"}");
        assertThat(answer.outcome()).isEqualTo(Outcome.CODED);
        assertThat(answer.codes())
                .contains(
                        Code.of("symbols", Variable.NONE),
                        Code.without("slogan", NOT_APPLICABLE),
                        Code.of("people", "3"));
    }

    @Test
    void what_is_not_valid_is_said_value_by_value() {
        var answer = every("{\"setting\": \"on a boat\", \"symbols\": [\"flag\", \"cross\"], \"crowd\": \"maybe\","
                + " \"people\": \"many\", \"slogan\": {\"a\": [1]}, \"room\": null, \"mood\": 3}");
        assertThat(answer.outcome()).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.mistakes())
                .contains(
                        "“mood” was not asked for and is left aside.",
                        "“on a boat” is no category of “setting”.",
                        "“cross” is no category of “symbols”.",
                        "“maybe” is neither yes nor no, for “crowd”.",
                        "“many” is no number, for “people”.",
                        "“room” needs a value, and the answer has null.");
    }

    @Test
    void two_values_for_one_category_are_refused_and_so_are_two_answers() {
        assertThat(every("{\"setting\": [\"indoors\", \"outdoors\"]}").mistakes())
                .contains("“setting” takes one value, not 2: [\"indoors\",\"outdoors\"].");
        var twice = every("{\"setting\": \"indoors\", \"Setting\": \"outdoors\"}");
        assertThat(twice.codes()).isEmpty();
        assertThat(twice.mistakes()).contains("“setting” is answered twice and differently.");
        assertThat(every("{\"setting\": \"indoors\", \"setting\": \"outdoors\"}")
                        .codes())
                .isEmpty();
    }

    @Test
    void numbers_beyond_reason_are_no_numbers() {
        assertThat(every("{\"people\": 1e999999999}").mistakes()).anyMatch(said -> said.contains("no number"));
        assertThat(every("{\"people\": 1E+3}").codes()).containsExactly(Code.of("people", "1000"));
    }

    @Test
    void a_label_that_two_variables_share_names_neither() {
        var codebook = new Codebook(
                "Two kinds",
                "",
                "en",
                List.of(
                        Variable.choice("kind_of_place", "Kind", List.of(Category.of("a", "A"), Category.of("b", "B"))),
                        Variable.choice(
                                "kind_of_dress", "Kind", List.of(Category.of("a", "A"), Category.of("b", "B")))));
        var answer = AnswerParser.read(
                "{\"Kind\": \"a\", \"kind_of_dress\": \"b\"}", null, "stop", AskedCodebooks.first(codebook));
        assertThat(answer.codes()).containsExactly(Code.of("kind_of_dress", "b"));
    }

    @Test
    void a_category_called_unsure_is_a_category() {
        var codebook = new Codebook(
                "Doubt",
                "",
                "en",
                List.of(Variable.choice(
                        "mood", "Mood", List.of(Category.of("unsure", "Unsure"), Category.of("b", "B")))));
        var asking = AskedCodebooks.first(codebook);
        assertThat(AnswerParser.read("{\"mood\": \"unsure\"}", null, "stop", asking)
                        .codes())
                .containsExactly(Code.of("mood", "unsure"));
        assertThat(AnswerParser.read("{\"mood\": \"coder_unsure\"}", null, "stop", asking)
                        .codes())
                .containsExactly(Code.without("mood", UNSURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with identifying people in images.",
                "I’m sorry, but I can’t assist with that request.",
                "Sorry, I cannot analyze this image.",
                "I can't assist with that.",
                "I am unable to identify people in this photo.",
                "Es tut mir leid, aber ich kann dabei nicht helfen.",
                "Lo siento, pero no puedo ayudar con eso.",
                "Je suis désolé, mais je ne peux pas vous aider.",
                "{\"error\": \"I'm sorry, but I can't identify people.\"}"
            })
    void a_refusal_in_plain_words_is_a_refusal(String reply) {
        assertThat(frames(reply).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The man looks sorry; I can't say more.",
                "Media event, indoors, TV studio.",
                "[1, 2, 3]",
                "null",
                "{}",
                "{\"performance\": \"a parade\"}",
                "<html><body>502 Bad Gateway</body></html>"
            })
    void other_text_is_an_invalid_answer(String reply) {
        var answer = frames(reply);
        assertThat(answer.outcome()).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(answer.raw()).isEqualTo(reply);
        assertThat(answer.mistakes()).isNotEmpty();
    }

    @Test
    void what_the_server_says_of_the_answer_comes_first() {
        var asking = AskedCodebooks.visualFrames();
        assertThat(AnswerParser.read(null, "I will not.", "stop", asking).outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(AnswerParser.read(null, "I will not.", "stop", asking).raw()).isEqualTo("I will not.");
        assertThat(AnswerParser.read(null, null, "content_filter", asking).outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(AnswerParser.read(FLAT.substring(0, 40), null, "length", asking)
                        .outcome())
                .isEqualTo(Outcome.TRUNCATED);
        assertThat(AnswerParser.read(FLAT.substring(0, 40), null, "stop", asking)
                        .outcome())
                .isEqualTo(Outcome.TRUNCATED);
        assertThat(AnswerParser.read("", null, "stop", asking).outcome()).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(AnswerParser.read(null, null, null, asking).outcome()).isEqualTo(Outcome.INVALID_ANSWER);
    }
}
