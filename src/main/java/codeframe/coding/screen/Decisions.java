package codeframe.coding.screen;

import codeframe.coding.Code;
import codeframe.coding.sample.SampleLocks;
import codeframe.db.Json;
import codeframe.image.RemovedImages;
import codeframe.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Stores what people decide; what they decided before goes into the history. */
public interface Decisions extends SampleLocks, SecondCodings, RemovedImages {
    /**
     * A decision that holds to its codebook.
     *
     * @param asked the variables that are answered by it; codes of others stay as they are
     */
    record Checked(long version, List<String> asked, List<Code> codes) {}

    /** False when it was stored before: a browser sends again what it has no answer to. */
    @Transaction
    default boolean save(CoderAssignment assignment, Decision decision, Checked checked, Instant now) {
        if (closed(assignment.sample())) {
            throw new Problem.Conflict("\"" + assignment.name()
                    + "\" was closed, so this was not stored. Ask an owner of the" + " project what becomes of it.");
        }
        var state = lockCoder(assignment.sample(), assignment.coder()).stream()
                .flatMap(coder -> state(assignment.sample(), coder, decision.image()).stream())
                .findFirst()
                .orElseThrow(() -> absent(assignment.project(), decision.image()));
        var before = coding(assignment.sample(), assignment.coder(), decision.image());
        if (before.isPresent() && known(before.get(), decision.id())) {
            return false;
        }
        if (cameAgain(assignment.sample(), assignment.coder(), decision.image(), decision.turn())) {
            return saveSecond(assignment, decision, checked, now);
        }
        before.ifPresent(coding -> {
            keep(coding);
            clear(coding, checked.asked());
        });
        long coding = write(assignment, decision, checked.version(), now);
        codes(coding, Json.of(checked.codes()));
        if (state.equals("waiting")) {
            // Given back after a day of silence, and decided all the same: nobody's work is thrown away.
            takeLate(assignment.sample(), decision.image());
        }
        finish(assignment.sample(), assignment.coder(), decision.image(), now);
        return true;
    }

    private Problem absent(long project, long image) {
        return gone(project, image)
                .<Problem>map(gone -> new Problem.Gone(gone.sentence() + " Your codes for it were not kept."))
                .orElseGet(() -> new Problem.NotFound("image in this sample"));
    }

    @SqlQuery("""
            select state from assignment
            where sample_id = :sample and coder_id = :coder and image_id = :image
            """)
    Optional<String> state(long sample, long coder, long image);

    @SqlQuery("select id from coding where sample_id = :sample and coder_id = :coder and image_id = :image")
    Optional<Long> coding(long sample, long coder, long image);

    @SqlQuery("""
            select exists (select from coding where id = :coding and decision = :decision)
                or exists (select from coding_history
                           where coding_id = :coding and was ->> 'decision' = cast(:decision as text))
            """)
    boolean known(long coding, UUID decision);

    @SqlUpdate("""
            insert into coding_history (coding_id, was)
            select k.id, jsonb_build_object(
                       'note', k.note, 'flagged', k.flagged, 'decision', k.decision,
                       'codebook_version', k.codebook_version_id,
                       'codes', coalesce(
                           (select jsonb_agg(jsonb_build_object(
                                       'variable', c.variable, 'value', c.value, 'state', c.state)
                                   order by c.variable, c.value)
                            from code c where c.coding_id = k.id), '[]'))
            from coding k where k.id = :coding
            """)
    void keep(long coding);

    @SqlUpdate("delete from code where coding_id = :coding and variable = any(:variables)")
    void clear(long coding, List<String> variables);

    /** The time spent adds up over every look at the image; of a video the look that saw most of it stands. */
    @SqlQuery("""
            insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, decision, seconds,
                                watched_seconds, watched_share, note, flagged, created_at, updated_at)
            values (:to.project, :to.coder, :said.image, :version, :to.sample, :said.id, :said.seconds,
                    :said.watchedSeconds, :said.watchedShare, :said.note, :said.flagged, :now, :now)
            on conflict (coder_id, image_id, sample_id) do update
            set codebook_version_id = excluded.codebook_version_id, decision = excluded.decision,
                seconds = coalesce(coding.seconds, 0) + excluded.seconds,
                watched_seconds = case when coalesce(coding.watched_seconds, excluded.watched_seconds) is not null
                    then coalesce(coding.watched_seconds, 0) + coalesce(excluded.watched_seconds, 0) end,
                watched_share = greatest(coding.watched_share, excluded.watched_share),
                note = excluded.note, flagged = excluded.flagged, updated_at = excluded.updated_at
            returning id
            """)
    long write(
            @BindMethods("to") CoderAssignment assignment,
            @BindMethods("said") Decision decision,
            long version,
            Instant now);

    @SqlUpdate("""
            insert into code (coding_id, coder_id, image_id, variable, value, state)
            select k.id, k.coder_id, k.image_id, c.variable, c.value, c.state
            from coding k, jsonb_to_recordset(:codes) as c(variable text, value text, state text)
            where k.id = :coding
            """)
    void codes(long coding, Json codes);

    @SqlUpdate("""
            update sample_image set taken = taken + 1, wanted = greatest(wanted, taken + 1)
            where sample_id = :sample and image_id = :image
            """)
    void takeLate(long sample, long image);

    @SqlUpdate("""
            update assignment set state = 'done', done_at = coalesce(done_at, :now)
            where sample_id = :sample and coder_id = :coder and image_id = :image
            """)
    void finish(long sample, long coder, long image, Instant now);
}
