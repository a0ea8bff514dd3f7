package codeframe.image.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background work of imports: reading an upload, and matching its rows again. */
public final class ImportTasks {
    private static final Logger LOG = LoggerFactory.getLogger(ImportTasks.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SchedulerClient client;
    private final OneTimeTask<Void> reading;
    private final OneTimeTask<Void> matching;

    public ImportTasks(Jdbi jdbi, ImportJob job, Clock clock, SchedulerClient client) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.client = client;
        var imports = jdbi.onDemand(Imports.class);
        reading = Tasks.oneTime("import")
                .onFailure((complete, operations) -> retry(imports, complete, operations))
                .execute((task, context) -> run(job, Long.parseLong(task.getId())));
        matching = Tasks.oneTime("import-match")
                .execute((task, context) ->
                        match(imports, Long.parseLong(task.getId().replaceFirst("-.*", ""))));
    }

    public List<Task<?>> tasks() {
        return List.of(reading, matching);
    }

    void read(long id) {
        client.scheduleIfNotExists(reading.instance(Long.toString(id)), clock.instant());
    }

    void match(long id) {
        client.scheduleIfNotExists(matching.instance(id + "-" + UUID.randomUUID()), clock.instant());
    }

    private static void run(ImportJob job, long id) {
        try {
            job.run(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void match(Imports imports, long id) {
        imports.project(id).ifPresent(project -> new RowMatching(jdbi, project, id).match());
        imports.matched(id);
    }

    private void retry(Imports imports, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        long id = Long.parseLong(complete.getExecution().taskInstance.getId());
        int failures = complete.getExecution().consecutiveFailures + 1;
        LOG.warn(
                "import {} failed, attempt {}",
                id,
                failures,
                complete.getCause().orElse(null));
        if (failures < ATTEMPTS) {
            operations.reschedule(complete, clock.instant().plus(PAUSE.multipliedBy(failures)));
        } else {
            imports.fail(id, "It failed %d times in a row; what was imported until then is kept.".formatted(failures));
            new CompletionHandler.OnCompleteRemove<Void>().complete(complete, operations);
        }
    }
}
