package codeframe.run.review;

import codeframe.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Right/wrong sweeps and their judgements. */
public interface Reviews {
    /** A review as one person looks at it: images whose results they must not see are left out. */
    record Looking(long project, long coder, long review, long viewer) {
        static Looking at(Run run, Review review, long viewer) {
            return new Looking(run.projectId(), run.coderId(), review.id(), viewer);
        }
    }

    @SqlQuery("""
            select v.id, v.run_id, v.variable, v.design, v.seed, v.size, u.name as created_by, v.created_at
            from run_review v left join app_user u on u.id = v.created_by
            where v.run_id = :run
            order by v.id desc
            """)
    List<Review> reviews(long run);

    @SqlQuery("""
            select v.id, v.run_id, v.variable, v.design, v.seed, v.size, u.name as created_by, v.created_at
            from run_review v left join app_user u on u.id = v.created_by
            where v.run_id = :run and v.id = :review
            """)
    Optional<Review> review(long run, long review);

    /**
     * Draws and stores; the same seed draws the same images again. Of several values of one image one is drawn.
     *
     * @param most how many images in all
     * @param each how many of one value at most; as many as {@code most} makes the draw a random one
     */
    @SqlQuery("""
            with codes as (
                select image_id, value, md5(:seed || ':' || image_id) as lot,
                       row_number() over (partition by image_id order by md5(:seed || ':' || value)) as nth_value
                from code
                where coder_id = :coder and variable = :variable and state = 'coded'
                  and image_id not in (select u.image_id from unseen_codes(:project, :user) u where u.coder_id = :coder)),
            ranked as (
                select image_id, value, lot, row_number() over (partition by value order by lot, image_id) as nth
                from codes where nth_value = 1),
            drawn as (
                select image_id, value, row_number() over (order by lot, image_id) as position
                from ranked where nth <= :each
                order by lot, image_id limit :most),
            review as (
                insert into run_review (run_id, variable, design, seed, size, created_by)
                values (:run, :variable, :design, :seed, (select count(*) from drawn), :user)
                returning id),
            items as (
                insert into run_review_item (review_id, position, image_id, value)
                select review.id, drawn.position, drawn.image_id, drawn.value from review, drawn)
            select id from review
            """)
    long draw(
            long project,
            long run,
            long coder,
            String variable,
            String design,
            long seed,
            int most,
            int each,
            Long user);

    @SqlQuery("""
            select i.position, i.image_id as image, image.path, i.value, i.verdict, i.correct
            from run_review_item i join image on image.id = i.image_id
            where i.review_id = :review and i.verdict is null
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = i.image_id and u.coder_id = :coder)
            order by i.position
            limit :n
            """)
    List<ReviewItem> open(@BindMethods Looking looking, int n);

    @SqlQuery("""
            select i.position, i.image_id as image, image.path, i.value, i.verdict, i.correct
            from run_review_item i join image on image.id = i.image_id
            where i.review_id = :review and i.verdict is not null
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = i.image_id and u.coder_id = :coder)
            order by i.judged_at desc, i.position desc
            limit 1
            """)
    Optional<ReviewItem> last(@BindMethods Looking looking);

    @SqlQuery("""
            select i.position, i.image_id as image, image.path, i.value, i.verdict, i.correct
            from run_review_item i join image on image.id = i.image_id
            where i.review_id = :review and i.verdict = 'wrong'
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = i.image_id and u.coder_id = :coder)
            order by i.value, i.correct nulls last, i.position
            """)
    List<ReviewItem> wrongOnes(@BindMethods Looking looking);

    @SqlUpdate("""
            update run_review_item set verdict = :verdict, judged_at = :now
            where review_id = :review and position = :position and verdict is null
            """)
    int judge(long review, int position, String verdict, Instant now);

    @SqlUpdate("""
            update run_review_item set correct = :value
            where review_id = :review and position = :position and verdict = 'wrong'
            """)
    int correct(long review, int position, String value);

    /** Takes the latest judgement back. */
    @SqlUpdate("""
            update run_review_item set verdict = null, correct = null, judged_at = null
            where review_id = :review and position = (
                select position from run_review_item
                where review_id = :review and verdict is not null
                order by judged_at desc, position desc limit 1)
            """)
    int undo(long review);

    @SqlQuery("""
            select value, count(*) filter (where verdict = 'right') as "right",
                   count(*) filter (where verdict = 'wrong') as wrong,
                   count(*) filter (where verdict = 'skipped') as skipped,
                   count(*) filter (where verdict is null) as open
            from run_review_item i
            where i.review_id = :review
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = i.image_id and u.coder_id = :coder)
            group by value
            """)
    List<ReviewTally> tallies(@BindMethods Looking looking);

    /** All images of one review in one tally. */
    record Judged(long review, @Nested ReviewTally tally) {}

    /** How far each review of a run has come, as one person sees it. */
    @SqlQuery("""
            select i.review_id as review, '' as value, count(*) filter (where i.verdict = 'right') as "right",
                   count(*) filter (where i.verdict = 'wrong') as wrong,
                   count(*) filter (where i.verdict = 'skipped') as skipped,
                   count(*) filter (where i.verdict is null) as open
            from run_review v join run_review_item i on i.review_id = v.id
            where v.run_id = :run
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = i.image_id and u.coder_id = :coder)
            group by i.review_id
            """)
    List<Judged> judged(long project, long run, long coder, long viewer);
}
