package codeframe.report.methods;

import codeframe.report.methods.section.Recorded;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What an owner decides and records for the methods section: the runs it tells of, and facts that no row tells. */
interface MethodsChoiceRows {
    @SqlQuery("select topic, language, text from methods_fact where project_id = :project order by topic, language")
    List<Recorded.Fact> recorded(long project);

    @SqlUpdate("delete from methods_fact where project_id = :project and topic = :topic and language = :language")
    void forget(long project, String topic, String language);

    @SqlUpdate("""
            insert into methods_fact (project_id, topic, language, text, recorded_by)
            values (:project, :topic, :language, :text, :by)
            """)
    void record(long project, String topic, String language, String text, long by);

    @SqlQuery("select run_id from report_run where project_id = :project order by run_id")
    List<Long> runs(long project);

    @SqlQuery("select address from reported_results where project_id = :project order by id")
    List<String> results(long project);

    @SqlUpdate("delete from reported_results where project_id = :project and address <> all(:kept)")
    int keepResults(long project, List<String> kept);

    @SqlUpdate("""
            insert into reported_results (project_id, address, chosen_by) values (:project, :address, :by)
            on conflict do nothing
            """)
    int addResults(long project, String address, long by);

    @SqlUpdate("delete from report_run where project_id = :project")
    void forgetRuns(long project);

    /** Only a run of the project. */
    @SqlUpdate("""
            insert into report_run (project_id, run_id, chosen_by)
            select project_id, id, :by from run where project_id = :project and id = :run
            """)
    int choose(long project, long run, long by);
}
