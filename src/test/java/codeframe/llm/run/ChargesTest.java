package codeframe.llm.run;

import static codeframe.llm.run.Replies.GOOD;
import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is charged for a request is its tokens at the price that stands beside it, whatever else happens meanwhile. */
class ChargesTest extends WiredRun {
    /** Of every answer: cost = tokens at the prices of its own line. */
    static final String LINES_ADD_UP = """
            select bool_and(cost = price_factor / 1000000 * ((input_tokens - cached_tokens) * input_price
                                     + cached_tokens * cached_price + output_tokens * output_price))
            from llm_request where state = 'answered'
            """;

    @Test
    void a_price_that_is_edited_while_a_run_is_at_work_counts_from_its_next_start() {
        study.execute("update llm_server set in_flight = 1");
        study.image("2.png", LlmStudy.picture(2));
        study.image("3.png", LlmStudy.picture(3));
        always(good());
        long run = study.run(version, server, "10", Map.of());
        var editing = new AtomicBoolean(true);
        wire.addMockServiceRequestListener((request, response) -> {
            if (editing.get()) {
                study.execute("update llm_price set input = 9");
            }
        });
        study.finish(run);
        editing.set(false);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
        assertThat(study.one(LINES_ADD_UP, Boolean.class)).isTrue();
        assertThat(study.one("select sum(cost) from llm_request", BigDecimal.class))
                .isEqualByComparingTo("0.0036");
    }

    @ParameterizedTest
    @CsvSource({"-5000000, 50", "1000, -5000000", "50000000000, 50", "1000, 50000000000"})
    void a_count_of_tokens_that_cannot_be_is_none_and_gives_no_money_back(long input, long output) {
        var usage = new HashMap<>(usage(0, 0, 0));
        usage.put("prompt_tokens", input);
        usage.put("completion_tokens", output);
        always(okJson(completion(GOOD, null, "stop", usage)));
        long run = finished();
        assertCoded(run);
        assertThat(study.one("select usage_reported from llm_request", Boolean.class))
                .isFalse();
        assertThat(study.one("select cost > 0 and cost <= reserved from llm_request", Boolean.class))
                .isTrue();
    }
}
