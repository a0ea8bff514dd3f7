package codeframe.llm.run;

import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.error;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.run.Runs;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does, every image ends in one outcome, and the ledger says what it cost. */
class FaultsTest extends WiredRun {
    @Test
    void a_good_answer_becomes_codes_and_its_tokens_a_cost() {
        always(okJson(completion(Replies.GOOD, null, "stop", usage(1000, 600, 50))));
        long run = finished();
        assertCoded(run);
        var cost = new BigDecimal("0.0009"); // 400 at 1, 600 cached at 0.5, 50 at 4, by the million
        assertThat(study.spent(run)).isEqualByComparingTo(cost);
        assertThat(study.one("select cost from run_overview", BigDecimal.class)).isEqualByComparingTo(cost);
        assertThat(study.one("select reserved from llm_budget", BigDecimal.class))
                .isZero();
        assertThat(study.one("select detail -> 'answers' ->> 0 from run_item", String.class))
                .isEqualTo(Replies.GOOD);
    }

    @Test
    void what_is_sent_holds_prompt_schema_image_and_limits() {
        always(good());
        finished();
        var sent = wire.findAll(postRequestedFor(urlEqualTo(CHAT))).get(0).getBodyAsString();
        assertThat(sent)
                .contains("\"model\":\"eye\"", "\"max_tokens\":1000", "\"temperature\":0", "\"seed\":7")
                .contains("data:image/jpeg;base64,", "\"detail\":\"auto\"")
                .contains("\"json_schema\"", "\"strict\":true", "\"place\"");
    }

