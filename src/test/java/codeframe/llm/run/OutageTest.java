package codeframe.llm.run;

import static codeframe.llm.run.Replies.completion;
import static codeframe.llm.run.Replies.error;
import static codeframe.llm.run.Replies.good;
import static codeframe.llm.run.Replies.usage;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.run.Runs;
import codeframe.testing.MovedClock;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is out of order for a while costs time; a reply without an answer what it says it cost. */
class OutageTest extends WiredRun {
    private static final Duration LONG = Duration.ofSeconds(20);

    private void badFor(int requests, ResponseDefinitionBuilder bad) {
        for (int i = 0; i < requests; i++) {
            wire.stubFor(post(CHAT)
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? STARTED : "bad " + i)
                    .willReturn(bad)
                    .willSetStateTo("bad " + (i + 1)));
        }
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("bad " + requests)
                .willReturn(good()));
    }

    private static long served(int status) {
        return wire.getAllServeEvents().stream()
                .filter(event -> event.getResponse().getStatus() == status)
                .count();
    }

    private void threeImages() {
        for (int i = 2; i <= 3; i++) {
            study.image(i + ".png", LlmStudy.picture(i));
        }
    }

    @Test
    void an_outage_ends_no_run_gives_no_image_up_and_costs_nothing() {
        threeImages();
        badFor(21, aResponse().withStatus(503).withBody("Service Unavailable"));
        long run = finished();
        assertThat(study.failure(run)).isEmpty();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
        // Requests at the same moment may meet the same reply: as many are noted as the server gave.
        assertThat(study.one("select count(*) from llm_request where state = 'failed' and cost = 0", Long.class))
                .isGreaterThanOrEqualTo(21)
                .isEqualTo(served(503));
        assertThat(study.one("select count(*) from llm_request where state = 'answered'", Long.class))
                .isEqualTo(3);
    }

    @Test
    void the_last_image_of_a_run_waits_for_a_server_that_is_away_as_long_as_many_do() {
        badFor(9, aResponse().withStatus(503).withBody("Service Unavailable"));
        long run = finished();
        assertCoded(run);
        assertThat(served(503)).isEqualTo(9);
    }

    @Test
    void the_last_image_is_given_up_where_the_server_breaks_over_it() {
        badFor(9, aResponse().withStatus(500).withBody("This picture breaks me"));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("request_failed", 1L));
        assertThat(served(500)).isEqualTo(6);
    }

    @Test
    void the_last_image_is_given_up_where_asking_about_it_costs() {
        var away = Map.of("error", Map.of("message", "Upstream is away", "code", 502), "usage", usage(1000, 0, 50));
        badFor(9, okJson(Json.of(away).text()));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("request_failed", 1L));
        assertThat(study.spent(run)).as("six tries").isEqualByComparingTo("0.0072");
    }

    @Test
    void the_last_image_is_given_up_where_the_server_answers_others_meanwhile() {
        badFor(9, aResponse().withStatus(503).withBody("Service Unavailable"));
        study.execute("""
                insert into llm_request (project_id, server_id, model, purpose, state, reserved, expected_tokens, sent_at)
                values (1, %d, 'eye', 'try', 'answered', 0, 1, now() + interval '1 hour')""".formatted(server));
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("request_failed", 1L));
        assertThat(served(503)).isEqualTo(6);
    }

    @Test
    void three_minutes_of_outage_in_the_middle_of_a_run_cost_nothing_but_time() {
        threeImages();
        study.image("4.png", LlmStudy.picture(4));
        study.image("5.png", LlmStudy.picture(5));
        oneAtATime();
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(good())
                .willSetStateTo("away"));
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs("away")
                .willReturn(aResponse().withStatus(503).withBody("Service Unavailable")));
        var clock = new MovedClock();
        var begun = clock.instant();
        var worker = study.worker(LlmStudy.llm(database, new Llm.Tuning(8, Duration.ofMillis(40), LONG), clock), clock);
        long run = study.run(version, server, "10", Map.of());
        worker.work(run, run + ".1.1", LONG, () -> false);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 1L, "open", 4L));
        clock.move(Duration.ofMinutes(1));
        while (study.state(run).equals("running") && clock.instant().isBefore(begun.plusSeconds(600))) {
            if (clock.instant().isAfter(begun.plusSeconds(180))) {
                always(good());
            }
            worker.work(run, run + ".1.1", LONG, () -> false);
            var quiet = study.one("select greatest(quiet_until, '1970-01-01') from llm_server", Instant.class);
            clock.move(quiet.isAfter(clock.instant()) ? Duration.between(clock.instant(), quiet) : LONG);
        }
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", 5L));
        assertThat(clock.instant()).isBetween(begun.plusSeconds(180), begun.plusSeconds(300));
        assertThat(study.one("select count(*) from llm_request where state = 'answered'", Long.class))
                .isEqualTo(5);
        assertThat(study.spent(run)).isEqualByComparingTo("0.006");
    }

    @Test
    void a_run_gives_up_when_nothing_was_answered_for_an_hour_and_says_since_when() {
        threeImages();
        wire.stubFor(post(CHAT).willReturn(aResponse().withStatus(503).withBody("Closed")));
        long run = study.run(version, server, "10", Map.of());
        study.worker(study.llm()).work(run, run + ".1.1", Duration.ofSeconds(2), () -> false);
        assertThat(study.state(run)).isNotEqualTo("failed");
        study.execute("update llm_request set sent_at = sent_at - interval '61 minutes'");
        study.execute("update llm_server set quiet_until = '-infinity'");
        study.finish(run);
        assertThat(study.failure(run)).contains("has answered nothing since", "Closed", "Continue the run");

        study.execute("update llm_server set quiet_until = '-infinity'");
        study.execute("update run_item set not_before = null");
        database.jdbi().onDemand(Runs.class).proceed(1, run);
        study.worker(study.llm()).work(run, run + ".2.1", Duration.ofSeconds(2), () -> false);
        assertThat(study.state(run)).as("an hour of its own again").isNotEqualTo("failed");
    }

    @Test
    void an_image_that_had_to_wait_often_is_not_given_up_at_its_first_failure() {
        oneAtATime();
        for (int i = 0; i < 9; i++) {
            wire.stubFor(post(CHAT)
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? STARTED : "bad " + i)
                    .willReturn(
                            i < 8
                                    ? error(429, "Please try again in 20ms.", "rate_limit_exceeded")
                                    : aResponse().withStatus(503))
                    .willSetStateTo("bad " + (i + 1)));
        }
        wire.stubFor(
                post(CHAT).inScenario(scenario).whenScenarioStateIs("bad 9").willReturn(good()));
        assertCoded(finished());
    }

    @Test
    void images_that_always_fail_are_given_up_when_nothing_else_is_left() {
        threeImages();
        wire.stubFor(post(CHAT).willReturn(aResponse().withStatus(503).withBody("Closed")));
        long run = study.run(version, server, "10", Map.of());
        study.worker(study.llm()).work(run, run + ".1.1", Duration.ofSeconds(2), () -> false);
        study.execute("""
                insert into llm_request (project_id, server_id, model, purpose, run_id, image_id, state, reserved,
                                         expected_tokens, status, sent_at)
                select project_id, server_id, model, purpose, run_id, image_id, 'failed', 0, 1, status, sent_at
                from llm_request, generate_series(1, 6) where state = 'failed'""");
        study.execute("""
                update llm_request set state = 'answered', answer = '{}', step = 9
                where id = (select min(id) from llm_request where state = 'failed')""");
        study.execute("update llm_request set sent_at = sent_at - interval '61 minutes'");
        study.execute("update llm_server set quiet_until = '-infinity'");
        study.execute("update run_item set not_before = null");
        study.finish(run);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("request_failed", 3L));
        assertThat(study.failure(run)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exceeded_current_quota_error | Your account is suspended, please check your plan.",
                "insufficient_quota | You exceeded your current quota."
            })
    void a_quota_that_is_used_up_stops_the_run_whatever_its_code(String code, String words) {
        wire.stubFor(post(CHAT).willReturn(error(429, words, code)));
        assertThat(study.failure(finished())).contains("quota is used up");
    }

    @Test
    void busy_is_no_failure_however_often() {
        oneAtATime();
        badFor(9, error(429, "Please try again in 20ms.", "rate_limit_exceeded"));
        assertCoded(finished());
    }

    @Test
    void a_quota_of_this_minute_is_not_used_up() {
        badFor(1, error(429, "Quota exceeded per minute. Please try again in 20ms.", "quota_exceeded"));
        assertCoded(finished());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0 | {\"choices\": []}",
                "0 | {\"error\": {\"message\": \"Upstream is away\", \"code\": 502}}",
                "0 | {\"choices\": [{\"error\": {\"message\": \"Upstream is away\"}, \"message\": {\"content\": \"\"}}]}",
                "0.0012 | {\"choices\": [], \"usage\": {\"prompt_tokens\": 1000, \"completion_tokens\": 50}}",
                "0.0012 | {\"error\": \"Upstream is away\", \"usage\": {\"prompt_tokens\": 1000, \"completion_tokens\": 50}}"
            })
    void a_reply_without_an_answer_costs_what_its_usage_says(BigDecimal cost, String reply) {
        badFor(1, okJson(reply));
        long run = finished();
        assertCoded(run);
        assertThat(study.one("select cost from llm_request order by id limit 1", BigDecimal.class))
                .isEqualByComparingTo(cost);
        assertThat(study.one("select said from llm_request order by id limit 1", String.class))
                .contains(reply.contains("away") ? "Upstream is away" : "holds no answer");
        var sum = study.one("select sum(cost) from llm_request", BigDecimal.class);
        assertThat(study.spent(run)).as("budget").isEqualByComparingTo(sum);
        assertThat(study.one("select cost from run_overview", BigDecimal.class))
                .as("page and API")
                .isEqualByComparingTo(sum);
        assertThat(study.one("select reserved from llm_budget", BigDecimal.class))
                .isZero();
    }

    @Test
    void an_error_inside_a_reply_follows_the_rules_of_its_status() {
        var body = Map.of("error", Map.of("message", "No credits", "code", 402), "usage", usage(10, 0, 5));
        always(okJson(Json.of(body).text()));
        long run = finished();
        assertThat(study.failure(run)).contains("quota is used up", "No credits");
        assertThat(study.spent(run)).isEqualByComparingTo("0.00003");
        always(okJson(completion(Replies.GOOD, null, "stop", usage(10, 0, 5))));
        study.execute("update run set state = 'queued' where id = " + run);
        study.finish(run);
        assertCoded(run);
    }
}
