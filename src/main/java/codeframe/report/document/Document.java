package codeframe.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text in sections, once for page, Markdown, LaTeX, Word and HTML, in any of its languages.
 *
 * @param name of its files, without a dot
 * @param made by what, when and from which data
 * @param numbering stands before the number of a table: "" or "A"
 */
public record Document(String name, Bilingual title, Bilingual made, String numbering, List<Section> sections) {
    public Stream<Sentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.paragraphs().stream())
                .flatMap(List::stream);
    }

    /** "Table A2. What it shows" */
    public String caption(PrintedTable table, Language language) {
        int number = sections.stream()
                        .flatMap(section -> section.tables().stream())
                        .toList()
                        .indexOf(table)
                + 1;
        var word = language == Language.DE ? "Tabelle " : "Table ";
        return word + numbering + number + ". " + table.caption().in(language);
    }

    /** A paragraph as one text. */
    static String text(List<Sentence> paragraph, Language language) {
        return String.join(
                " ", paragraph.stream().map(one -> one.text(language)).toList());
    }
}
