package codeframe.llm.run;

import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.run.Observed;
import codeframe.run.Runs;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who answered is kept as the server signs it, and a run whose model changed midway says so. */
class SignatureTest extends WiredRun {
    private static String signed(String model, String fingerprint) {
        var reply = Replies.completion(Replies.GOOD, null, "stop", usage(1000, 0, 50));
        return reply.replace(
                "\"model\":\"eye\"", "\"model\":\"" + model + "\",\"system_fingerprint\":\"" + fingerprint + "\"");
    }

    private Observed observed(long run) {
        var found = database.jdbi().onDemand(Runs.class).run(LlmStudy.PROJECT, run);
        return study.llm().classifier().observed(found.orElseThrow());
    }

    private void thenAlways(String first, String then) {
        oneAtATime();
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(okJson(first))
                .willSetStateTo("then"));
        wire.stubFor(post(CHAT).inScenario(scenario).whenScenarioStateIs("then").willReturn(okJson(then)));
        study.image("2.png", LlmStudy.picture(2));
    }

    @Test
    void one_model_is_named_without_ado() {
        wire.stubFor(post(CHAT).willReturn(okJson(signed("eye-2026-05-01", "fp_1"))));
        study.image("2.png", LlmStudy.picture(2));
        var seen = observed(finished());
        assertThat(seen.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.value()).isEqualTo("Answered by");
            assertThat(fact.label()).isEqualTo("eye-2026-05-01, fingerprint fp_1");
        });
        assertThat(seen.remarks()).isEmpty();
    }

    @Test
    void a_model_that_changes_midway_is_told() {
        thenAlways(signed("eye-2026-05-01", "fp_1"), signed("eye-2026-09-30", "fp_2"));
        var seen = observed(finished());
        assertThat(seen.facts()).hasSize(2);
        assertThat(seen.remarks()).singleElement().asString().contains("eye-2026-05-01, then eye-2026-09-30");
    }

    @Test
    void another_fingerprint_alone_is_a_fact_and_no_warning() {
        thenAlways(signed("eye-2026-05-01", "fp_1"), signed("eye-2026-05-01", "fp_2"));
        var seen = observed(finished());
        assertThat(seen.facts()).hasSize(2);
        assertThat(seen.remarks()).isEmpty();
    }

    @Test
    void reasoning_that_used_up_the_limit_is_told_with_its_remedy() {
        Map<String, Object> usage = new HashMap<>(usage(1000, 0, 1000));
        usage.put("completion_tokens_details", Map.of("reasoning_tokens", 1000));
        wire.stubFor(post(CHAT).willReturn(okJson(Replies.completion("", null, "length", usage))));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("truncated", 1L));
        assertThat(told(run)).contains("before an answer began", "Answer at most");
        assertThat(study.one("select reasoning_tokens from llm_request", Integer.class))
                .isEqualTo(1000);
    }
}
