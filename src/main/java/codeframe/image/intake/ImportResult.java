package codeframe.image.intake;

import java.util.List;
import java.util.stream.Stream;

/** What the page of an import shows: all counts, and the beginning of every list. */
public record ImportResult(
        ImportReports.Counts counts,
        List<String> unfinished,
        List<String> remarks,
        List<ImportReports.Line> damaged,
        List<ImportReports.Line> rejected,
        List<ImportReports.Line> duplicates,
        List<ImportReports.Line> moving,
        List<ImportReports.Line> filesWithoutRow,
        List<ImportReports.RowLine> rowsWithoutFile,
        List<ImportReports.RowLine> oddRows) {
    /** So many lines are on the page; the download has all of them. */
    public static final int SHOWN = 50;

    static ImportResult of(ImportReports reports, Imports imports, Import found) {
        long id = found.id();
        return reports.inTransaction(all -> new ImportResult(
                all.counts(id),
                imports.unfinished(id),
                all.remarks(id),
                list(all.files(id, "damaged", SHOWN)),
                list(all.files(id, "rejected", SHOWN)),
                list(all.files(id, "duplicate", SHOWN)),
                list(all.moving(id, SHOWN)),
                list(all.filesWithoutRow(id, SHOWN)),
                list(all.rowsWithoutFile(id, SHOWN)),
                list(all.oddRows(id, SHOWN))));
    }

    private static <T> List<T> list(Stream<T> lines) {
        try (lines) {
            return lines.toList();
        }
    }
}
