package codeframe.coding.sample;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How much of some coders' work a person is not shown. */
public interface Unseen {
    @SqlQuery("""
            select count(*) filter (where sealed) as sealed, count(*) filter (where not sealed and blind) as blind,
                   count(*) filter (where own) as own
            from (select k.image_id, bool_or(u.reason = 'sealed') as sealed, bool_or(u.reason = 'blind') as blind,
                         bool_or(u.reason = 'again') as own
                  from coding k
                  join unseen_codes(:project, :viewer) u on u.image_id = k.image_id and u.coder_id = k.coder_id
                  where k.project_id = :project and k.coder_id = any(:coders)
                  group by k.image_id) image
            """)
    Withheld of(long project, List<Long> coders, long viewer);
}
