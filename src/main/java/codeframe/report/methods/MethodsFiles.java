package codeframe.report.methods;

import codeframe.report.agreement.OpenedFiles;
import codeframe.report.regression.RegressedFiles;
import codeframe.report.validation.ValidatedJson;
import codeframe.web.NumberText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The methods section as Markdown, LaTeX, CSV and JSON. */
public final class MethodsFiles {
    private MethodsFiles() {}

    public static String markdown(Methods methods) {
        var text = new StringBuilder("# Methods: " + methods.study().project() + "\n\n");
        text.append(made(methods)).append("\n\n## What this rests on\n\n");
        methods.basis().sentences().forEach(sentence -> text.append(sentence).append("\n\n"));
        text.append("## Reliability\n\n");
        methods.reliability().forEach(sentence -> text.append(sentence).append("\n\n"));
        text.append("## Validation\n\n");
        methods.validity().forEach(sentence -> text.append(sentence).append("\n\n"));
        text.append("## Tables\n\n");
        methods.tables().forEach(table -> text.append(table.markdown()));
        text.append("## Checklist\n\n");
        for (var item : methods.checklist()) {
            text.append("### ")
                    .append(item.number())
                    .append(". ")
                    .append(item.title())
                    .append("\n\n");
            item.facts()
                    .forEach(fact -> text.append("- ")
                            .append(fact.name())
                            .append(": ")
                            .append(fact.value())
                            .append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    static String made(Methods methods) {
        return "Written by Codeframe " + methods.study().version() + " on "
                + NumberText.moment(methods.study().madeAt()) + " from data with the hash "
                + methods.study().hash() + ".";
    }

    public static String latex(Methods methods) {
        return "% " + made(methods) + "\n% needs \\usepackage{booktabs}\n\n"
                + paragraphs(methods.basis().sentences())
                + "\\subsection*{Reliability}\n" + paragraphs(methods.reliability())
                + "\\subsection*{Validation}\n" + paragraphs(methods.validity())
                + methods.tables().stream().map(Table::latex).collect(Collectors.joining("\n"));
    }

    private static String paragraphs(List<String> sentences) {
        return sentences.stream().map(Latex::escaped).collect(Collectors.joining("\n\n", "", "\n\n"));
    }

    /** The checklist, a fact a row. */
    public static String csv(Methods methods) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("point", "title", "fact", "value");
            for (var item : methods.checklist()) {
                item.facts()
                        .forEach(fact -> csv.writeRecord(
                                Integer.toString(item.number()), item.title(), fact.name(), fact.value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The checklist with the figures that it rests on, all digits. */
    public static ObjectNode json(Methods methods) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("project", methods.study().project());
        node.put("written_at", methods.study().madeAt().toString());
        node.put("version", methods.study().version());
        node.put("data_sha256", methods.study().hash());
        methods.basis().sentences().forEach(node.withArray("rests_on")::add);
        methods.reliability().forEach(node.withArray("reliability")::add);
        methods.validity().forEach(node.withArray("validation")::add);
        var checklist = node.putArray("checklist");
        for (var item : methods.checklist()) {
            var entry = checklist.addObject().put("point", item.number()).put("title", item.title());
            var facts = entry.putArray("facts");
            item.facts()
                    .forEach(fact -> facts.addObject()
                            .put("name", fact.name())
                            .put("value", fact.recorded() ? fact.value() : null)
                            .put("recorded", fact.recorded()));
        }
        var agreement = node.putObject("agreement");
        methods.agreement()
                .forEach(opened -> agreement.set(opened.line().variable().key(), OpenedFiles.json(opened)));
        var validations = node.putArray("validations");
        methods.validations().forEach(validated -> validations.add(ValidatedJson.of(validated)));
        methods.regression().ifPresent(regressed -> node.set("regression", RegressedFiles.json(regressed)));
        return node;
    }
}
