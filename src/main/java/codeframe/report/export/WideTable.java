package codeframe.report.export;

import codeframe.report.study.MetadataColumns;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row per image, or per post that shows it, with all its metadata, as a merge of the tables that came in with the codes; rows of those tables
 * that have no image follow at their place, with the reason.
 */
final class WideTable {
    private final Selection selection;
    private final ExportRows rows;
    private final boolean posts;
    private final MetadataColumns metadata;
    private final WideColumns columns;

    /** @param posts whether a picture of several posts has a row for each of them */
    WideTable(Selection selection, ExportRows rows, WideColumnNames columnNames, boolean posts) {
        this.selection = selection;
        this.rows = rows;
        this.posts = posts;
        metadata = new MetadataColumns(rows.tables(selection.project()), rows.looseMetadata(selection.project()));
        columns = new WideColumns(
                selection,
                new WideColumns.Seen(
                        rows.twice(selection.project(), selection.coderIds(), selection.viewer()),
                        rows.watching(selection.project(), selection.coderIds(), selection.viewer())),
                metadata.names(),
                columnNames);
    }

    WideColumns columns() {
        return columns;
    }

    void write(TableFile table) throws IOException {
        table.row(columns.names());
        try {
            rows.images(
                    selection.project(),
                    selection.coderIds(),
                    selection.keys(),
                    selection.viewer(),
                    posts,
                    row -> write(row, table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(WideRow row, TableFile table) {
        var cells = new ArrayList<Object>();
        cells.add(row.image());
        cells.add(row.path());
        cells.addAll(metadata.cells(row.tableId(), row.cells(), row.metadata()));
        var codes = byAnswer(row.all());
        var second = byAnswer(row.allSecond());
        for (var answer : columns.answers()) {
            cells.addAll(cells(answer, codes.getOrDefault(answer.key(), List.of())));
            if (answer.twice()) {
                cells.add(words(second.getOrDefault(answer.key(), List.of())));
            }
        }
        cells.addAll(outcomes(row));
        cells.addAll(costs(row));
        cells.addAll(noted(row));
        cells.add(reason(row));
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<WideRow.Code>> byAnswer(List<WideRow.Code> codes) {
        return codes.stream()
                .collect(Collectors.groupingBy(code -> WideColumns.Answer.key(code.coder(), code.variable())));
    }

    private static List<Object> cells(WideColumns.Answer answer, List<WideRow.Code> codes) {
        var cells = new ArrayList<Object>();
        cells.add(words(codes));
        if (answer.clip()) {
            var code = codes.isEmpty() ? null : codes.get(0);
            cells.add(code == null ? null : text(code.detail(), "phrase"));
            cells.add(code == null ? null : code.confidence());
            cells.add(code == null ? null : text(code.detail(), "runner_up"));
            cells.add(code == null ? null : number(code.detail(), "margin"));
        } else if (answer.settled()) {
            var code = codes.isEmpty() ? null : codes.get(0);
            cells.add(code == null ? null : code.provenance());
            cells.add(code == null ? null : code.reason());
            cells.add(code == null ? null : code.errorType());
        } else if (answer.lifted()) {
            var detail = codes.isEmpty() ? null : codes.get(0).detail();
            cells.add(detail == null ? null : text(detail, "rule") + " v" + text(detail, "version"));
            cells.add(detail == null ? null : count(detail, "n_images"));
        }
        if (answer.several()) {
            cells.add(codes.isEmpty() ? null : codes.get(0).unit());
        }
        return cells;
    }

    /** Several values are joined by "|", which no key of a category contains. */
    private static String words(List<WideRow.Code> codes) {
        return codes.isEmpty() ? null : codes.stream().map(WideTable::word).collect(Collectors.joining("|"));
    }

    private static String word(WideRow.Code code) {
        return code.value() != null ? code.value() : code.state().replace('_', ' ');
    }

    private static String text(JsonNode detail, String name) {
        return detail == null || !detail.hasNonNull(name)
                ? null
                : detail.get(name).asText();
    }

    private static Long count(JsonNode detail, String name) {
        return detail == null || !detail.path(name).isNumber()
                ? null
                : detail.get(name).asLong();
    }

    private static Double number(JsonNode detail, String name) {
        return detail == null || !detail.path(name).isNumber()
                ? null
                : detail.get(name).asDouble();
    }

    private List<String> outcomes(WideRow row) {
        Map<Long, String> outcomes = row.outcomeByCoder();
        return selection.coders().stream()
                .map(coder -> row.image() == null ? null : Outcomes.word(coder, outcomes.get(coder.id())))
                .toList();
    }

    /** What was asked of a model about the image cost so much, whatever came of it. */
    private List<BigDecimal> costs(WideRow row) {
        Map<Long, BigDecimal> costs = row.costByCoder();
        return selection.coders().stream()
                .filter(ReportedCoder::costs)
                .map(coder -> costs.get(coder.id()))
                .toList();
    }

    /** Of a coder who has not coded the image even the flag is unknown. */
    private List<Object> noted(WideRow row) {
        var byCoder = row.notedByCoder();
        var cells = new ArrayList<Object>();
        for (var coder : selection.coders()) {
            var noted = byCoder.get(coder.id());
            for (var name : columns.left(coder)) {
                cells.add(noted == null ? null : noted.cell(name));
            }
        }
        return cells;
    }

    private String reason(WideRow row) {
        var beyond = metadata.beyond(row.tableId(), row.cells());
        return beyond.isEmpty()
                ? row.reason()
                : row.reason() + " Its cells beyond the last column: " + String.join(" | ", beyond);
    }
}
