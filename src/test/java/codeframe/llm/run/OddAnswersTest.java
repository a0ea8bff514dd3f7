package codeframe.llm.run;

import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.error;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.saying;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a model says, every image ends in one outcome, and what it said is kept verbatim. */
class OddAnswersTest extends WiredRun {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coded | ```json\n{\"kind\":\"a\",\"place\":\"outside\"}\n```",
                "coded | Here you are: {\"kind\":\"A\",\"place\":\" outside \"} as you wished.",
                "coded | {\"kind\":\"a\",\"place\":\"outside\",\"mood\":\"gay\"}",
                "partly_coded | {\"kind\":\"a\",\"place\":17}",
                "invalid_answer | {\"kind\":[1,2],\"place\":{}}",
                "invalid_answer | I see a cat.",
                "refused | I'm sorry, but I can't help with that."
            })
    void odd_answers_end_in_their_outcome_and_stay_verbatim(String outcome, String content) {
        var said = content.replace("```json", "```json\n");
        always(saying(said));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of(outcome, 1L));
        assertThat(study.one("select answer from llm_request", String.class)).isEqualTo(said);
    }

    @Test
    void a_refusal_a_content_filter_and_an_answer_too_long_are_told_apart() {
        oneAtATime();
        study.images(0);
        study.image("2.png", LlmStudy.picture(2));
        study.image("3.png", LlmStudy.picture(3));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(okJson(completion(null, "I will not.", "stop", usage(1000, 0, 5))))
                .willSetStateTo("2"));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("2")
                .willReturn(okJson(completion("", null, "content_filter", usage(1000, 0, 0))))
                .willSetStateTo("3"));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("3")
                .willReturn(okJson(completion("{\"kind\":", null, "length", usage(1000, 0, 1000)))));
        assertThat(study.outcomes(finished())).isEqualTo(Map.of("refused", 2L, "truncated", 1L));
    }

    @Test
    void an_image_that_the_server_refuses_does_not_stop_the_others() {
        first(error(400, "The response was filtered", "content_filter"));
        study.image("2.png", LlmStudy.picture(2));
        assertThat(study.outcomes(finished())).isEqualTo(Map.of("refused", 1L, "coded", 1L));
    }

    @Test
    void an_image_that_is_none_is_told_without_asking() {
        study.execute("update blob set bytes = 'no picture'");
        always(good());
        assertThat(study.outcomes(finished())).isEqualTo(Map.of("unreadable_image", 1L));
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).isEmpty();
    }

    @Test
    void a_server_that_does_not_count_is_counted_for() {
        always(okJson(completion(Replies.GOOD, null, "stop", null)));
        long run = finished();
        assertCoded(run);
        assertThat(study.spent(run)).isPositive();
        assertThat(study.one("select bool_or(usage_reported) from llm_request", Boolean.class))
                .isFalse();
    }

    @Test
    void of_several_samples_the_most_frequent_answer_is_taken_with_its_share() {
        oneAtATime();
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(saying("{\"kind\":\"b\",\"place\":\"outside\"}"))
                .willSetStateTo("2"));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("2")
                .willReturn(saying("{\"kind\":\"a\",\"place\":\"inside\"}"))
                .willSetStateTo("3"));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("3")
                .willReturn(saying("{\"kind\":\"a\",\"place\":\"gone\"}")));
        long run = finished(Map.of("samples", 3));
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 1L));
        var kind = "select value || ' ' || round(confidence::numeric, 2) from code where variable = ";
        assertThat(study.one(kind + "'kind'", String.class)).isEqualTo("a 0.67");
        assertThat(study.one(kind + "'place'", String.class)).isEqualTo("outside 0.33");
        assertThat(study.one(
                        "select detail -> 'samples' ->> 'inside' from code where variable = 'place'", String.class))
                .isEqualTo("1");
    }

    @Test
    void several_requests_for_one_image_are_put_together() {
        oneAtATime();
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(saying("{\"kind\":\"a\"}"))
                .willSetStateTo("2"));
        wire.stubFor(
                post(CHAT).inScenario(scenario).whenScenarioStateIs("2").willReturn(saying("{\"place\":\"outside\"}")));
        assertCoded(finished(Map.of("split", "variable")));
        assertThat(study.one("select count(*) from llm_request", Long.class)).isEqualTo(2);
    }
}
