package codeframe.llm.example;

import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.llm.prompt.Example;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The example images of a project. */
public interface PromptExamples {
    /** An example with what is needed to show it. */
    record ProjectExample(long image, String path, Json codes, Instant changedAt, String changedBy) {
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
    List<ProjectExample> ofProject(long project);

    @SqlQuery("""
            select example.image_id as image, image.path, example.codes, example.changed_at, u.name as changed_by
            from example
            join image on image.id = example.image_id
            left join app_user u on u.id = example.changed_by
            where example.project_id = :project and example.image_id = :image
            """)
    Optional<ProjectExample> example(long project, long image);

    /** Those of the ids that are among the examples, in its order. */
    default List<Example> chosen(long project, List<Long> images) {
        return ofProject(project).stream()
                .filter(example -> images.contains(example.image()))
                .map(ProjectExample::example)
                .toList();
    }

    /** What the person said about the image most recently; nobody else's codes are copied. */
    @SqlQuery("""
            select code.variable, code.value, code.state, null::real as confidence, null::jsonb as detail
            from code
            where code.coding_id = (
                select coding.id
                from coding join coder on coder.id = coding.coder_id
                where coding.project_id = :project and coding.image_id = :image and coder.user_id = :user
                order by coding.updated_at desc, coding.id desc
                limit 1)
            order by code.variable, code.value
            """)
    List<Code> own(long project, long image, long user);

    /** Names of samples that lose an image when it becomes an example. */
    @SqlQuery("""
            select sample.name
            from sample_image join sample on sample.id = sample_image.sample_id
            where sample.project_id = :project and sample_image.image_id = :image
            order by sample.id
            """)
    List<String> samples(long project, long image);

    @SqlUpdate("""
            insert into example (project_id, image_id, codes, changed_by)
            values (:project, :image, :codes, :user)
            on conflict (project_id, image_id)
            do update set codes = :codes, changed_by = :user, changed_at = now()
            """)
    void put(long project, long image, Json codes, long user);

    @SqlUpdate("delete from example where project_id = :project and image_id = :image")
    boolean remove(long project, long image);
}
