package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Database;
import codeframe.image.ImageFilter;
import codeframe.project.Events;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import codeframe.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From which state a run may be paused, continued, cancelled and retried, and what each step leaves behind. */
class RunControlTest {
    private static final long ONA = 1;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What can be done with a run: by state the state after it, and the states in which it is refused. */
    private enum Step {
        PAUSE("paused", Map.of(RunState.QUEUED, RunState.PAUSED, RunState.RUNNING, RunState.PAUSED)) {
            @Override
            void take(RunControl control, Run run) {
                control.pause(run, ONA);
            }
        },
        CONTINUE("continued", Map.of(RunState.PAUSED, RunState.QUEUED, RunState.FAILED, RunState.QUEUED)) {
            @Override
            void take(RunControl control, Run run) {
                control.proceed(run, ONA);
            }
        },
        CANCEL(
                "cancelled",
                Map.of(
                        RunState.QUEUED, RunState.CANCELLED,
                        RunState.RUNNING, RunState.CANCELLED,
                        RunState.PAUSED, RunState.CANCELLED,
                        RunState.FAILED, RunState.CANCELLED)) {
            @Override
            void take(RunControl control, Run run) {
                control.cancel(run, ONA);
            }
        },
        RETRY(
                "retried 1 images (failed) of",
                Map.of(
                        RunState.QUEUED, RunState.QUEUED,
                        RunState.RUNNING, RunState.RUNNING,
                        RunState.PAUSED, RunState.QUEUED,
                        RunState.DONE, RunState.QUEUED,
                        RunState.FAILED, RunState.QUEUED)) {
            @Override
            void take(RunControl control, Run run) {
                control.retry(run, Outcome.FAILED, false, ONA);
            }
        };

        private final String told;
        private final Map<RunState, RunState> leadsTo;

        Step(String told, Map<RunState, RunState> leadsTo) {
            this.told = told;
            this.leadsTo = new EnumMap<>(leadsTo);
        }

        abstract void take(RunControl control, Run run);

        /** Whether workers are called. */
        boolean opens() {
            return this == CONTINUE || this == RETRY;
        }
    }

