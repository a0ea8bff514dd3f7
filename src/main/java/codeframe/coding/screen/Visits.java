package codeframe.coding.screen;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What a coder has read of the codebook, which of their images an older version decided, and the guide's examples. */
public interface Visits {
    /** @param earlier the version read before this one; null when there was none */
    record Visit(long version, Long earlier) {}

    @SqlQuery("""
            select version_id as version, earlier_version_id as earlier
            from coding_visit where sample_id = :sample and coder_id = :coder
            """)
    Optional<Visit> visit(long sample, long coder);

    @SqlUpdate("""
            insert into coding_visit (sample_id, coder_id, version_id) values (:sample, :coder, :version)
            on conflict do nothing
            """)
    void begin(long sample, long coder, long version);

    @SqlUpdate("""
            update coding_visit set earlier_version_id = version_id, version_id = :version, read_at = now()
            where sample_id = :sample and coder_id = :coder and version_id <> :version
            """)
    void read(long sample, long coder, long version);

    /** A code that was given by another version than the one in force; an image that came again is not gone back to. */
    record Older(long image, long version, String variable, String value, String state) {}

    @SqlQuery("""
            select k.image_id as image, k.codebook_version_id as version, c.variable, c.value, c.state
            from coding k join code c on c.coding_id = k.id
            where k.sample_id = :sample and k.coder_id = :coder and k.codebook_version_id <> :version
              and not exists (select from second_coding z
                              where z.sample_id = k.sample_id and z.coder_id = k.coder_id and z.image_id = k.image_id)
            order by k.image_id
            """)
    List<Older> older(long sample, long coder, long version);

    record Example(String variable, String category, long image) {}

    /** None of the sample itself: that would tell its coders what to say. */
    @SqlQuery("""
            select e.variable, e.category, e.image_id as image
            from category_example e
            where e.project_id = :project
              and not exists (select from sample_image i where i.sample_id = :sample and i.image_id = e.image_id)
            order by e.added_at
            """)
    List<Example> examples(long project, long sample);
}
