package codeframe.wiring;

import codeframe.Config;
import codeframe.project.Access;
import codeframe.project.Events;
import codeframe.templates.Templates;
import codeframe.web.Calculations;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What every feature is made with. */
public record FeatureContext(
        Config config,
        Jdbi jdbi,
        Clock clock,
        Access access,
        Templates templates,
        Events events,
        SchedulerClient jobs,
        List<Task<?>> tasks,
        Calculations calculations) {

    /** The rows of a feature: an interface of SQL. */
    <T> T rows(Class<T> type) {
        return jdbi.onDemand(type);
    }
}
