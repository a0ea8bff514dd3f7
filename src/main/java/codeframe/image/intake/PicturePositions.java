package codeframe.image.intake;

import codeframe.image.table.FilePath;
import codeframe.image.table.RowReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The place of every picture among those of its post: by the row where each has its own, by the order in which a row names
 * its files, by the number at the end of the file's name. Where these do not tell all of a post's pictures apart, none has one.
 */
final class PicturePositions {
    /** In the place of an import. */
    static final long ALL = 0;

    private static final int POSTS_AT_ONCE = 1000;

    private final Handle handle;
    private final long project;
    private final Map<Long, RowReader> readers = new HashMap<>();

    PicturePositions(Handle handle, long project) {
        this.handle = handle;
        this.project = project;
        Correcting.tables(handle, project)
                .forEach(table -> readers.put(table.id(), new RowReader(TableReading.mapping(table), table.columns())));
    }

    /** A picture of a post; {@code appearance} is 0 where the post is the picture's first. */
    public record Shown(
            long post, long image, long appearance, String path, long row, long line, long table, List<String> cells) {}

    private record Place(Shown shown, long line, int named, int number) {
        List<Object> told() {
            return List.of(shown.row(), named, number);
        }
    }

    private record Told(Shown shown, Optional<Integer> position) {}

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::line)
            .thenComparingLong(place -> place.shown().row())
            .thenComparingInt(Place::named)
            .thenComparingInt(Place::number);

    /** Of the posts that the rows of an import tell of; of all posts for {@link #ALL}. */
    void settle(long importId) {
        var posts = posts(importId);
        for (int i = 0; i < posts.size(); i += POSTS_AT_ONCE) {
            var byPost = new HashMap<Long, List<Shown>>();
            shown(posts.subList(i, Math.min(posts.size(), i + POSTS_AT_ONCE)))
                    .forEach(one -> byPost.computeIfAbsent(one.post(), post -> new ArrayList<>())
                            .add(one));
            write(byPost.values().stream().flatMap(this::told).toList());
        }
    }

    private List<Long> posts(long importId) {
        return handle.createQuery("""
                        select distinct k.post_id
                        from (select post_id, row_id from image where project_id = :project and post_id is not null
                              union all
                              select post_id, row_id from appearance where project_id = :project and post_id is not null) k
                        join import_row r on r.id = k.row_id
                        join import_table t on t.id = r.table_id
                        where :import in (0, t.import_id)
                        """)
                .bind("project", project)
                .bind("import", importId)
                .mapTo(Long.class)
                .list();
    }

    private List<Shown> shown(List<Long> posts) {
        return handle.createQuery("""
                        select k.post, k.image, k.appearance, coalesce(f.path, k.path) as path,
                               r.id as row, r.line, r.table_id as "table", r.cells
                        from (select post_id as post, id as image, 0 as appearance, path, row_id
                              from image where post_id = any(:posts) and parent_id is null
                              union all
                              select a.post_id, a.image_id, a.id, i.path, a.row_id
                              from appearance a join image i on i.id = a.image_id
                              where a.post_id = any(:posts) and i.post_id is distinct from a.post_id) k
                        join import_row r on r.id = k.row_id
                        left join lateral (select path from import_item
                                           where image_id = k.image and row_id = k.row_id order by id limit 1) f on true
                        """)
                .bindArray("posts", Long.class, posts)
                .mapTo(Shown.class)
                .list();
    }

    private Stream<Told> told(List<Shown> shown) {
        var places = shown.stream().map(this::place).sorted(ORDER).toList();
        Set<List<Object>> different = new HashSet<>();
        boolean apart = places.size() > 1 && places.stream().allMatch(place -> different.add(place.told()));
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Told(places.get(i).shown(), apart ? Optional.of(i + 1) : Optional.empty()));
    }

    private Place place(Shown shown) {
        var path = FilePath.of(shown.path());
        var files = readers.get(shown.table()).files(shown.cells());
        int named = files.size() < 2
                ? 0
                : (int) files.stream().takeWhile(file -> !file.sameName(path)).count();
        return new Place(shown, shown.line(), named, path.placeInSeries().orElse(0));
    }

    private void write(List<Told> places) {
        var first = handle.prepareBatch("""
                update image set position = :position where id = :id and position is distinct from :position
                """);
        var further = handle.prepareBatch("""
                update appearance set position = :position where id = :id and position is distinct from :position
                """);
        for (Told place : places) {
            var shown = place.shown();
            boolean isFirst = shown.appearance() == 0;
            (isFirst ? first : further)
                    .bind("id", isFirst ? shown.image() : shown.appearance())
                    .bindByType("position", place.position().orElse(null), Integer.class)
                    .add();
        }
        for (var batch : List.of(first, further)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
