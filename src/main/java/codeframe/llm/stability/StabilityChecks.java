package codeframe.llm.stability;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Stability checks with their runs. */
public interface StabilityChecks {
    /** @param finished whether every run has come to its end */
    record Check(
            long id,
            Long selection,
            int images,
            long seed,
            String model,
            int runs,
            boolean finished,
            BigDecimal cost,
            Instant createdAt,
            String createdBy) {}

    /** One run of a check. */
    record CheckRun(
            long id,
            String name,
            String phrasing,
            String state,
            long coder,
            long settled,
            long total,
            BigDecimal cost) {}

    record Place(int position, String phrasing, long run) {}

    @SqlQuery("""
            select c.id, c.selection_id as selection, c.images, c.seed, coalesce(min(r.model), '') as model,
                   count(r.id) as runs, coalesce(bool_and(r.state in ('done', 'cancelled', 'failed')), true) as finished,
                   coalesce(sum(b.spent), 0) as cost, c.created_at, u.name as created_by
            from stability_check c
            left join stability_run s on s.check_id = c.id
            left join run r on r.id = s.run_id
            left join llm_budget b on b.run_id = s.run_id
            left join app_user u on u.id = c.created_by
            where c.project_id = :project
            group by c.id, u.name
            order by c.id desc
            """)
    List<Check> checks(long project);

    default Optional<Check> check(long project, long id) {
        return checks(project).stream().filter(check -> check.id() == id).findFirst();
    }

    @SqlQuery("""
            select r.id, r.name, s.phrasing, r.state, coder.id as coder, r.total,
                   (select count(*) from run_item i where i.run_id = r.id and i.outcome is not null) as settled,
                   coalesce(b.spent, 0) as cost
            from stability_run s
            join stability_check c on c.id = s.check_id
            join run r on r.id = s.run_id
            join coder on coder.run_id = r.id
            left join llm_budget b on b.run_id = r.id
            where c.project_id = :project and c.id = :check
            order by s.position
            """)
    List<CheckRun> runs(long project, long check);

    /** What a run said of an image: its values, several parted by a bar, or in one word why there is none. */
    record Answer(long image, String path, String variable, long run, List<String> values) {}

    /** Answers to which not every run gave the same, image by image; none that the viewer must not see. */
    @SqlQuery("""
            with answer as (
                select code.image_id as image, code.variable, s.run_id as run,
                       array_agg(coalesce(code.value, code.state) order by code.value, code.state) as "values"
                from stability_run s
                join stability_check c on c.id = s.check_id
                join coder on coder.run_id = s.run_id
                join code on code.coder_id = coder.id
                where c.project_id = :project and c.id = :check
                  and not exists (select from unseen_codes(:project, :viewer) u
                                  where u.image_id = code.image_id and u.coder_id = code.coder_id)
                group by code.image_id, code.variable, s.run_id),
            differing as (
                select image, variable from answer
                group by image, variable
                having count(distinct "values") > 1
                order by variable, image
                limit :limit)
            select answer.image, image.path, answer.variable, answer.run, answer."values"
            from differing
            join answer using (image, variable)
            join image on image.id = answer.image
            order by answer.variable, answer.image, answer.run
            """)
    List<Answer> differing(long project, long check, long viewer, int limit);

    /** The drawn images as a selection, which the gallery and the runs can name. */
    @SqlQuery("""
            with made as (
                insert into selection (project_id, name, created_by) values (:project, :name, :user) returning id),
            kept as (
                insert into selection_image (selection_id, image_id)
                select made.id, image.id from made, image
                where image.project_id = :project and image.id = any(:images))
            select id from made
            """)
    long select(long project, long user, String name, Long[] images);

    @SqlQuery("""
            insert into stability_check (project_id, selection_id, images, seed, created_by)
            values (:project, :selection, :images, :seed, :user)
            returning id
            """)
    long add(long project, long user, long selection, int images, long seed);

    @SqlBatch(
            "insert into stability_run (check_id, position, phrasing, run_id) values (:check, :position, :phrasing, :run)")
    void place(long check, @BindMethods List<Place> place);

    @SqlUpdate("delete from selection where project_id = :project and id = :selection")
    void forget(long project, long selection);
}
