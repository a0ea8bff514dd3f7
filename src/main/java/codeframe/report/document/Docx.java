package codeframe.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A document as a file of Word or LibreOffice: the least that Office Open XML asks for (ECMA-376, part 1). */
public final class Docx {
    /** The parts have no time of their own, so that the same document is the same file whenever it is made. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final String TYPES = HEAD + "<Types xmlns=\"" + OFFICE + "package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD + "document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD + "styles+xml\"/></Types>";

    private static final String STYLES = HEAD + "<w:styles xmlns:w=\"" + DocxBody.NAMESPACE + "\">"
            + style("Normal", "Normal", " w:default=\"1\"", "<w:spacing w:after=\"120\"/>", "")
            + style("Title", "Title", "", "", "<w:b/><w:sz w:val=\"36\"/>")
            + style(
                    "Heading1",
                    "heading 1",
                    "",
                    "<w:keepNext/><w:outlineLvl w:val=\"0\"/>",
                    "<w:b/><w:sz w:val=\"26\"/>")
            + style("Caption", "caption", "", "<w:keepNext/>", "<w:i/>")
            + style("Cell", "Table cell", "", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"16\"/>")
            + style(
                    "Verbatim",
                    "Verbatim",
                    "",
                    "",
                    "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>" + "<w:sz w:val=\"18\"/>")
            + "</w:styles>";

    private Docx() {}

    public static byte[] of(Document document, Language language) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", TYPES);
            part(zip, "_rels/.rels", links("officeDocument", "word/document.xml"));
            part(zip, "word/_rels/document.xml.rels", links("styles", "styles.xml"));
            part(zip, "word/styles.xml", STYLES);
            part(zip, "word/document.xml", HEAD + DocxBody.of(document, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String style(String id, String name, String further, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\"" + further + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>"
                + (paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>")
                + (run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
    }

    private static String links(String type, String target) {
        return HEAD + "<Relationships xmlns=\"" + OFFICE
                + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + OFFICE + "officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(EARLIEST);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
