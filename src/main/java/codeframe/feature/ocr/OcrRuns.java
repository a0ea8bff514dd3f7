package codeframe.feature.ocr;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The rows of runs that read the text in images. */
public interface OcrRuns {
    /** @param images numbers of images of the project */
    @Transaction
    default long start(long project, String name, String language, Json settings, List<Long> images, long user) {
        long source = add(project, name, language, settings, user);
        addWaiting(project, source, images);
        return source;
    }

    @SqlQuery("""
            insert into feature_source (project_id, name, version, origin, language, file, report, created_by, state,
                                        settings)
            select p.id, :name, coalesce((select max(version) from feature_source
                                          where project_id = p.id and name = :name), 0) + 1,
                   'ocr', :language, '', '{"rows": 0, "matched": 0, "images": 0, "of": 0, "told": [], "tellings": 0, "remarks": [], "columns": []}', :user, 'running', :settings
            from (select id from project where id = :project for no key update) p
            returning id
            """)
    long add(long project, String name, String language, Json settings, long user);

    @SqlUpdate("""
            insert into feature_waiting (source_id, image_id)
            select :source, id from image where project_id = :project and id = any(:images)
            """)
    void addWaiting(long project, long source, List<Long> images);

    /** The settings of the newest run of the project, from which the next begins. */
    @SqlQuery("""
            select settings from feature_source where project_id = :project and origin = 'ocr' order by id desc limit 1
            """)
    Optional<Json> lastSettings(long project);

    /** What a run needs while it goes; empty once it was stopped or removed. */
    record Going(Json settings, String language) {}

    @SqlQuery("select settings, language from feature_source where id = :source and state = 'running'")
    Optional<Going> going(long source);

    record Claimed(long image, byte[] bytes) {}

    /** Images that nobody works on. One that was claimed and came to nothing is free after ten minutes. */
    @SqlQuery("""
            update feature_waiting set claimed_at = now()
            where source_id = :source and image_id in (
                select image_id from feature_waiting
                where source_id = :source and (claimed_at is null or claimed_at < now() - interval '10 minutes')
                order by image_id limit :most for update skip locked)
            returning image_id
            """)
    List<Long> claim(long source, int most);

    @SqlQuery("""
            select i.id as image, b.bytes from image i join blob b on b.sha256 = i.sha256 where i.id = :image
            """)
    Optional<Claimed> picture(long image);

    /** The outcome takes the place of the wait; an image that was removed meanwhile has none. */
    @SqlUpdate("""
            with came as (delete from feature_waiting where source_id = :source and image_id = :image returning image_id)
            insert into feature (source_id, kind, image_id, outcome, text, error, words)
            select :source, 'text', came.image_id, :outcome, :text, :error,
                   to_tsvector(:language::regconfig, left(:text, 50000))
            from came
            on conflict (source_id, kind, image_id) do nothing
            """)
    void settle(long source, String language, long image, String outcome, String text, String error);

    /** Unless images still wait. */
    @SqlUpdate("""
            update feature_source set state = 'done'
            where id = :source and state = 'running'
              and not exists (select from feature_waiting where source_id = :source)
            """)
    boolean finish(long source);

    @SqlUpdate("update feature_source set state = 'failed', failure = :reason where id = :source and state = 'running'")
    void fail(long source, String reason);

    @SqlUpdate("""
            update feature_source set state = 'stopped'
            where project_id = :project and id = :source and state = 'running'
            """)
    boolean stop(long project, long source);

    /** What runs already is not begun again. */
    @SqlUpdate("""
            update feature_source set state = 'running', failure = null
            where project_id = :project and id = :source and origin = 'ocr' and state <> 'running'
              and exists (select from feature_waiting where source_id = :source)
            """)
    boolean resume(long project, long source);

    /** Asks the images again that ended so; what they ended with goes. */
    @Transaction
    @SqlUpdate("""
            with gone as (
                delete from feature f using feature_source s
                where s.id = f.source_id and s.project_id = :project and s.id = :source and s.origin = 'ocr'
                  and s.state <> 'running'
                  and f.outcome = :outcome
                returning f.image_id)
            insert into feature_waiting (source_id, image_id) select :source, image_id from gone
            """)
    int retry(long project, long source, String outcome);
}
