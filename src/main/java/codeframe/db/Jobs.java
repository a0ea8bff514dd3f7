package codeframe.db;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Background work, kept in PostgreSQL: what a dead node had claimed is taken over by another. */
public final class Jobs {
    /** How often a node looks for jobs that are due, where nobody waits for them in a test. */
    public static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;

    private Jobs() {}

    /** For scheduling; works on nodes without workers too. */
    public static SchedulerClient client(DataSource pool, List<Task<?>> tasks) {
        return SchedulerClient.Builder.create(pool, tasks).build();
    }

    /**
     * A node that works.
     *
     * @param name stands at the jobs it works on
     * @param threads how many jobs run at the same time on it, at least one
     * @param look how often it looks for jobs that are due
     */
    public record Node(String name, int threads, Duration look) {}

    public static Scheduler scheduler(DataSource pool, List<Task<?>> tasks, Node node, SchedulerListener listener) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        var others =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        return Scheduler.create(pool, others)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .addSchedulerListener(listener)
                .enablePriority()
                .threads(node.threads())
                .pollingInterval(node.look())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    /** With a database of our own no other node can be at work: what a killed program had claimed is free at once. */
    public static void releaseAll(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute(
                "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked"));
    }
}
