package codeframe.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** Makes the demo project in the background, step by step, so that the program starts at once. */
public final class DemoTask {
    private static final String NAME = "demo";
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final DemoProject demo;
    private final Clock clock;
    private final CustomTask<Void> task;

    public DemoTask(DemoProject demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
        task = Tasks.custom(NAME, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_TROUBLE))
                .execute((instance, context) -> step());
    }

    public Task<?> task() {
        return task;
    }

    /** Once in the life of a database, however often and on however many nodes it is called. */
    public static void begin(SchedulerClient jobs, Clock clock) {
        jobs.scheduleIfNotExists(new TaskInstance<Void>(NAME, "the one"), clock.instant());
    }

    private CompletionHandler<Void> step() {
        try {
            if (demo.step()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(BETWEEN_STEPS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
