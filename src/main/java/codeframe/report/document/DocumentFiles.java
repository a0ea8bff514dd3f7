package codeframe.report.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;

/** A document's facts, for programs: CSV rows and JSON. */
public final class DocumentFiles {
    private DocumentFiles() {}

    /** A fact a row: document, section, sentence, fact, value, whether it is recorded, and where it is seen. */
    public static void write(CsvWriter csv, Document document, Language language) {
        for (var section : document.sections()) {
            for (var paragraph : section.paragraphs()) {
                paragraph.forEach(sentence -> sentence(csv, document, section, sentence, language));
            }
            section.tables().forEach(table -> table(csv, document, section, table, language));
        }
    }

    private static void sentence(
            CsvWriter csv, Document document, Section section, Sentence sentence, Language language) {
        var recorded = Boolean.toString(!sentence.missing());
        if (sentence.facts().isEmpty()) {
            csv.writeRecord(
                    document.name(),
                    section.key(),
                    sentence.key(),
                    "",
                    sentence.text(language),
                    recorded,
                    sentence.link());
        }
        sentence.facts()
                .forEach((name, fact) -> csv.writeRecord(
                        document.name(),
                        section.key(),
                        sentence.key(),
                        name,
                        fact.in(language).strip(),
                        recorded,
                        sentence.link()));
    }

    private static void table(
            CsvWriter csv, Document document, Section section, PrintedTable table, Language language) {
        for (var row : table.rows()) {
            var name = row.get(0).in(language);
            for (int i = 1; i < row.size(); i++) {
                csv.writeRecord(
                        document.name(),
                        section.key(),
                        table.key(),
                        name + ": " + table.header().get(i).in(language),
                        row.get(i).in(language),
                        "true",
                        "");
            }
        }
    }

    public static ObjectNode json(Document document, Language language) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("title", document.title().in(language))
                .put("made", document.made().in(language));
        var sections = node.putArray("sections");
        for (var section : document.sections()) {
            var entry = sections.addObject()
                    .put("key", section.key())
                    .put("title", section.title().in(language));
            var sentences = entry.putArray("sentences");
            section.paragraphs()
                    .forEach(paragraph -> paragraph.forEach(one -> sentence(sentences.addObject(), one, language)));
            var tables = entry.putArray("tables");
            section.tables().forEach(table -> table(tables.addObject(), table, language));
            var texts = entry.putArray("texts");
            section.verbatims()
                    .forEach(verbatim -> texts.addObject()
                            .put("title", verbatim.title().in(language))
                            .put("text", verbatim.text()));
        }
        return node;
    }

    private static void sentence(ObjectNode node, Sentence sentence, Language language) {
        node.put("key", sentence.key())
                .put("text", sentence.text(language))
                .put("recorded", !sentence.missing())
                .put("link", sentence.link());
        var facts = node.putObject("facts");
        sentence.facts()
                .forEach((name, fact) -> facts.put(name, fact.in(language).strip()));
    }

    private static void table(ObjectNode node, PrintedTable table, Language language) {
        node.put("key", table.key()).put("caption", table.caption().in(language));
        cells(node.putArray("header"), table.header(), language);
        var rows = node.putArray("rows");
        table.rows().forEach(row -> cells(rows.addArray(), row, language));
    }

    private static void cells(ArrayNode array, List<Bilingual> cells, Language language) {
        cells.forEach(cell -> array.add(cell.in(language)));
    }
}
