package codeframe.feature.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background work of sources of one origin, one job a source; what a dead node had begun is taken over. */
public final class FeatureTasks {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureTasks.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** What may have cost money for nothing is tried once more, and not at once. */
    private static final int COSTLY_ATTEMPTS = 2;

    private static final Duration COSTLY_PAUSE = Duration.ofMinutes(2);
    private static final Duration SLICE = Duration.ofSeconds(20);

    private final FeatureRuns runs;
    private final Clock clock;
    private final SchedulerClient client;
    private final CustomTask<Void> task;

    /** @param origin of the sources, which names the jobs */
    public FeatureTasks(String origin, FeatureRuns runs, FeatureJob job, Clock clock, SchedulerClient client) {
        this.runs = runs;
        this.clock = clock;
        this.client = client;
        task = Tasks.custom(origin, Void.class)
                .onDeadExecutionRevive()
                .onFailure(this::retry)
                .execute((one, context) -> work(job, source(one.getId()), context));
    }

    private CompletionHandler<Void> work(FeatureJob job, long source, ExecutionContext context) {
        long end = System.nanoTime() + SLICE.toNanos();
        try {
            var again = job.run(
                    source,
                    () -> System.nanoTime() - end > 0
                            || context.getSchedulerState().isShuttingDown());
            return again.<CompletionHandler<Void>>map(pause -> (complete, operations) ->
                            operations.reschedule(complete, clock.instant().plus(pause)))
                    .orElse((complete, operations) -> end(source, complete, operations));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while features were made", stopped);
        }
    }

    /** It may have been continued while this job ended and still stood in the way of the next. */
    private void end(long source, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        new CompletionHandler.OnCompleteRemove<Void>().complete(complete, operations);
        if (runs.going(source).isPresent()) {
            begin(source);
        }
    }

    public List<Task<?>> tasks() {
        return List.of(task);
    }

    public void begin(long source) {
        client.scheduleIfNotExists(task.instance(Long.toString(source)), clock.instant());
    }

    /** Jobs of earlier releases have more behind the number. */
    private static long source(String id) {
        return Long.parseLong(id.replaceFirst("-.*", ""));
    }

    private void retry(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        long source = source(complete.getExecution().taskInstance.getId());
        int failures = complete.getExecution().consecutiveFailures + 1;
        LOG.warn(
                "making the features of source {} failed, attempt {}",
                source,
                failures,
                complete.getCause().orElse(null));
        var notNow =
                complete.getCause().filter(FeatureJob.NotNow.class::isInstance).map(FeatureJob.NotNow.class::cast);
        boolean costly = notNow.filter(FeatureJob.NotNow::isCostly).isPresent();
        if (failures < (costly ? COSTLY_ATTEMPTS : ATTEMPTS)) {
            operations.reschedule(complete, clock.instant().plus(costly ? COSTLY_PAUSE : PAUSE.multipliedBy(failures)));
        } else {
            var reason = notNow.map(Throwable::getMessage)
                    .orElse("It failed %d times in a row. What was found until then is kept; continue it to try again."
                            .formatted(failures));
            runs.fail(source, reason);
            end(source, complete, operations);
        }
    }
}
