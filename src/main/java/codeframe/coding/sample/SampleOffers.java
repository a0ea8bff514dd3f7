package codeframe.coding.sample;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What can be chosen for a sample. */
public interface SampleOffers {
    /** Somebody who may code. */
    record Person(long id, String name, String email) {}

    /** A run's codes of one variable, which can divide a frame; a vote's voters may differ besides. */
    record Source(long coder, String name, boolean vote, String variable) {
        public String key() {
            return coder + ":" + variable;
        }
    }

    @SqlQuery("""
            select u.id, u.name, u.email
            from member m join app_user u on u.id = m.user_id
            where m.project_id = :project and m.role in ('owner', 'coder')
            order by m.role = 'coder' desc, lower(u.name), u.id
            """)
    List<Person> people(long project);

    @SqlQuery("""
            select c.id as coder, c.name, r.kind = 'vote' as vote, v.variable
            from coder c
            join run r on r.id = c.run_id
            cross join unnest(r.variables) as v(variable)
            where c.project_id = :project and c.kind = 'run' and r.kind <> 'caption'
            order by c.id desc, v.variable
            """)
    List<Source> sources(long project);

    @SqlQuery("select name from sample where project_id = :project")
    List<String> names(long project);
}
