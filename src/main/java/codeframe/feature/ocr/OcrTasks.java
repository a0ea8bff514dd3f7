package codeframe.feature.ocr;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background work of reading text in images; what a dead node had begun is taken over. */
public final class OcrTasks {
    private static final Logger LOG = LoggerFactory.getLogger(OcrTasks.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OcrRuns runs;
    private final Clock clock;
    private final SchedulerClient client;
    private final OneTimeTask<Void> reading;

    public OcrTasks(OcrRuns runs, OcrJob job, Clock clock, SchedulerClient client) {
        this.runs = runs;
        this.clock = clock;
        this.client = client;
        reading = Tasks.oneTime("ocr").onFailure(this::retry).execute((task, context) -> {
            try {
                job.run(source(task.getId()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading the text in images", stopped);
            }
        });
    }

    public List<Task<?>> tasks() {
        return List.of(reading);
    }

    void read(long source) {
        client.scheduleIfNotExists(reading.instance(source + "-" + UUID.randomUUID()), clock.instant());
    }

    private static long source(String id) {
        return Long.parseLong(id.replaceFirst("-.*", ""));
    }

    private void retry(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        long source = source(complete.getExecution().taskInstance.getId());
        int failures = complete.getExecution().consecutiveFailures + 1;
        LOG.warn(
                "reading the text for source {} failed, attempt {}",
                source,
                failures,
                complete.getCause().orElse(null));
        if (failures < ATTEMPTS) {
            operations.reschedule(complete, clock.instant().plus(PAUSE.multipliedBy(failures)));
        } else {
            runs.fail(
                    source,
                    "It failed %d times in a row. What was read until then is kept; continue it to try again."
                            .formatted(failures));
            new CompletionHandler.OnCompleteRemove<Void>().complete(complete, operations);
        }
    }
}
