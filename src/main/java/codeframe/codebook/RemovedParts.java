package codeframe.codebook;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What was taken out of drafts: the way back from every "remove". */
public interface RemovedParts {

    /** @param variable the key of the variable that a category belonged to; empty for a variable */
    @SqlQuery("""
            insert into codebook_removed (project_id, variable, position, content, removed_by)
            values (:project, :variable, :position, :content, :user)
            returning id
            """)
    long add(long project, long user, String variable, int position, Json content);

    default long add(long project, long user, int position, Variable variable) {
        return add(
                project,
                user,
                "",
                position,
                new Json(CodebookJson.tree(variable).toString()));
    }

    default long add(long project, long user, String variable, int position, Category category) {
        return add(
                project,
                user,
                variable,
                position,
                new Json(CodebookJson.tree(category).toString()));
    }

    @SqlQuery("""
            select r.id, r.variable, r.position, r.content, r.removed_at, u.name as removed_by
            from codebook_removed r left join app_user u on u.id = r.removed_by
            where r.project_id = :project
            order by r.id desc
            limit 20
            """)
    List<Removed> latest(long project);

    @SqlQuery("""
            select r.id, r.variable, r.position, r.content, r.removed_at, u.name as removed_by
            from codebook_removed r left join app_user u on u.id = r.removed_by
            where r.project_id = :project and r.id = :id
            """)
    Optional<Removed> find(long project, long id);

    @SqlUpdate("delete from codebook_removed where project_id = :project and id = :id")
    int forget(long project, long id);
}
