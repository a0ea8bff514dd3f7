package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes over one database: limits and budgets are shared, and a dead one's work goes on elsewhere. */
class NodesTest {
    private String url;
    private Database database;
    private LlmStudy study;
    private long version;

    @BeforeEach
    void populate() {
        url = TestDb.freshUrl();
        database = Database.open(url, 30);
        World.populate(database.jdbi());
        study = new LlmStudy(database);
        version = study.publish();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Two nodes, each with threads and connections of its own. */
    private void workOnTwoNodes(long run) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        List<Callable<Object>> nodes = List.of(node(run, 1), node(run, 2));
        for (var node : pool.invokeAll(nodes)) {
            node.get();
        }
        pool.shutdown();
    }

    private Callable<Object> node(long run, int lane) {
        var llm = LlmStudy.llm(database, new Llm.Tuning(8, Duration.ofMillis(40), Duration.ofSeconds(5)));
        var worker = study.worker(llm);
        return () -> {
            var end = Instant.now().plusSeconds(60);
            while (study.state(run).matches("queued|running") && Instant.now().isBefore(end)) {
                worker.work(run, run + ".1." + lane, Duration.ofSeconds(20), () -> false);
                LlmStudy.pause();
            }
            return "";
        };
    }

    @Test
    void a_limit_of_requests_a_minute_holds_over_all_nodes() throws Exception {
        try (var slow = new SlowServer(Duration.ofMillis(5))) {
            long server = study.server(slow.url());
            study.images(40);
            // The first requests of a program arrive late, and would let those after them look crowded.
            workOnTwoNodes(study.run(version, server, "10", Map.of()));
            slow.arrivals.clear();
            study.execute("update llm_server set requests_per_minute = 600"); // one every tenth of a second
            long begun = System.nanoTime();
            workOnTwoNodes(study.run(version, server, "10", Map.of()));
            var at = slow.arrivals.stream().sorted().toList();
            assertThat(at).hasSize(40);
            for (int i = 0; i < at.size(); i++) {
                // Turns are kept in milliseconds.
                assertThat(at.get(i) - begun).as("not before its turn").isGreaterThan(i * 100_000_000L - 5_000_000L);
            }
            for (int i = 12; i < at.size(); i++) {
                assertThat(at.get(i) - at.get(i - 12)).as("twelve in a row").isGreaterThan(600_000_000L);
            }
        }
    }

    @Test
    void a_limit_of_tokens_a_minute_slows_all_nodes_down() throws Exception {
        try (var slow = new SlowServer(Duration.ofMillis(5))) {
            long server = study.server(slow.url());
            study.execute("update llm_server set tokens_per_minute = 600000"); // ten thousand a second
            study.images(40);
            var begun = Instant.now();
            workOnTwoNodes(study.run(version, server, "10", Map.of())); // 42,000 tokens
            assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(3_000));
            assertThat(slow.arrivals).hasSize(40);
        }
    }

    @Test
    void a_cap_holds_over_all_nodes_and_everything_under_way() throws Exception {
        try (var slow = new SlowServer(Duration.ofMillis(50))) {
            long server = study.server(slow.url());
            study.images(60);
            long run = study.run(version, server, "0.03", Map.of());
            workOnTwoNodes(run);
            assertThat(study.state(run)).isEqualTo("failed");
            assertThat(study.failure(run)).contains("reached its cap of $0.0300");
            assertThat(study.spent(run)).isLessThanOrEqualTo(new java.math.BigDecimal("0.03"));
            assertThat(study.outcomes(run).get("coded")).isGreaterThan(10);
            assertThat(study.one("select spent = (select sum(cost) from llm_request) from llm_budget", Boolean.class))
                    .isTrue();
        }
    }

    @Test
    void a_node_killed_in_the_middle_leaves_its_work_to_another_and_pays_twice_for_what_was_under_way_only(
            @TempDir Path data) {
        try (var slow = new SlowServer(Duration.ofMillis(500))) {
            long server = study.server(slow.url());
            study.images(120);
            long run = study.run(version, server, "10", Map.of());
            var settings = Map.of(
                    "DATABASE_URL",
                    url,
                    "CODEFRAME_DATA",
                    data.toString(),
                    "CODEFRAME_WORKERS",
                    "1",
                    "CODEFRAME_SECRET_KEY",
                    LlmStudy.SECRET,
                    "CODEFRAME_LLM_IN_FLIGHT",
                    "8");
            try (var first = Program.start(settings)) {
                first.address();
                awaitAnswers(20);
                first.kill();
            }
            try (var second = Program.start(settings)) {
                second.address();
                var end = Instant.now().plusSeconds(120);
                while (!study.state(run).equals("done") && Instant.now().isBefore(end)) {
                    LlmStudy.pause();
                }
            }
            assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 120L));
            assertThat(study.one("select count(*) from coding", Long.class)).isEqualTo(120);
            long lost = study.one("select count(*) from llm_request where state = 'lost'", Long.class);
            assertThat(lost).isBetween(1L, 8L);
            assertThat(study.one("select count(*) from llm_request where again", Long.class))
                    .isEqualTo(lost);
            assertThat(slow.arrivals.size()).isLessThanOrEqualTo(128);
            assertThat(study.one(
                            "select reserved = 0 and spent = (select sum(cost) from llm_request) from llm_budget",
                            Boolean.class))
                    .isTrue();
        }
    }

    private void awaitAnswers(int n) {
        var end = Instant.now().plusSeconds(60);
        while (study.one("select count(*) from llm_request where state = 'answered'", Long.class) < n) {
            assertThat(Instant.now()).as("waiting for answers").isBefore(end);
            LlmStudy.pause();
        }
    }
}
