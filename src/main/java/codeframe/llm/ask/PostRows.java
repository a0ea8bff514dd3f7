package codeframe.llm.ask;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is known of the posts that images stand in. */
public interface PostRows {
    /** Of an image by its first post, of a frame by that of its video; each may be null. */
    record Facts(long image, String account, Instant postedAt, String caption) {}

    @SqlQuery("""
            select i.id as image, coalesce(p.account, i.account) as account,
                   coalesce(p.posted_at, i.posted_at) as posted_at, p.text as caption
            from image i
            left join image v on v.id = i.parent_id
            left join post p on p.id = coalesce(i.post_id, v.post_id)
            where i.project_id = :project and i.id = any(:images)
            """)
    List<Facts> facts(long project, List<Long> images);

    /**
     * What is said in a video that {@code image} is, or is a frame of, or that its post holds.
     *
     * @param text its beginning; empty where somebody listened and nothing is said, or nothing can be heard
     * @param remark what of the sound it does not cover, and why; else null
     */
    record Spoken(long image, String text, long length, String remark) {}

    /**
     * By the newest source that knows, in the order of a post's videos; nothing where none does.
     *
     * @param unit post where the images lead posts whose videos are meant
     * @param most characters of a text
     */
    @SqlQuery("""
            with heard as (
                select i.id as image, coalesce(i.parent_id, i.id) as video, null::integer as position, i.path
                from image i
                where i.project_id = :project and i.id = any(:images) and i.medium <> 'picture' and :unit <> 'post'
                union all
                select u.lead_id, u.image_id, u.position, u.path
                from unit_image u join image i on i.id = u.image_id
                where u.project_id = :project and u.unit = :unit and u.unit = 'post' and u.lead_id = any(:images)
                  and i.medium = 'video')
            select h.image, left(f.text, :most) as text, length(f.text) as length, f.remark
            from heard h
            cross join lateral (
                select f.text, f.remark
                from feature f join feature_source s on s.id = f.source_id
                where f.image_id = h.video and f.kind = 'transcript' and f.outcome in ('done', 'empty', 'silent', 'no_audio')
                  and s.project_id = :project and s.state <> 'running'
                order by f.source_id desc
                limit 1) f
            order by h.image, h.position nulls last, h.path, h.video
            """)
    List<Spoken> spoken(long project, String unit, List<Long> images, int most);

    /** A picture of the post of {@code image}, which is one of them. */
    record Picture(long image, long id, byte[] sha256, int width, int height) {}

    /** In the order of the post. */
    @SqlQuery("""
            select i.id as image, o.id, o.sha256, b.width, b.height
            from image i
            cross join lateral (
                select n.id, n.sha256, n.medium, n.position, n.path from image n where n.post_id = i.post_id
                union all
                select n.id, n.sha256, n.medium, a.position, n.path
                from appearance a join image n on n.id = a.image_id and n.post_id is distinct from i.post_id
                where a.post_id = i.post_id) o
            join blob b on b.sha256 = o.sha256
            where i.project_id = :project and i.id = any(:images) and i.medium = 'picture' and o.medium = 'picture'
            order by i.id, o.position nulls last, o.path, o.id
            """)
    List<Picture> pictures(long project, List<Long> images);
}
