package codeframe.run.work;

import codeframe.run.OnceAt;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lanes in which workers of any node work on a run. A lane that has run for some seconds queues up behind what else is
 * waiting, if anything is, so that neither an import nor another run has to wait for the end of a long one. When a node dies, another
 * takes its lanes over.
 */
public final class RunLanes {
    private static final String NAME = "run";
    private static final Duration SLICE = Duration.ofSeconds(8);
    private static final Duration LONGEST_SLICE = Duration.ofMinutes(2);
    private static final Duration AGAIN_AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration WATCH = Duration.ofSeconds(15);

    private final RunWorker worker;
    private final RunQueue queue;
    private final Clock clock;
    private final int lanes;

    /** @param workers how many jobs a node runs at the same time */
    public RunLanes(RunWorker worker, RunQueue queue, Clock clock, int workers) {
        this.worker = worker;
        this.queue = queue;
        this.clock = clock;
        this.lanes = Math.max(4, 2 * workers);
    }

    public List<Task<?>> tasks() {
        return List.of(lane(), watch());
    }

    /** @param start which start of the run it is: lanes of an earlier one end by themselves */
    public void open(SchedulerClient jobs, long run, int start) {
        for (int lane = 1; lane <= lanes; lane++) {
            var instance = new TaskInstance.Builder<Void>(NAME, run + "." + start + "." + lane).priority(Priority.LOW);
            jobs.scheduleIfNotExists(instance.build(), clock.instant());
        }
    }

    private CustomTask<Void> lane() {
        return Tasks.custom(NAME, Void.class)
                .defaultPriority(Priority.LOW)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER_TROUBLE))
                .execute(this::work);
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        long run = Long.parseLong(instance.getId().substring(0, instance.getId().indexOf('.')));
        var turn = new TimeSlice(clock, clock.instant().plus(SLICE), now -> queue.othersWait(run, now));
        Optional<CompletionHandler<Void>> again = worker.work(
                        run,
                        instance.getId(),
                        LONGEST_SLICE,
                        () -> context.getSchedulerState().isShuttingDown() || turn.getAsBoolean())
                .map(at -> new CompletionHandler.OnCompleteReschedule<>(new OnceAt(at)));
        return again.orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** Opens lanes for runs that have work and perhaps nobody to do it, as after a crash between two steps. */
    private Task<?> watch() {
        return Tasks.recurring("run-watch", FixedDelay.of(WATCH)).execute((instance, context) -> {
            for (var run : queue.waiting(clock.instant().minus(RunBatches.STALE))) {
                open(context.getSchedulerClient(), run.run(), run.start());
            }
        });
    }
}
