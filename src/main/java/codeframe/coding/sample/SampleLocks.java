package codeframe.coding.sample;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * What belongs to a sample is locked in one order: the sample, then one of its coders, then places of images, several of
 * them by number (or none that has to be waited for). A coder's assignments and codings change under the coder's lock
 * alone. Held everywhere, nobody waits in a circle.
 */
public interface SampleLocks {
    /** Held until a decision is stored, so that nothing comes in after the gold was made. */
    @SqlQuery("select closed_at is not null from sample where id = :sample for share")
    boolean closed(long sample);

    /** Two tabs of one person come one after the other; empty where the coder was taken off. */
    @SqlQuery("""
            select coder_id from sample_coder where sample_id = :sample and coder_id = :coder for no key update
            """)
    List<Long> lockCoder(long sample, long coder);

    /** Of all images that the coder has taken. */
    @SqlQuery("""
            select i.image_id
            from sample_image i
            join assignment a on a.sample_id = i.sample_id and a.image_id = i.image_id
            where a.sample_id = :sample and a.coder_id = :coder and a.state <> 'waiting'
            order by i.image_id
            for no key update of i
            """)
    List<Long> lockPlaces(long sample, long coder);
}
