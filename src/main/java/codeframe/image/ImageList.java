package codeframe.image;

import codeframe.db.Json;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The images that a filter selects, as scripts read them. */
public final class ImageList {
    private final Jdbi jdbi;

    public ImageList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@code post} is null where no table named one. */
    public record Listed(long id, String path, String sha256, int width, int height, String post, Json metadata) {}

    public List<Listed> after(long after, int limit, Gallery.View view) {
        return jdbi.withHandle(handle -> Gallery.bind(
                        handle, """
                        select i.id, i.path, encode(i.sha256, 'hex') as sha256, b.width, b.height,
                               p.external_id as post, i.metadata
                        from image i
                        join blob b on b.sha256 = i.sha256
                        left join post p on p.id = i.post_id
                        where i.project_id = :project and i.id > :after %s
                        order by i.id
                        limit :limit
                        """.formatted(view.filter().where().sql()), view)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Listed.class)
                .list());
    }
}
