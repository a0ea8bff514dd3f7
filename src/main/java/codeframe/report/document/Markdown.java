package codeframe.report.document;

import java.util.List;

/** A document as Markdown (CommonMark with tables). */
public final class Markdown {
    private final Document document;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    public static String of(Document document, Language language) {
        return new Markdown(document, language).written();
    }

    private String written() {
        text.append("# ").append(escaped(document.title().in(language))).append("\n\n");
        document.sections().forEach(this::section);
        return text.append('*')
                .append(escaped(document.made().in(language)))
                .append("*\n")
                .toString();
    }

    private void section(Section section) {
        text.append("## ").append(escaped(section.title().in(language))).append("\n\n");
        section.paragraphs()
                .forEach(paragraph ->
                        text.append(escaped(Document.text(paragraph, language))).append("\n\n"));
        section.tables().forEach(this::table);
        section.verbatims().forEach(this::verbatim);
    }

    private void table(PrintedTable table) {
        text.append("**").append(escaped(document.caption(table, language))).append("**\n\n");
        line(table.header());
        for (int i = 0; i < table.header().size(); i++) {
            text.append(i < table.texts() ? "| --- " : "| ---: ");
        }
        text.append("|\n");
        table.rows().forEach(this::line);
        text.append('\n');
    }

    private void line(List<Bilingual> cells) {
        cells.forEach(
                cell -> text.append("| ").append(escaped(cell.in(language))).append(' '));
        text.append("|\n");
    }

    /** As an indented block, which nothing inside can end. */
    private void verbatim(Verbatim verbatim) {
        text.append("**").append(escaped(verbatim.title().in(language))).append("**\n\n");
        verbatim.text().lines().forEach(line -> text.append("    ").append(line).append('\n'));
        text.append('\n');
    }

    /** On one line, with a backslash before every sign that could begin markup there. */
    static String escaped(String plain) {
        return plain.replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|~&]|^\\s?[#+=-])", "\\\\$1");
    }
}
