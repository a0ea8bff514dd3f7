package codeframe.codebook;

import codeframe.db.Json;
import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Drafts and published versions. */
public interface Codebooks {

    @SqlQuery("""
            select v.id, v.number, v.content, v.published_at, u.name as published_by, v.note
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.published_at is not null
            order by v.number desc
            """)
    List<Version> versions(long project);

    @SqlQuery("""
            select v.id, v.number, v.content, v.published_at, u.name as published_by, v.note
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.published_at is not null
            order by v.number desc
            limit 1
            """)
    Optional<Version> latest(long project);

    @SqlQuery("""
            select v.id, v.number, v.content, v.published_at, u.name as published_by, v.note
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.number = :number
            """)
    Optional<Version> version(long project, int number);

    @SqlQuery("""
            select v.id, v.number, v.content, v.published_at, u.name as published_by, v.note
            from codebook_version v left join app_user u on u.id = v.published_by
            where v.project_id = :project and v.published_at is not null and v.id = :id
            """)
    Optional<Version> versionById(long project, long id);

    @SqlQuery("""
            select v.content, v.revision, v.changed_at, u.name as changed_by
            from codebook_version v left join app_user u on u.id = v.changed_by
            where v.project_id = :project and v.published_at is null
            """)
    Optional<Draft> storedDraft(long project);

    /** The draft, or what one would begin with: the latest version, or a blank codebook named after the project. */
    @SqlQuery("""
            select content, revision, changed_at, changed_by
            from (select v.content, case when v.number is null then v.revision else 0 end as revision,
                         coalesce(v.number, 0) as number, v.changed_at, u.name as changed_by
                  from codebook_version v left join app_user u on u.id = v.changed_by
                  where v.project_id = :project
                  union all
                  select jsonb_build_object('codebook', name, 'language', 'en'), 0, 0, created_at, null
                  from project where id = :project) candidate
            order by revision desc, number desc
            limit 1
            """)
    Draft draft(long project);

    /** Changes the draft as it is now, so that what others wrote meanwhile is kept; an edit that changes nothing is none. */
    @Transaction
    default Draft change(long project, long user, UnaryOperator<Codebook> edit) {
        lock(project);
        var before = draft(project);
        var codebook = before.codebook();
        var changed = edit.apply(codebook);
        if (!changed.equals(codebook)) {
            store(project, user, new Json(CodebookJson.write(changed)));
        }
        return draft(project);
    }

    /** One edit or publication of a project's codebook at a time. */
    @SqlQuery("select id from project where id = :project for no key update")
    long lock(long project);

    @SqlUpdate("""
            insert into codebook_version (project_id, content, changed_by) values (:project, :content, :user)
            on conflict (project_id) where published_at is null
            do update set content = :content, changed_by = :user, changed_at = now(),
                          revision = codebook_version.revision + 1
            """)
    void store(long project, long user, Json content);

    /** Publishes the draft that was looked at. */
    @Transaction
    default int publishDraft(long project, long user, int revision, String note, List<Mapping> mappings) {
        lock(project);
        var draft = storedDraft(project).orElseThrow(() -> new Problem.Conflict("There is no draft to publish."));
        if (draft.revision() != revision) {
            throw new Problem.Conflict("The draft was changed by " + draft.changedBy()
                    + " while you looked at it. Look at the changes again, then publish.");
        }
        dropDraft(project);
        return publish(project, user, draft.content(), note, mappings);
    }

    /** Publishes a codebook as it is handed in; a draft that somebody is writing stays. */
    @Transaction
    default int publish(long project, long user, Codebook codebook, String note) {
        lock(project);
        return publish(project, user, new Json(CodebookJson.write(codebook)), note, List.of());
    }

    default int publish(long project, long user, Json content, String note, List<Mapping> mappings) {
        var version = insertVersion(project, user, content, note);
        insertMappings(version.id(), mappings);
        return version.number();
    }

    /** The first version of a project that the program fills by itself; nobody's name stands beside it. */
    default void publishFirst(long project, Codebook codebook, String note) {
        insertFirst(project, new Json(CodebookJson.write(codebook)), note);
    }

    @SqlUpdate("""
            insert into codebook_version (project_id, number, content, published_at, note)
            values (:project, 1, :content, now(), :note)
            """)
    void insertFirst(long project, Json content, String note);

    record Numbered(long id, int number) {}

    @SqlQuery("""
            insert into codebook_version (project_id, number, content, published_at, published_by, note, changed_by)
            select :project, coalesce(max(number), 0) + 1, :content, now(), :user, :note, :user
            from codebook_version where project_id = :project
            returning id, number
            """)
    Numbered insertVersion(long project, long user, Json content, String note);

    @SqlUpdate("delete from codebook_version where project_id = :project and published_at is null")
    void dropDraft(long project);

    @SqlBatch("""
            insert into category_mapping (version_id, variable, category, becomes)
            values (:version, :variable, :category, nullif(:becomes, ''))
            """)
    void insertMappings(long version, @BindMethods List<Mapping> mapping);

    @SqlQuery("""
            select m.variable, m.category, coalesce(m.becomes, '') as becomes
            from category_mapping m join codebook_version v on v.id = m.version_id
            where v.project_id = :project and v.number = :number
            order by m.variable, m.category
            """)
    List<Mapping> mappings(long project, int number);

    /** Keys that codes may already refer to, with an empty category for the variable itself. */
    record PublishedKey(String variable, String category) {}

    @SqlQuery("""
            select distinct variable ->> 'key' as variable, coalesce(category ->> 'key', '') as category
            from codebook_version,
                 jsonb_array_elements(content -> 'variables') variable
                 left join lateral jsonb_array_elements(variable -> 'categories') category on true
            where project_id = :project and published_at is not null
            """)
    Set<PublishedKey> publishedKeys(long project);
}
