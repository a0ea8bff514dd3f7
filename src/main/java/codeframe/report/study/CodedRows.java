package codeframe.report.study;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The codes that reports are computed from. Codes given while a machine's suggestion was visible are left out. */
public interface CodedRows {
    record Row(long image, long coder, long coding, String variable, String value, String state) {}

    /** The latest coding of a coder comes last. A sample of 0 means all. */
    @SqlQuery("""
            select c.image_id as image, c.coder_id as coder, c.coding_id as coding, c.variable, c.value, c.state
            from coding k join code c on c.coding_id = k.id
            where k.project_id = :project and k.coder_id = any(:coders) and c.variable = any(:variables)
              and not k.assisted and (:sample = 0 or k.sample_id = :sample)
            order by k.updated_at, k.id
            """)
    List<Row> codes(long project, List<Long> coders, List<String> variables, long sample);

    @SqlQuery("select id from coder where project_id = :project and run_id = :run")
    Optional<Long> coderOfRun(long project, long run);

    /** Images of a run that ended without a code: refused, invalid, unreadable or failed. */
    @SqlQuery("""
            select i.image_id from run_item i join coder c on c.run_id = i.run_id
            where c.project_id = :project and c.id = :coder and i.outcome is not null and i.outcome <> 'coded'
            """)
    List<Long> unanswered(long project, long coder);

    @SqlQuery("select image_id from coding where project_id = :project and coder_id = :coder and not assisted")
    List<Long> imagesOf(long project, long coder);

    /** How many codings were left out because a suggestion was visible. */
    @SqlQuery("""
            select count(*) from coding
            where project_id = :project and coder_id = any(:coders) and assisted and (:sample = 0 or sample_id = :sample)
            """)
    long assisted(long project, List<Long> coders, long sample);
}
