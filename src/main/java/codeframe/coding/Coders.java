package codeframe.coding;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** People and runs alike. */
public interface Coders {
    @SqlQuery("""
            select id, kind, user_id, run_id, name
            from coder
            where project_id = :project
            order by id
            """)
    List<Coder> coders(long project);

    @SqlQuery("""
            insert into coder (project_id, kind, run_id, name)
            values (:project, 'run', :run, :name)
            returning id, kind, user_id, run_id, name
            """)
    Coder addRun(long project, long run, String name);
}
