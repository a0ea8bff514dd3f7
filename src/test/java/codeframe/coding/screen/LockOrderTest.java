package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.Coded;
import codeframe.coding.Codings;
import codeframe.coding.sample.Sample;
import codeframe.coding.sample.SampleState;
import codeframe.coding.sample.Samples;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.removal.RemovalRequest;
import codeframe.removal.Removing;
import codeframe.run.work.RunQueue;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that a sample's coders, their tabs and the program do at the same time, on few images. */
class LockOrderTest {
    private static final int ROUNDS = 60;

    private Database database;
    private SampledStudy study;
    private Claims claims;
    private Decisions decisions;
    private long sample;

    @BeforeEach
    void start() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        study = SampledStudy.of(database.jdbi(), 6);
        sample = study.sample(1, World.CLEO, World.ONA, World.VIC);
        claims = database.jdbi().onDemand(Claims.class);
        decisions = database.jdbi().onDemand(Decisions.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void claims_decisions_skips_and_what_is_given_back_never_wait_for_each_other_in_a_circle() throws Exception {
        var work = new ArrayList<Callable<String>>();
        for (var email : List.of(World.CLEO, World.ONA)) {
            var assignment = assignment(email);
            work.add(often(() -> claims.hold(sample, assignment.coder(), Instant.now())));
            work.add(often(() -> decisions.save(assignment, decision(anyImage()), checked(assignment), Instant.now())));
            work.add(often(() -> decisions.save(assignment, decision(anyImage()), checked(assignment), Instant.now())));
            work.add(often(() -> claims.skip(sample, assignment.coder(), anyImage())));
            work.add(often(() -> openAgain(assignment)));
        }
        work.add(often(() -> claims.release(Instant.now().plusSeconds(1))));
        assertThat(together(work)).isEmpty();
        assertThat(study.number("select sum(taken) from sample_image"))
                .isEqualTo(study.number("select count(*) from assignment where state <> 'waiting'"));
    }

    @Test
    void a_coder_can_be_taken_off_while_they_ask_for_images_and_decide() throws Exception {
        var jdbi = database.jdbi();
        var vic = assignment(World.VIC);
        var state = new SampleState(jdbi, (handle, closed) -> {});
        var row = jdbi.onDemand(Samples.class).sample(1, sample);
        long user = study.number("select id from app_user where email = '" + World.VIC + "'");
        jdbi.useHandle(handle -> handle.execute("update member set role = 'coder' where user_id = ?", user));
        var work = new ArrayList<Callable<String>>();
        work.add(often(() -> claims.hold(sample, vic.coder(), Instant.now())));
        work.add(often(() -> claims.hold(sample, vic.coder(), Instant.now())));
        work.add(often(() -> claims.release(Instant.now().plusSeconds(1))));
        work.add(often(() -> comeAndGo(state, row, vic.coder(), user)));
        assertThat(together(work)).isEmpty();
        assertThat(study.number("select sum(taken) from sample_image"))
                .isEqualTo(study.number("select count(*) from assignment where state <> 'waiting'"));
    }

    /** Two owners remove the same images, one by one, while two people code them and a run works on them. */
    @Test
    void images_are_removed_while_people_and_a_run_are_at_work_on_them() throws Exception {
        long run = run();
        var removing = new Removing(database.jdbi(), new Gallery(database.jdbi()));
        var work = new ArrayList<Callable<String>>();
        for (var email : List.of(World.CLEO, World.ONA)) {
            var assignment = assignment(email);
            work.add(often(() -> claims.hold(sample, assignment.coder(), Instant.now())));
            work.add(often(() -> decisions.save(assignment, decision(anyImage()), checked(assignment), Instant.now())));
            work.add(often(() -> claims.skip(sample, assignment.coder(), anyImage())));
            work.add(all(study.images.subList(0, 5), image -> remove(removing, image)));
        }
        work.add(often(() -> workOn(run)));
        assertThat(together(work)).isEmpty();
        assertThat(study.number("select count(*) from image")).isEqualTo(1);
        assertThat(study.number("select count(*) from removed_unit")).isEqualTo(5);
        assertThat(study.number("select 10 * total + removed from run")).isEqualTo(15);
        assertThat(study.number("select count(*) from run_item")).isEqualTo(1);
        assertThat(study.number("select sum(taken) from sample_image"))
                .isEqualTo(study.number("select count(*) from assignment where state <> 'waiting'"));
    }

    private static void remove(Removing removing, long image) {
        removing.remove(new Removing.By(1, 1, "No consent"), RemovalRequest.ofImage(image), "9-99-99-9-9");
    }

    private static Callable<String> all(List<Long> images, Consumer<Long> step) {
        return () -> {
            for (long image : images) {
                try {
                    step.accept(image);
                } catch (Problem.Gone | Problem.Conflict first) {
                    // the other owner was there before
                }
            }
            return "";
        };
    }

    private long run() {
        long run = study.number("""
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                select 1, 'clip', 'Run', 'demo', max(id), '{}', 1, 'running', 6 from codebook_version
                returning id
                """);
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into coder (project_id, kind, run_id, name) values (1, 'run', ?, 'Run')", run);
            handle.execute("insert into run_item (run_id, image_id) select ?, id from image", run);
        });
        return run;
    }

    /** As workers settle images: outcome and coding in one transaction; then all is begun anew. */
    private void workOn(long run) {
        database.jdbi().useTransaction(handle -> {
            var queue = handle.attach(RunQueue.class);
            var images = queue.claim(run, "w", 3, Instant.now(), false);
            var job = queue.job(run).orElseThrow();
            var coded = queue
                    .settle(
                            run,
                            "w",
                            Json.of(images.stream()
                                    .map(image ->
                                            Map.of("image", image.id(), "outcome", "coded", "reused", false, "ms", 1))
                                    .toList()),
                            Instant.now())
                    .stream()
                    .map(image -> new Coded(image, "coded", List.of()))
                    .toList();
            handle.attach(Codings.class).add(1, job.coderId(), job.versionId(), coded);
        });
        database.jdbi().useTransaction(handle -> {
            handle.execute("update run_item set outcome = null, worker = null where run_id = ?", run);
            handle.execute("delete from coding where sample_id is null");
        });
    }

    private static void comeAndGo(SampleState state, Sample row, long coder, long user) {
        state.leave(row, coder, 1);
        state.join(row, user, 1);
    }

    private CoderAssignment assignment(String email) {
        study.coder(email);
        long user = study.number("select id from app_user where email = '" + email + "'");
        return database.jdbi()
                .onDemand(CoderAssignments.class)
                .assignment(1, sample, user)
                .orElseThrow();
    }

    private long anyImage() {
        return study.images.get(new Random().nextInt(study.images.size()));
    }

    /** As after a day of silence, and with the place given back: decided images are there to be had again. */
    private void openAgain(CoderAssignment assignment) {
        Jdbi jdbi = database.jdbi();
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "select from sample_coder where sample_id = ? and coder_id = ? for update",
                    sample,
                    assignment.coder());
            handle.execute("""
                    with done as (
                        update assignment set state = 'waiting', claimed_at = null, done_at = null
                        where sample_id = ? and coder_id = ? and image_id = ? and state = 'done' returning image_id)
                    update sample_image i set taken = taken - 1
                    from done where i.sample_id = ? and i.image_id = done.image_id
                    """, sample, assignment.coder(), anyImage(), sample);
        });
    }

    private static Decision decision(long image) {
        return new Decision(UUID.randomUUID(), image, null, 1, 1, null, "", false, Map.of());
    }

    private static Decisions.Checked checked(CoderAssignment assignment) {
        return new Decisions.Checked(assignment.version(), List.of(), List.of());
    }

    private static Callable<String> often(Runnable step) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    step.run();
                } catch (Problem expected) {
                    // somebody who was taken off, or who stays
                } catch (RuntimeException broken) {
                    return String.valueOf(broken.getCause());
                }
            }
            return "";
        };
    }

    /** What went wrong. */
    private static List<String> together(List<Callable<String>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(work.size());
        try {
            var said = new ArrayList<String>();
            for (var done : pool.invokeAll(work)) {
                said.add(done.get());
            }
            return said.stream().filter(text -> !text.isEmpty()).toList();
        } finally {
            pool.shutdown();
        }
    }
}
