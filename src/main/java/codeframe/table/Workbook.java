package codeframe.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (.xlsx), of which one sheet is the table: the first that is not hidden, or the one that is named. */
final class Workbook {
    static final String BROKEN =
            "The Excel workbook is damaged and cannot be read. Open it and save it again, or save the table as CSV.";
    private static final int LARGEST = 128_000_000;
    private static final long LARGEST_UNPACKED = 1_000_000_000;

    private Workbook() {}

    /** Whether it is an archive with something in it, as a workbook is. */
    static boolean is(Content content) throws IOException {
        try (var in = content.open()) {
            var start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    /** @param sheet its name, or empty for the first */
    static XlsxRows open(Content content, String sheet) throws IOException, Unreadable {
        var bytes = bytes(content);
        try (var parts = new WorkbookParts(bytes, LARGEST_UNPACKED)) {
            parts.check();
            var workbook = workbook(bytes, parts.hasStyles());
            var chosen = chosen(workbook, sheet);
            return new XlsxRows(workbook, chosen, remark(workbook, chosen));
        } catch (IOException | RuntimeException damaged) {
            throw new Unreadable(BROKEN);
        }
    }

    private static ReadableWorkbook workbook(byte[] bytes, boolean styles) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(styles, true));
    }

    private static byte[] bytes(Content content) throws IOException, Unreadable {
        try (var in = content.open()) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unreadable("The Excel workbook has more than 128 MB. Save the table as CSV.");
            }
            return bytes;
        }
    }

    private static Sheet chosen(ReadableWorkbook workbook, String name) throws Unreadable {
        if (!name.isBlank()) {
            return workbook.getSheets()
                    .filter(sheet -> sheet.getName().strip().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable("The workbook has no sheet \"" + name.strip()
                            + "\". Its sheets are " + String.join(", ", names(workbook)) + "."));
        }
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new Unreadable("The workbook has no sheet that is not hidden. Name the sheet."));
    }

    private static List<String> names(ReadableWorkbook workbook) {
        return workbook.getSheets().map(Sheet::getName).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String remark(ReadableWorkbook workbook, Sheet chosen) {
        var names = names(workbook);
        return names.size() == 1
                ? ""
                : "The workbook has the sheets " + String.join(", ", names) + "; \"" + chosen.getName()
                        + "\" was read. For another one name it.";
    }
}
