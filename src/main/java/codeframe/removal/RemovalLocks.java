package codeframe.removal;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Everybody who works with the images is waited for, in the order in which they lock themselves: the project (draws, new
 * runs), samples, their coders and places (decisions, gold), items of runs (workers), the images. Then nobody else can
 * come.
 */
public interface RemovalLocks {
    /** A removal gives way before PostgreSQL looks for a circle of waiting, and tries again. */
    @SqlUpdate("set local lock_timeout = '400ms'")
    void giveWay();

    default void lock(long project, List<Long> images) {
        project(project);
        var samples = samples(project, images);
        coders(samples);
        places(images);
        items(images);
        images(project, images);
    }

    @SqlQuery("select id from project where id = :project for no key update")
    List<Long> project(long project);

    @SqlQuery("""
            select id from sample
            where project_id = :project and id in (select sample_id from sample_image where image_id = any(:images))
            order by id
            for no key update
            """)
    List<Long> samples(long project, List<Long> images);

    @SqlQuery("""
            select coder_id from sample_coder where sample_id = any(:samples) order by sample_id, coder_id
            for no key update
            """)
    List<Long> coders(List<Long> samples);

    @SqlQuery("""
            select image_id from sample_image where image_id = any(:images) order by sample_id, image_id for update
            """)
    List<Long> places(List<Long> images);

    @SqlQuery("select image_id from run_item where image_id = any(:images) order by run_id, image_id for update")
    List<Long> items(List<Long> images);

    @SqlQuery("""
            select id from image where project_id = :project and id = any(:images) order by id for update
            """)
    List<Long> images(long project, List<Long> images);

    /** The state of an import, which stays so until the removal is over; its rows are not matched meanwhile. */
    @SqlQuery("select state from import where project_id = :project and id = :importId for update")
    Optional<String> state(long project, long importId);
}
