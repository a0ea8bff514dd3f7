package codeframe.naming;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Names and notes of runs, samples and saved selections, and what rests on each. */
public interface NamingRows {
    record Words(String name, String note) {}

    @SqlQuery("select name, note from run where project_id = :project and id = :id")
    Optional<Words> run(long project, long id);

    @SqlQuery("select name, note from sample where project_id = :project and id = :id")
    Optional<Words> sample(long project, long id);

    @SqlQuery("select name, note from selection where project_id = :project and id = :id")
    Optional<Words> selection(long project, long id);

    /** The coder that the run is has its name. */
    @SqlUpdate("""
            with named as (
                update run set name = :name, note = :note where project_id = :project and id = :id returning id)
            update coder set name = :name where run_id in (select id from named)
            """)
    void nameRun(long project, long id, String name, String note);

    @SqlUpdate("update sample set name = :name, note = :note where project_id = :project and id = :id")
    void nameSample(long project, long id, String name, String note);

    @SqlUpdate("update selection set name = :name, note = :note where project_id = :project and id = :id")
    void nameSelection(long project, long id, String name, String note);

    @SqlQuery("select id from project where id = :project for no key update")
    long lock(long project);

    @SqlQuery("select id from run where project_id = :project and id = :id for update")
    Optional<Long> lockRun(long project, long id);

    @SqlQuery("select id from sample where project_id = :project and id = :id for update")
    Optional<Long> lockSample(long project, long id);

    @SqlQuery("select id from selection where project_id = :project and id = :id for update")
    Optional<Long> lockSelection(long project, long id);

    /** A filter names a coder in {@code code=coder:variable:value} and in {@code between=coder}. */
    @SqlQuery("""
            select r.state in ('queued', 'running') as going,
                   (select count(*) from coding where coder_id = c.id) as codings,
                   (select count(*) from llm_request where run_id = r.id) as requests,
                   (select count(*) from stability_run where run_id = r.id) as checks,
                   (select count(distinct run_id) from vote_voter
                    where project_id = r.project_id and coder_id = c.id) as votes,
                   (select count(*) from run_review v join run_review_item i on i.review_id = v.id
                    where v.run_id = r.id and i.verdict is not null) as judged,
                   (select count(*) from sample s, jsonb_array_elements(s.opened_with -> 'runs') tested
                    where s.project_id = r.project_id and cast(tested ->> 'run' as bigint) = r.id) as opened,
                   (select count(*)
                    from (select coalesce(s.frame ->> 'query', '') || coalesce(s.strata ->> 'by', '') as query
                          from sample s where s.project_id = r.project_id
                          union all
                          select coalesce(o.images ->> 'query', '') from run o
                          where o.project_id = r.project_id and o.id <> r.id
                          union all
                          select query from selection where project_id = r.project_id) f
                    where f.query ~ ('(code|between)=' || c.id || '(\\D|$)')
                       or f.query ~ ('"coder": ?' || c.id || '(\\D|$)')) as filters
            from run r join coder c on c.run_id = r.id
            where r.project_id = :project and r.id = :id
            """)
    Resting.OfRun onRun(long project, long id);

    /** Codes by machine, or from elsewhere, of a test sample that was never opened are what its seal hides. */
    @SqlQuery("""
            select (select count(*) from coding where sample_id = s.id) as codings,
                   (select count(*) from removed_unit where sample_id = s.id and codings > 0) as removed,
                   s.opened_at is not null as opened,
                   s.purpose = 'test' and exists (
                       select from sample_image m join coding k on k.image_id = m.image_id
                       where m.sample_id = s.id and k.sample_id is null) as hides,
                   (select count(*)
                    from (select coalesce(o.frame ->> 'query', '') as query from sample o
                          where o.project_id = s.project_id and o.id <> s.id
                          union all
                          select coalesce(images ->> 'query', '') from run where project_id = s.project_id
                          union all
                          select query from selection where project_id = s.project_id) f
                    where f.query ~ ('(^|&)sample=' || s.id || '(&|$)')) as filters
            from sample s
            where s.project_id = :project and s.id = :id
            """)
    Resting.OfSample onSample(long project, long id);

    @SqlQuery("""
            select (select count(*) from stability_check where selection_id = s.id) as checks,
                   (select count(*)
                    from (select coalesce(frame ->> 'query', '') as query from sample where project_id = s.project_id
                          union all
                          select coalesce(images ->> 'query', '') from run where project_id = s.project_id
                          union all
                          select query from selection where project_id = s.project_id and id <> s.id) f
                    where f.query ~ ('(^|&)selection=' || s.id || '(&|$)')) as filters
            from selection s
            where s.project_id = :project and s.id = :id
            """)
    Resting.OfSelection onSelection(long project, long id);

    /** With its coder, codes and outcomes. */
    @SqlUpdate("delete from run where project_id = :project and id = :id")
    void deleteRun(long project, long id);

    @SqlUpdate("delete from sample where project_id = :project and id = :id")
    void deleteSample(long project, long id);

    @SqlUpdate("delete from selection where project_id = :project and id = :id")
    void deleteSelection(long project, long id);
}
