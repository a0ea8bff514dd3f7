package codeframe.report.export;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.intake.OwnControls;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The results of an annotation or prediction: one per variable, then flag, note and reasons where there are some. */
final class LabelStudioResults {
    private final Selection selection;
    private final Map<String, Variable> variables;
    private final JsonGenerator json;

    LabelStudioResults(Selection selection, JsonGenerator json) {
        this.selection = selection;
        this.json = json;
        variables = selection.variables().stream().collect(Collectors.toMap(Variable::key, variable -> variable));
    }

    void write(long image, ReportedCoder coder, List<WideRow.Code> codes, WideRow.Noted noted) throws IOException {
        var ids = "i%d-c%d-".formatted(image, coder.id());
        json.writeArrayFieldStart("result");
        for (var variable : selection.variables()) {
            var answer = codes.stream()
                    .filter(code -> code.variable().equals(variable.key()))
                    .toList();
            if (!answer.isEmpty()
                    && (variable.type() != VariableType.NUMBER || answer.get(0).value() != null)) {
                answer(ids, variable, answer);
            }
        }
        if (noted.flagged()) {
            texts(ids, OwnControls.FLAG, "choices", Set.of("flagged"));
        }
        if (noted.note() != null) {
            texts(ids, OwnControls.NOTE, "text", Set.of(noted.note()));
        }
        var reasons = reasons(codes);
        if (!reasons.isEmpty()) {
            texts(ids, OwnControls.REASON, "text", reasons);
        }
        json.writeEndArray();
    }

    private void answer(String ids, Variable variable, List<WideRow.Code> answer) throws IOException {
        boolean chosen = Selection.CHOSEN.contains(variable.type());
        if (variable.type() == VariableType.NUMBER) {
            begin(ids, variable.key(), "number");
            json.writeFieldName("number");
            json.writeNumber(answer.get(0).value());
            end();
        } else {
            var words = answer.stream().map(this::word).toList();
            texts(ids, variable.key(), chosen ? "choices" : "text", words);
        }
    }

    private String word(WideRow.Code code) {
        return code.value() == null
                ? code.state().replace('_', ' ')
                : LabellingConfig.choice(variables.get(code.variable()), code.value());
    }

    /** Of rulings, by the key of their variable: several codes of one answer have the same. */
    private static Set<String> reasons(List<WideRow.Code> codes) {
        var reasons = new LinkedHashSet<String>();
        for (var code : codes) {
            if (code.reason() != null || code.errorType() != null) {
                reasons.add(code.variable() + ": " + (code.reason() == null ? "" : code.reason())
                        + (code.errorType() == null
                                ? ""
                                : " (" + code.errorType().replace('_', ' ') + ")"));
            }
        }
        return reasons;
    }

    private void texts(String ids, String name, String field, Iterable<String> texts) throws IOException {
        begin(ids, name, field.equals("text") ? "textarea" : field);
        json.writeArrayFieldStart(field);
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
        end();
    }

    private void begin(String ids, String name, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ids + name);
        json.writeStringField("from_name", name);
        json.writeStringField("to_name", "image");
        json.writeStringField("type", type);
        json.writeObjectFieldStart("value");
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }
}
