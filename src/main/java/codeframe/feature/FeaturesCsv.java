package codeframe.feature;

import codeframe.image.Detection;
import codeframe.image.FeatureKind;
import codeframe.web.FileDownload;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All features as a table: a row for each object and label, one for each text, and one for what ended otherwise. */
final class FeaturesCsv {
    /** Extended at the end only. */
    static final List<String> COLUMNS = List.of(
            "image", "path", "source", "version", "kind", "outcome", "text", "name", "confidence", "vertices", "error");

    private FeaturesCsv() {}

    /** The header counts the images that the person still codes, of which nothing is told, and those that are sealed. */
    static void send(Context ctx, FeatureRows rows, long project, long viewer) {
        ctx.header(
                "Codeframe-Withheld", "sealed=" + rows.sealed(project) + ", blind=" + rows.withheld(project, viewer));
        FileDownload.send(ctx, "features.csv", "text/csv; charset=utf-8", out -> write(rows, project, viewer, out));
    }

    private static void write(FeatureRows rows, long project, long viewer, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(COLUMNS);
            rows.each(project, viewer, row -> write(row, csv));
        }
    }

    private static void write(FeatureRows.Written row, CsvWriter csv) {
        if (row.outcome().equals("done")
                && FeatureKind.ofWord(row.kind()).orElseThrow().isList()) {
            row.detections().forEach(thing -> write(row, thing, csv));
        } else {
            write(row, null, csv);
        }
    }

    private static void write(FeatureRows.Written row, Detection thing, CsvWriter csv) {
        csv.writeRecord(Arrays.asList(
                String.valueOf(row.image()),
                row.path(),
                row.source(),
                String.valueOf(row.version()),
                row.kind(),
                row.outcome(),
                thing == null ? row.text() : "",
                thing == null ? "" : thing.name(),
                thing == null || thing.confidence() == null ? "" : String.valueOf(thing.confidence()),
                thing == null ? "" : corners(thing),
                row.error()));
    }

    private static String corners(Detection thing) {
        return thing.corners().isEmpty()
                ? ""
                : thing.corners().stream()
                        .map(corner -> "[" + corner.x() + ", " + corner.y() + "]")
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
