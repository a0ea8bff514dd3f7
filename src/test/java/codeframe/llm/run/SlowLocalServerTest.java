package codeframe.llm.run;

import static codeframe.llm.run.Replies.GOOD;
import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.price.Answered;
import codeframe.llm.server.Presets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model on one's own computer: slow, one after another, and with a context that may be too small. */
class SlowLocalServerTest extends WiredRun {
    private void images() {
        for (int i = 2; i <= 4; i++) {
            study.image(i + ".png", LlmStudy.picture(i));
        }
    }

    @Test
    void what_takes_too_long_is_told_as_that_and_the_chosen_number_stays() {
        images();
        study.execute("update llm_server set in_flight = 4");
        wire.stubFor(post(CHAT)
                .inScenario("slow")
                .whenScenarioStateIs(STARTED)
                .willReturn(good().withFixedDelay(2_500))
                .willSetStateTo("quick"));
        wire.stubFor(post(CHAT).inScenario("slow").whenScenarioStateIs("quick").willReturn(good()));
        long run = study.run(version, server, "5", Map.of());
        study.finish(run, LlmStudy.llm(database, new Llm.Tuning(8, Duration.ofMillis(20), Duration.ofSeconds(1))));
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 4L));
        assertThat(study.one("select min(said) from llm_request where state = 'lost'", String.class))
                .contains("took longer than")
                .doesNotContain("broke");
        assertThat(study.one("select in_flight from llm_server", Long.class)).isEqualTo(4);
    }

    /** A hundredth of 25 seconds an image, and of the ten minutes that are proposed for a model on one's own computer. */
    @Test
    void a_serial_server_codes_every_image_once_and_is_asked_about_none_twice() {
        images();
        try (var serial = new SlowServer(Duration.ofMillis(250))) {
            study.execute("update llm_server set base_url = '" + serial.url() + "', in_flight = "
                    + Presets.of("ollama").inFlight());
            long run = study.run(version, server, "5", Map.of());
            study.finish(run, LlmStudy.llm(database, new Llm.Tuning(8, Duration.ofMillis(20), Duration.ofSeconds(6))));
            assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 4L));
            assertThat(serial.arrivals).hasSize(4);
            assertThat(serial.mostUnderWay).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4096, ''", "20, cuts what does not fit", "4097, ''", "1000, ''"})
    void a_prompt_that_is_cut_without_a_word_stops_the_run(int counted, String told) {
        images();
        study.execute("update llm_server set in_flight = 1");
        always(okJson(completion(GOOD, null, "stop", usage(counted, 0, 5))));
        long run = study.run(version, server, "5", Map.of());
        study.finish(run);
        assertThat(study.failure(run)).contains(told);
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).hasSizeBetween(3, 4);
        assertThat(study.state(run)).isEqualTo(told.isEmpty() ? "done" : "failed");
    }

    @Test
    void how_long_without_an_answer_is_too_long_is_the_servers_setting() {
        images();
        always(aResponse().withStatus(503).withBody("Closed"));
        study.execute("update llm_server set give_up_minutes = 3");
        long run = study.run(version, server, "5", Map.of());
        study.worker(study.llm()).work(run, run + ".1.1", Duration.ofSeconds(1), () -> false);
        assertThat(study.state(run)).isNotEqualTo("failed");
        study.execute("update llm_request set sent_at = sent_at - interval '4 minutes'");
        study.execute("update llm_server set quiet_until = '-infinity'");
        study.finish(run);
        assertThat(study.failure(run)).contains("has answered nothing since");
    }

    @Test
    void what_a_run_waits_for_is_told() {
        always(good());
        long run = study.run(version, server, "5", Map.of());
        study.finish(run);
        var waiting = new RunWaiting(
                database.jdbi().onDemand(Answered.class), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3)));
        assertThat(waiting.sentence(run)).isEmpty();
        study.execute("update llm_request set state = 'sent'");
        assertThat(waiting.sentence(run)).contains("Nothing is answered yet, for 3 min", "loads its model first");
        study.execute("update llm_request set state = 'failed'");
        study.execute(
                "update run_item set outcome = null, worker = null, not_before = now() + interval '1 hour', error = 'Closed.'");
        assertThat(waiting.sentence(run)).contains("It goes on at", "Closed.");
    }
}
