package codeframe.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.table.Content;
import codeframe.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** A workbook holds every text as it was collected. */
class XlsxFileTest {
    private static final List<String> TEXTS = List.of(
            "  two blanks before",
            "one after ",
            "\tafter a tab\n",
            "_x0041_",
            "__x0041_x0042_ _x41_ _xZZZZ_",
            " _x000D_ ",
            "a\rb\u0001c\uffff",
            "=1+1",
            "0012",
            "Grüße 👋🏽 <b>&amp;");

    @Test
    void what_was_written_is_read_again() throws Exception {
        assertThat(read(write(TEXTS))).isEqualTo(TEXTS);
    }

    @Test
    void blanks_at_the_ends_are_marked_as_kept() throws Exception {
        var parts = parts(write(TEXTS));
        assertThat(parts).contains("<t xml:space=\"preserve\">  two blanks before</t>", "_x005F_x0041_");
        assertThat(parts).doesNotContain("<is><t> ").doesNotContain(" </t></is>");
    }

    @Test
    void blanks_are_kept_where_there_are_more_texts_than_can_be_held() throws Exception {
        var many = new ArrayList<String>();
        for (int n = 0; n < 400; n++) {
            many.add("  " + "x".repeat(30_000) + n + "\n");
        }
        assertThat(read(write(many))).isEqualTo(many);
    }

    @Test
    void what_a_cell_cannot_hold_is_said_and_no_sign_is_cut_in_two() throws Exception {
        for (int shift = 0; shift < 2; shift++) {
            var long_ = "x".repeat(shift) + "👋".repeat(20_000);
            var cell = read(write(List.of(long_))).get(0);
            assertThat(cell).endsWith("the CSV has all of it]").hasSizeLessThanOrEqualTo(32_767);
            assertThat(cell.replace("👋", "")).startsWith("x".repeat(shift) + " … [cut here");
        }
    }

    @Test
    void what_is_cut_or_cannot_be_read_by_everybody_is_named_on_a_sheet_of_its_own() throws Exception {
        var workbook = write(List.of("short", "x".repeat(40_000), "a\u0001b", "two\r\nlines"));
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var about = read.findSheet(CellRemarks.SHEET).orElseThrow().read();
            assertThat(about).hasSize(3);
            assertThat(about.get(1).getCellText(0)).isEqualTo("3");
            assertThat(about.get(1).getCellText(1)).isEqualTo("text");
            assertThat(about.get(1).getCellText(2)).contains("40,000 characters", "cut off", "The CSV has all of it");
            assertThat(about.get(2).getCellText(0)).isEqualTo("4");
            assertThat(about.get(2).getCellText(2)).contains("control characters");
        }
        assertThat(parts(write(List.of("short")))).doesNotContain(CellRemarks.SHEET);
    }

    private static byte[] write(List<String> texts) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new XlsxFile(out, "Codes");
        file.row(List.of("text", "number"));
        for (var text : texts) {
            file.row(List.of(text, 7));
        }
        file.close();
        return out.toByteArray();
    }

    private static List<String> read(byte[] workbook) throws Exception {
        var texts = new ArrayList<String>();
        try (var table = Table.open(Content.of(workbook))) {
            while (table.hasNext()) {
                texts.add(table.next().cells().get(0));
            }
        }
        return texts;
    }

    private static String parts(byte[] workbook) throws IOException {
        var parts = new StringBuilder();
        var file = Files.createTempFile("codeframe", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : zip.stream().toList()) {
                parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts.toString();
    }
}
