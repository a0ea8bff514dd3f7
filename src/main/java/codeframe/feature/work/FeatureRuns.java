package codeframe.feature.work;

import codeframe.db.Json;
import codeframe.feature.FeatureRows;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The rows of sources that are made in the background: what waits, who works on it, what came of it. */
public interface FeatureRuns {
    /**
     * What is to be made.
     *
     * @param origin a word of {@code feature_source.origin}
     * @param language by which its words are searched
     */
    record Order(long project, String name, String origin, String language, Json settings, long user) {}

    /** @param images numbers of images of the project */
    @Transaction
    default long start(Order order, List<Long> images) {
        long source =
                add(order.project(), order.name(), order.origin(), order.language(), order.settings(), order.user());
        addWaiting(order.project(), source, images);
        return source;
    }

    @SqlQuery("""
            insert into feature_source (project_id, name, version, origin, language, file, report, created_by, state,
                                        settings)
            select p.id, :name, coalesce((select max(version) from feature_source
                                          where project_id = p.id and name = :name), 0) + 1,
                   :origin, :language, '', '{"rows": 0, "matched": 0, "images": 0, "of": 0, "told": [], "tellings": 0, "remarks": [], "columns": []}', :user, 'running', :settings
            from (select id from project where id = :project for no key update) p
            returning id
            """)
    long add(long project, String name, String origin, String language, Json settings, long user);

    @SqlUpdate("""
            insert into feature_waiting (source_id, image_id)
            select :source, id from image
            where project_id = :project and id = any(:images) and medium <> 'video'
            """)
    void addWaiting(long project, long source, List<Long> images);

    /** The settings of the project's newest source of an origin, from which the next begins. */
    @SqlQuery("""
            select settings from feature_source where project_id = :project and origin = :origin order by id desc limit 1
            """)
    Optional<Json> lastSettings(long project, String origin);

    /** The language of the project's newest codebook, as it is written there. */
    @SqlQuery("""
            select nullif(content ->> 'language', '') from codebook_version
            where project_id = :project and nullif(content ->> 'language', '') is not null
            order by number desc limit 1
            """)
    Optional<String> codebookLanguage(long project);

    /** What a run needs while it goes; empty once it was stopped or removed. */
    record Going(long project, Json settings, String language) {}

    @SqlQuery("""
            select project_id as project, settings, language from feature_source where id = :source and state = 'running'
            """)
    Optional<Going> going(long source);

    @SqlQuery("select origin from feature_source where project_id = :project and id = :source")
    Optional<String> origin(long project, long source);

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

    /** Others may take them at once. */
    @SqlUpdate("""
            update feature_waiting set claimed_at = null where source_id = :source and image_id = any(:images)
            """)
    void release(long source, List<Long> images);

    @SqlQuery("select b.bytes from image i join blob b on b.sha256 = i.sha256 where i.id = :image")
    Optional<byte[]> picture(long image);

    /**
     * The outcomes take the place of the wait; an image that was removed meanwhile has none.
     *
     * @param images whose outcomes these are
     * @param rows {@link FeatureRows.Feature}s, of each image one for each kind
     */
    @SqlUpdate("""
            with came as (
                delete from feature_waiting where source_id = :source and image_id = any(:images) returning image_id)
            insert into feature (source_id, kind, image_id, outcome, text, things, error, words)
            select :source, r.kind, r.image, r.outcome, r.text, r.things, r.error,
                   to_tsvector(:language::regconfig, left(r.text, 50000))
            from jsonb_to_recordset(:rows) as r(kind text, image bigint, outcome text, text text, things jsonb, error text)
            join came on came.image_id = r.image
            on conflict (source_id, kind, image_id) do nothing
            """)
    void settle(long source, String language, List<Long> images, Json rows);

    default void settle(long source, String language, List<FeatureRows.Feature> features) {
        settle(
                source,
                language,
                features.stream().map(FeatureRows.Feature::image).distinct().toList(),
                Json.of(features));
    }

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
            where project_id = :project and id = :source and origin not in ('import', 'model') and state <> 'running'
              and exists (select from feature_waiting where source_id = :source)
            """)
    boolean resume(long project, long source);

    /** Asks the images again that ended so; what they ended with goes. */
    @Transaction
    @SqlUpdate("""
            with gone as (
                delete from feature f using feature_source s
                where s.id = f.source_id and s.project_id = :project and s.id = :source and s.origin not in ('import', 'model')
                  and s.state <> 'running'
                  and f.outcome = :outcome
                returning f.image_id)
            insert into feature_waiting (source_id, image_id) select distinct :source, image_id from gone
            on conflict do nothing
            """)
    int retry(long project, long source, String outcome);
}
