package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Unit;
import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests handed over together end as those that are asked one by one. */
class BatchesTest {
    private static final Map<String, Object> IN_BATCHES = Map.of("batch", true);

    private Database database;
    private LlmStudy study;
    private BatchServer server;
    private long version;
    private long id;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new LlmStudy(database);
        version = study.publish();
        server = new BatchServer();
        id = study.server(server.url());
        study.images(10);
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private long finished() {
        long run = study.run(version, id, "10", IN_BATCHES);
        study.finish(run);
        return run;
    }

    @Test
    void a_batch_codes_every_image_at_half_the_price() {
        long run = finished();
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(study.one("select count(*) from code where value = 'outside'", Long.class))
                .isEqualTo(10);
        assertThat(study.spent(run)).isEqualByComparingTo(new BigDecimal("0.006")); // half of 10 times 0.0012
        assertThat(study.one("select cost from run_overview", BigDecimal.class))
                .isEqualByComparingTo(new BigDecimal("0.006"));
        assertThat(server.batches).hasSize(1);
        assertThat(study.one("select reserved from llm_budget", BigDecimal.class))
                .isZero();
    }

    @Test
    void a_batch_of_posts_sends_each_with_all_its_pictures_and_codes_its_lead() {
        study.execute("""
                insert into post (id, project_id, external_id) overriding system value values (101, 1, 'p1'), (102, 1, 'p2');
                update image set post_id = 101, position = 4 - id where id between 1 and 3;
                update image set post_id = 102, position = id where id between 4 and 5;
                update post set lead_id = case id when 101 then 1 else 4 end""");
        long run = study.run(version, id, "10", IN_BATCHES, Unit.POST);
        study.finish(run);
        assertThat(study.outcomes(run))
                .as(study.one("select string_agg(error, '; ') from run_item", String.class))
                .isEqualTo(Map.of("coded", 2L));
        assertThat(study.one("select string_agg(distinct image_id::text, ',') from code", String.class))
                .isEqualTo("1,4");
        assertThat(server.batches).hasSize(1);
        assertThat(server.asked.keySet().stream().map(asked -> asked.split("data:image", -1).length - 1))
                .as("pictures of each request")
                .containsExactlyInAnyOrder(3, 2);
        assertThat(study.one(
                        "select string_agg(sent_images::text, ' ' order by image_id) from llm_request", String.class))
                .as("in the order of the post")
                .isEqualTo("{3,2,1} {4,5}");
        assertThat(study.spent(run)).as("two answers at half the price").isEqualByComparingTo("0.0012");
    }

    @Test
    void a_batch_whose_hand_over_broke_off_is_found_again_and_not_paid_twice() {
        server.others = 100;
        server.silentOnce = true;
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.batches).hasSize(1);
        assertThat(study.one("select count(*) from llm_request", Long.class)).isEqualTo(10);
    }

    @Test
    void a_batch_made_behind_an_error_of_the_server_is_found_again_and_one_that_was_not_is_made_again() {
        server.unable = 503;
        server.confused = 500;
        long run = finished();
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.batches).hasSize(1);
        assertThat(study.one("select count(*) from llm_batch where state = 'failed'", Long.class))
                .isEqualTo(1);
        assertThat(study.one("select reserved from llm_budget", BigDecimal.class))
                .isZero();
        assertThat(study.spent(run)).isEqualByComparingTo(server.charged());
    }

    @Test
    void another_worker_collects_what_a_dead_one_handed_over() {
        long run = study.run(version, id, "10", IN_BATCHES);
        server.patience = 1_000;
        study.worker(study.llm()).work(run, "1.1.1", Duration.ofSeconds(5), () -> false);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("open", 10L));
        server.patience = 0;
        study.finish(run);
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.batches).hasSize(1);
    }

    @Test
    void one_request_of_a_batch_that_failed_goes_with_the_next() {
        server.failing = 3;
        long run = finished();
        assertThat(study.outcomes(run)).isEqualTo(Map.of("coded", 10L));
        assertThat(server.batches).hasSize(2);
        assertThat(study.one("select said from llm_request where state = 'failed'", String.class))
                .contains("status 500")
                .contains("out of memory");
    }

    @Test
    void a_refused_batch_stops_the_run_in_the_servers_words_and_costs_nothing() {
        server.refusal = "The model does not do batches.";
        long run = finished();
        assertThat(study.state(run)).isEqualTo("failed");
        assertThat(study.failure(run)).contains("The model does not do batches.");
        assertThat(study.spent(run)).isZero();
        assertThat(study.one("select reserved from llm_budget", BigDecimal.class))
                .isZero();
    }

    @Test
    void a_cancelled_runs_batch_is_stopped_at_the_server() {
        long run = study.run(version, id, "10", IN_BATCHES);
        server.patience = 1_000;
        var llm = study.llm();
        study.worker(llm).work(run, "1.1.1", Duration.ofSeconds(5), () -> false);
        study.execute("update run set state = 'cancelled' where id = " + run);
        llm.settleWhatIsLeft();
        assertThat(server.cancelled).containsExactly("batch-0");
    }
}