    @Test
    void too_many_requests_wait_as_long_as_the_server_asks() {
        first(error(429, "slow down", "rate_limit_exceeded").withHeader("Retry-After", "2"));
        var begun = Instant.now();
        long run = finished();
        assertCoded(run);
        assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(study.one("select count(*) from llm_request where state = 'failed' and cost = 0", Long.class))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"408", "409", "429", "500", "502", "503", "504", "529"})
    void what_passes_is_tried_again(int status) {
        first(aResponse().withStatus(status).withBody("<html><h1>Service Unavailable</h1></html>"));
        assertCoded(finished());
    }

    @Test
    void a_wish_to_be_left_alone_for_hours_stops_the_run_in_words() {
        always(error(429, "come back tomorrow", "rate_limit_exceeded").withHeader("Retry-After", "7200"));
        long run = finished();
        assertThat(study.state(run)).isEqualTo("failed");
        assertThat(study.failure(run)).contains("120 minutes").contains("come back tomorrow");
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad_request, refused the request with status 400",
        "401, invalid_api_key, refuses the key",
        "403, forbidden, does not allow this",
        "404, model_not_found, does not know the model",
        "429, insufficient_quota, quota is used up"
    })
    void what_does_not_pass_stops_the_run_with_the_servers_words(int status, String code, String sentence) {
        study.images(0);
        always(error(status, "These are my words", code));
        long run = finished();
        assertThat(study.state(run)).isEqualTo("failed");
        assertThat(study.failure(run)).contains(sentence).contains("These are my words");
        assertThat(study.outcomes(run)).isEqualTo(Map.of("open", 1L));
        assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT)))).hasSize(1);
        always(good());
        study.execute("update run set state = 'queued' where id = " + run);
        study.finish(run);
        assertCoded(run);
    }

    @Test
    void an_image_that_is_refused_among_others_ends_without_codes_and_three_in_a_row_stop_the_run() {
        for (int i = 2; i <= 6; i++) {
            study.image(i + ".png", LlmStudy.picture(i));
        }
        oneAtATime();
        // Slow enough for what came before to be noted.
        var odd = error(400, "This picture is odd", "odd").withFixedDelay(150);
        inTurn(good(), odd, good(), odd, odd, odd, odd, good());
        long run = finished();
        assertThat(study.failure(run)).contains("refused the request with status 400", "This picture is odd");
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 2L, "request_failed", 3L, "open", 1L));
        assertThat(study.one("select max(error) from run_item", String.class)).contains("This picture is odd");
        database.jdbi().useExtension(Runs.class, runs -> runs.proceed(1, run));
        study.finish(run);
        assertThat(study.outcomes(run))
                .as("Continue leaves it behind")
                .isEqualTo(Map.of("coded", 2L, "request_failed", 4L));
    }

    @Test
    void a_question_that_is_refused_of_every_image_stops_the_run_though_another_is_answered() {
        for (int i = 2; i <= 6; i++) {
            study.image(i + ".png", LlmStudy.picture(i));
        }
        oneAtATime();
        always(Replies.saying("{\"kind\":\"a\"}"));
        var odd = error(400, "This question is odd", "odd").withFixedDelay(150);
        wire.stubFor(place().willReturn(odd));
        long run = finished(Map.of("split", "variable"));
        assertThat(study.failure(run)).contains("This question is odd");
        assertThat(study.outcomes(run)).as("never answered").isEqualTo(Map.of("open", 6L));

        wire.stubFor(place().inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(Replies.saying("{\"place\":\"outside\"}").withFixedDelay(150))
                .willSetStateTo("odd"));
        wire.stubFor(place().inScenario(scenario).whenScenarioStateIs("odd").willReturn(odd));
        database.jdbi().useExtension(Runs.class, runs -> runs.proceed(1, run));
        study.finish(run);
        assertThat(study.failure(run)).contains("This question is odd");
        assertThat(study.outcomes(run))
                .as("answered once")
                .isEqualTo(Map.of("coded", 1L, "request_failed", 2L, "open", 3L));
    }

    private static MappingBuilder place() {
        return post(CHAT).withRequestBody(containing("\"place\""));
    }

    /** Replies one after the other; the last is not repeated. */
    private void inTurn(ResponseDefinitionBuilder... replies) {
        for (int i = 0; i < replies.length; i++) {
            wire.stubFor(post(CHAT)
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? STARTED : "turn " + i)
                    .willReturn(replies[i])
                    .willSetStateTo("turn " + (i + 1)));
        }
    }

    @Test
    void a_redirect_stops_the_run_and_is_not_followed() {
        wire.stubFor(post("/elsewhere").willReturn(good()));
        always(aResponse().withStatus(307).withHeader("Location", wire.baseUrl() + "/elsewhere"));
        long run = finished();
        assertThat(study.failure(run)).contains("redirects are not followed");
        assertThat(wire.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_is_tried_again_and_counts_at_the_most_it_can_have_cost(Fault fault) {
        first(aResponse().withFault(fault));
        long run = finished();
        assertCoded(run);
        assertThat(study.one("select state from llm_request order by id limit 1", String.class))
                .isEqualTo("lost");
        assertThat(study.one("select cost = reserved and cost > 0 from llm_request order by id limit 1", Boolean.class))
                .isTrue();
        assertThat(study.one("select again from llm_request order by id desc limit 1", Boolean.class))
                .isTrue();
    }

    @Test
    void a_server_that_takes_too_long_is_asked_again() {
        first(good().withFixedDelay(7_000));
        assertCoded(finished());
    }

    @Test
    void a_server_that_dribbles_does_not_hold_the_run_up() {
        first(good().withChunkedDribbleDelay(20, 60_000));
        var begun = Instant.now();
        assertCoded(finished());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void an_empty_reply_is_asked_again() {
        first(aResponse().withStatus(200).withBody(""));
        assertCoded(finished());
    }

    @Test
    void a_reply_cut_in_the_middle_is_asked_again() {
        var whole = completion(Replies.GOOD, null, "stop", usage(10, 0, 5));
        first(okJson(whole.substring(0, whole.length() / 2)));
        assertCoded(finished());
    }

    @Test
    void a_server_that_speaks_html_stops_the_run() {
        always(aResponse().withStatus(200).withBody("<!DOCTYPE html><html><body>Welcome</body></html>"));
        long run = finished();
        assertThat(study.failure(run)).contains("A web page answers at this address");
        assertThat(study.spent(run)).isZero();
    }

    @Test
    void an_image_that_fails_again_and_again_is_left_with_its_status_and_can_be_retried() {
        always(error(500, "out of memory", "server_error"));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("request_failed", 1L));
        assertThat(told(run)).contains("After 6 tries").contains("status 500").contains("out of memory");
        always(good());
        var runs = database.jdbi().onDemand(codeframe.run.Runs.class);
        assertThat(runs.retry(1, run, "request_failed", false)).isEqualTo(1);
        study.finish(run);
        assertCoded(run);
    }
}
