package codeframe.feature;

import codeframe.db.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The sources of a project's features, and how far each went. */
public interface FeatureSources {
    /** The search configurations of the server, by which words are found whatever their form; "simple" takes them as they are. */
    @SqlQuery("""
            select cfgname from pg_ts_config where cfgnamespace = 'pg_catalog'::regnamespace
            order by cfgname <> 'simple', cfgname
            """)
    List<String> languages();

    /** The newest first, without the sentences about rows. */
    @SqlQuery("""
            select s.id, s.name, s.version, s.origin, s.language, s.file, s.report || '{"told": []}' as report,
                   s.settings, s.state, s.failure, s.created_at,
                   (select count(*) from feature_waiting w where w.source_id = s.id) as waiting,
                   coalesce(u.name, 'Codeframe') as who
            from feature_source s left join app_user u on u.id = s.created_by
            where s.project_id = :project
            order by s.id desc
            """)
    List<FeatureSource> all(long project);

    @SqlQuery("""
            select s.id, s.name, s.version, s.origin, s.language, s.file, s.report,
                   case when s.origin = 'model' and s.run_id is null then s.settings - 'run' else s.settings end as settings,
                   s.state, s.failure, s.created_at,
                   (select count(*) from feature_waiting w where w.source_id = s.id) as waiting,
                   coalesce(u.name, 'Codeframe') as who
            from feature_source s left join app_user u on u.id = s.created_by
            where s.project_id = :project and s.id = :id
            """)
    Optional<FeatureSource> find(long project, long id);

    @SqlQuery("""
            select t.source_id, t.kind, t.done, t.empty, t.silent, t.no_audio, t.refused, t.error, t.unreadable,
                   greatest(0, case when t.kind = 'transcript' and i.videos > 0 then i.videos else i.n end - t.n) as never_asked
            from (select f.source_id, f.kind, count(*) as n,
                         count(*) filter (where f.outcome = 'done') as done,
                         count(*) filter (where f.outcome = 'empty') as empty,
                         count(*) filter (where f.outcome = 'silent') as silent,
                         count(*) filter (where f.outcome = 'no_audio') as no_audio,
                         count(*) filter (where f.outcome = 'refused') as refused,
                         count(*) filter (where f.outcome = 'error') as error,
                         count(*) filter (where f.outcome = 'unreadable') as unreadable
                  from feature f join feature_source s on s.id = f.source_id
                  where s.project_id = :project
                  group by f.source_id, f.kind) t,
                 (select count(*) filter (where medium <> 'video') as n, count(*) filter (where medium = 'video') as videos
                  from image where project_id = :project) i
            order by t.source_id, array_position(array['caption', 'text', 'objects', 'labels', 'transcript', 'note'], t.kind)
            """)
    List<FeatureTally> tallies(long project);

    /**
     * What services said of images that failed or of which a part is missing, the frequent ones first; nothing of images that the person still codes
     * or, where a run by a model failed, that are sealed.
     */
    record Failure(String kind, String error, long images) {}

    @SqlQuery("""
            select f.kind, coalesce(f.error, f.remark, f.outcome) as error, count(*) as images
            from feature f join feature_source s on s.id = f.source_id
            where s.project_id = :project and s.id = :id and (f.outcome in ('refused', 'error', 'unreadable') or f.remark is not null)
              and (s.origin <> 'model' or f.image_id not in (select image_id from sealed_image where project_id = :project))
              and not exists (select from blind_image b
                              where b.project_id = :project and b.image_id = f.image_id and b.user_id = :viewer)
            group by 1, 2 order by images desc, error limit 20
            """)
    List<Failure> failures(long project, long id, long viewer);

    /** Whether a person codes images of an open sample. */
    @SqlQuery("select exists (select from blind_image where project_id = :project and user_id = :user)")
    boolean codesNow(long project, long user);

    /** Nobody is the user where the program itself brought them. Versions are counted within a name; two imports of one name wait for each other. */
    @SqlQuery("""
            insert into feature_source (project_id, name, version, origin, language, file, report, created_by)
            select p.id, :name, coalesce((select max(version) from feature_source
                                          where project_id = p.id and name = :name), 0) + 1,
                   'import', :language, :file, :report, :user
            from (select id from project where id = :project for no key update) p
            returning id
            """)
    long add(long project, String name, String language, String file, Json report, Long user);

    /** How many images a source has come to. */
    @SqlQuery("select count(distinct image_id) from feature where source_id = :source")
    long settled(long source);

    /**
     * What a source that costs money may spend and has spent.
     *
     * @param remaining of the cap, without what requests under way may cost
     * @param lost requests of which nobody knows the end, counted at the most they can have cost
     * @param quietUntil until when the service wants to be left alone
     */
    record Spending(
            BigDecimal cap,
            BigDecimal spent,
            BigDecimal remaining,
            BigDecimal estimateLow,
            BigDecimal estimateHigh,
            long requests,
            long lost,
            Instant quietUntil,
            String quietReason) {}

    @SqlQuery("""
            select b.cap, b.spent, b.cap - b.spent - b.reserved as remaining, b.estimate_low, b.estimate_high, q.requests, q.lost,
                   coalesce(v.quiet_until, l.quiet_until) as quiet_until,
                   coalesce(v.quiet_reason, l.name || ' asked to be left alone') as quiet_reason
            from feature_budget b
            join feature_source s on s.id = b.source_id
            left join vision_service v on v.project_id = s.project_id and v.quiet_until > now() and s.state = 'running'
                 and s.origin = 'vision'
            left join llm_server l on s.origin = 'speech' and l.id = cast(s.settings ->> 'server' as bigint)
                 and l.quiet_until > now() and s.state = 'running',
            lateral (select count(*) as requests, count(*) filter (where state = 'lost') as lost
                     from (select state from vision_request where source_id = s.id
                           union all select state from llm_request where source_id = s.id) paid) q
            where s.project_id = :project and s.id = :id
            """)
    Optional<Spending> spending(long project, long id);

    /** Runs that write a source or tell of it, and are not at their end: what they paid for would be lost with it. */
    @SqlQuery("""
            select r.name from run r
            where r.project_id = :project
              and (r.state in ('queued', 'running', 'paused')
                   or (r.state = 'failed' and exists (select from llm_batch b
                                                      where b.run_id = r.id and b.state in ('preparing', 'sent'))))
              and (r.id = (select run_id from feature_source where project_id = :project and id = :id)
                   or r.parameters #> '{features,read}' @> jsonb_build_array(jsonb_build_object('source', cast(:id as bigint))))
            order by r.id
            """)
    List<String> usedBy(long project, long id);

    @SqlUpdate("delete from feature_source where project_id = :project and id = :id")
    boolean remove(long project, long id);
}
