package codeframe.coding.sample;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How far the coding of samples is: counts, never codes. */
public interface SampleProgress {
    /**
     * One sample.
     *
     * @param images that have all the codings they want
     * @param wanted codings all images want together
     * @param hidden whether whoever looks codes in it while images come again: a count that stands still after a decision
     *     would tell that its image was one of these
     */
    record Progress(long sampleId, long images, long total, long wanted, long done, boolean mine, boolean hidden) {
        public static final Progress NONE = new Progress(0, 0, 0, 0, 0, false, false);
    }

    @SqlQuery("""
            select s.id as sample_id,
                   count(*) filter (where coalesce(a.done, 0) >= i.wanted) as images,
                   count(i.image_id) as total,
                   coalesce(sum(i.wanted), 0) as wanted,
                   coalesce(sum(a.done), 0) as done,
                   exists (select from sample_coder sc join coder c on c.id = sc.coder_id
                           where sc.sample_id = s.id and c.user_id = :user) as mine,
                   s.closed_at is null
                   and exists (select from second_coding_plan p where p.sample_id = s.id)
                   and exists (select from sample_coder sc join coder c on c.id = sc.coder_id
                               where sc.sample_id = s.id and c.user_id = :user) as hidden
            from sample s
            left join sample_image i on i.sample_id = s.id
            left join (select sample_id, image_id, count(*) as done
                       from assignment where state = 'done' group by sample_id, image_id) a
              on a.sample_id = i.sample_id and a.image_id = i.image_id
            where s.project_id = :project
            group by s.id
            """)
    List<Progress> ofProject(long project, long user);

    default Progress of(long project, long user, long sample) {
        return ofProject(project, user).stream()
                .filter(one -> one.sampleId() == sample)
                .findFirst()
                .orElse(Progress.NONE);
    }

    /** One coder of a sample; {@code seconds} is the median of a decision, null where none was timed. */
    record Coder(long coderId, Long userId, String name, long done, long claimed, Double seconds) {
        /** Who has decided something stays. */
        public boolean canGo() {
            return done == 0;
        }
    }

    @SqlQuery("""
            select c.id as coder_id, c.user_id, c.name,
                   count(a.image_id) filter (where a.state = 'done') as done,
                   count(a.image_id) filter (where a.state = 'claimed') as claimed,
                   (select percentile_cont(0.5) within group (order by g.seconds)
                    from coding g where g.sample_id = s.id and g.coder_id = c.id and g.seconds is not null) as seconds
            from sample s
            join sample_coder sc on sc.sample_id = s.id
            join coder c on c.id = sc.coder_id
            left join assignment a on a.sample_id = s.id and a.coder_id = c.id
            where s.project_id = :project and s.id = :sample
            group by s.id, c.id
            order by lower(c.name), c.id
            """)
    List<Coder> coders(long project, long sample);
}
