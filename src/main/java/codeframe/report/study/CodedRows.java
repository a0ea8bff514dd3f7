package codeframe.report.study;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The codes that reports are computed from. */
public interface CodedRows {
    /**
     * One value of one coding.
     *
     * @param sample in which it was coded, 0 outside of any
     * @param at when it was coded, in seconds
     * @param standing "counted", or why the code does not count: "unit", "assisted", "open", "handpicked", "sealed",
     *     or "unfinished"
     */
    record Row(
            long image,
            long coder,
            long coding,
            long sample,
            String variable,
            String value,
            String state,
            long at,
            String standing) {
        public boolean counted() {
            return standing.equals("counted");
        }

        /** Whether it is said of an image that is still coded, outside of its sample. */
        public boolean unfinished() {
            return standing.equals("unfinished");
        }
    }

    /**
     * The latest coding of a coder comes last. People code in a sample; runs and imported codes belong to it by their
     * image. What a person coded with a machine's suggestion in sight, what was coded in a sample that is still open or
     * sealed, what was picked by hand, machine results on sealed images, and those on images that are still coded and
     * belong to no sample that was asked for, are told apart, so that they can be counted and left out; and so is what was
     * coded of another unit than the variable is asked of, such as a post's first image alone. Who reads is not asked.
     *
     * @param samples whose codes count; none for all that is closed
     * @param images of which they are read; none for all
     */
    @SqlQuery("""
            with asked as (
                select name, variable_unit(:project, name, :in.version) as unit
                from unnest(cast(:variables as text[])) as v(name))
            select c.image_id as image, c.coder_id as coder, c.coding_id as coding,
                   coalesce(k.sample_id, 0) as sample, c.variable, c.value, c.state,
                   extract(epoch from k.created_at)::bigint as at,
                   case when coalesce(s.unit, m.unit, a.unit) <> a.unit then 'unit'
                        when k.assisted then 'assisted'
                        when k.sample_id is not null
                            and k.sample_id not in (select id from closed_sample where project_id = :project) then 'open'
                        when s.design = 'handpicked' and cardinality(cast(:samples as bigint[])) = 0 then 'handpicked'
                        when (r.kind in ('run', 'gold') or r.kind = 'imported' and lower(r.name) = 'gold')
                            and (k.image_id in (select image_id from sealed_image where project_id = :project)
                                 or r.kind = 'run' and (k.image_id, a.unit) in (
                                     select lead_id, unit from sealed_unit where project_id = :project)) then 'sealed'
                        when k.sample_id is null and cardinality(cast(:samples as bigint[])) = 0
                            and (k.image_id in (select image_id from open_image where project_id = :project)
                                 or r.kind = 'run' and (k.image_id, a.unit) in (
                                     select lead_id, unit from open_unit where project_id = :project))
                            then 'unfinished'
                        else 'counted' end as standing
            from coding k
            join code c on c.coding_id = k.id
            join asked a on a.name = c.variable
            join coder r on r.id = k.coder_id
            join image i on i.id = k.image_id
            join codebook_version v on v.id = k.codebook_version_id
            left join run m on m.id = r.run_id
            left join sample s on s.id = k.sample_id
            where k.project_id = :project and k.coder_id = any(:coders) and c.variable = any(:variables)
              and (cardinality(cast(:images as bigint[])) = 0 or k.image_id = any(:images))
              and (cardinality(cast(:samples as bigint[])) = 0 or k.sample_id = any(:samples)
                   or (k.sample_id is null and r.kind in ('run', 'imported')
                       and k.image_id in (select image_id from sample_image where sample_id = any(:samples))))
              and (:in.version = 0 or v.number = :in.version)
              and ((:in.account = '' or i.account = :in.account)
                   and (:in.from = '' or i.posted_at >= cast(nullif(:in.from, '') as date))
                   and (:in.to = '' or i.posted_at < cast(nullif(:in.to, '') as date) + 1)
                   or i.id in (select image_id from appearance
                               where project_id = :project
                                 and (:in.account = '' or account = :in.account)
                                 and (:in.from = '' or posted_at >= cast(nullif(:in.from, '') as date))
                                 and (:in.to = '' or posted_at < cast(nullif(:in.to, '') as date) + 1)))
            order by k.updated_at, k.id
            """)
    List<Row> codesOf(
            long project,
            List<Long> coders,
            List<String> variables,
            List<Long> samples,
            List<Long> images,
            @BindMethods("in") Scope scope);

