package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The parts of a project's prompt that its owners have rewritten. */
public interface PromptEdits {
    /** @param generated what the codebook gave when the part was rewritten */
    record Edit(String name, String content, String generated, Instant changedAt, String changedBy) {}

    /** Parts that speak of the image itself, and are not for a model that does not see it. */
    List<String> OF_THE_IMAGE = List.of(PromptPart.ROLE, PromptPart.UNSURE);

    /** The project's prompt for a codebook: generated, with what has been rewritten. */
    default PromptParts parts(long project, Codebook codebook, Evidence evidence) {
        var parts = PromptParts.of(codebook, evidence);
        // What is rewritten is about codes, which a description has none of.
        for (var edit : evidence.describes() ? List.<Edit>of() : edits(project)) {
            if (evidence.isImage() || !OF_THE_IMAGE.contains(edit.name())) {
                parts = parts.with(edit.name(), edit.content());
            }
        }
        return parts;
    }

    @SqlQuery("""
            select p.name, p.content, p.generated, p.changed_at, u.name as changed_by
            from prompt_part p left join app_user u on u.id = p.changed_by
            where p.project_id = :project
            order by p.name
            """)
    List<Edit> edits(long project);

    @SqlUpdate("""
            insert into prompt_part (project_id, name, content, generated, changed_by)
            values (:project, :name, :content, :generated, :user)
            on conflict (project_id, name)
            do update set content = :content, generated = :generated, changed_by = :user, changed_at = now()
            """)
    void put(long project, String name, String content, String generated, long user);

    @SqlUpdate("delete from prompt_part where project_id = :project and name = :name")
    int reset(long project, String name);

    @SqlUpdate("delete from prompt_part where project_id = :project")
    int resetAll(long project);
}
