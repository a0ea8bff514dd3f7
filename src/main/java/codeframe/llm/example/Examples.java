package codeframe.llm.example;

import codeframe.coding.Code;
import codeframe.db.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The shelf of example images of a project. */
public interface Examples {
    /** An example with what is needed to show it. */
    record Shelved(long image, String path, Json codes, Instant changedAt, String changedBy) {
        public Example example() {
            return new Example(image, codes.as(new TypeReference<List<Code>>() {}));
        }
    }

    @SqlQuery("""
            select example.image_id as image, image.path, example.codes, example.changed_at, u.name as changed_by
            from example
            join image on image.id = example.image_id
            left join app_user u on u.id = example.changed_by
            where example.project_id = :project
            order by example.image_id
            """)
    List<Shelved> shelf(long project);

    @SqlQuery("""
            select example.image_id as image, image.path, example.codes, example.changed_at, u.name as changed_by
            from example
            join image on image.id = example.image_id
            left join app_user u on u.id = example.changed_by
            where example.project_id = :project and example.image_id = :image
            """)
    Optional<Shelved> example(long project, long image);

    /** Those of the ids that are on the shelf, in its order. */
    default List<Example> chosen(long project, List<Long> images) {
        return shelf(project).stream()
                .filter(shelved -> images.contains(shelved.image()))
                .map(Shelved::example)
                .toList();
    }

    @SqlUpdate("""
            insert into example (project_id, image_id, codes, changed_by)
            values (:project, :image, :codes, :user)
            on conflict (project_id, image_id)
            do update set codes = :codes, changed_by = :user, changed_at = now()
            """)
    void put(long project, long image, Json codes, long user);

    @SqlUpdate("delete from example where project_id = :project and image_id = :image")
    boolean remove(long project, long image);

    /** Images that a machine may not be judged by: those on the shelf, and those that a run was shown. */
    @SqlQuery("select image_id from example_image where project_id = :project order by image_id")
    List<Long> shown(long project);
}
