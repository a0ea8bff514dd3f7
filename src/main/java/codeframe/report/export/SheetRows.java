package codeframe.report.export;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What contact sheets read. */
public interface SheetRows {
    /** An image that was drawn for a value, of so many that have it; {@code value} may also be a state. */
    record Drawn(String value, long image, String path, Float confidence, long total) {}

    /** The order within a value is that of a hash of seed and image: random, and the same on every server. */
    @SqlQuery("""
            select value, image, path, confidence, total
            from (
                select value, image, path, confidence,
                       row_number() over (partition by value order by md5(concat(:seed, ':', image)), image) as place,
                       count(*) over (partition by value) as total
                from (
                    select coalesce(c.value, c.state) as value, i.id as image, i.path, max(c.confidence) as confidence
                    from code c
                    join coding k on k.id = c.coding_id
                    join image i on i.id = c.image_id
                    where k.project_id = :project and c.coder_id = :coder and c.variable = :variable
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = k.image_id and u.coder_id = k.coder_id)
                    group by 1, 2, 3) coded) ordered
            where place <= :most
            order by value, place
            """)
    List<Drawn> draw(long project, long coder, String variable, String seed, int most, long viewer);

    @SqlQuery("""
            select distinct v.number
            from coding k
            join code c on c.coding_id = k.id
            join codebook_version v on v.id = k.codebook_version_id
            where k.project_id = :project and k.coder_id = :coder and c.variable = :variable
            order by v.number
            """)
    List<Integer> versions(long project, long coder, String variable);

    @SqlQuery("""
            select t.bytes
            from image i join thumbnail t on t.sha256 = i.sha256
            where i.project_id = :project and i.id = :image
            order by t.width
            limit 1
            """)
    Optional<byte[]> thumbnail(long project, long image);
}
