package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.coding.Code;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.run.work.RunQueue;
import codeframe.run.work.RunWorker;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work is a row, a worker is a loop, a failure belongs to its item. */
class RunWorkerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private Database database;
    private RunStudy study;
    private Runs runs;
    private long version;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = new RunStudy(database.jdbi());
        runs = database.jdbi().onDemand(Runs.class);
        version = study.publish();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RunWorker worker(Function<List<RunImage>, List<Result>> judge) {
        return worker(judge, Clock.systemUTC());
    }

    private RunWorker worker(Function<List<RunImage>, List<Result>> judge, Clock clock) {
        return new RunWorker(database.jdbi(), new Classifiers(List.of(new Judging(judge))), clock);
    }

    private static List<Result> allA(List<RunImage> images) {
        return images.stream().map(RunWorkerTest::codedA).toList();
    }

    private static Result codedA(RunImage image) {
        return Result.Done.coded(
                image.id(), List.of(Code.of("kind", "a", 0.9, Json.of(Map.of("margin", 0.5)))), false, 1);
    }

    private Map<Outcome, Long> outcomes(long run) {
        var map = new HashMap<Outcome, Long>();
        runs.counts(run, Instant.EPOCH).forEach(count -> map.put(count.outcome(), count.n()));
        return map;
    }

    private Run run(long id) {
        return runs.run(RunStudy.PROJECT, id).orElseThrow();
    }

    @Test
    void four_workers_do_two_hundred_images_exactly_once_each() throws Exception {
        study.images(200);
        long run = study.run(version);
        var seen = new ConcurrentHashMap<Long, Integer>();
        var worker = worker(images -> {
            images.forEach(image -> seen.merge(image.id(), 1, Integer::sum));
            var shuffled = new ArrayList<>(allA(images));
            Collections.shuffle(shuffled, new java.util.Random(1));
            return shuffled;
        });
        var pool = Executors.newFixedThreadPool(4);
        var lanes = new ArrayList<java.util.concurrent.Callable<Object>>();
        for (int i = 1; i <= 4; i++) {
            var lane = run + ".1." + i;
            lanes.add(() -> worker.work(run, lane, LONG, () -> false));
        }
        for (var lane : pool.invokeAll(lanes)) {
            lane.get();
        }
        pool.shutdown();
        worker.work(run, run + ".1.1", LONG, () -> false);
        assertThat(seen)
                .hasSize(200)
                .allSatisfy((image, times) -> assertThat(times).isEqualTo(1));
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CODED, 200L));
        assertThat(study.value("select count(*) from coding", Long.class)).isEqualTo(200);
        assertThat(study.value("select count(*) from code where value = 'a' and confidence > 0.89", Long.class))
                .isEqualTo(200);
        assertThat(run(run).state()).isEqualTo(RunState.DONE);
        assertThat(run(run).finishedAt()).isNotNull();
    }

    @Test
    void a_classifier_that_is_not_ready_yet_gives_its_lane_back_for_a_while() {
        study.images(1);
        long run = study.run(version);
        var now = Instant.parse("2026-11-28T20:00:00Z");
        var late = new Judging(RunWorkerTest::allA, () -> {
            throw new NotYet(Duration.ofSeconds(2));
        });
        var worker = new RunWorker(database.jdbi(), new Classifiers(List.of(late)), Clock.fixed(now, ZoneOffset.UTC));
        assertThat(worker.work(run, run + ".1.1", LONG, () -> false)).contains(now.plusSeconds(2));
        assertThat(run(run).state()).isEqualTo(RunState.RUNNING);
        runs.pause(RunStudy.PROJECT, run);
        assertThat(worker.work(run, run + ".1.1", LONG, () -> false))
                .as("nobody comes back to a run that was paused meanwhile")
                .isEmpty();
    }

    /** The program is gone, and nobody gives back what it held. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void crash(long run, long bad) {
        var fatal = worker(images -> {
            if (images.stream().anyMatch(image -> image.id() == bad)) {
                database.jdbi()
                        .useHandle(
                                handle -> handle.execute(
                                        "update run_item set worker = run_id || '.1.1#dead' where worker is not null and outcome is null"));
                throw new Crash();
            }
            return allA(images);
        });
        assertThatThrownBy(() -> fatal.work(run, run + ".1.1", LONG, () -> false))
                .isInstanceOf(Crash.class);
    }

    @Test
    void an_image_of_which_the_program_dies_three_times_is_given_up_and_its_neighbours_are_not() {
        study.images(20);
        long run = study.run(version);
        long bad = study.value("select id from image where path = '7.png'", Long.class);
        for (int i = 0; i < 3; i++) {
            crash(run, bad);
        }
        var seen = new ArrayList<Long>();
        worker(images -> {
                    images.forEach(image -> seen.add(image.id()));
                    return allA(images);
                })
                .work(run, run + ".1.1", LONG, () -> false);
        assertThat(seen).doesNotContain(bad);
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.CODED, 19L, Outcome.FAILED, 1L));
        assertThat(run(run).state()).isEqualTo(RunState.DONE);
        assertThat(runs.items(1, run, 0, "failed", 0, 5)).singleElement().satisfies(item -> {
            assertThat(item.image()).isEqualTo(bad);
            assertThat(item.error()).isEqualTo("The program ended three times while it worked on this image.");
        });
        assertThat(runs.retry(1, run, "failed", false)).isEqualTo(1);
        worker(RunWorkerTest::allA).work(run, run + ".2.1", LONG, () -> false);
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.CODED, 20L));
    }

    @Test
    void one_bad_image_fails_alone_and_its_neighbours_keep_their_own_labels() {
        study.images(20);
        long run = study.run(version);
        long bad = study.value("select id from image where path = '7.png'", Long.class);
        worker(images -> {
                    if (images.stream().anyMatch(image -> image.id() == bad)) {
                        throw new IllegalArgumentException("the picture is torn");
                    }
                    return images.stream()
                            .map(image -> Result.Done.coded(
                                    image.id(), List.of(Code.of("kind", "of " + image.id())), false, 1))
                            .map(Result.class::cast)
                            .toList();
                })
                .work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsOnly(Map.entry(Outcome.CODED, 19L), Map.entry(Outcome.FAILED, 1L));
        assertThat(runs.items(1, run, 0, "failed", 0, 10))
                .singleElement()
                .satisfies(item -> assertThat(item.path()).isEqualTo("7.png"))
                .satisfies(item -> assertThat(item.error()).contains("the picture is torn"));
        assertThat(study.value("select count(*) from code where value <> 'of ' || image_id", Long.class))
                .isZero();
        assertThat(run(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void an_image_without_an_answer_is_a_failure_and_an_answer_for_another_image_is_nobodys() {
        study.images(3);
        long run = study.run(version);
        worker(images -> List.of(codedA(images.get(0)), codedA(RunImage.of(999_999, new byte[0]))))
                .work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsOnly(Map.entry(Outcome.CODED, 1L), Map.entry(Outcome.FAILED, 2L));
        assertThat(runs.items(1, run, 0, "failed", 0, 10).get(0).error()).contains("no answer");
    }

    @Test
    void a_silent_workers_images_come_back_and_its_late_answer_is_refused() {
        study.images(5);
        long run = study.run(version);
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
        worker(images -> {
                    worker(RunWorkerTest::allA, later).work(run, "second", LONG, () -> false);
                    return images.stream()
                            .map(image ->
                                    (Result) Result.Done.coded(image.id(), List.of(Code.of("kind", "late")), false, 1))
                            .toList();
                })
                .work(run, "first", LONG, () -> false);
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CODED, 5L));
        assertThat(study.value("select count(*) from code where value = 'late'", Long.class))
                .isZero();
        assertThat(study.value("select count(*) from coding", Long.class)).isEqualTo(5);
    }

    @Test
    void the_successor_in_a_lane_begins_with_what_the_dead_one_held() {
        study.images(5);
        long run = study.run(version);
        var queue = database.jdbi().onDemand(RunQueue.class);
        var now = Instant.now();
        queue.begin(run, now);
        assertThat(queue.claim(run, "lane#dead", 4, now, false)).hasSize(4);
        worker(RunWorkerTest::allA).work(run, "other lane", LONG, () -> false);
        assertThat(outcomes(run)).containsEntry(Outcome.CODED, 1L).containsEntry(null, 4L);
        worker(RunWorkerTest::allA).work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CODED, 5L));
    }

    @Test
    void a_postponed_image_waits_until_its_time() {
        study.images(1);
        long run = study.run(version);
        var at = Instant.now().plusSeconds(30);
        var due = worker(images -> List.of(new Result.Later(images.get(0).id(), at, "The server is busy.")))
                .work(run, "lane", LONG, () -> false);
        assertThat(due).hasValueSatisfying(time -> assertThat(time).isBetween(at.minusMillis(1), at.plusMillis(1)));
        assertThat(run(run).state()).isEqualTo(RunState.RUNNING);
        worker(RunWorkerTest::allA, Clock.fixed(at.plusSeconds(1), java.time.ZoneOffset.UTC))
                .work(run, "lane", LONG, () -> false);
        assertThat(run(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void what_cannot_begin_stops_the_run_with_a_sentence_and_can_be_continued() {
        study.images(2);
        long run = study.run(version);
        worker(images -> {
                    throw new CannotRun("The model is gone.");
                })
                .work(run, "lane", LONG, () -> false);
        assertThat(run(run).state()).isEqualTo(RunState.FAILED);
        assertThat(run(run).failure()).isEqualTo("The model is gone.");
        assertThat(runs.proceed(RunStudy.PROJECT, run)).isEqualTo(1);
        worker(RunWorkerTest::allA).work(run, "lane", LONG, () -> false);
        assertThat(run(run).state()).isEqualTo(RunState.DONE);
        assertThat(run(run).failure()).isNull();
    }

    @Test
    void a_paused_run_keeps_the_batch_in_hand_and_begins_no_other() {
        study.images(20);
        long run = study.run(version);
        var calls = new AtomicReference<>(0);
        worker(images -> {
                    calls.updateAndGet(n -> n + 1);
                    runs.pause(RunStudy.PROJECT, run);
                    return allA(images);
                })
                .work(run, "lane", LONG, () -> false);
        assertThat(calls.get()).isEqualTo(1);
        assertThat(outcomes(run)).containsEntry(Outcome.CODED, 8L).containsEntry(null, 12L);
        assertThat(runs.proceed(RunStudy.PROJECT, run)).isEqualTo(1);
        worker(RunWorkerTest::allA).work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CODED, 20L));
    }

    @Test
    void a_cancelled_run_accounts_for_every_image_and_takes_no_late_answer() {
        study.images(20);
        long run = study.run(version);
        worker(images -> {
                    runs.cancel(RunStudy.PROJECT, run, Instant.now());
                    return allA(images);
                })
                .work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CANCELLED, 20L));
        assertThat(study.value("select count(*) from coding", Long.class)).isZero();
        assertThat(run(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(runs.cancel(RunStudy.PROJECT, run, Instant.now())).isFalse();
        assertThat(runs.proceed(RunStudy.PROJECT, run)).isZero();
    }

    @Test
    void failed_images_are_tried_again_by_outcome() {
        study.images(10);
        long run = study.run(version);
        worker(images -> images.stream()
                        .map(image -> image.id() % 2 == 0
                                ? Result.Done.failed(image.id(), Outcome.UNREADABLE_IMAGE, "The picture is torn.")
                                : codedA(image))
                        .toList())
                .work(run, "lane", LONG, () -> false);
        assertThat(runs.retry(2, run, "unreadable_image", false)).isZero();
        assertThat(runs.retry(RunStudy.PROJECT, run, "unreadable_image", false)).isEqualTo(5);
        assertThat(run(run).state()).isEqualTo(RunState.QUEUED);
        worker(RunWorkerTest::allA).work(run, "lane", LONG, () -> false);
        assertThat(outcomes(run)).containsExactly(Map.entry(Outcome.CODED, 10L));
        assertThat(runs.retry(RunStudy.PROJECT, run, "coded", false)).isEqualTo(10);
        assertThat(study.value("select count(*) from coding", Long.class)).isZero();
    }

    @Test
    void a_worker_stops_in_time_and_says_that_work_is_left() {
        study.images(30);
        long run = study.run(version);
        var rounds = new AtomicReference<>(0);
        var again = worker(RunWorkerTest::allA).work(run, "lane", LONG, () -> rounds.updateAndGet(n -> n + 1) > 2);
        assertThat(again).isPresent();
        assertThat(outcomes(run)).containsEntry(Outcome.CODED, 16L).containsEntry(null, 14L);
    }
}
