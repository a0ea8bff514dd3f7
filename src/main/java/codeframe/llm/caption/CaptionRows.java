package codeframe.llm.caption;

import codeframe.db.Json;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The captions that runs write, as features of a source of their own. */
public interface CaptionRows {
    /** The source of a run; the first to ask makes it. */
    @Transaction
    default long source(long project, long run, String name, String language) {
        add(project, run, name, language);
        return of(run);
    }

    /** Versions are counted within a name; two sources of one name wait for each other. */
    @SqlUpdate("""
            insert into feature_source (project_id, name, version, origin, language, file, report, created_by, run_id, settings)
            select p.id, :name, coalesce((select max(version) from feature_source
                                          where project_id = p.id and name = :name), 0) + 1,
                   'model', coalesce((select cfgname::text from pg_ts_config where cfgname = lower(:language) limit 1), 'simple'), '',
                   '{"rows": 0, "matched": 0, "images": 0, "of": 0, "told": [], "tellings": 0, "remarks": [], "columns": []}',
                   r.created_by, r.id, jsonb_build_object('run', r.id, 'name', r.name)
            from (select id from project where id = :project for no key update) p
            join run r on r.id = :run and r.project_id = p.id
            where not exists (select from feature_source where run_id = :run)
            on conflict (run_id) do nothing
            """)
    void add(long project, long run, String name, String language);

    @SqlQuery("select id from feature_source where run_id = :run")
    long of(long run);

    /**
     * An image that is described again has the newer caption.
     *
     * @return how many were kept; none where the source was removed meanwhile
     */
    @SqlUpdate("""
            insert into feature (source_id, kind, image_id, outcome, text, error, words)
            select s.id, 'caption', c.image, c.outcome, c.text, c.error, to_tsvector(s.language::regconfig, left(c.text, 50000))
            from feature_source s,
                 jsonb_to_recordset(:captions) as c(image bigint, outcome text, text text, error text)
            where s.id = :source
            on conflict (source_id, kind, image_id) do update
            set outcome = excluded.outcome, text = excluded.text, error = excluded.error, words = excluded.words
            """)
    int keep(long source, Json captions);
}
