package codeframe.report.document;

import java.util.List;

/** The text of a Word file; sentences to write are marked yellow. */
final class DocxBody {
    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Between the margins of a sheet of A4, in twentieths of a point. */
    private static final int WIDTH = 9638;

    private final Document document;
    private final Language language;
    private final StringBuilder xml = new StringBuilder();

    private DocxBody(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    static String of(Document document, Language language) {
        return new DocxBody(document, language).written();
    }

    private String written() {
        xml.append("<w:document xmlns:w=\"").append(NAMESPACE).append("\"><w:body>");
        paragraph("Title", document.title().in(language));
        document.sections().forEach(this::section);
        paragraph("Normal", document.made().in(language));
        return xml.append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\""
                        + " w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
                        + "</w:body></w:document>")
                .toString();
    }

    private void section(Section section) {
        paragraph("Heading1", section.title().in(language));
        section.paragraphs().forEach(this::sentences);
        section.tables().forEach(this::table);
        for (var verbatim : section.verbatims()) {
            paragraph("Caption", verbatim.title().in(language));
            verbatim.text().lines().forEach(line -> paragraph("Verbatim", line));
        }
    }

    private void sentences(List<Sentence> sentences) {
        begin("Normal", "");
        for (var sentence : sentences) {
            run(sentence.text(language) + " ", sentence.missing() ? "<w:highlight w:val=\"yellow\"/>" : "");
        }
        xml.append("</w:p>");
    }

    private void table(PrintedTable table) {
        paragraph("Caption", document.caption(table, language));
        xml.append(
                "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>"
                        + "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>"
                        + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>"
                        + "<w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders></w:tblPr><w:tblGrid>");
        var widths = table.widths(language, WIDTH);
        widths.forEach(width -> xml.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        xml.append("</w:tblGrid>");
        row(table, table.header(), widths, "<w:trPr><w:tblHeader/></w:trPr>", "<w:b/>");
        table.rows().forEach(row -> row(table, row, widths, "", ""));
        xml.append("</w:tbl>");
        paragraph("Cell", "");
    }

    private void row(PrintedTable table, List<Bilingual> cells, List<Integer> widths, String properties, String style) {
        xml.append("<w:tr>").append(properties);
        for (int i = 0; i < cells.size(); i++) {
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths.get(i)).append("\" w:type=\"dxa\"/></w:tcPr>");
            begin("Cell", i < table.texts() ? "" : "<w:jc w:val=\"right\"/>");
            run(cells.get(i).in(language), style);
            xml.append("</w:p></w:tc>");
        }
        xml.append("</w:tr>");
    }

    private void paragraph(String style, String text) {
        begin(style, "");
        run(text, "");
        xml.append("</w:p>");
    }

    private void begin(String style, String further) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(further)
                .append("</w:pPr>");
    }

    private void run(String text, String style) {
        xml.append("<w:r>")
                .append(style.isEmpty() ? "" : "<w:rPr>" + style + "</w:rPr>")
                .append("<w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r>");
    }

    /** XML 1.0 has no place for control characters, lone surrogates and U+FFFE, U+FFFF, escaped or not. */
    static String escaped(String plain) {
        return plain.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
