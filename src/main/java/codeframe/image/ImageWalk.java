package codeframe.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Goes through the images of a filter in an order, from any of them on: an address names the image, not its place. */
public final class ImageWalk {
    private final Jdbi jdbi;

    public ImageWalk(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Which way; back is against the order. */
    private record Way(Gallery.View view, ImageOrder order, boolean back) {
        ImageOrder.Keyed keyed() {
            return order.keyed(view.filter().differing().coders());
        }
    }

    /** @param after the image before the page, 0 for the first page */
    public List<Gallery.Thumb> page(Gallery.View view, ImageOrder order, long after) {
        return jdbi.withHandle(handle -> go(handle, new Way(view, order, false), after, Gallery.PAGE));
    }

    /** The next image on the way, even of one that the filter does not let through. */
    public Optional<Long> next(Gallery.View view, ImageOrder order, long image, boolean back) {
        return jdbi.withHandle(handle -> go(handle, new Way(view, order, back), image, 1).stream()
                .map(Gallery.Thumb::id)
                .findFirst());
    }

    /** After which image a page begins that has this one in its middle; 0 for the first page, which stands for no image too. */
    public long before(Gallery.View view, ImageOrder order, long image) {
        var earlier = jdbi.withHandle(handle -> isOfProject(handle, view, image)
                ? go(handle, new Way(view, order, true), image, Gallery.PAGE / 2)
                : List.<Gallery.Thumb>of());
        return earlier.size() < Gallery.PAGE / 2
                ? 0
                : earlier.get(earlier.size() - 1).id();
    }

    private static boolean isOfProject(Handle handle, Gallery.View view, long image) {
        return handle.createQuery("select exists (select from image where project_id = :project and id = :image)")
                .bind("project", view.project())
                .bind("image", image)
                .mapTo(Boolean.class)
                .one();
    }

    /** Those with a key come first, going forth; what is still missing is taken of the others, and the other way going back. */
    private List<Gallery.Thumb> go(Handle handle, Way way, long from, int limit) {
        if (way.order.equals(ImageOrder.AS_IMPORTED)) {
            return rest(handle, way, "", Map.of(), from, limit);
        }
        var keyed = way.keyed();
        var key = from == 0 ? Optional.<String>empty() : key(handle, way, keyed, from);
        boolean amongRest = from > 0 && key.isEmpty();
        var found = new ArrayList<Gallery.Thumb>();
        if (!way.back && !amongRest) {
            found.addAll(ordered(handle, way, new From(keyed, key, from), limit));
        }
        if (found.size() < limit && (!way.back || amongRest)) {
            long begin = amongRest ? from : 0;
            found.addAll(rest(handle, way, keyed.without(), keyed.values(), begin, limit - found.size()));
        }
        if (found.size() < limit && way.back) {
            found.addAll(ordered(handle, way, new From(keyed, key, from), limit - found.size()));
        }
        return found;
    }

    /** Where the ordered ones are gone on with; without a key from their beginning. */
    private record From(ImageOrder.Keyed keyed, Optional<String> key, long image) {}

    /** As text, which every type gives back without loss. */
    private static Optional<String> key(Handle handle, Way way, ImageOrder.Keyed keyed, long image) {
        var everything = new Gallery.View(
                way.view.project(),
                ImageFilter.WITH_FRAMES.seenBy(way.view.filter().viewer()));
        var sql = """
                select (%s)::text
                from image i
                %s
                where i.project_id = :project and i.id = :image and %s is not null
                limit 1
                """.formatted(keyed.key(), keyed.join(), keyed.key());
        return Gallery.bind(handle, sql, everything)
                .bindMap(keyed.values())
                .bind("image", image)
                .mapTo(String.class)
                .findFirst();
    }

    private static List<Gallery.Thumb> ordered(Handle handle, Way way, From from, int limit) {
        var keyed = from.keyed;
        boolean down = keyed.descending() != way.back;
        var begin = from.key.isEmpty()
                ? ""
                : "and (%s, i.id) %s (cast(:key as %s), :place)".formatted(keyed.key(), down ? "<" : ">", keyed.type());
        var sql = """
                select %6$s
                from image i
                %1$s
                where i.project_id = :project and %2$s is not null %3$s %4$s
                order by %2$s %5$s, i.id %5$s
                limit :limit
                """.formatted(
                        keyed.join(),
                        keyed.key(),
                        way.view.filter().where().sql(),
                        begin,
                        down ? "desc" : "asc",
                        Gallery.Thumb.COLUMNS);
        var query = Gallery.bind(handle, sql, way.view).bindMap(keyed.values()).bind("limit", limit);
        from.key.ifPresent(key -> query.bind("key", key).bind("place", from.image));
        return query.mapTo(Gallery.Thumb.class).list();
    }

    /** As they came. */
    private static List<Gallery.Thumb> rest(
            Handle handle, Way way, String without, Map<String, Object> values, long from, int limit) {
        var sql = """
                select %s
                from image i
                where i.project_id = :project %s %s %s
                order by i.id %s
                limit :limit
                """.formatted(
                        Gallery.Thumb.COLUMNS,
                        way.view.filter().where().sql(),
                        without,
                        from == 0 ? "" : "and i.id " + (way.back ? "<" : ">") + " :place",
                        way.back ? "desc" : "asc");
        var query = Gallery.bind(handle, sql, way.view).bindMap(values).bind("limit", limit);
        return (from == 0 ? query : query.bind("place", from))
                .mapTo(Gallery.Thumb.class)
                .list();
    }
}
