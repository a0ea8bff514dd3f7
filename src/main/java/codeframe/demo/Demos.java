package codeframe.demo;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How far the demo project has come. */
public interface Demos {
    /** Null stands for what is not there yet, or has been deleted. */
    record Demo(
            Long projectId,
            Long importId,
            Long runId,
            Long secondRunId,
            Long thirdRunId,
            Long voteRunId,
            Long sampleId,
            Long featureSourceId,
            boolean finished) {}

    @SqlQuery("""
            select project_id, import_id, run_id, second_run_id, third_run_id, vote_run_id, sample_id, feature_source_id, finished
            from demo
            """)
    Optional<Demo> demo();

    @SqlUpdate("insert into demo (project_id) values (:project)")
    void begin(long project);

    @SqlUpdate("update demo set import_id = :upload")
    void uploading(long upload);

    @SqlUpdate("update demo set run_id = :run")
    void running(long run);

    @SqlUpdate("update demo set second_run_id = :run")
    void runningAgain(long run);

    @SqlUpdate("update demo set third_run_id = :run")
    void runningOnceMore(long run);

    @SqlUpdate("update demo set vote_run_id = :run")
    void voting(long run);

    @SqlUpdate("update demo set feature_source_id = :source")
    void described(long source);

    /** The coders of its three runs, with what became of these. */
    record Voter(long coder, String state) {}

    @SqlQuery("""
            select c.id as coder, r.state
            from demo d join run r on r.id in (d.run_id, d.second_run_id, d.third_run_id) join coder c on c.run_id = r.id
            order by c.id
            """)
    List<Voter> voters();

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
