package codeframe.report.export;

import codeframe.db.Json;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tasks for Label Studio: people's codes as annotations, machines' as predictions. */
final class LabelStudioTasks implements Closeable {
    /** Where Label Studio serves a folder of the user's own from. */
    private static final String LOCAL_FILES = "/data/local-files/?d=";

    private final Selection selection;
    private final JsonGenerator json;
    private final LabelStudioResults results;

    LabelStudioTasks(Selection selection, OutputStream out) throws IOException {
        this.selection = selection;
        json = Json.MAPPER.createGenerator(out);
        results = new LabelStudioResults(selection, json);
    }

    void write(ExportRows rows) throws IOException {
        json.writeStartArray();
        try {
            rows.images(
                    selection.project(),
                    selection.coderIds(),
                    selection.keys(),
                    selection.viewer(),
                    false,
                    this::writeIfImage);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.writeEndArray();
    }

    private void writeIfImage(WideRow row) {
        try {
            if (row.image() != null) {
                task(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void task(WideRow row) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        json.writeStringField("image", LOCAL_FILES + row.path());
        json.writeNumberField("codeframe_id", row.image());
        json.writeStringField("codeframe_path", row.path());
        json.writeEndObject();
        var byCoder = row.all().stream().collect(Collectors.groupingBy(WideRow.Code::coder));
        annotations(row, byCoder);
        predictions(row, byCoder);
        json.writeEndObject();
    }

    private void annotations(WideRow row, Map<Long, List<WideRow.Code>> byCoder) throws IOException {
        var noted = row.notedByCoder();
        json.writeArrayFieldStart("annotations");
        for (var coder : selection.coders()) {
            var beside = noted.getOrDefault(coder.id(), WideRow.Noted.NOTHING);
            if (!coder.isRun() && (byCoder.containsKey(coder.id()) || beside.any())) {
                annotation(row, coder, byCoder.getOrDefault(coder.id(), List.of()), beside);
            }
        }
        json.writeEndArray();
    }

    /** Label Studio refuses accounts that it does not know in completed_by; the name goes beside it. */
    private void annotation(WideRow row, ReportedCoder coder, List<WideRow.Code> codes, WideRow.Noted noted)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("coder", coder.name());
        json.writeBooleanField("ground_truth", coder.kind().equals("gold"));
        if (noted.seconds() != null) {
            json.writeNumberField("lead_time", noted.seconds());
        }
        results.write(row.image(), coder, codes, noted);
        json.writeEndObject();
    }

    private void predictions(WideRow row, Map<Long, List<WideRow.Code>> byCoder) throws IOException {
        json.writeArrayFieldStart("predictions");
        for (var coder : selection.coders()) {
            if (coder.isRun() && byCoder.containsKey(coder.id())) {
                prediction(row, coder, byCoder.get(coder.id()));
            }
        }
        json.writeEndArray();
    }

    private void prediction(WideRow row, ReportedCoder coder, List<WideRow.Code> codes) throws IOException {
        json.writeStartObject();
        json.writeStringField("model_version", coder.name());
        var least = codes.stream()
                .map(WideRow.Code::confidence)
                .filter(confidence -> confidence != null)
                .min(Float::compare);
        if (least.isPresent()) {
            json.writeNumberField("score", least.get());
        }
        results.write(row.image(), coder, codes, WideRow.Noted.NOTHING);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
