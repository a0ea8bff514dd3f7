package codeframe.coding.screen;

import codeframe.coding.sample.SampleLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Who holds which image. A claim takes one of the places that an image has, and gives it back after a day of silence. */
public interface Claims extends SampleLocks, SecondCodings {
    /** The image on the screen and three that are loaded ahead. */
    int HELD = 4;

    Duration SILENCE = Duration.ofHours(24);

    /** What the coder holds, the next image first: filled up from the coder's own order. */
    @Transaction
    default List<Long> hold(long sample, long coder, Instant now) {
        if (lockCoder(sample, coder).isEmpty()) {
            return List.of();
        }
        touch(sample, coder, now);
        touchSecond(sample, coder, now);
        int wanted = HELD - held(sample, coder).size();
        if (wanted > 0) {
            fill(sample, coder, wanted, now);
        }
        return held(sample, coder);
    }

    /** What comes again is strewn among the rest, as often as there is of each; alone only where there is no rest. */
    default void fill(long sample, long coder, int wanted, Instant now) {
        var again = new ArrayDeque<>(due(sample, coder, now));
        if (again.isEmpty()) {
            take(sample, coder, wanted, now);
            return;
        }
        var random = new SplittableRandom(chance(sample, coder).orElse(0L));
        for (int place = 0; place < wanted; place++) {
            var fresh = again.stream().filter(Due::fresh).toList();
            boolean second = random.nextLong(stillFree(sample, coder) + fresh.size() + 1) < fresh.size();
            if (second) {
                again.remove(fresh.get(0));
                issue(sample, coder, fresh.get(0).image(), now);
            } else if (take(sample, coder, 1, now) == 0 && !again.isEmpty()) {
                issue(sample, coder, again.remove().image(), now);
            }
        }
    }

    private int take(long sample, long coder, int wanted, Instant now) {
        var free = free(sample, coder, wanted);
        var taken = free.isEmpty() ? freeOnceUnlocked(sample, coder) : free;
        claim(sample, coder, taken, now);
        return taken.size();
    }

    /** Whoever is heard of keeps what they hold. */
    @SqlUpdate("""
            update assignment set claimed_at = :now
            where sample_id = :sample and coder_id = :coder and state = 'claimed'
            """)
    void touch(long sample, long coder, Instant now);

    @SqlQuery("""
            select image_id from (
                select image_id, skipped, position, 1 as time from assignment
                where sample_id = :sample and coder_id = :coder and state = 'claimed'
                union all
                select image_id, skipped, position, 2 from second_coding
                where sample_id = :sample and coder_id = :coder and state = 'claimed') held
            order by skipped, position, time, image_id
            """)
    List<Long> held(long sample, long coder);

    @SqlQuery("""
            select a.image_id
            from assignment a
            join sample_image i on i.sample_id = a.sample_id and i.image_id = a.image_id
            where a.sample_id = :sample and a.coder_id = :coder and a.state = 'waiting' and i.taken < i.wanted
            order by a.skipped, a.position
            limit :limit
            for no key update of i skip locked
            """)
    List<Long> free(long sample, long coder, int limit);

    /** Where all that is left is being claimed at this moment; one at a time, so that nobody waits for each other. */
    @SqlQuery("""
            select a.image_id
            from assignment a
            join sample_image i on i.sample_id = a.sample_id and i.image_id = a.image_id
            where a.sample_id = :sample and a.coder_id = :coder and a.state = 'waiting' and i.taken < i.wanted
            order by a.skipped, a.position
            limit 1
            for no key update of i
            """)
    List<Long> freeOnceUnlocked(long sample, long coder);

    @SqlUpdate("""
            with place as (
                update sample_image set taken = taken + 1
                where sample_id = :sample and image_id = any(:images)
                returning image_id)
            update assignment a set state = 'claimed', claimed_at = :now
            from place where a.sample_id = :sample and a.coder_id = :coder and a.image_id = place.image_id
            """)
    void claim(long sample, long coder, List<Long> images, Instant now);

    /** Gives the place back; the image comes again when all others have come. Nothing happens to one not held. */
    @Transaction
    default int skip(long sample, long coder, long image) {
        return lockCoder(sample, coder).isEmpty()
                ? 0
                : putLast(sample, coder, image) + putSecondLast(sample, coder, image);
    }

    @SqlUpdate("""
            with given as (
                update assignment a
                set state = 'waiting', claimed_at = null,
                    skipped = 1 + (select max(skipped) from assignment
                                   where sample_id = :sample and coder_id = :coder)
                where sample_id = :sample and coder_id = :coder and image_id = :image and state = 'claimed'
                returning image_id)
            update sample_image i set taken = taken - 1
            from given where i.sample_id = :sample and i.image_id = given.image_id
            """)
    int putLast(long sample, long coder, long image);

    /** Gives back what nobody has been heard of since; coder by coder, so that nobody waits for all of them. */
    default int release(Instant heardBefore) {
        return silent(heardBefore).stream()
                .mapToInt(one -> release(one.sample(), one.coder(), heardBefore))
                .sum();
    }

    record Silent(long sample, long coder) {}

    @SqlQuery("""
            select sample_id as sample, coder_id as coder from assignment
            where state = 'claimed' and claimed_at < :heardBefore
            union
            select sample_id, coder_id from second_coding where state = 'claimed' and claimed_at < :heardBefore
            """)
    List<Silent> silent(Instant heardBefore);

    @Transaction
    default int release(long sample, long coder, Instant heardBefore) {
        if (lockCoder(sample, coder).isEmpty()) {
            return 0;
        }
        lockPlaces(sample, coder);
        return giveBack(sample, coder, heardBefore) + giveSecondBack(sample, coder, heardBefore);
    }

    @SqlUpdate("""
            with silent as (
                update assignment set state = 'waiting', claimed_at = null
                where sample_id = :sample and coder_id = :coder and state = 'claimed' and claimed_at < :heardBefore
                returning image_id)
            update sample_image i set taken = taken - 1
            from silent where i.sample_id = :sample and i.image_id = silent.image_id
            """)
    int giveBack(long sample, long coder, Instant heardBefore);
}
