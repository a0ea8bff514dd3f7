package codeframe.report.study;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The samples that reports rest on, and what is known of them. */
interface BasisRows {
    /** {@code by} is null when whoever chose has left. */
    record Chosen(String rests, long sample, String by, Instant at) {}

    @SqlQuery("""
            select b.rests, b.sample_id as sample, u.name as by, b.chosen_at as at
            from report_basis b left join app_user u on u.id = b.chosen_by
            where b.project_id = :project
            order by b.rests, b.sample_id desc
            """)
    List<Chosen> chosen(long project);

    /** How many images of a closed sample two people or more coded, and how many have gold. */
    record Worked(long sample, long twice, long settled) {}

    @SqlQuery("""
            select s.id as sample,
                   (select count(*)
                    from (select k.image_id
                          from coding k join coder c on c.id = k.coder_id and c.kind = 'person'
                          where k.sample_id = s.id and not k.assisted
                          group by k.image_id having count(distinct k.coder_id) > 1) coded) as twice,
                   (select count(distinct m.image_id)
                    from sample_image m
                    join coding k on k.image_id = m.image_id
                    join coder c on c.id = k.coder_id and (c.kind = 'gold' or lower(c.name) = 'gold')
                    where m.sample_id = s.id
                      and (k.sample_id = s.id or (k.sample_id is null and c.kind = 'imported'))) as settled
            from closed_sample s
            where s.project_id = :project
            """)
    List<Worked> worked(long project);

    @SqlUpdate("delete from report_basis where project_id = :project")
    void forget(long project);

    @SqlUpdate("""
            insert into report_basis (project_id, rests, sample_id, chosen_by) values (:project, :rests, :sample, :by)
            """)
    void choose(long project, String rests, long sample, long by);

    /** The open samples that the person codes in. */
    @SqlQuery("""
            select distinct s.name
            from blind_image b join sample s on s.id = b.sample_id
            where b.project_id = :project and b.user_id = :user
            order by s.name
            """)
    List<String> coding(long project, long user);
}
