package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How near to a server's own speed a run comes, and that memory does not grow with its length. */
@Tag("bench")
class RequestRateBenchTest {
    private static final int IMAGES = Integer.getInteger("bench.images", 5_000);
    private static final int IN_FLIGHT = 16;
    private static final Duration LATENCY = Duration.ofMillis(300);

    @Test
    void sixteen_in_flight_come_near_to_the_possible_rate_with_a_flat_memory_line() {
        try (var app = TestApp.start();
                var slow = new SlowServer(LATENCY)) {
            var study = new LlmStudy(app.database);
            long version = study.publish();
            study.images(IMAGES);
            long server = study.server(slow.url());
            study.execute("update llm_server set in_flight = " + IN_FLIGHT);
            study.execute("analyze");
            long run = study.run(version, server, "1000", Map.of());
            var statements = new Statements();
            app.database.jdbi().setSqlLogger(statements);
            var used = new ArrayList<Long>();
            while (!study.state(run).equals("done")) {
                used.add(memory());
                sleep();
            }
            var at = slow.arrivals.stream().sorted().toList();
            double seconds = (at.get(at.size() - 1) - at.get(0)) / 1e9 + LATENCY.toMillis() / 1e3;
            double rate = IMAGES / seconds;
            double possible = IN_FLIGHT * 1e3 / LATENCY.toMillis();
            System.out.printf(
                    Locale.ROOT,
                    "%d images in %.1f s: %.1f a second of %.1f possible (%.1f %%); %.1f statements an image; memory %s MB%n",
                    IMAGES,
                    seconds,
                    rate,
                    possible,
                    100 * rate / possible,
                    (double) statements.count.sum() / IMAGES,
                    used);
            assertThat(slow.mostUnderWay.get()).isLessThanOrEqualTo(IN_FLIGHT);
            assertThat(rate / possible).isGreaterThanOrEqualTo(0.9);
            long early = used.get(used.size() / 4);
            assertThat(used.get(used.size() - 1)).isLessThan(early + 60);
        }
    }

    /** Counts what is asked of the database, by whomever. */
    private static final class Statements implements SqlLogger {
        private final LongAdder count = new LongAdder();

        @Override
        public void logAfterExecution(StatementContext context) {
            count.increment();
        }
    }

    /** What is left after the garbage is gone, in megabytes. */
    private static long memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
