package codeframe.image.intake;

import codeframe.image.table.FilePath;
import codeframe.image.table.RowMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds the images that were there before an import for its rows that fit no file of its own: a table may come alone. */
final class EarlierFiles {
    private static final int ROWS_AT_ONCE = 1000;

    private final Handle handle;
    private final long project;
    private final long importId;
    private final Map<Long, String> unclear = new HashMap<>();

    EarlierFiles(Handle handle, long project, long importId) {
        this.handle = handle;
        this.project = project;
        this.importId = importId;
    }

    /** @param row that the file carries until now, or 0 */
    public record File(long id, String path, long image, long row) {}

    /** Adds the rows that it finds an image for to those that are used. */
    void match(RowMatcher matcher, Set<Long> used) {
        var files = new HashMap<Long, File>();
        var named = new ArrayList<RowMatcher.File>();
        for (File file : named(matcher)) {
            files.put(file.id(), file);
            named.add(new RowMatcher.File(file.id(), FilePath.of(file.path()), "image " + file.image()));
        }
        var matches = matcher.match(named);
        matches.unclear()
                .forEach((row, why) -> unclear.put(row, "It may describe an image that is here already, but: " + why));
        matches.rows().values().removeAll(used);
        save(matches.rows(), files);
        used.addAll(matches.rows().values());
    }

    /** Only files that some row names are kept: a project may have a million. */
    private List<File> named(RowMatcher matcher) {
        try (var files = handle
                .createQuery("""
                        select f.id, f.path, f.image_id as image, coalesce(f.row_id, 0) as row
                        from import_item f join import m on m.id = f.import_id
                        where m.project_id = :project and f.import_id <> :import and f.image_id is not null
                        order by f.id
                        """)
                .bind("project", project)
                .bind("import", importId)
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(File.class)
                .stream()) {
            return files.filter(file -> matcher.names(FilePath.of(file.path()))).toList();
        }
    }

    private void save(Map<Long, Long> rows, Map<Long, File> files) {
        if (rows.isEmpty()) {
            return;
        }
        var fits = handle.prepareBatch("""
                insert into row_fit (row_id, image_id, over_row_id) values (:row, :image, nullif(:over, 0))
                on conflict (row_id, image_id) do nothing
                """);
        rows.keySet().stream()
                .sorted()
                .forEach(item -> fits.bind("row", rows.get(item))
                        .bind("image", files.get(item).image())
                        .bind("over", files.get(item).row())
                        .add());
        fits.execute();
    }

    /** Why rows were not used that might describe an image that is here already. */
    Map<Long, String> unclear() {
        return unclear;
    }
}
