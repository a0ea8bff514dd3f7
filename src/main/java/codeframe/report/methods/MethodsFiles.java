package codeframe.report.methods;

import codeframe.report.agreement.OpenedFiles;
import codeframe.report.document.Document;
import codeframe.report.document.DocumentFiles;
import codeframe.report.document.Docx;
import codeframe.report.document.Language;
import codeframe.report.document.Latex;
import codeframe.report.document.Markdown;
import codeframe.report.regression.RegressedFiles;
import codeframe.report.results.SharesJson;
import codeframe.report.validation.ValidatedJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * The methods section and its appendix as files, in one language.
 *
 * @param html makes one HTML file that needs nothing else
 */
record MethodsFiles(Methods methods, Language language, Function<Document, String> html) {
    String made() {
        return methods.section().made().in(language);
    }

    /** Every fact that section and appendix tell, a row each. */
    String csv() {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("document", "section", "sentence", "fact", "value", "recorded", "link");
            DocumentFiles.write(csv, methods.section(), language);
            DocumentFiles.write(csv, methods.appendix(), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Section and appendix with the figures that they rest on, all digits. */
    ObjectNode json() {
        var origin = methods.material().origin();
        var found = methods.material().found();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("project", origin.project());
        node.put("written_at", origin.madeAt().toString());
        node.put("version", origin.version());
        node.put("data_sha256", origin.hash());
        node.put("language", language.word());
        node.set("section", DocumentFiles.json(methods.section(), language));
        node.set("appendix", DocumentFiles.json(methods.appendix(), language));
        var agreement = node.putObject("agreement");
        found.agreement()
                .forEach(opened -> agreement.set(opened.line().variable().key(), OpenedFiles.json(opened)));
        var validations = node.putArray("validations");
        found.validations().forEach(validated -> validations.add(ValidatedJson.of(validated)));
        var results = node.putArray("results");
        found.results().forEach(one -> results.add(SharesJson.of(one)));
        found.regression().ifPresent(regressed -> node.set("regression", RegressedFiles.json(regressed)));
        return node;
    }

    void write(Archive archive) throws IOException {
        for (var document : List.of(methods.section(), methods.appendix())) {
            var name = "reports/" + document.name();
            archive.text(name + ".md", Markdown.of(document, language));
            archive.text(name + ".tex", Latex.of(document, language));
            archive.add(name + ".docx", out -> out.write(Docx.of(document, language)));
            archive.text(name + ".html", html.apply(document));
        }
        archive.text("reports/methods.json", json().toPrettyString());
        archive.text("reports/methods.csv", csv());
    }
}
