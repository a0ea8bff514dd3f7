package codeframe.image.video;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Videos whose frames are to be chosen anew, and what goes with them. */
public interface FrameChoices {
    /** @param tries that came to nothing */
    record Waiting(long image, String sha256, String mediaType, long size, Json wanted, int tries) {}

    /** @return how many videos wait */
    @SqlUpdate("""
            update frame_choice c
            set wanted = :rule, failure = null, tries = 0
            from image i
            where i.id = c.image_id and i.project_id = :project and (:all or i.id = :image)
            """)
    int ask(long project, long image, boolean all, Json rule);

    /** One over which the server failed comes after the others. */
    @SqlQuery("""
            select i.id as image, encode(i.sha256, 'hex') as sha256, b.media_type, b.size, c.wanted, c.tries
            from frame_choice c
            join image i on i.id = c.image_id
            join blob b on b.sha256 = i.sha256
            where i.project_id = :project and c.wanted is not null
            order by c.tries, i.id
            limit 1
            """)
    Optional<Waiting> next(long project);

    /** Counted before the work, which may end this program. */
    @SqlUpdate("update frame_choice set tries = tries + 1 where image_id = :image and wanted = :wanted")
    void begin(long image, Json wanted);

    @SqlUpdate("update frame_choice set wanted = null, failure = :why where image_id = :image and wanted = :wanted")
    void refuse(long image, Json wanted, String why);

    /** Another job may have given it up meanwhile. */
    @SqlUpdate("""
            update frame_choice set wanted = null, failure = null
            where image_id = :image and (wanted is null or wanted = :wanted)
            """)
    void chosen(long image, Json wanted);

    /** From now on nothing new hangs on them. */
    @SqlQuery("select id from image where parent_id = :video order by id for update")
    List<Long> lock(long video);

    /**
     * Frames that are not chosen again and on which nothing hangs; those that were coded, drawn, judged, described or
     * picked out stay. Whoever codes, draws or judges a whole video, which its row stands for, does so by its frames.
     */
    @SqlQuery("""
            delete from image i
            where i.parent_id = :video and i.t_ms <> all(:chosen)
              and not exists (select from coding where image_id in (i.id, i.parent_id))
              and not exists (select from sample_image where image_id in (i.id, i.parent_id))
              and not exists (select from run_item where image_id in (i.id, i.parent_id))
              and not exists (select from selection_image where image_id = i.id)
              and not exists (select from example where image_id = i.id)
              and not exists (select from category_example where image_id = i.id)
              and not exists (select from feature where image_id = i.id)
            returning encode(i.sha256, 'hex')
            """)
    List<String> drop(long video, List<Integer> chosen);

    record Kept(long id, int ms) {}

    /** Frames that stay although the rule does not choose them. */
    @SqlQuery("select id, t_ms as ms from image where parent_id = :video and t_ms <> all(:chosen) order by id")
    List<Kept> kept(long video, List<Integer> chosen);

    /** So that the numbers of one video's shots are all counted by one rule. */
    @SqlUpdate("""
            update image i set shot = n.shot
            from unnest(:frames, :shots) as n (frame, shot)
            where i.id = n.frame
            """)
    void number(List<Long> frames, List<Integer> shots);

    /** Whoever brings the same picture in at this moment has it first, or waits and stores it anew. */
    @SqlQuery("""
            select encode(sha256, 'hex') from blob
            where sha256 in (select decode(content, 'hex') from unnest(:contents) content)
            order by sha256
            for update
            """)
    List<String> lockBytes(List<String> contents);

    @SqlUpdate("""
            delete from blob b
            where b.sha256 in (select decode(content, 'hex') from unnest(:contents) content)
              and not exists (select from image i where i.sha256 = b.sha256)
            """)
    void dropBytes(List<String> contents);
}
