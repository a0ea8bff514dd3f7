package codeframe.project;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for somebody, counted; never codes. */
public interface Waiting {
    /** Images of a sample that a person can still get to code. */
    record Images(long projectId, String project, long sample, String name, long left) {
        public String path() {
            return "/projects/" + projectId + "/samples/" + sample + "/code";
        }
    }

    /** In all projects, the oldest sample first. */
    @SqlQuery("""
            select p.id as project_id, p.name as project, s.id as sample, s.name, count(*) as left
            from coder c
            join sample_coder sc on sc.coder_id = c.id
            join sample s on s.id = sc.sample_id and s.closed_at is null
            join project p on p.id = s.project_id
            join member m on m.project_id = p.id and m.user_id = c.user_id and m.role in ('owner', 'coder')
            join assignment a on a.sample_id = s.id and a.coder_id = c.id
            join sample_image i on i.sample_id = s.id and i.image_id = a.image_id
            where c.kind = 'person' and c.user_id = :user
              and (a.state = 'claimed' or (a.state = 'waiting' and i.taken < i.wanted))
            group by p.id, s.id
            order by s.id
            """)
    List<Images> images(long user);

    /**
     * A sample as its owner sees it.
     *
     * @param wanted codings that all its images want together
     * @param contested codes that people gave differently and nobody has settled, once the coding is closed
     */
    record Sample(long id, String name, boolean closed, boolean sealed, long wanted, long done, long contested) {}

    /** Those in which something is left to do, the oldest first; what the person must not see is not counted. */
    @SqlQuery("""
            with open_unit as (
                select distinct k.sample_id, k.image_id, c.variable
                from coding k
                join coder o on o.id = k.coder_id and o.kind = 'person'
                join sample s on s.id = k.sample_id and s.project_id = :project and s.closed_at is not null
                join code c on c.coding_id = k.id
                where k.project_id = :project and not k.assisted
                  and exists (
                      select from coding k2 join coder o2 on o2.id = k2.coder_id and o2.kind = 'person'
                      where k2.sample_id = k.sample_id and k2.image_id = k.image_id and k2.coder_id <> k.coder_id
                        and not k2.assisted)
                  and not exists (
                      select from blind_image b
                      where b.project_id = :project and b.user_id = :user and b.image_id = k.image_id)
                  and not exists (
                      select from coding gk join gold g on g.coding_id = gk.id
                      where gk.sample_id = k.sample_id and gk.image_id = k.image_id and g.variable = c.variable))
            select s.id, s.name, s.closed_at is not null as closed,
                   s.purpose = 'test' and s.opened_at is null as sealed,
                   (select coalesce(sum(wanted), 0) from sample_image where sample_id = s.id) as wanted,
                   (select count(*) from assignment where sample_id = s.id and state = 'done') as done,
                   (select count(*) from open_unit where sample_id = s.id) as contested
            from sample s
            where s.project_id = :project
              and (s.closed_at is null or (s.purpose = 'test' and s.opened_at is null)
                   or s.id in (select sample_id from open_unit))
            order by s.id
            """)
    List<Sample> samples(long project, long user);

    /** A run that stopped before its end, unless a later one was done; {@code why} is empty where somebody paused it. */
    record Run(long id, String name, boolean paused, String why) {}

    @SqlQuery("""
            select id, name, state = 'paused' as paused, coalesce(failure, '') as why
            from run
            where project_id = :project and state in ('paused', 'failed')
              and not exists (
                  select from run later
                  where later.project_id = :project and later.id > run.id and later.kind = run.kind
                    and later.state = 'done' and run.state = 'failed')
            order by id
            """)
    List<Run> runs(long project);
}
