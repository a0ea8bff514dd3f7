package codeframe.image.store;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Writes the bytes of pictures and their thumbnails, once per content. */
public final class PictureBytes {
    private PictureBytes() {}

    /** Bytes that were there already and are removed at this moment are stored anew. */
    public static void save(Handle handle, Collection<Picture> pictures) {
        if (!pictures.isEmpty()) {
            insertBytes(handle, pictures);
            if (held(handle, pictures) < pictures.size()) {
                insertBytes(handle, pictures);
            }
            insertThumbnails(handle, pictures);
        }
    }

    /** From now on nobody removes them. */
    private static int held(Handle handle, Collection<Picture> pictures) {
        return handle.createQuery("""
                        select encode(sha256, 'hex') from blob
                        where sha256 in (select decode(content, 'hex') from unnest(:contents) content)
                        order by sha256
                        for key share
                        """)
                .bind("contents", pictures.stream().map(Picture::sha256).toArray(String[]::new))
                .mapTo(String.class)
                .list()
                .size();
    }

    private static void insertBytes(Handle handle, Collection<Picture> pictures) {
        var blobs = handle.prepareBatch("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                values (decode(:sha256, 'hex'), :type, :width, :height, :size, :bytes)
                on conflict do nothing
                """);
        for (Picture picture : pictures) {
            blobs.bind("sha256", picture.sha256())
                    .bind("type", picture.taken().mediaType())
                    .bind("width", picture.taken().width())
                    .bind("height", picture.taken().height())
                    .bind("size", picture.bytes().length)
                    .bind("bytes", picture.bytes())
                    .add();
        }
        blobs.execute();
    }

    private static void insertThumbnails(Handle handle, Collection<Picture> pictures) {
        var thumbnails = handle.prepareBatch("""
                insert into thumbnail (sha256, width, media_type, bytes)
                values (decode(:sha256, 'hex'), :width, 'image/jpeg', :bytes)
                on conflict do nothing
                """);
        for (Picture picture : pictures) {
            picture.taken()
                    .thumbnails()
                    .forEach(thumbnail -> thumbnails
                            .bind("sha256", picture.sha256())
                            .bind("width", thumbnail.width())
                            .bind("bytes", thumbnail.bytes())
                            .add());
        }
        thumbnails.execute();
    }
}
