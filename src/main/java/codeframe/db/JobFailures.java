package codeframe.db;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.slf4j.LoggerFactory;

/** Why jobs failed. */
public interface JobFailures {
    int LONGEST = 2_000;
    Duration KEPT = Duration.ofDays(30);

    record Failure(long id, String task, String instance, String node, Instant at, String reason) {}

    @SqlUpdate("""
            insert into job_failure (task, instance, node, at, reason)
            values (:task, :instance, :node, :at, left(:reason, 2000))
            """)
    void add(String task, String instance, String node, Instant at, String reason);

    @SqlUpdate("delete from job_failure where at < :before")
    void dropOld(Instant before);

    @SqlQuery("select id, task, instance, node, at, reason from job_failure order by id desc limit :limit")
    List<Failure> latest(int limit);

    /** Keeps the reason of every failure on this node; a failure to keep one stops no job. */
    default SchedulerListener listener(String node, Clock clock) {
        return new AbstractSchedulerListener() {
            @Override
            public void onExecutionComplete(ExecutionComplete complete) {
                if (complete.getResult() == ExecutionComplete.Result.FAILED) {
                    keep(
                            complete.getExecution().taskInstance,
                            complete.getCause().map(JobFailures::reason).orElse("No reason is known."));
                }
            }

            @Override
            public void onExecutionDead(Execution execution) {
                keep(
                        execution.taskInstance,
                        "The node " + execution.pickedBy
                                + " gave no sign of life while it worked on this. Another takes it over.");
            }

            private void keep(TaskInstance<?> instance, String reason) {
                try {
                    add(instance.getTaskName(), instance.getId(), node, clock.instant(), reason);
                    dropOld(clock.instant().minus(KEPT));
                } catch (RuntimeException e) {
                    LoggerFactory.getLogger(JobFailures.class).warn("The reason of a failure is not kept.", e);
                }
            }
        };
    }

    /** What was thrown and what was behind it, in a line. */
    private static String reason(Throwable thrown) {
        var text = new StringBuilder(thrown.toString());
        var cause = thrown.getCause();
        for (int i = 0; i < 5 && cause != null; i++, cause = cause.getCause()) {
            text.append("; because of ").append(cause);
        }
        return text.toString().replace('\0', ' ');
    }
}
