package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server refuses of a batch, in its lines or as a whole, and what it is left with. */
class BatchLinesTest {
    private Database database;
    private LlmStudy study;
    private BatchServer server;
    private Llm llm;
    private long version;
    private long id;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new LlmStudy(database);
        version = study.publish();
        server = new BatchServer();
        server.patience = 1;
        id = study.server(server.url());
        study.images(10);
        llm = LlmStudy.llm(database, new Llm.Tuning(8, Duration.ofMillis(4), Duration.ofSeconds(4)));
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private long run() {
        return study.run(version, id, "10", Map.of("batch", true));
    }

    private long finished() {
        long run = run();
        study.finish(run, llm);
        return run;
    }

    private <T> T one(String sql, Class<T> type) {
        return study.one(sql, type);
    }

    private void assertBooked(long run) {
        assertThat(study.spent(run)).isEqualByComparingTo(server.charged());
        assertThat(one("select sum(cost) from llm_request", BigDecimal.class)).isEqualByComparingTo(server.charged());
        assertThat(one("select reserved from llm_budget", BigDecimal.class)).isZero();
        assertThat(one("select count(*) from llm_batch where state in ('preparing', 'sent')", Long.class))
                .isZero();
    }

    private void assertNothingLeftThere() {
        assertThat(server.files).isEmpty();
        assertThat(one("select count(*) from llm_batch where cardinality(files) > 0", Long.class))
                .isZero();
    }

    /** The first three images that are asked about are bad, each in a way of its own; the third for once. */
    private Optional<BatchServer.Said> bad(JsonNode body, Map<String, Integer> known) {
        if (body.has("seed")) {
            return Optional.of(new BatchServer.Said(
                    400, "seed", "unsupported_parameter", "Unsupported parameter: 'seed' is not supported."));
        }
        int nth = known.merge(body.path("messages").toString(), known.size(), (old, next) -> old);
        boolean again = server.asked.get(body.path("messages").toString()) > 2;
        return switch (nth) {
            case 0 -> Optional.of(new BatchServer.Said(400, "", "odd", "This picture is odd."));
            case 1 -> Optional.of(new BatchServer.Said(400, "", "content_filter", "It was filtered."));
            case 2 -> again ? Optional.empty() : Optional.of(new BatchServer.Said(500, "", "", "Out of memory."));
            default -> Optional.empty();
        };
    }

    @Test
    void a_batch_with_bad_lines_pays_each_once_and_sends_no_refused_one_again() {
        var known = new HashMap<String, Integer>();
        server.judge = body -> bad(body, known);
        long run = finished();
        assertThat(study.outcomes(run))
                .as(study.failure(run))
                .isEqualTo(Map.of("coded", 8L, "request_failed", 1L, "refused", 1L));
        assertThat(server.batches)
                .as("with a seed, without, and the one that failed")
                .hasSize(3);
        assertThat(server.asked.values()).containsExactlyInAnyOrder(2, 2, 2, 2, 2, 2, 2, 2, 2, 3);
        assertThat(one("select parameters ->> 'habits' from run", String.class)).contains("no_seed");
        assertThat(one("select error from run_item where outcome = 'request_failed'", String.class))
                .contains("status 400", "This picture is odd.", "not sent again");
        assertBooked(run);
        assertNothingLeftThere();
    }

    @Test
    void a_batch_of_which_every_line_is_refused_stops_the_run_after_one_try_each() {
        server.judge = body -> Optional.of(new BatchServer.Said(400, "", "", "The account is closed."));
        long run = finished();
        assertThat(study.failure(run)).contains("The account is closed.");
        assertThat(server.asked.values()).hasSize(10).containsOnly(1);
        assertBooked(run);
    }

    @Test
    void a_question_of_which_every_line_is_refused_stops_the_run_though_another_was_answered() {
        server.judge = body -> body.toString().contains("\"place\"")
                ? Optional.of(new BatchServer.Said(400, "", "", "This question is odd."))
                : Optional.empty();
        long run = study.run(version, id, "10", Map.of("batch", true, "split", "variable"));
        study.finish(run, llm);
        assertThat(study.failure(run)).contains("This question is odd.");
        assertThat(study.outcomes(run)).isEqualTo(Map.of("open", 10L));
        assertBooked(run);
    }

    @Test
    void what_is_left_over_of_several_batches_is_one_batch_more() {
        study.execute("update llm_server set batch_size = 4");
        var failed = new HashMap<String, Integer>();
        server.judge =
                body -> failed.merge(body.path("messages").toString(), 1, Integer::sum) == 1 && failed.size() % 4 == 1
                        ? Optional.of(new BatchServer.Said(500, "", "", "Out of memory."))
                        : Optional.empty();
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.again).as("of the 3 that failed").isEqualTo(1);
        assertBooked(run);
    }

    @Test
    void a_full_queue_is_waited_for_and_makes_batches_smaller() {
        server.queue = 6;
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(one("select batch_bears from llm_server", Integer.class)).isEqualTo(5);
        assertThat(server.asked.values()).hasSize(10).containsOnly(1);
        assertThat(one("select string_agg(failure, ' ') from llm_batch where state = 'failed'", String.class))
                .contains("queue of batches is full", "90,000 enqueued tokens");
        assertBooked(run);
        assertNothingLeftThere();
    }

    @Test
    void a_batch_for_which_another_of_ours_left_no_room_says_nothing_about_its_size() {
        study.execute("update llm_server set batch_size = 8");
        server.queue = 9;
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(one("select coalesce(batch_bears, 0) from llm_server", Integer.class))
                .isZero();
        assertBooked(run);
    }

    @Test
    void an_upload_is_tried_again_and_files_go_by_themselves_where_the_server_takes_a_day_for_that() {
        server.overloaded = 2;
        server.expires = false;
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.batches).hasSize(1);
        assertThat(one("select habit || ' ' || said from llm_habit", String.class))
                .contains("no_expiry", "expires_after");
        assertBooked(run);
    }

    @Test
    void after_a_stop_no_batch_is_left_and_what_was_done_is_paid() {
        server.patience = 1_000;
        server.keeps = true;
        long run = run();
        study.worker(llm).work(run, "1.1.1", Duration.ofSeconds(5), () -> false);
        study.execute("update run set state = 'paused'");
        llm.settleWhatIsLeft();
        assertThat(server.cancelled).as("it may be continued").isEmpty();
        study.execute("update run set state = 'cancelled'");
        llm.settleWhatIsLeft();
        llm.settleWhatIsLeft();
        assertThat(server.cancelled).containsExactly("batch-0");
        assertThat(server.charged()).isEqualByComparingTo("0.003");
        assertBooked(run);
        assertThat(server.files).isNotEmpty();
        server.keeps = false;
        llm.settleWhatIsLeft();
        assertNothingLeftThere();
    }

    @Test
    void prompts_that_are_cut_without_a_word_stop_a_run_in_batches_too() {
        server.counted = 20;
        long run = finished();
        assertThat(study.failure(run)).contains("cuts what does not fit", "start a new run");
        assertBooked(run);
    }
}
