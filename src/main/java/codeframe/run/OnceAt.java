package codeframe.run;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;

/** Once more, at a given time. */
public record OnceAt(Instant time) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return time;
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }
}
