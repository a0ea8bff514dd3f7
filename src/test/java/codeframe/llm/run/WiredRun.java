package codeframe.llm.run;

import static codeframe.llm.run.Replies.good;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A run over one image, on a server whose replies are set by each test. */
abstract class WiredRun {
    static final String CHAT = "/v1/chat/completions";
    static WireMockServer wire;

    /** Of each test its own: what the server notes after an answer may come when the next test has begun. */
    final String scenario = UUID.randomUUID().toString();

    Database database;
    LlmStudy study;
    long version;
    long server;

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

    static void always(ResponseDefinitionBuilder reply) {
        wire.stubFor(post(CHAT).willReturn(reply));
    }

    /** For replies in an order: requests that go out together could meet the same one, or none between two. */
    void oneAtATime() {
        database.jdbi().useHandle(handle -> handle.execute("update llm_server set in_flight = 1"));
    }

    void first(ResponseDefinitionBuilder bad) {
        oneAtATime();
        wire.stubFor(post(CHAT)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willReturn(bad)
                .willSetStateTo("well"));
        wire.stubFor(post(CHAT).inScenario(scenario).whenScenarioStateIs("well").willReturn(good()));
    }

    long finished() {
        return finished(Map.of());
    }

    long finished(Map<String, Object> parameters) {
        long run = study.run(version, server, "10", parameters);
        study.finish(run);
        return run;
    }

    String told(long run) {
        return study.one("select coalesce(error, '') from run_item where run_id = " + run + " limit 1", String.class);
    }

    void assertCoded(long run) {
        assertThat(study.outcomes(run)).as(told(run)).isEqualTo(Map.of("coded", 1L));
        assertThat(study.one("select string_agg(value, ',' order by variable) from code", String.class))
                .isEqualTo("a,outside");
    }
}
