package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameter a refusal is about, whatever the shape of its body. */
class ParameterRefusalTest {
    private static final ParameterRefusal.Sent SENT = new ParameterRefusal.Sent(true, SchemaMode.STRICT, false, true);

    private static String habit(int status, String body) {
        return ParameterRefusal.of(new ServerRefusal(status, Map.of(), "", body), Set.of(), SENT)
                .map(RequestHabit::word)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "no_seed | {\"error\":{\"message\":\"Unknown parameter: 'seed'.\",\"param\":\"seed\"}}",
                "no_seed | {\"message\":\"Input validation failed\",\"errors\":[{\"field\":\"seed\",\"message\":\"is not allowed\"}]}",
                "no_seed | Unknown parameter 'seed'. Supported are: temperature, max_tokens, response_format.",
                "no_seed | {\"error\":{\"message\":\"{\\\"detail\\\":[{\\\"loc\\\":[\\\"body\\\",\\\"random_seed\\\"],\\\"msg\\\":\\\"extra fields not permitted\\\"}]}\"}}",
                "no_logprobs | {\"error\":{\"message\":\"Unsupported parameter: 'logprobs' is not supported with this model.\",\"param\":\"logprobs\"}}",
                "no_logprobs | {\"message\":\"Requested sample logprobs of 5, which is greater than max allowed: 0\"}",
                "no_logprobs | {\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"top_logprobs\"],\"msg\":\"Extra inputs are not permitted\"}]}",
                "no_temperature | {\"detail\":\"temperature is not supported\"}",
                "json_object | {\"error\":{\"message\":\"This model does not support structured outputs.\"}}",
                "json_object | {\"error\":\"Invalid schema for response_format 'codes'\"}",
                "max_completion_tokens | {\"error\":\"'max_tokens' is deprecated in favour of 'max_completion_tokens'\"}",
                "system_as_user | {\"error\":{\"message\":\"Unsupported value: 'messages[0].role' does not support 'system' with this model.\",\"param\":\"messages[0].role\"}}",
                "system_as_user | {\"error\":{\"message\":\"Developer instruction is not enabled for models/gemma-3\"}}",
                "no_detail | {\"detail\":[{\"loc\":[\"body\",\"messages\",1,\"content\",1,\"image_url\",\"detail\"],\"msg\":\"Extra inputs are not permitted\"}]}",
                "~~ | {\"error\":{\"message\":\"max_tokens is too large: 1000. This model supports at most 512.\",\"param\":\"max_tokens\"}}",
                "~~ | {\"error\":{\"message\":\"Invalid value: 'max_tokens' must be less than 512.\",\"param\":\"max_tokens\"}}",
                "~~ | {\"error\":{\"message\":\"The model `eye` does not exist\",\"code\":\"model_not_found\"}}",
                "~~ | {\"error\":{\"message\":\"Filtered, temperature and seed are not supported\",\"code\":\"content_filter\"}}",
                "~~ | {\"detail\":[{\"loc\":[\"body\",\"temperature\"],\"msg\":\"Input should be less than or equal to 1.5\"}]}",
                "~~ | {\"error\":{\"message\":\"Conversation roles must alternate user/assistant/user/assistant/...\"}}",
                "~~ | {\"error\":\"Invalid: after the optional system message, conversation roles must alternate user/assistant\"}",
                "~~ | {\"detail\":\"Not Found\"}",
                "~~ | {\"error\":{\"message\":\"You are at temperature 0 with a seed.\",\"type\":\"invalid_request_error\"}}"
            })
    void a_body_of_any_shape_names_what_it_does_not_take(String habit, String body) {
        assertThat(habit(400, body)).isEqualTo(habit);
        assertThat(habit(422, body)).isEqualTo(habit);
        assertThat(habit(500, body)).isEmpty();
    }

    /** A server that refuses everything is listened to a few times and no more. */
    @Test
    void it_ends() {
        var everything = new ServerRefusal(400, Map.of(), "", """
                {"error": "unsupported: temperature, seed, response_format, max_tokens, max_completion_tokens, image_url detail,
                 system role"}""");
        Set<RequestHabit> sent = EnumSet.noneOf(RequestHabit.class);
        for (int i = 0; i < 7; i++) {
            var completion = sent.contains(RequestHabit.MAX_COMPLETION_TOKENS);
            var what = new ParameterRefusal.Sent(true, SchemaMode.STRICT, completion, true);
            sent.add(ParameterRefusal.of(everything, sent, what).orElseThrow());
        }
        assertThat(sent).hasSize(7);
        assertThat(ParameterRefusal.of(everything, sent, SENT)).isEmpty();
    }

    /** As OpenAI says it of models that reason. */
    @Test
    void that_one_may_not_ask_for_logprobs_is_no_matter_of_the_key() {
        var body =
                "{\"error\":{\"message\":\"You are not allowed to request logprobs from this model\",\"param\":null}}";
        assertThat(habit(403, body)).isEqualTo("no_logprobs");
        assertThat(habit(403, body.replace("logprobs", "images"))).isEmpty();
    }

    @Test
    void what_is_not_sent_is_not_dropped() {
        var said = new ServerRefusal(400, Map.of(), "", "{\"error\": \"unsupported: temperature, response_format\"}");
        var plain = new ParameterRefusal.Sent(false, SchemaMode.TEXT, false, false);
        assertThat(ParameterRefusal.of(said, Set.of(), plain)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "body.seed: Extra inputs | {\"detail\":[{\"loc\":[\"body\",\"seed\"],\"msg\":\"Extra inputs\"}]}",
                "{\"oops\":17} | {\"oops\":17}",
                "Nope | [{\"error\":{\"message\":\"Nope\"}}]"
            })
    void a_status_is_never_alone(String words, String body) {
        assertThat(ServerErrorText.of(new ServerRefusal(422, Map.of(), "", body)))
                .contains("“" + words + "”");
    }
}
