package codeframe.demo;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How far the demo project has come. */
public interface Demos {
    /** Null stands for what is not there yet, or has been deleted. */
    record Demo(Long projectId, Long importId, Long runId, Long secondRunId, Long sampleId, boolean finished) {}

    @SqlQuery("select project_id, import_id, run_id, second_run_id, sample_id, finished from demo")
    Optional<Demo> demo();

    @SqlUpdate("insert into demo (project_id) values (:project)")
    void begin(long project);

    @SqlUpdate("update demo set import_id = :upload")
    void uploading(long upload);

    @SqlUpdate("update demo set run_id = :run")
    void running(long run);

    @SqlUpdate("update demo set second_run_id = :run")
    void runningAgain(long run);

    @SqlUpdate("update demo set sample_id = :sample")
    void sampled(long sample);

    @SqlUpdate("update demo set finished = true")
    void finish();

    /** Whoever has an account before the demo is there owns it; else the first account takes it over. */
    @SqlUpdate("""
            insert into member (project_id, user_id, role)
            select :project, id, 'owner' from app_user order by id limit 1
            on conflict do nothing
            """)
    void giveToFirstUser(long project);
}
