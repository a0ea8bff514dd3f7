package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
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
    private final Map<String, Variable> variables;
    private final JsonGenerator json;

    LabelStudioTasks(Selection selection, OutputStream out) throws IOException {
        this.selection = selection;
        variables = selection.variables().stream().collect(Collectors.toMap(Variable::key, variable -> variable));
        json = Json.MAPPER.createGenerator(out);
    }

    void write(ExportRows rows) throws IOException {
        json.writeStartArray();
        try {
            rows.images(
                    selection.project(),
                    selection.coderIds(),
                    selection.keys(),
                    selection.viewer(),
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
        json.writeArrayFieldStart("annotations");
        for (var coder : selection.coders()) {
            if (!coder.isRun() && byCoder.containsKey(coder.id())) {
                annotation(row, coder, byCoder.get(coder.id()));
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("predictions");
        for (var coder : selection.coders()) {
            if (coder.isRun() && byCoder.containsKey(coder.id())) {
                prediction(row, coder, byCoder.get(coder.id()));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Label Studio refuses accounts that it does not know in completed_by; the name goes beside it. */
    private void annotation(WideRow row, ReportedCoder coder, List<WideRow.Code> codes) throws IOException {
        json.writeStartObject();
        json.writeStringField("coder", coder.name());
        json.writeBooleanField("ground_truth", coder.kind().equals("gold"));
        results(row, coder, codes);
        json.writeEndObject();
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
        results(row, coder, codes);
        json.writeEndObject();
    }

    private void results(WideRow row, ReportedCoder coder, List<WideRow.Code> codes) throws IOException {
        json.writeArrayFieldStart("result");
        for (var variable : selection.variables()) {
            var answer = codes.stream()
                    .filter(code -> code.variable().equals(variable.key()))
                    .toList();
            if (!answer.isEmpty()
                    && (variable.type() != VariableType.NUMBER || answer.get(0).value() != null)) {
                result("i%d-c%d-%s".formatted(row.image(), coder.id(), variable.key()), variable, answer);
            }
        }
        json.writeEndArray();
    }

    private void result(String id, Variable variable, List<WideRow.Code> answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("from_name", variable.key());
        json.writeStringField("to_name", "image");
        boolean chosen = Selection.CHOSEN.contains(variable.type());
        json.writeStringField(
                "type", chosen ? "choices" : variable.type() == VariableType.NUMBER ? "number" : "textarea");
        json.writeObjectFieldStart("value");
        if (variable.type() == VariableType.NUMBER) {
            json.writeFieldName("number");
            json.writeNumber(answer.get(0).value());
        } else {
            json.writeArrayFieldStart(chosen ? "choices" : "text");
            for (var code : answer) {
                json.writeString(word(code));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private String word(WideRow.Code code) {
        return code.value() == null
                ? code.state().replace('_', ' ')
                : LabellingConfig.choice(variables.get(code.variable()), code.value());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
