package codeframe.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What the files within an archive tell it to be, when it is a document of an office program and no archive of files. */
public enum OfficeFile {
    WORKBOOK("an Excel workbook", ""),
    BINARY_WORKBOOK("a binary Excel workbook (.xlsb)", "Save it as .xlsx or CSV."),
    DOCUMENT(
            "a Word document",
            "Its pictures are not taken: save those that belong to the study as files of their own."),
    SLIDES(
            "a PowerPoint file",
            "Its pictures are not taken: save those that belong to the study as files of their own."),
    OPEN_DOCUMENT("an OpenDocument file (.ods, .odt)", "Save a table as .xlsx or CSV; its pictures are not taken."),
    NUMBERS("a file of Apple Numbers, Pages or Keynote", "Export a table as CSV or Excel; its pictures are not taken.");

    private final String what;
    private final String advice;

    OfficeFile(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    /** @param names of the files in the archive, at least the first hundred */
    public static Optional<OfficeFile> of(Collection<String> names) {
        var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (lower.contains("[content_types].xml")) {
            return ofOpenXml(lower);
        } else if (lower.contains("mimetype") && lower.contains("content.xml")) {
            return Optional.of(OPEN_DOCUMENT);
        }
        return lower.stream().anyMatch(name -> name.endsWith(".iwa")) ? Optional.of(NUMBERS) : Optional.empty();
    }

    /** What a file is by its name, where what is in it tells less: a document that is one by name is no table. */
    public OfficeFile called(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx") || lower.endsWith(".docm")) {
            return DOCUMENT;
        }
        return lower.endsWith(".pptx") || lower.endsWith(".pptm") ? SLIDES : this;
    }

    private static Optional<OfficeFile> ofOpenXml(Collection<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return Optional.of(BINARY_WORKBOOK);
        } else if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return Optional.of(WORKBOOK);
        } else if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            return Optional.of(DOCUMENT);
        }
        return names.stream().anyMatch(name -> name.startsWith("ppt/")) ? Optional.of(SLIDES) : Optional.empty();
    }

    /** Why it is not taken, for those that are not. */
    public String refusal() {
        return "This is " + what + ". " + advice;
    }
}