    private Database database;
    private RunStudy study;
    private RunControl control;
    private final List<String> opened = new ArrayList<>();

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        var jdbi = database.jdbi();
        World.populate(jdbi);
        study = new RunStudy(jdbi);
        study.images(3);
        control = new RunControl(
                new RunCreation(jdbi),
                jdbi.onDemand(Runs.class),
                jdbi.onDemand(Events.class),
                (run, start) -> opened.add(run + "." + start),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Run start() {
        return control.start(new RunOrder(study.plan(), study.publish(), ImageFilter.ALL), ONA);
    }

    private String events() {
        return study.value("select string_agg(what, '; ' order by id) from event", String.class);
    }

    /** A run in this state, of whose three images one is coded, one failed and one is open. */
    private Run in(RunState state) {
        var run = start();
        database.jdbi().useHandle(handle -> {
            handle.execute("update run set state = ?", state.name().toLowerCase(Locale.ROOT));
            handle.execute("update run_item set outcome = 'coded' where image_id = 1");
            handle.execute("update run_item set outcome = 'failed', error = 'No.', lost_claims = 2 where image_id = 2");
        });
        opened.clear();
        return control.run(RunStudy.PROJECT, run.id());
    }

    @Test
    void a_run_begins_with_its_images_its_coder_and_its_workers() {
        var run = start();
        assertThat(run.state()).isEqualTo(RunState.QUEUED);
        assertThat(run.total()).isEqualTo(3);
        assertThat(run.startedBy()).isEqualTo("Ona");
        assertThat(study.value("select count(*) from run_item where outcome is null", Long.class))
                .isEqualTo(3);
        assertThat(study.value("select name from coder where id = " + run.coderId(), String.class))
                .isEqualTo(run.name());
        assertThat(opened).containsExactly(run.id() + ".1");
        assertThat(events()).isEqualTo("started the run \"" + run.name() + "\"");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_step_leads_where_it_should_and_is_refused_everywhere_else(Step step) {
        var run = in(RunState.QUEUED);
        for (var state : RunState.values()) {
            database.jdbi().useHandle(handle -> {
                handle.execute("delete from event");
                handle.execute("update run_item set outcome = 'failed' where image_id = 2");
                handle.execute("update run_item set outcome = null where image_id = 3");
                handle.execute("update run set state = ?", state.name().toLowerCase(Locale.ROOT));
            });
            opened.clear();
            int starts = control.run(1, run.id()).starts();
            var after = step.leadsTo.get(state);
            if (after == null) {
                assertThatThrownBy(() -> step.take(control, run))
                        .as(step + " from " + state)
                        .isInstanceOf(Problem.Conflict.class)
                        .hasMessageContaining("The run is " + state.label() + " by now and cannot be");
                assertThat(control.run(1, run.id()).state()).isEqualTo(state);
                assertThat(events()).isNull();
                assertThat(opened).isEmpty();
            } else {
                step.take(control, run);
                assertThat(control.run(1, run.id()).state())
                        .as(step + " from " + state)
                        .isEqualTo(after);
                assertThat(events()).isEqualTo(step.told + " the run \"" + run.name() + "\"");
                assertThat(opened).isEqualTo(step.opens() ? List.of(run.id() + "." + (starts + 1)) : List.of());
            }
        }
    }

    @Test
    void cancelling_gives_every_open_image_an_outcome_and_leaves_the_others_theirs() {
        var run = in(RunState.RUNNING);
        control.cancel(run, ONA);
        assertThat(study.value("select string_agg(outcome, ' ' order by image_id) from run_item", String.class))
                .isEqualTo("coded failed cancelled");
        assertThat(control.run(1, run.id()).finishedAt()).isEqualTo(NOW);
    }

    @Test
    void retrying_opens_the_images_of_one_outcome_afresh_and_gives_up_their_codes_alone() {
        var run = in(RunState.DONE);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into coding (project_id, coder_id, image_id, codebook_version_id)"
                                + " select 1, ?, n, ? from generate_series(1, 2) n",
                        run.coderId(),
                        run.codebookVersionId()));
        assertThat(control.retry(run, Outcome.FAILED, false, ONA)).isEqualTo(1);
        assertThat(study.value(
                        "select outcome is null and error is null and lost_claims = 0 and reopened_at is not null"
                                + " from run_item where image_id = 2",
                        Boolean.class))
                .isTrue();
        assertThat(study.value("select string_agg(image_id::text, ' ') from coding", String.class))
                .isEqualTo("1");
        assertThatThrownBy(() -> control.retry(run, Outcome.REFUSED, false, ONA))
                .as("there is none")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_run_of_another_project_is_not_there_and_nothing_happens_to_it() {
        var run = start();
        assertThatThrownBy(() -> control.run(2, run.id())).isInstanceOf(Problem.NotFound.class);
        var runs = database.jdbi().onDemand(Runs.class);
        assertThat(runs.pause(2, run.id())).isZero();
        assertThat(runs.proceed(2, run.id())).isZero();
        assertThat(runs.cancel(2, run.id(), NOW)).isFalse();
        database.jdbi().useHandle(handle -> handle.execute("update run_item set outcome = 'failed'"));
        assertThat(runs.retry(2, run.id(), "failed", false)).isZero();
        assertThat(control.run(1, run.id()).state()).isEqualTo(RunState.QUEUED);
        assertThat(runs.runs(2)).isEmpty();
    }

    @Test
    void runs_that_are_begun_at_once_have_names_of_their_own() throws Exception {
        long version = study.publish();
        var pool = Executors.newFixedThreadPool(4);
        var starts = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 8; i++) {
            starts.add(() ->
                    new RunCreation(database.jdbi()).create(new RunOrder(study.plan(), version, ImageFilter.ALL), ONA));
        }
        for (var start : pool.invokeAll(starts)) {
            start.get();
        }
        pool.shutdown();
        assertThat(study.value("select string_agg(name, ', ' order by name) from run", String.class))
                .isEqualTo("CLIP test #1, CLIP test #2, CLIP test #3, CLIP test #4, CLIP test #5, CLIP test #6,"
                        + " CLIP test #7, CLIP test #8");
    }
}
