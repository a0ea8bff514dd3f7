package codeframe.llm.ask;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is known of the posts that images stand in. */
public interface PostRows {
    /** Of an image by its first post; each may be null. */
    record Facts(long image, String account, Instant postedAt, String caption) {}

    @SqlQuery("""
            select i.id as image, coalesce(p.account, i.account) as account,
                   coalesce(p.posted_at, i.posted_at) as posted_at, p.text as caption
            from image i left join post p on p.id = i.post_id
            where i.project_id = :project and i.id = any(:images)
            """)
    List<Facts> facts(long project, List<Long> images);

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