    /** The same of all images. */
    default List<Row> codes(long project, List<Long> coders, List<String> variables, List<Long> samples, Scope scope) {
        return codesOf(project, coders, variables, samples, List.of(), scope);
    }

    /**
     * One value of an image that a coder coded twice.
     *
     * @param time 1 for the first coding, 2 for the second
     */
    record Repeated(long image, long coder, int time, String variable, String value, String state) {}

    /** Both codings of what people coded twice in closed samples; the lens is that of the codes above. */
    @SqlQuery("""
            with twice as (
                select z.*, k.id as coding_id, k.codebook_version_id as first_version
                from second_coding z
                join closed_sample s on s.id = z.sample_id and s.project_id = z.project_id
                join sample d on d.id = z.sample_id
                join coding k
                  on k.sample_id = z.sample_id and k.coder_id = z.coder_id and k.image_id = z.image_id
                join image i on i.id = z.image_id
                where z.project_id = :project and z.state = 'done' and z.coder_id = any(:coders)
                  and (z.sample_id = any(:samples)
                       or cardinality(cast(:samples as bigint[])) = 0 and d.design <> 'handpicked')
                  and (:in.account = '' or i.account = :in.account)
                  and (:in.from = '' or i.posted_at >= cast(nullif(:in.from, '') as date))
                  and (:in.to = '' or i.posted_at < cast(nullif(:in.to, '') as date) + 1))
            select t.image_id as image, t.coder_id as coder, 1 as time, c.variable, c.value, c.state
            from twice t
            join codebook_version v on v.id = t.first_version
            join code c on c.coding_id = t.coding_id and c.variable = any(:variables)
            where :in.version = 0 or v.number = :in.version
            union all
            select t.image_id, t.coder_id, 2, c.variable, c.value, c.state
            from twice t
            join codebook_version v on v.id = t.codebook_version_id
            cross join jsonb_to_recordset(t.codes) as c(variable text, value text, state text)
            where c.variable = any(:variables) and (:in.version = 0 or v.number = :in.version)
            order by image, coder, time, variable, value
            """)
    List<Repeated> repeated(
            long project,
            List<Long> coders,
            List<String> variables,
            List<Long> samples,
            @BindMethods("in") Scope scope);

    /** {@code post} and {@code account} are null where nothing is known; a frame is of its video, or of the post that shows it. */
    record Origin(long image, String post, String account) {}

    @SqlQuery("""
            select i.id as image, coalesce('post-' || coalesce(i.post_id, v.post_id), 'video-' || i.parent_id) as post,
                   i.account
            from image i
            left join image v on v.id = i.parent_id
            where i.project_id = :project and i.id = any(:images)
            """)
    List<Origin> origins(long project, List<Long> images);

    /** What a run judges; empty where the coder is none. */
    @SqlQuery("""
            select r.unit from coder c join run r on r.id = c.run_id
            where c.project_id = :project and c.id = :coder
            """)
    Optional<Unit> judged(long project, long coder);

    /** @throws Problem.Invalid where a run judged another unit than the variable is asked of: nothing of it compares */
    default void checkUnit(long project, ReportedCoder coder, Variable variable) {
        judged(project, coder.id()).filter(unit -> unit != variable.unit()).ifPresent(unit -> {
            throw new Problem.Invalid(coder.name() + " judged " + unit.many() + ", and " + variable.label()
                    + " is asked of " + variable.unit().many() + ": the two do not compare."
                    + (unit.several()
                            ? ""
                            : " Lift its codes to " + variable.unit().many() + " first; its page offers it."));
        });
    }

    @SqlQuery("select id from coder where project_id = :project and run_id = :run")
    Optional<Long> coderOfRun(long project, long run);
}
