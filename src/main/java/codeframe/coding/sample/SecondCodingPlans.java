package codeframe.coding.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How much of which sample comes again, and how far that is: counts, never which images. */
public interface SecondCodingPlans {
    @SqlUpdate("""
            insert into second_coding_plan (sample_id, share, number, after_days)
            values (:sample, :share, :number, :afterDays)
            """)
    void add(long sample, @BindMethods SecondCodingPlan plan);

    @SqlQuery("""
            select p.share, p.number, p.after_days
            from second_coding_plan p join sample s on s.id = p.sample_id
            where s.project_id = :project and s.id = :sample
            """)
    Optional<SecondCodingPlan> find(long project, long sample);

    /** @param due images of the coder that come again from now on and were not decided again yet */
    record Progress(String name, long done, long due) {}

    @SqlQuery("""
            select c.name, count(z.image_id) filter (where z.state = 'done') as done,
                   count(z.image_id) filter (where z.state = 'claimed')
                   + (select count(*) from second_codings_due(s.id, c.id, :now)) as due
            from sample s
            join second_coding_plan p on p.sample_id = s.id
            join sample_coder sc on sc.sample_id = s.id
            join coder c on c.id = sc.coder_id
            left join second_coding z on z.sample_id = s.id and z.coder_id = c.id
            where s.project_id = :project and s.id = :sample
            group by s.id, c.id
            order by lower(c.name), c.id
            """)
    List<Progress> progress(long project, long sample, Instant now);
}
