package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.run.work.RunQueue;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image of a run is one worker's at a time, and settled by whoever has it, once. */
class RunQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(11));

    private Database database;
    private RunStudy study;
    private RunQueue queue;
    private long run;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new RunStudy(database.jdbi());
        queue = database.jdbi().onDemand(RunQueue.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void begin(int images) {
        study.images(images);
        run = study.run(study.publish());
        queue.begin(run, NOW);
    }

    private List<Long> claim(String worker, int limit, Instant now) {
        return queue.claim(run, worker, limit, now, false).stream()
                .map(RunImage::id)
                .toList();
    }

    private static Json coded(List<Long> images, String detail) {
        return Json.of(images.stream()
                .map(image -> Map.of(
                        "image", image, "outcome", "coded", "detail", Map.of("by", detail), "reused", false, "ms", 1))
                .toList());
    }

    private String item(long image) {
        return study.value(
                "select concat_ws(' ', outcome, worker, attempts, lost_claims, detail ->> 'by') from run_item where image_id = "
                        + image,
                String.class);
    }

    @Test
    void many_who_claim_at_once_never_get_the_same_image() throws Exception {
        begin(120);
        var pool = Executors.newFixedThreadPool(6);
        var workers = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < 6; i++) {
            var worker = "lane " + i;
            workers.add(() -> {
                var all = new ArrayList<Long>();
                for (var some = claim(worker, 3, NOW); !some.isEmpty(); some = claim(worker, 3, NOW)) {
                    all.addAll(some);
                }
                return all;
            });
        }
        var claimed = new ArrayList<Long>();
        for (var worker : pool.invokeAll(workers)) {
            claimed.addAll(worker.get());
        }
        pool.shutdown();
        assertThat(claimed).doesNotHaveDuplicates().hasSize(120);
        assertThat(study.value("select count(*) from run_item where attempts = 1", Long.class))
                .isEqualTo(120);
    }

    /** While the first has not said yet that it took them, the second neither waits nor takes the same. */
    @Test
    void what_is_being_claimed_is_passed_over() {
        begin(5);
        database.jdbi().useTransaction(handle -> {
            var first = handle.attach(RunQueue.class).claim(run, "first", 3, NOW, false).stream()
                    .map(RunImage::id)
                    .toList();
            var second = CompletableFuture.supplyAsync(() -> claim("second", 3, NOW));
            assertThat(second)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .satisfies(images -> assertThat(images).hasSize(2).doesNotContainAnyElementsOf(first));
        });
        assertThat(study.value("select count(*) from run_item where attempts = 1", Long.class))
                .isEqualTo(5);
    }

    /** The first fell silent, the second has the images now and is still at work on them. */
    @Test
    void who_lost_an_image_neither_settles_nor_postpones_nor_gives_back_what_another_holds() {
        begin(2);
        var images = claim("first#1", 2, NOW);
        assertThat(queue.takeOver(run, "other", LATER, LATER)).isEqualTo(2);
        assertThat(claim("second#1", 2, LATER)).isEqualTo(images);

        assertThat(queue.settle(run, "first#1", coded(images, "first"), LATER)).isEmpty();
        var later = Json.of(images.stream()
                .map(image -> Map.of("image", image, "at", LATER.toString(), "reason", "first"))
                .toList());
        assertThat(queue.postpone(run, "first#1", later)).isZero();
        assertThat(queue.release(run, "first#1")).isZero();
        assertThat(images).allSatisfy(image -> assertThat(item(image)).isEqualTo("second#1 2 1"));

        assertThat(queue.settle(run, "second#1", coded(images, "second"), LATER))
                .isEqualTo(images);
        assertThat(images).allSatisfy(image -> assertThat(item(image)).isEqualTo("coded second#1 2 1 second"));
    }

    @Test
    void what_is_settled_stays_so_whoever_settles_it_again() {
        begin(1);
        var images = claim("first#1", 1, NOW);
        assertThat(queue.settle(run, "first#1", coded(images, "once"), NOW)).isEqualTo(images);
        assertThat(queue.settle(run, "first#1", coded(images, "twice"), NOW)).isEmpty();
        assertThat(queue.release(run, "first#1")).isZero();
        assertThat(queue.takeOver(run, "first", LATER, LATER)).isZero();
        assertThat(item(images.get(0))).isEqualTo("coded first#1 1 0 once");
    }

    @Test
    void nobody_settles_an_image_of_another_run() {
        begin(1);
        long other = study.run(study.value("select id from codebook_version", Long.class));
        queue.begin(other, NOW);
        var images = claim("worker", 1, NOW);
        assertThat(queue.settle(other, "worker", coded(images, "x"), NOW)).isEmpty();
        assertThat(queue.release(other, "worker")).isZero();
        assertThat(study.value("select worker from run_item where run_id = " + run, String.class))
                .isEqualTo("worker");
    }

    @Test
    void images_of_a_run_that_is_not_running_are_nobodys() {
        begin(3);
        for (var state : List.of("queued", "paused", "done", "cancelled", "failed")) {
            database.jdbi().useHandle(handle -> handle.execute("update run set state = ?", state));
            assertThat(claim("worker", 3, NOW)).as(state).isEmpty();
        }
        database.jdbi().useHandle(handle -> handle.execute("update run set state = 'running'"));
        assertThat(claim("worker", 3, NOW)).hasSize(3);
    }

    @Test
    void a_lane_takes_over_from_its_own_dead_and_from_nobody_who_is_alive() {
        begin(4);
        var own = claim(run + ".1.1#dead", 2, NOW);
        var others = claim(run + ".1.11#alive", 2, NOW);
        assertThat(queue.takeOver(run, run + ".1.1", NOW.minusSeconds(600), NOW))
                .isEqualTo(2);
        assertThat(own).allSatisfy(image -> assertThat(item(image)).isEqualTo("1 1"));
        assertThat(others).allSatisfy(image -> assertThat(item(image)).isEqualTo(run + ".1.11#alive 1 0"));
        var later = NOW.plusSeconds(1_200);
        queue.stillHeld(run, run + ".1.11#alive", later.minusSeconds(60));
        assertThat(queue.takeOver(run, "other", later.minusSeconds(600), later))
                .as("who says that it lives, however long its server takes")
                .isZero();
    }

    @Test
    void an_image_that_was_lost_twice_is_worked_on_alone() {
        begin(3);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update run_item set lost_claims = 2 where image_id = (select min(image_id) from run_item)"));
        assertThat(queue.claim(run, "a", 1, NOW, true)).hasSize(1);
        assertThat(queue.claim(run, "b", 5, NOW, false)).hasSize(2);
        queue.release(run, "a");
        assertThat(queue.claim(run, "a", 1, NOW, true))
                .as("others are worked on")
                .isEmpty();
        queue.release(run, "b");
        assertThat(queue.claim(run, "a", 1, NOW, true)).hasSize(1);
        assertThat(queue.takeOver(run, "a", LATER, LATER)).isEqualTo(1);
        assertThat(study.value("select outcome || ': ' || error from run_item where outcome is not null", String.class))
                .isEqualTo("failed: The program ended three times while it worked on this image.");
    }

    @Test
    void a_postponed_image_waits_for_its_time_and_the_run_knows_when_that_is() {
        begin(2);
        var images = claim("worker", 2, NOW);
        var at = NOW.plusSeconds(30);
        queue.postpone(
                run, "worker", Json.of(List.of(Map.of("image", images.get(0), "at", at.toString(), "reason", "busy"))));
        assertThat(queue.nextDue(run)).hasValue(at);
        assertThat(claim("other", 2, NOW)).isEmpty();
        assertThat(claim("other", 2, at)).containsExactly(images.get(0));
    }

    @Test
    void a_run_is_done_once_no_image_is_open_and_not_before() {
        begin(2);
        var images = claim("worker", 2, NOW);
        assertThat(queue.finish(run, NOW)).isZero();
        queue.settle(run, "worker", coded(images.subList(0, 1), "x"), NOW);
        assertThat(queue.finish(run, NOW)).isZero();
        queue.settle(run, "worker", coded(images, "x"), NOW);
        assertThat(queue.finish(run, NOW)).isEqualTo(1);
        assertThat(queue.finish(run, NOW)).as("once").isZero();
        assertThat(study.value("select state from run", String.class)).isEqualTo("done");
    }

    @Test
    void what_stopped_an_earlier_start_does_not_stop_a_later_one() {
        begin(1);
        database.jdbi().useHandle(handle -> handle.execute("update run set starts = 2"));
        assertThat(queue.fail(run, 1, "No model.")).isZero();
        assertThat(queue.fail(run, 2, "No model.")).isEqualTo(1);
        assertThat(study.value("select state || ': ' || failure from run", String.class))
                .isEqualTo("failed: No model.");
        assertThat(queue.fail(run, 2, "Again.")).as("it is stopped already").isZero();
    }

    @Test
    void a_run_waits_for_workers_while_it_goes_and_nobody_is_at_it() {
        begin(1);
        assertThat(queue.waiting(NOW))
                .singleElement()
                .satisfies(one -> assertThat(one.run()).isEqualTo(run));
        claim("worker", 1, NOW);
        assertThat(queue.waiting(NOW.minusSeconds(1))).as("somebody is at it").isEmpty();
        assertThat(queue.waiting(LATER)).as("and fell silent").hasSize(1);
        database.jdbi().useHandle(handle -> handle.execute("update run set state = 'paused'"));
        assertThat(queue.waiting(LATER)).isEmpty();
    }
}
