package codeframe.clip.tag;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The stored vectors of images, and what is done with images that have none. */
public interface TagRows {
    /** A vector as little-endian 32-bit floats. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(long image, byte[] vector) {}

    /** Of each image the vector of the picture as people see it, where there are two; none of images that have none. */
    @SqlQuery("""
            select i.id as image, e.vector
            from image i
            cross join lateral (
                select vector from embedding
                where sha256 = i.sha256 and model = any(:models)
                order by upright desc, array_position(:models, model) limit 1) e
            where i.id = any(:images)
            """)
    List<Stored> stored(List<String> models, List<Long> images);

    /** Images without a vector are not asked; how many they are stands with the source. */
    @SqlUpdate("""
            with gone as (delete from feature_waiting where source_id = :source and image_id = any(:images) returning 1)
            update feature_source
            set settings = settings || jsonb_build_object('skipped',
                    coalesce((settings ->> 'skipped')::bigint, 0) + (select count(*) from gone))
            where id = :source
            """)
    void skip(long source, List<Long> images);
}
