package codeframe.feature;

import codeframe.db.Json;
import codeframe.image.Detection;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.SingleValue;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The features of images, as they are written and read by the thousand. */
public interface FeatureRows {
    /** A longer text is kept whole and found by what it begins with: PostgreSQL indexes at most a megabyte of words. */
    int SEARCHED = 50_000;

    int AT_ONCE = 1000;

    /** @param things as {@link Detection}s */
    record Feature(String kind, long image, String outcome, String text, List<Detection> things, String error) {}

    @SqlUpdate("""
            insert into feature (source_id, kind, image_id, outcome, text, things, error, words)
            select :source, r.kind, r.image, r.outcome, r.text, r.things, r.error,
                   to_tsvector(:language::regconfig, left(r.text, 50000))
            from jsonb_to_recordset(:rows) as r(kind text, image bigint, outcome text, text text, things jsonb, error text)
            """)
    void add(long source, String language, Json rows);

    /**
     * A feature as the table of all has it.
     *
     * @param error why it failed, or what it does not cover; else null
     */
    record Written(
            long image,
            String path,
            String source,
            int version,
            String kind,
            String outcome,
            String text,
            Json things,
            String error) {
        List<Detection> detections() {
            return things.as(new TypeReference<List<Detection>>() {});
        }
    }

    @Transaction(readOnly = true)
    @FetchSize(AT_ONCE)
    @SqlQuery("""
            select f.image_id as image, i.path, s.name as source, s.version, f.kind, f.outcome, f.text, f.things,
                   coalesce(f.error, f.remark) as error
            from feature_source s
            join feature f on f.source_id = s.id
            join image i on i.id = f.image_id
            where s.project_id = :project
              and (s.origin <> 'model' or f.image_id not in (select image_id from sealed_image where project_id = :project))
              and not exists (select from blind_image b
                              where b.project_id = :project and b.image_id = f.image_id and b.user_id = :viewer)
            order by f.image_id, s.name collate "C", s.version, f.kind
            """)
    void each(long project, long viewer, Consumer<Written> each);

    /** Images that the person still codes, of which nothing is told. */
    @SingleValue
    @SqlQuery("""
            select count(distinct f.image_id)
            from feature_source s
            join feature f on f.source_id = s.id
            join blind_image b on b.project_id = :project and b.image_id = f.image_id and b.user_id = :viewer
            where s.project_id = :project
            """)
    long withheld(long project, long viewer);

    /** Images of sealed samples, of which nothing is told that runs by models said. */
    @SingleValue
    @SqlQuery("""
            select count(distinct f.image_id)
            from feature_source s
            join feature f on f.source_id = s.id
            join sealed_image z on z.project_id = :project and z.image_id = f.image_id
            where s.project_id = :project and s.origin = 'model'
            """)
    long sealed(long project);

    /** A path under which an image came in; the same content may have come in under several. */
    record Named(long id, String path, int width, int height) {}

    @SqlQuery("""
            select named.id, named.path, b.width, b.height
            from (select id, path, sha256 from image where project_id = :project
                  union
                  select item.image_id, item.path, i.sha256
                  from import_item item join image i on i.id = item.image_id
                  where i.project_id = :project) named
            join blob b on b.sha256 = named.sha256
            order by named.id, named.path
            """)
    List<Named> images(long project);
}
