package codeframe.coding.screen;

import codeframe.db.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Images that come to their coder again, unannounced. They are held, put last and given back like others, but take no
 * place that somebody else wants; what is decided the second time stands beside the first coding and never replaces it.
 */
public interface SecondCodings {
    /** @param parted from the first coding by a day or ten other images: what is not comes when nothing else is left */
    record Due(long image, int skipped, boolean parted) {
        boolean fresh() {
            return skipped == 0 && parted;
        }
    }

    @SqlQuery("""
            select image_id as image, skipped, parted from second_codings_due(:sample, :coder, :now)
            order by skipped, place
            """)
    List<Due> due(long sample, long coder, Instant now);

    /** Behind what is held already, as the next image of the coder's own order would be. */
    @SqlUpdate("""
            insert into second_coding (project_id, sample_id, coder_id, image_id, position, claimed_at)
            select s.project_id, s.id, :coder, :image,
                   (select coalesce(max(position), 0) from (
                        select position from assignment
                        where sample_id = :sample and coder_id = :coder and state = 'claimed'
                        union all
                        select position from second_coding
                        where sample_id = :sample and coder_id = :coder and state = 'claimed') held),
                   :now
            from sample s where s.id = :sample
            on conflict (sample_id, coder_id, image_id) do update
            set state = 'claimed', claimed_at = excluded.claimed_at, position = excluded.position
            """)
    void issue(long sample, long coder, long image, Instant now);

    @SqlUpdate("""
            update second_coding set claimed_at = :now
            where sample_id = :sample and coder_id = :coder and state = 'claimed'
            """)
    void touchSecond(long sample, long coder, Instant now);

    @SqlUpdate("""
            update second_coding
            set state = 'waiting', claimed_at = null,
                skipped = 1 + (select max(skipped) from (
                    select skipped from assignment where sample_id = :sample and coder_id = :coder
                    union all
                    select skipped from second_coding where sample_id = :sample and coder_id = :coder) put)
            where sample_id = :sample and coder_id = :coder and image_id = :image and state = 'claimed'
            """)
    int putSecondLast(long sample, long coder, long image);

    @SqlUpdate("""
            update second_coding set state = 'waiting', claimed_at = null
            where sample_id = :sample and coder_id = :coder and state = 'claimed' and claimed_at < :heardBefore
            """)
    int giveSecondBack(long sample, long coder, Instant heardBefore);

    /**
     * True where the image has come again and this is decided of it. What was coded the first time may still be open in
     * another tab, and is changed there: its turn is another.
     */
    @SqlQuery("""
            select exists (
                select from second_coding z
                join sample s on s.id = z.sample_id
                where z.sample_id = :sample and z.coder_id = :coder and z.image_id = :image
                  and (cast(:turn as uuid) is null
                       or md5(concat_ws(' ', s.turn_key, z.coder_id, z.image_id, true))::uuid = :turn))
            """)
    boolean cameAgain(long sample, long coder, long image, UUID turn);

    /** The decision and those before it. */
    @SqlQuery("""
            select exists (
                select from second_coding
                where sample_id = :sample and coder_id = :coder and image_id = :image
                  and (decision = :decision
                       or jsonb_path_exists(earlier, '$[*] ? (@.decision == $id)',
                              jsonb_build_object('id', cast(:decision as text)))))
            """)
    boolean knownSecond(long sample, long coder, long image, UUID decision);

    /** False when it was stored before. */
    default boolean saveSecond(CoderAssignment assignment, Decision decision, Decisions.Checked checked, Instant now) {
        if (knownSecond(assignment.sample(), assignment.coder(), decision.image(), decision.id())) {
            return false;
        }
        decideSecond(assignment, decision, checked, Json.of(checked.codes()), now);
        return true;
    }

    /** What was decided before goes into its history; codes of variables that were not asked stay as they are. */
    @SqlUpdate("""
            update second_coding
            set earlier = case when state = 'done' then earlier || jsonb_build_object(
                    'note', note, 'flagged', flagged, 'decision', decision, 'codebook_version', codebook_version_id,
                    'codes', codes) else earlier end,
                codes = (select coalesce(jsonb_agg(kept), '[]') from jsonb_array_elements(codes) kept
                         where kept ->> 'variable' <> all(:by.asked)) || cast(:codes as jsonb),
                codebook_version_id = :by.version, decision = :said.id,
                seconds = coalesce(seconds, 0) + :said.seconds,
                watched_seconds = case when coalesce(watched_seconds, cast(:said.watchedSeconds as real)) is not null
                    then coalesce(watched_seconds, 0) + coalesce(cast(:said.watchedSeconds as real), 0) end,
                watched_share = greatest(watched_share, cast(:said.watchedShare as real)), note = :said.note, flagged = :said.flagged,
                state = 'done', claimed_at = null, done_at = coalesce(done_at, :now), updated_at = :now
            where sample_id = :to.sample and coder_id = :to.coder and image_id = :said.image
            """)
    void decideSecond(
            @BindMethods("to") CoderAssignment assignment,
            @BindMethods("said") Decision decision,
            @BindMethods("by") Decisions.Checked checked,
            Json codes,
            Instant now);

    /** The seed of the sample and how much the coder has done of it: which of the next images comes again follows. */
    @SqlQuery("""
            select s.seed
                   + (select count(*) from assignment
                      where sample_id = s.id and coder_id = :coder and state <> 'waiting') * 7919
                   + (select count(*) from second_coding where sample_id = s.id and coder_id = :coder) * 104729
                   + :coder
            from sample s where s.id = :sample
            """)
    Optional<Long> chance(long sample, long coder);

    @SqlQuery("""
            select count(*)
            from assignment a
            join sample_image i on i.sample_id = a.sample_id and i.image_id = a.image_id
            where a.sample_id = :sample and a.coder_id = :coder and a.state = 'waiting' and i.taken < i.wanted
            """)
    long stillFree(long sample, long coder);
}
