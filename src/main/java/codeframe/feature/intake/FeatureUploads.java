package codeframe.feature.intake;

import java.util.Optional;
import org.jdbi.v3.sqlobject.SingleValue;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Files of features between their upload and the choice of their columns. */
public interface FeatureUploads {
    @SqlQuery("""
            insert into feature_upload (project_id, name, bytes, created_by)
            values (:project, :name, :bytes, :user) returning id
            """)
    long add(long project, String name, byte[] bytes, long user);

    @SqlUpdate("delete from feature_upload where created_at < now() - interval '1 day'")
    void removeOld();

    @SqlQuery("select name from feature_upload where project_id = :project and id = :id")
    Optional<String> name(long project, long id);

    @SingleValue
    @SqlQuery("select bytes from feature_upload where project_id = :project and id = :id")
    Optional<byte[]> bytes(long project, long id);

    @SqlUpdate("delete from feature_upload where project_id = :project and id = :id")
    boolean remove(long project, long id);
}
