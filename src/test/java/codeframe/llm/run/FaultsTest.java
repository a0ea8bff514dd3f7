package codeframe.llm.run;

import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.error;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.saying;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does, every image ends in one outcome, and the ledger says what it cost. */
class FaultsTest {
    private static final String CHAT = "/v1/chat/completions";
    private static WireMockServer wire;

    private Database database;
    private LlmStudy study;
    private long version;
    private long server;

    @BeforeAll
    static void start() {
        wire = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(40));
        wire.start();
    }

    @AfterAll
    static void stop() {
        wire.stop();
    }

    @BeforeEach
    void populate() {
        wire.resetAll();
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new LlmStudy(database);
        version = study.publish();
        server = study.server(wire.baseUrl() + "/v1");
        study.images(1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void always(ResponseDefinitionBuilder reply) {
        wire.stubFor(post(CHAT).willReturn(reply));
    }

    private static void first(ResponseDefinitionBuilder bad) {
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(bad)
                .willSetStateTo("well"));
        wire.stubFor(post(CHAT).inScenario("s").whenScenarioStateIs("well").willReturn(good()));
    }

    private long finished() {
        return finished(Map.of());
    }

    private long finished(Map<String, Object> parameters) {
        long run = study.run(version, server, "10", parameters);
        study.finish(run);
        return run;
    }

    private String told(long run) {
        return study.one("select coalesce(error, '') from run_item where run_id = " + run + " limit 1", String.class);
    }

    private void assertCoded(long run) {
        assertThat(study.outcomes(run)).as(told(run)).isEqualTo(Map.of("coded", 1L));
        assertThat(study.one("select string_agg(value, ',' order by variable) from code", String.class))
                .isEqualTo("a,outside");
    }

    @Test
    void a_good_answer_becomes_codes_and_its_tokens_a_cost() {
        always(okJson(completion(Replies.GOOD, null, "stop", usage(1000, 600, 50))));
        long run = finished();
        assertCoded(run);
        var cost = new BigDecimal("0.0009"); // 400 at 1, 600 cached at 0.5, 50 at 4, by the million
        assertThat(study.spent(run)).isEqualByComparingTo(cost);
        assertThat(study.one("select cost from run_item", BigDecimal.class)).isEqualByComparingTo(cost);
        assertThat(study.one("select cost from run", BigDecimal.class)).isEqualByComparingTo(cost);
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
        first(good().withFixedDelay(4_000));
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
        assertThat(runs.retry(1, run, "request_failed")).isEqualTo(1);
        study.finish(run);
        assertCoded(run);
    }

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
        study.images(0);
        study.image("2.png", LlmStudy.picture(2));
        study.image("3.png", LlmStudy.picture(3));
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(okJson(completion(null, "I will not.", "stop", usage(10, 0, 5))))
                .willSetStateTo("2"));
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs("2")
                .willReturn(okJson(completion("", null, "content_filter", usage(10, 0, 0))))
                .willSetStateTo("3"));
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs("3")
                .willReturn(okJson(completion("{\"kind\":", null, "length", usage(10, 0, 1000)))));
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
        assertThat(study.one("select usage_reported from llm_request", Boolean.class))
                .isFalse();
    }

    @Test
    void of_several_samples_the_most_frequent_answer_is_taken_with_its_share() {
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(saying("{\"kind\":\"b\",\"place\":\"outside\"}"))
                .willSetStateTo("2"));
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs("2")
                .willReturn(saying("{\"kind\":\"a\",\"place\":\"inside\"}"))
                .willSetStateTo("3"));
        wire.stubFor(post(CHAT)
                .inScenario("s")
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
        wire.stubFor(post(CHAT)
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(saying("{\"kind\":\"a\"}"))
                .willSetStateTo("2"));
        wire.stubFor(post(CHAT).inScenario("s").whenScenarioStateIs("2").willReturn(saying("{\"place\":\"outside\"}")));
        assertCoded(finished(Map.of("split", "variable")));
        assertThat(study.one("select count(*) from llm_request", Long.class)).isEqualTo(2);
    }
}
