package codeframe.administration;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The background work of all nodes: at work, waiting, failing. */
public interface JobRows {
    /**
     * @param project the name of the one it works for, or empty
     * @param node that works on it, or null
     * @param failures in a row, up to now
     * @param reason of the last one, or empty
     */
    record Job(
            String task,
            String instance,
            String project,
            String node,
            Instant dueAt,
            Instant heartbeatAt,
            int failures,
            String reason) {
        public String title() {
            return JobTitle.of(task, instance);
        }
    }

    /** What is at work or has failed and will be tried again; what merely waits for its time is left out. */
    @SqlQuery("""
            select s.task_name as task, s.task_instance as instance, coalesce(p.name, '') as project,
                   case when s.picked then s.picked_by end as node, s.execution_time as due_at,
                   s.last_heartbeat as heartbeat_at, coalesce(s.consecutive_failures, 0) as failures,
                   coalesce((
                       select f.reason from job_failure f
                       where f.task = s.task_name and f.instance = s.task_instance
                       order by f.id desc limit 1), '') as reason
            from scheduled_tasks s
            left join run r
                on s.task_name = 'run' and r.id = cast(substring(s.task_instance from '^[0-9]{1,18}') as bigint)
            left join import i
                on s.task_name in ('import', 'import-match')
                and i.id = cast(substring(s.task_instance from '^[0-9]{1,18}') as bigint)
            left join feature_source f
                on s.task_name in ('ocr', 'vision', 'tags')
                and f.id = cast(substring(s.task_instance from '^[0-9]{1,18}') as bigint)
            left join project p on p.id = coalesce(r.project_id, i.project_id, f.project_id)
            where s.picked or s.consecutive_failures > 0
            order by s.picked desc, s.consecutive_failures desc nulls last, s.execution_time, s.task_name, s.task_instance
            limit :limit
            """)
    List<Job> going(int limit);

    record Waiting(String task, long jobs, Instant first) {
        public String title() {
            return JobTitle.of(task, "");
        }
    }

    @SqlQuery("""
            select task_name as task, count(*) as jobs, min(execution_time) as first
            from scheduled_tasks
            where not picked
            group by task_name
            order by task_name
            """)
    List<Waiting> waiting();

    /** @param kind import, run or features */
    record GivenUp(String kind, long id, String project, String reason, Instant at) {
        public String title() {
            return switch (kind) {
                case "run" -> "Run " + id;
                case "import" -> "Import " + id;
                default -> "Features, source " + id;
            };
        }
    }

    @SqlQuery("""
            select 'import' as kind, i.id, p.name as project, coalesce(i.failure, '') as reason,
                   coalesce(i.finished_at, i.created_at) as at
            from import i join project p on p.id = i.project_id
            where i.state = 'failed'
            union all
            select 'run', r.id, p.name, coalesce(r.failure, ''), coalesce(r.finished_at, r.created_at)
            from run r join project p on p.id = r.project_id
            where r.state = 'failed'
            union all
            select 'features', s.id, p.name, coalesce(s.failure, ''), s.created_at
            from feature_source s join project p on p.id = s.project_id
            where s.state = 'failed'
            order by at desc
            limit :limit
            """)
    List<GivenUp> givenUp(int limit);
}
