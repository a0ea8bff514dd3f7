package codeframe.removal;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Takes images out of a project and keeps that they were there. All of it happens under {@link RemovalLocks}. */
public interface RemovalRows {
    @SqlQuery("""
            insert into removal (project_id, import_id, reason, images, hung, removed_by)
            values (:project, nullif(:importId, 0), :reason, :images, :hung, :by)
            returning id
            """)
    long add(long project, long importId, String reason, long images, List<String> hung, long by);

    default void take(long project, long removal, List<Long> images) {
        keepImages(removal, images);
        keepAppearances(images);
        keepUnits(images);
        countInRuns(images);
        var rows = rows(images);
        var posts = posts(images);
        deleteCodings(images);
        forgetExchanges(images);
        deleteImages(project, images);
        deleteRows(rows);
        deletePosts(posts);
        lockBytes(removal);
        deleteBytes(removal);
    }

    @SqlUpdate("""
            insert into removed_image (image_id, project_id, removal_id, path, sha256, post_id)
            select id, project_id, :removal, path, sha256, post_id from image where id = any(:images)
            """)
    void keepImages(long removal, List<Long> images);

    @SqlUpdate("""
            insert into removed_appearance (image_id, post_id)
            select distinct a.image_id, a.post_id
            from appearance a join image i on i.id = a.image_id
            where a.image_id = any(:images) and a.post_id is not null and a.post_id is distinct from i.post_id
            """)
    void keepAppearances(List<Long> images);

    @SqlUpdate("""
            insert into removed_unit (sample_id, image_id, stratum, probability, overlap, codings, gold)
            select m.sample_id, m.image_id, m.stratum, m.probability, m.overlap,
                   (select count(*) from coding k join coder o on o.id = k.coder_id
                    where k.sample_id = m.sample_id and k.image_id = m.image_id and o.kind = 'person'),
                   exists (select from gold g join coding k on k.id = g.coding_id
                           where k.sample_id = m.sample_id and k.image_id = m.image_id)
            from sample_image m
            where m.image_id = any(:images)
            """)
    void keepUnits(List<Long> images);

    @SqlUpdate("""
            update run r set total = r.total - gone.n, removed = r.removed + gone.n
            from (select run_id, count(*) as n from run_item where image_id = any(:images) group by run_id) gone
            where r.id = gone.run_id
            """)
    void countInRuns(List<Long> images);

    /** What tables say of them. */
    @SqlQuery("""
            select row_id from image where id = any(:images) and row_id is not null
            union
            select row_id from import_item where image_id = any(:images) and row_id is not null
            union
            select row_id from appearance where image_id = any(:images)
            union
            select row_id from row_fit where image_id = any(:images)
            """)
    List<Long> rows(List<Long> images);

    @SqlQuery("""
            select post_id from image where id = any(:images) and post_id is not null
            union
            select post_id from appearance where image_id = any(:images) and post_id is not null
            """)
    List<Long> posts(List<Long> images);

    @SqlUpdate("delete from coding where image_id = any(:images)")
    void deleteCodings(List<Long> images);

    /**
     * What models were told of them and what they said, also of the posts and videos that they were sent with, or whose
     * transcripts of them were told; requests stay, for what they cost, and codes of other images, without the words that
     * they were read from.
     */
    @SqlUpdate("""
            with gone as (
                select id from llm_request where image_id = any(:images)
                union
                select id from llm_request where sent_images is not null and sent_images && :images
                union
                select q.id
                from image v
                join unit_image u on u.image_id = v.id and u.unit = 'post'
                join llm_request q on q.image_id = u.lead_id
                where v.id = any(:images) and v.medium = 'video' and q.told like '%"transcript%'),
            emptied as (
                update llm_request
                set told = null, answer = null, refusal = null, refused_with = null, logprobs = null, forgotten = true
                where id in (select id from gone)
                returning run_id, image_id, state)
            update run_item i
            set detail = nullif(i.detail - array['answers', 'mistakes', 'outside'], '{}'), objection = null,
                error = case when i.error is not null and i.detail -> 'answers' is not null
                             then 'What the model said went with a picture that was removed since.' else i.error end
            where (i.run_id, i.image_id) in (select run_id, image_id from emptied where state = 'answered')
            """)
    void forgetExchanges(List<Long> images);

    /** With its places in samples, runs, selections and examples. */
    @SqlUpdate("delete from image where project_id = :project and id = any(:images)")
    void deleteImages(long project, List<Long> images);

    @SqlUpdate("""
            delete from import_row r
            where r.id = any(:rows)
              and not exists (select from image where row_id = r.id)
              and not exists (select from import_item where row_id = r.id and image_id is not null)
              and not exists (select from appearance where row_id = r.id)
              and not exists (select from row_fit where row_id = r.id)
            """)
    void deleteRows(List<Long> rows);

    @SqlUpdate("""
            delete from post p
            where p.id = any(:posts)
              and not exists (select from image where post_id = p.id)
              and not exists (select from appearance where post_id = p.id)
            """)
    void deletePosts(List<Long> posts);

    /** Whoever brings the same picture into a project at this moment has it first, or waits and stores it anew. */
    @SqlQuery("""
            select encode(sha256, 'hex') from blob
            where sha256 in (select sha256 from removed_image where removal_id = :removal)
            order by sha256
            for update
            """)
    List<String> lockBytes(long removal);

    @SqlUpdate("""
            delete from blob b
            where b.sha256 in (select sha256 from removed_image where removal_id = :removal)
              and not exists (select from image i where i.sha256 = b.sha256)
            """)
    void deleteBytes(long removal);

    /** What another import brought too is that one's from now on. */
    @SqlUpdate("""
            update image i
            set import_id = (select min(f.import_id) from import_item f
                             where f.image_id = coalesce(i.parent_id, i.id) and f.import_id <> :importId)
            where i.project_id = :project and i.import_id = :importId
              and exists (select from import_item f
                          where f.image_id = coalesce(i.parent_id, i.id) and f.import_id <> :importId)
            """)
    void handOver(long project, long importId);
}
