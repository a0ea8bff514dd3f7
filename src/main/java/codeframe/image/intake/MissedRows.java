package codeframe.image.intake;

import codeframe.image.table.FilePath;
import codeframe.image.table.RowMatcher;
import codeframe.table.ExcelNumber;
import codeframe.web.NumberText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells of rows without an image why, where that is known: the file was there and was rejected, or the id is no id. */
final class MissedRows {
    private final Handle handle;
    private final long importId;
    private final Map<Long, String> reasons = new HashMap<>();

    MissedRows(Handle handle, long importId) {
        this.handle = handle;
        this.importId = importId;
    }

    public record RejectedFile(long id, String path, String reason) {}

    void forget() {
        handle.execute("""
                update import_row set missed = null
                where missed is not null and table_id in (select id from import_table where import_id = ?)
                """, importId);
    }

    /** The ids of a table, of which some may have been rounded. */
    Ids ids(long table) {
        return new Ids(table);
    }

    final class Ids {
        private final long table;
        private String first = "";
        private long rounded;

        private Ids(long table) {
            this.table = table;
        }

        void look(long row, String... ids) {
            Stream.of(ids).filter(ExcelNumber::isRounded).findFirst().ifPresent(id -> {
                first = first.isEmpty() ? ExcelNumber.sentence(id) : first;
                rounded++;
                reasons.put(row, ExcelNumber.sentence(id));
            });
        }

        /** BilingualNumbers of the table as a whole too: such an id names no post, even where the row has an image. */
        void save() {
            var more = rounded > 1 ? " It is so in " + NumberText.count(rounded) + " rows." : "";
            handle.execute(
                    "update import_table set ids_problem = nullif(?, '') where id = ? and (ids_problem is not null or ? > 0)",
                    first + more,
                    table,
                    rounded);
        }
    }

    /**
     * @param found rows that have an image
     * @param unclear why others have none, though one may be theirs
     */
    void save(RowMatcher matcher, Set<Long> found, Map<Long, String> unclear) {
        reasons.putAll(unclear);
        var rejected = new HashMap<Long, RejectedFile>();
        handle.createQuery("""
                        select id, path, coalesce(reason, '') as reason from import_item
                        where import_id = :import and verdict = 'rejected' order by id
                        """)
                .bind("import", importId)
                .mapTo(RejectedFile.class)
                .forEach(file -> rejected.put(file.id(), file));
        var files = rejected.values().stream()
                .map(file -> new RowMatcher.File(file.id(), FilePath.of(file.path()), "file " + file.id()))
                .toList();
        matcher.match(files).rows().forEach((file, row) -> reasons.put(row, sentence(rejected.get(file))));
        reasons.keySet().removeAll(found);
        write();
    }

    private static String sentence(RejectedFile file) {
        return "Its file %s was rejected: %s".formatted(file.path(), file.reason());
    }

    private void write() {
        var batch = handle.prepareBatch("update import_row set missed = :reason where id = :row");
        reasons.forEach(
                (row, reason) -> batch.bind("row", row).bind("reason", reason).add());
        if (!reasons.isEmpty()) {
            batch.execute();
        }
    }
}
