package codeframe.image.intake;

import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Imports and their parts. */
public interface Imports {
    /** One uploaded file; {@code stored} once all its bytes are there. */
    record Part(long id, long importId, String name, long size, boolean stored) {}

    @SqlQuery("""
            insert into import (project_id, created_by, state, options)
            values (:project, :user, 'uploading', :options)
            returning id
            """)
    long create(long project, Long user, Json options);

    @SqlQuery("select * from import_overview where project_id = :project and id = :id")
    Optional<Import> find(long project, long id);

    @SqlQuery("select * from import_overview where project_id = :project order by id desc limit 200")
    List<Import> ofProject(long project);

    @SqlQuery("select project_id from import where id = :id")
    Optional<Long> project(long id);

    /** The project of an import that is to be read: none once it is done, or its project was deleted. */
    @SqlQuery("select project_id from import where id = :id and (finished_at is null or state = 'failed')")
    Optional<Long> projectToRead(long id);

    @SqlQuery("select options from import where id = :id")
    Json options(long id);

    /** From uploading to queued, once. */
    @SqlUpdate("update import set state = 'queued' where id = :id and state = 'uploading'")
    boolean enqueue(long id);

    /** Shown as under way again while its rows are matched anew; one that is not over yet will match them anyway. */
    @SqlUpdate("update import set state = 'queued' where id = :id and state = 'done'")
    void matchAgain(long id);

    @SqlUpdate("update import set state = 'done' where id = :id and state = 'queued' and finished_at is not null")
    void matched(long id);

    @SqlUpdate("""
            update import set state = 'running', failure = null, files = :files, finished_at = null
            where id = :id and (finished_at is null or state = 'failed')
            """)
    void run(long id, long files);

    /** All of it or nothing, and once: whoever comes to the same import again finds it done and changes nothing. */
    @Transaction
    default boolean finish(long id) {
        boolean first = done(id);
        if (first) {
            record(id);
            dropBytes(id);
            dropAbandoned();
        }
        return first;
    }

    @SqlUpdate("update import set state = 'done', finished_at = now() where id = :id and state = 'running'")
    boolean done(long id);

    /** One line of the audit trail. */
    @SqlUpdate("""
            insert into event (project_id, actor_id, what, detail)
            select i.project_id, i.created_by,
                   'imported ' || n || case when n = 1 then ' image' else ' images' end,
                   jsonb_build_object('import', i.id, 'images', n)
            from import i,
                 lateral (select count(*) as n from import_item
                          where import_id = i.id and verdict in ('accepted', 'damaged')) new
            where i.id = :id
            """)
    void record(long id);

    /** Not one that somebody else has finished meanwhile. */
    @SqlUpdate("""
            update import set state = 'failed', failure = :failure, finished_at = now()
            where id = :id and finished_at is null
            """)
    void fail(long id, String failure);

    /** A part of one piece, as most are when a folder of images is sent: one statement instead of three. */
    @SqlUpdate("""
            with part as (
                insert into import_part (import_id, name, size, stored)
                values (:id, :name, length(:bytes), true)
                returning id
            )
            insert into import_chunk (part_id, number, bytes) select id, 0, :bytes from part
            """)
    void addSmallPart(long id, String name, byte[] bytes);

    @SqlQuery("insert into import_part (import_id, name) values (:id, :name) returning id")
    long addPart(long id, String name);

    @SqlUpdate("insert into import_chunk (part_id, number, bytes) values (:part, :number, :bytes)")
    void addChunk(long part, int number, byte[] bytes);

    @SqlUpdate("update import_part set size = :size, stored = true where id = :part")
    void stored(long part, long size);

    @SqlQuery("select id, import_id, name, size, stored from import_part where import_id = :id and stored order by id")
    List<Part> parts(long id);

    @SqlQuery("select bytes from import_chunk where part_id = :part and number = :number")
    Optional<byte[]> chunk(long part, int number);

    /** What is wrong with an archive as a whole; its files up to there are in the ledger. */
    @SqlUpdate("update import_part set unfinished = :reason where id = :part")
    void unfinished(long part, String reason);

    @SqlQuery("""
            select name || ': ' || unfinished from import_part
            where import_id = :id and unfinished is not null order by id
            """)
    List<String> unfinished(long id);

    @SqlUpdate("delete from import_chunk where part_id in (select id from import_part where import_id = :id)")
    void dropBytes(long id);

    /** Uploads that were begun and left. */
    @SqlUpdate("delete from import where state = 'uploading' and created_at < now() - interval '1 day'")
    int dropAbandoned();
}
