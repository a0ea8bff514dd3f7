package codeframe.coding.sample;

import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The samples of a project and who codes them. */
public interface Samples {
    @SqlQuery("select * from sample_overview where project_id = :project order by id desc")
    List<Sample> samples(long project);

    @SqlQuery("select * from sample_overview where project_id = :project and id = :sample")
    Optional<Sample> find(long project, long sample);

    default Sample sample(long project, long sample) {
        return find(project, sample).orElseThrow(() -> new Problem.NotFound("sample"));
    }
}
