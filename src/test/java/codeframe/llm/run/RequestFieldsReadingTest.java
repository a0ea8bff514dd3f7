package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFieldsReadingTest {
    private static List<String> wrong(String typed) {
        var wrong = new ArrayList<String>();
        RequestFieldsReading.of(TextNode.valueOf(typed), wrong::add);
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n",
                "N",
                "Max_Tokens",
                "MODEL",
                "best_of",
                "use_beam_search",
                "max_output_tokens",
                "functions",
                "models",
                "service_tier",
                "web_search_options",
                "route",
                "plugins",
                "provider",
                "audio",
                "extra_body",
                "options"
            })
    void what_could_change_the_cost_is_refused_in_any_case(String name) {
        assertThat(wrong("{\"" + name + "\": 3}"))
                .singleElement()
                .asString()
                .contains("\"" + name + "\" cannot be a further field", "What may be sent is chat_template_kwargs");
    }

    @Test
    void what_draws_the_next_word_may_be_sent() {
        assertThat(wrong("{\"top_p\": 0.9, \"Min_P\": 0.1, \"thinking\": {\"type\": \"disabled\"}}"))
                .isEmpty();
    }
}
