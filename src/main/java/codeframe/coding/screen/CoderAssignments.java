package codeframe.coding.screen;

import codeframe.codebook.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who codes which sample, how far they are, and how they like to code. */
public interface CoderAssignments {
    @SqlQuery("""
            select s.project_id as project, s.id as sample, s.name, s.purpose, c.id as coder, s.hide_post,
                   s.closed_at is not null as closed, s.variables, s.unit, v.id as version, v.number, v.content
            from sample s
            join sample_coder sc on sc.sample_id = s.id
            join coder c on c.id = sc.coder_id and c.kind = 'person' and c.user_id = :user
            join lateral (
                select id, number, content from codebook_version
                where project_id = s.project_id and published_at is not null
                order by number desc limit 1) v on true
            where s.project_id = :project and s.id = :sample
            """)
    Optional<CoderAssignment> assignment(long project, long sample, long user);

    /** A sample that somebody is asked to code; {@code left} counts the images that they can still get. */
    record Open(long sample, String name, String purpose, Unit unit, boolean closed, long done, long left) {}

    @SqlQuery("""
            select s.id as sample, s.name, s.purpose, s.unit, s.closed_at is not null as closed,
                   count(*) filter (where a.state = 'done') + count(*) filter (where z.state = 'done') as done,
                   count(*) filter (where a.state = 'claimed' or (a.state = 'waiting' and i.taken < i.wanted))
                   + count(*) filter (where z.state = 'claimed')
                   + (select count(*) from second_codings_due(s.id, c.id, :now)) as left
            from sample s
            join sample_coder sc on sc.sample_id = s.id
            join coder c on c.id = sc.coder_id and c.kind = 'person' and c.user_id = :user
            left join assignment a on a.sample_id = s.id and a.coder_id = c.id
            left join sample_image i on i.sample_id = s.id and i.image_id = a.image_id
            left join second_coding z on z.sample_id = s.id and z.coder_id = c.id and z.image_id = a.image_id
            where s.project_id = :project
            group by s.id, c.id
            order by s.closed_at is not null, s.id desc
            """)
    List<Open> of(long project, long user, Instant now);

    /** @param pace median of the seconds per image so far; 0 before the first */
    record Progress(long done, long left, double pace) {}

    @SqlQuery("""
            select count(*) filter (where a.state = 'done') + count(*) filter (where z.state = 'done') as done,
                   count(*) filter (where a.state = 'claimed' or (a.state = 'waiting' and i.taken < i.wanted))
                   + count(*) filter (where z.state = 'claimed')
                   + (select count(*) from second_codings_due(:sample, :coder, :now)) as left,
                   coalesce((select percentile_cont(0.5) within group (order by seconds)
                             from coding where sample_id = :sample and coder_id = :coder), 0) as pace
            from assignment a
            join sample_image i on i.sample_id = a.sample_id and i.image_id = a.image_id
            left join second_coding z
              on z.sample_id = a.sample_id and z.coder_id = a.coder_id and z.image_id = a.image_id
            where a.sample_id = :sample and a.coder_id = :coder
            """)
    Progress progress(long sample, long coder, Instant now);

    @SqlQuery("select coalesce((select auto_advance from coding_habit where user_id = :user), true)")
    boolean autoAdvance(long user);

    @SqlUpdate("""
            insert into coding_habit (user_id, auto_advance) values (:user, :autoAdvance)
            on conflict (user_id) do update set auto_advance = :autoAdvance
            """)
    void setAutoAdvance(long user, boolean autoAdvance);
}
