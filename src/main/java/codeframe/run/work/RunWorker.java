package codeframe.run.work;

import codeframe.codebook.CodebookJson;
import codeframe.run.CannotRun;
import codeframe.run.Classifiers;
import codeframe.run.NotYet;
import codeframe.run.RunPlan;
import codeframe.run.RunState;
import codeframe.run.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on a run for a while. Any number of workers, on any number of nodes, may work on the same run. */
public final class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /** When a lane looks again whether its node still has another one for the same run. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final RunQueue queue;
    private final Classifiers classifiers;
    private final Clock clock;
    /** Runs of this node whose threads wait for a server. */
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    public RunWorker(Jdbi jdbi, Classifiers classifiers, Clock clock) {
        this.jdbi = jdbi;
        this.queue = jdbi.onDemand(RunQueue.class);
        this.classifiers = classifiers;
        this.clock = clock;
    }

    /**
     * Works until the time is up, nothing is left to claim, or the run is no longer running.
     *
     * @param lane what this worker is called in the queue; when it dies, its successor has the same lane
     * @return when to come back; empty when there is nothing more to do in this lane
     */
    public Optional<Instant> work(long run, String lane, Duration slice, BooleanSupplier stopping) {
        var now = clock.instant();
        queue.takeOver(run, lane, now.minus(RunBatches.STALE), now);
        if (queue.begin(run, now) == 1) {
            LOG.info("run {} started", run);
        }
        var job = queue.job(run).filter(found -> found.state() == RunState.RUNNING);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        var until = now.plus(slice);
        BooleanSupplier enough =
                () -> stopping.getAsBoolean() || clock.instant().isAfter(until);
        return attempt(run, lane, job.get(), enough);
    }

    private Optional<Instant> attempt(long run, String lane, RunQueue.Job job, BooleanSupplier enough) {
        var worker = lane + "#" + UUID.randomUUID();
        try (var session = prepare(run, job)) {
            if (session.waits() && !waiting.add(run)) {
                return Optional.of(clock.instant().plus(NEXT_LOOK));
            }
            var alive = new ClaimKeeper(() -> queue.stillHeld(run, worker, clock.instant()));
            try {
                return work(run, job, worker, session, enough);
            } finally {
                alive.stop();
                waiting.remove(run);
            }
        } catch (CannotRun e) {
            fail(run, job.start(), e);
            return Optional.empty();
        } catch (NotYet e) {
            return Optional.of(clock.instant().plus(e.pause()));
        } finally {
            queue.release(run, worker);
        }
    }

    private Optional<Instant> work(long run, RunQueue.Job job, String worker, Session session, BooleanSupplier enough) {
        queue.computedIn(run, session.precision());
        var batches = new RunBatches(jdbi, clock, session, run, job, worker);
        if (!together(session.threads(), () -> stoppingAll(run, job.start(), () -> batches.work(enough)))) {
            return ended(run);
        }
        var now = clock.instant();
        return session.notBefore().filter(now::isBefore).or(() -> Optional.of(now));
    }

    private Session prepare(long run, RunQueue.Job job) {
        var classifier = classifiers
                .ofKind(job.kind())
                .orElseThrow(() -> new CannotRun("This installation cannot do runs of kind " + job.kind() + "."));
        var plan = new RunPlan(
                job.projectId(),
                job.kind(),
                job.model(),
                classifier.asked(CodebookJson.read(job.codebook().text())),
                job.variables(),
                job.parameters(),
                job.seed(),
                job.unit());
        try {
            return classifier.prepare(plan, run);
        } catch (CannotRun | NotYet e) {
            throw e;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw new CannotRun(
                    "The model could not be made ready; the server's log has the cause. Continue the run when that is"
                            + " repaired.",
                    e);
        }
    }

    /** @return whether any of the threads stopped with work left */
    private static boolean together(int threads, Callable<Boolean> work) {
        if (threads == 1) {
            return outcome(work);
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < threads; i++) {
                all.add(work);
            }
            boolean left = false;
            for (var thread : pool.invokeAll(all)) {
                left |= outcome(thread::get);
            }
            return left;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean outcome(Callable<Boolean> work) {
        try {
            return work.call();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotRun reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stops one thread stops the others after the batch they are at. */
    private boolean stoppingAll(long run, int start, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (CannotRun e) {
            fail(run, start, e);
            throw e;
        }
    }

    private void fail(long run, int start, CannotRun e) {
        if (queue.fail(run, start, e.getMessage()) == 1) {
            LOG.warn("run {} stopped: {}", run, e.getMessage(), e.getCause());
        }
    }

    private Optional<Instant> ended(long run) {
        if (queue.finish(run, clock.instant()) == 1) {
            LOG.info("run {} done", run);
            return Optional.empty();
        }
        return queue.nextDue(run);
    }
}
