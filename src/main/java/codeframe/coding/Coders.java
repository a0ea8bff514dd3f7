package codeframe.coding;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** People and runs alike. */
public interface Coders {
    @SqlQuery("""
            select id, kind, user_id, run_id, name
            from coder
            where project_id = :project
              and not exists (select from run where run.id = coder.run_id and run.kind = 'caption')
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
