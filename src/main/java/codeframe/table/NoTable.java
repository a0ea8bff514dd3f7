package codeframe.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names what a file is that was sent as a table and is none. */
final class NoTable {
    private static final int PEEK = 512;
    private static final int TAR_MARK = 257;
    private static final String SAVE_AS = " Save the table as CSV or as an Excel workbook (.xlsx) and send that.";
    private static final Pattern JSON = Pattern.compile("(\\[\\s*)?\\{\\s*\"");
    private static final Map<String, String> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put(
                "\u001f\u008b", "This is a gzip archive (.gz or .tar.gz), not a table. Unpack it and send the table.");
        MARKS.put("PK\5\6", "This is an empty ZIP archive, not a table.");
        MARKS.put("Rar!", "This is a RAR archive, not a table. Unpack it and send the table.");
        MARKS.put("7z\u00bc\u00af", "This is a 7z archive, not a table. Unpack it and send the table.");
        MARKS.put(
                "\u00d0\u00cf\u0011\u00e0", "This is a file of old Excel or Word (.xls, .doc), not a table." + SAVE_AS);
        MARKS.put("%PDF", "This is a PDF, not a table." + SAVE_AS);
        MARKS.put("{\\rtf", "This is a rich text document, not a table." + SAVE_AS);
        MARKS.put("\u0089PNG", "This is an image (PNG), not a table.");
        MARKS.put("\u00ff\u00d8\u00ff", "This is an image (JPEG), not a table.");
        MARKS.put("GIF8", "This is an image (GIF), not a table.");
        MARKS.put("PAR1", "This is a Parquet file, not a table in text." + SAVE_AS);
    }

    private NoTable() {}

    static void check(Content content) throws IOException, Unreadable {
        String start;
        try (var in = content.open()) {
            start = new String(in.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
        }
        for (var mark : MARKS.entrySet()) {
            if (start.startsWith(mark.getKey())) {
                throw new Unreadable(mark.getValue());
            }
        }
        if (start.startsWith("ustar", TAR_MARK)) {
            throw new Unreadable("This is a tar archive, not a table. Unpack it and send the table.");
        }
    }

    /** @param beginning what the file begins with, in its own letters */
    static void checkText(String beginning) throws Unreadable {
        var text = beginning.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new Unreadable("This is a web page, not a table: the download of the table may have failed.");
        } else if (JSON.matcher(text).lookingAt()) {
            throw new Unreadable(
                    "This is JSON, not a table; the one such file that is read as a table is Zeeschuimer's NDJSON of Instagram."
                            + SAVE_AS);
        }
    }
}
