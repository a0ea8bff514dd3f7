package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.run.Runs;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Dollars;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run on a server with moods: workers are taken for dead and answer late, the run stops at its cap and goes on with a
 * higher one, its price is edited, its images are coded a second time. At every moment it is within its cap; in the end
 * page, API, both files of the ledger and the export of codes name the same sum.
 */
class OneBillTest {
    private TestApp app;
    private LlmStudy study;
    private long run;
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @BeforeEach
    void start() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "1", "CODEFRAME_SECRET_KEY", LlmStudy.SECRET));
        study = new LlmStudy(app.database);
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        app.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everything_that_tells_what_a_run_cost_tells_the_same(long seed) throws Exception {
        try (var server = new MoodyServer(seed)) {
            long version = study.publish();
            study.images(14);
            run = study.run(version, study.server(server.url()), "0.02", Map.of("max_tokens", 200));
            var over = new AtomicBoolean();
            var watch = pool.submit(() -> watch(over));
            finish();
            app.jdbi().onDemand(Runs.class).retry(1, run, "coded", false);
            finish();
            over.set(true);
            watch.get();
        }
        assertThat(study.outcomes(run)).doesNotContainKey("open");
        assertOneSum();
    }

    /** Three workers of which two believe the other dead; at the cap there is more money, at another price. */
    private void finish() throws Exception {
        int price = 2;
        while (!study.state(run).equals("done")) {
            var lanes = List.of("a", "a", "b").stream()
                    .map(lane -> pool.submit(() -> work(lane)))
                    .toList();
            for (var lane : lanes) {
                lane.get();
            }
            if (study.state(run).equals("failed")) {
                study.execute("update llm_budget set cap = cap + 0.01");
                study.execute("update llm_price set input = " + price++);
                study.execute("update run set state = 'queued', starts = starts + 1, failure = null");
            }
        }
        while (study.one("select count(*) from llm_request where state = 'sent'", Long.class) > 0) {
            LlmStudy.pause();
        }
    }

    private Object work(String lane) {
        LlmStudy.pause((int) (Math.random() * 300));
        return study.worker(study.llm()).work(run, run + "." + lane, Duration.ofSeconds(2), () -> false);
    }

    private Object watch(AtomicBoolean over) {
        while (!over.get()) {
            boolean right = study.one("""
                    select coalesce(bool_and(b.spent + b.reserved <= b.cap and b.spent = q.cost and b.reserved = q.reserved), true)
                    from llm_budget b
                    cross join lateral (
                        select coalesce(sum(cost), 0) as cost,
                               coalesce(sum(reserved) filter (where state = 'sent'), 0) as reserved
                        from llm_request where run_id = b.run_id) as q
                    """, Boolean.class);
            assertThat(right).isTrue();
            LlmStudy.pause();
        }
        return "";
    }

    private void assertOneSum() {
        var sum = study.one("select sum(cost) from llm_request", BigDecimal.class);
        assertThat(study.spent(run)).isEqualByComparingTo(sum);
        assertThat(study.one(ChargesTest.LINES_ADD_UP, Boolean.class)).isTrue();
        var text = Dollars.text(sum);
        var ona = app.browser(World.ONA);
        assertThat(ona.get("/projects/1/runs/" + run).body()).contains(text);
        assertThat(ona.get("/projects/1/llm/costs").body()).contains(text);
        assertThat(app.api(World.ONA)
                        .json("/api/v1/projects/1/runs/" + run)
                        .path("cost")
                        .decimalValue())
                .isEqualByComparingTo(sum);
        assertThat(cells("/projects/1/runs/" + run + "/requests.csv", row -> true))
                .isEqualByComparingTo(sum);
        assertThat(cells("/projects/1/llm/costs/requests.csv", row -> true)).isEqualByComparingTo(sum);
        for (var of : List.of("project", "run", "month")) {
            assertThat(cells(
                            "/projects/1/llm/costs/totals.csv",
                            row -> row.getField("total_of").equals(of)))
                    .as(of)
                    .isEqualByComparingTo(sum);
        }
        assertThat(cells("/projects/1/exports/table?form=wide", row -> true)).isEqualByComparingTo(sum);
    }

    private BigDecimal cells(String path, Predicate<NamedCsvRecord> which) {
        return CsvReader.builder()
                .ofNamedCsvRecord(app.browser(World.ONA).get(path).body())
                .stream()
                .filter(which)
                .map(row -> row.getField("cost_usd"))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
