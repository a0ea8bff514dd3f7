package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests of a batch cost, and what becomes of the money set aside for a batch that does not come about. */
class BatchChargesTest {
    private static final String RESERVED = "select reserved from llm_budget";

    private TestApp app;
    private LlmStudy study;
    private BatchServer server;
    private long version;
    private long id;

    @BeforeEach
    void populate() {
        app = TestApp.start(Map.of("CODEFRAME_WORKERS", "1"));
        study = new LlmStudy(app.database);
        version = study.publish();
        server = new BatchServer();
        id = study.server(server.url());
        study.images(3);
    }

    @AfterEach
    void close() {
        server.close();
        app.close();
    }

    private long run(String cap) {
        return study.run(version, id, cap, Map.of("batch", true));
    }

    private void once(long run) {
        study.worker(study.llm()).work(run, "1.1.1", Duration.ofSeconds(5), () -> false);
    }

    @Test
    void a_batch_costs_what_it_cost_on_the_day_it_was_handed_over() {
        server.patience = 1_000;
        long run = run("1");
        once(run);
        study.execute("update llm_price set input = 900, batch_factor = 1");
        server.patience = 0;
        study.finish(run);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
        assertThat(study.spent(run)).isEqualByComparingTo("0.0018");
        assertThat(study.one(ChargesTest.LINES_ADD_UP, Boolean.class)).isTrue();
    }

    @Test
    void a_try_before_a_batch_is_sent_alone_and_costs_the_full_price() {
        var wire = new SlowServer(Duration.ofMillis(5));
        study.execute("update llm_server set base_url = '" + wire.url() + "'");
        app.browser(World.ONA)
                .post(
                        "/projects/1/llm/runs/try",
                        "server=" + id
                                + "&model=eye&variables=kind&edge=512&max_tokens=100&samples=1&seed=5&temperature=0&batch=true");
        wire.close();
        assertThat(study.one("select count(*) from llm_request where purpose = 'try'", Long.class))
                .isEqualTo(3);
        assertThat(study.one("select sum(cost) from llm_request", BigDecimal.class))
                .isEqualByComparingTo("0.0036");
        assertThat(study.one(ChargesTest.LINES_ADD_UP, Boolean.class)).isTrue();
    }

    @Test
    void what_goes_with_the_next_batch_because_it_was_lost_says_so() {
        server.mumbling = 1;
        long run = run("1");
        study.finish(run);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 3L));
        assertThat(study.one("select count(*) from llm_request where state = 'lost'", Long.class))
                .isEqualTo(1);
        assertThat(study.one("select count(*) from llm_request where again", Long.class))
                .isEqualTo(1);
    }

    /** The last image is so large that its request alone may cost more than the cap. */
    @Test
    void a_batch_that_stops_at_the_cap_half_made_leaves_nothing_set_aside() {
        study.image("large.png", LlmStudy.picture(4, 2_000, 2_000));
        var most = study.run(version, id, "1", Map.of("batch", true, "max_tokens", 16, "edge", 2000));
        server.patience = 1_000;
        once(most);
        var each = study.one("select max(reserved) from llm_request", BigDecimal.class);
        long run = study.run(
                version,
                id,
                each.subtract(new BigDecimal("0.0001")).toPlainString(),
                Map.of("batch", true, "max_tokens", 16, "edge", 2000));
        study.worker(study.llm()).work(run, run + ".1.1", Duration.ofSeconds(5), () -> false);
        assertThat(study.failure(run)).contains("reached its cap");
        assertThat(study.one("select count(*) from llm_request where run_id = " + run, Long.class))
                .isPositive();
        assertThat(study.one(RESERVED + " where run_id = " + run, BigDecimal.class))
                .isZero();
        assertThat(server.batches).hasSize(1);
    }

    @Test
    void a_cancelled_runs_batch_that_never_left_gives_its_money_back() {
        server.patience = 1_000;
        long run = run("1");
        once(run);
        study.execute("update llm_batch set state = 'preparing', remote_id = null");
        server.batches.clear();
        study.execute("update run set state = 'cancelled'");
        study.llm().settleWhatIsLeft();
        assertThat(study.one(RESERVED, BigDecimal.class)).isPositive();
        study.execute("update llm_batch set created_at = created_at - interval '16 minutes'");
        study.llm().settleWhatIsLeft();
        assertThat(study.one(RESERVED, BigDecimal.class)).isZero();
        assertThat(study.spent(run)).isZero();
    }

    /** Beyond the request whose line of errors is left, nobody knows what was done. */
    @Test
    void answers_that_are_gone_count_at_the_most_and_their_images_go_with_the_next_batch() {
        server.patience = 1_000;
        server.failing = 0;
        long run = run("1");
        once(run);
        server.finish(server.batches.get("batch-0"), "completed");
        server.files.remove(server.batches.get("batch-0").get("output_file_id"));
        server.patience = 0;
        study.finish(run);
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", 3L));
        assertThat(study.one("select count(*) from llm_request where state = 'lost'", Long.class))
                .isEqualTo(2);
        assertThat(study.one("select bool_and(cost = reserved) from llm_request where state = 'lost'", Boolean.class))
                .isTrue();
        assertThat(study.one(RESERVED, BigDecimal.class)).isZero();
        assertThat(server.files).isEmpty();
    }

    @Test
    void a_batch_that_the_server_forgot_is_not_held_for_ever() {
        server.patience = 1_000;
        long run = run("1");
        once(run);
        server.batches.clear();
        study.execute("update run set state = 'paused'");
        study.execute("update llm_batch set looked_at = null");
        study.llm().settleWhatIsLeft();
        assertThat(study.one(RESERVED, BigDecimal.class)).isZero();
        assertThat(study.spent(run)).isPositive();
        assertThat(study.one("select failure from llm_batch", String.class)).contains("does not know the batch");
        study.execute("update run set state = 'running'");
        server.patience = 0;
        study.finish(run);
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", 3L));
    }

    @Test
    void one_batch_that_cannot_be_settled_does_not_hold_the_next_up() {
        server.patience = 1_000;
        long first = run("1");
        once(first);
        long second = run("1");
        study.worker(study.llm()).work(second, "2.1.1", Duration.ofSeconds(5), () -> false);
        study.execute("update run set state = 'cancelled'");
        study.execute("update run set model = 'unpriced' where id = " + first);
        study.llm().settleWhatIsLeft();
        assertThat(server.cancelled).containsExactly("batch-1");
    }
}
