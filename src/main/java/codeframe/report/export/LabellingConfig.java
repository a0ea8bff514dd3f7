package codeframe.report.export;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.intake.OwnControls;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The labelling configuration of Label Studio for the variables of a codebook. */
public final class LabellingConfig {
    private final XMLStreamWriter xml;

    private LabellingConfig(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(Selection selection, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            var config = new LabellingConfig(xml);
            xml.writeStartElement("View");
            config.element("Image", "name", "image", "value", "$image");
            for (var variable : selection.variables()) {
                config.variable(variable);
            }
            config.own(selection.coders());
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void variable(Variable variable) throws XMLStreamException {
        element("Header", "value", variable.label().isEmpty() ? variable.key() : variable.label());
        switch (variable.type()) {
            case NUMBER -> element("Number", "name", variable.key(), "toName", "image");
            case TEXT -> element("TextArea", "name", variable.key(), "toName", "image");
            case SINGLE, MULTI, BOOLEAN -> choices(variable);
        }
    }

    /** Where the tasks have answers that are no variable's. */
    private void own(List<ReportedCoder> coders) throws XMLStreamException {
        if (coders.stream().anyMatch(coder -> !WideColumns.noted(coder).isEmpty())) {
            element("Header", "value", "Note of the coder");
            element("TextArea", "name", OwnControls.NOTE, "toName", "image");
            xml.writeCharacters("\n  ");
            xml.writeStartElement("Choices");
            attributes("name", OwnControls.FLAG, "toName", "image", "choice", "multiple");
            element("Choice", "value", "flagged");
            xml.writeEndElement();
        }
        if (coders.stream().anyMatch(coder -> coder.kind().equals("gold"))) {
            element("Header", "value", "Reasons of adjudication");
            element("TextArea", "name", OwnControls.REASON, "toName", "image");
        }
    }

    private void choices(Variable variable) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("Choices");
        attributes("name", variable.key(), "toName", "image");
        attributes("choice", variable.type() == VariableType.MULTI ? "multiple" : "single");
        attributes("required", Boolean.toString(variable.required()));
        for (var value : variable.values()) {
            element("Choice", "value", choice(variable, value));
        }
        element("Choice", "value", "unsure");
        element("Choice", "value", "not codable");
        xml.writeEndElement();
    }

    /** What coders read for a value; its key where two categories are called alike. */
    static String choice(Variable variable, String value) {
        var label = variable.labelOf(value);
        long alike = variable.categories().stream()
                .map(Category::label)
                .filter(label::equals)
                .count();
        return label.isEmpty() || alike > 1 ? value : label;
    }

    private void element(String name, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
