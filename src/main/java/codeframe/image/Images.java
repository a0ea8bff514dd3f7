package codeframe.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Images of a project and what is known about each. */
public interface Images extends RemovedImages {
    /** Null where nothing is known; {@code columns} and {@code cells} are the row of the table, in its order. */
    record Image(
            long id,
            String path,
            String medium,
            String sha256,
            String mediaType,
            int width,
            int height,
            long size,
            String account,
            Instant postedAt,
            String kind,
            String damaged,
            Instant importedAt,
            Long importId,
            Long postId,
            String post,
            String text,
            String url,
            List<String> columns,
            List<String> cells) {
        public boolean isVideo() {
            return medium.equals("video");
        }

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Only such addresses are made links: a table may hold any text. */
        public boolean hasWebAddress() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }

    /** Which bytes an image has; they are fetched apart, because most requests need none. */
    record Content(String sha256, String mediaType, String medium, long size) {}

    record Sibling(long id, String path) {}

    record Path(String path, Long importId, String verdict, String row) {}

    @SqlQuery("""
            select i.id, i.path, i.medium, encode(i.sha256, 'hex') as sha256, b.media_type, b.width, b.height, b.size,
                   i.account, i.posted_at, i.kind, i.damaged, i.imported_at, i.import_id, i.post_id,
                   p.external_id as post, p.text, p.url,
                   coalesce(t.columns, '{}') as columns, coalesce(r.cells, '{}') as cells
            from image i
            join blob b on b.sha256 = i.sha256
            left join post p on p.id = i.post_id
            left join import_row r on r.id = i.row_id
            left join import_table t on t.id = r.table_id
            where i.project_id = :project and i.id = :id
            """)
    Optional<Image> find(long project, long id);

    @SqlQuery("""
            select encode(i.sha256, 'hex') as sha256, b.media_type, i.medium, b.size
            from image i join blob b on b.sha256 = i.sha256
            where i.project_id = :project and i.id = :id
            """)
    Optional<Content> content(long project, long id);

    @SqlQuery("select bytes from blob where sha256 = decode(:sha256, 'hex')")
    Optional<byte[]> bytes(String sha256);

    @SqlQuery("select bytes from thumbnail where sha256 = decode(:sha256, 'hex') and width = :width")
    Optional<byte[]> thumbnail(String sha256, int width);

    /** The other pictures of its posts. */
    @SqlQuery("""
            with of as (select post_id from image where id = :id union select post_id from appearance where image_id = :id)
            select id, path from image
            where project_id = :project and id <> :id
              and (post_id in (select post_id from of)
                   or id in (select image_id from appearance where post_id in (select post_id from of)))
            order by path
            """)
    List<Sibling> siblings(long project, long id);

    /** A further post that shows the same picture; the first one's facts are the image's own. */
    record Appearance(String account, Instant postedAt, Long postId, String post, String text, String url) {
        public boolean hasWebAddress() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }

    @SqlQuery("""
            select a.account, a.posted_at, a.post_id, p.external_id as post, p.text, p.url
            from appearance a left join post p on p.id = a.post_id
            where a.project_id = :project and a.image_id = :image
            order by a.posted_at nulls last, a.id
            """)
    List<Appearance> appearances(long project, long image);

    /** Every path the picture came under, with the row of a table that names it there. */
    @SqlQuery("""
            select f.path, f.import_id, f.verdict,
                   case when r.id is not null then 'line ' || r.line || ' of ' || t.name end as row
            from import_item f
            join import m on m.id = f.import_id
            left join import_row r on r.id = f.row_id
            left join import_table t on t.id = r.table_id
            where m.project_id = :project and f.image_id = :id
            order by f.id
            """)
    List<Path> paths(long project, long id);
}
