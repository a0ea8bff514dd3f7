package codeframe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them: saved by Excel, on a Mac, by hand, or broken. */
class WrittenTablesTest {
    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\ufeffsep=;\r\n", "SEP=;\n", "\"sep=;\"\r\n", "sep=;;\n"})
    void the_line_written_for_excel_is_no_row_and_names_the_separator(String first) throws Exception {
        var rows = read(first + "file;Caption, long\r\na.png;Grüße\r\n");
        assertThat(rows).containsExactly("file|Caption, long", "2: a.png|Grüße");
    }

    @Test
    void a_declared_separator_may_be_any_sign() throws Exception {
        assertThat(read("sep=^\na^b,c\n1^2,3\n")).containsExactly("a|b,c", "2: 1|2,3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_the_sign_that_cuts_the_rows_as_it_cuts_the_names(String sign) throws Exception {
        var table = "id,name,text\n1,x,y\n2,x,y\n".replace(",", sign);
        assertThat(read(table)).containsExactly("id|name|text", "2: 1|x|y", "3: 2|x|y");
    }

    @Test
    void a_sign_within_the_names_is_not_taken_for_the_separator() throws Exception {
        assertThat(read("id;name, first, last;x\n1;Ann;2,5\n2;Ben;3,5\n"))
                .containsExactly("id|name, first, last|x", "2: 1|Ann|2,5", "3: 2|Ben|3,5");
        assertThat(read("Name, first;Age\nAnn;3\nBen;4\n")).containsExactly("Name, first|Age", "2: Ann|3", "3: Ben|4");
    }

    @Test
    void an_unclosed_quotation_mark_costs_its_own_cell_and_no_row() throws Exception {
        var table = new StringBuilder("file,Caption\r\n");
        for (int i = 0; i < 200; i++) {
            table.append(i + ".png," + (i == 4 ? "\"" : "") + "caption " + i + "\r\n");
        }
        var rows = read(table.toString());
        assertThat(rows).hasSize(201).contains("6: 4.png|caption 4", "7: 5.png|caption 5", "201: 199.png|caption 199");
        assertThat(remarks)
                .containsExactly(
                        "A quotation mark opens in line 6 and is not closed; its cell was taken to end in that line.");
    }

    @Test
    void an_unclosed_mark_is_known_by_the_next_quoted_cell() throws Exception {
        var rows = read("a,b\n1,\"one\n2,\"two, too\"\n3,three\n\"4\",\"four\nlines\"\n5,\"\"\n");
        assertThat(rows).containsExactly("a|b", "2: 1|one", "3: 2|two, too", "4: 3|three", "5: 4|four\nlines", "6: 5|");
        assertThat(remarks).hasSize(1);
    }

    @Test
    void marks_that_were_not_doubled_stay_in_their_cell() throws Exception {
        assertThat(read("a,b\n\"She said \"hi\" to me\",x\n\"abc\" def,y\n6\" nails,z\n"))
                .containsExactly("a|b", "2: She said \"hi\" to me|x", "3: \"abc\" def|y", "4: 6\" nails|z");
        assertThat(read("a,b,c\n\"abc\" def,x,\"y\"\n")).containsExactly("a|b|c", "2: \"abc\" def|x|y");
        assertThat(remarks)
                .hasSize(2)
                .allSatisfy(remark -> assertThat(remark).contains("stands where none is expected"));
    }

    @Test
    void two_unclosed_marks_that_close_each_other_are_suspected() throws Exception {
        var table = "a,b\n1,\"one\n" + "2,two\n".repeat(40) + "3,three\"\n4,four\n";
        assertThat(read(table)).hasSize(3);
        assertThat(remarks).singleElement().asString().contains("from line 2 to line 43", "looks like rows");
        assertThat(read("a,b\n1,\"Dear, all\nwe, too\nand, you\nand, they\nso, long\nbye, now\"\n"))
                .hasSize(2);
        assertThat(remarks).hasSize(2);
        assertThat(read("a,b,c\n1,\"a poem\n\nof\n\nmany\n\nlines\",x\n")).hasSize(2);
        assertThat(remarks).hasSize(2);
    }

    @Test
    void many_marks_take_no_longer_than_others() throws Exception {
        assertThat(read("a,b\n" + "x,\"\"y\n".repeat(100_000))).hasSize(100_001);
        assertThat(read("a,b\n" + "x,\"y\n".repeat(100_000))).hasSize(100_001);
        assertThat(read("a,b\n" + "\"\"\"\"\"x,y\n".repeat(100_000))).hasSize(100_001);
    }

    @Test
    void what_was_written_as_text_for_excel_is_its_content() throws Exception {
        assertThat(read("id,\"=\"\"x\"\"\"\n=\"0012\",a\n\"=\"\"0013\"\"\",b\n=\"a,b\",c\n=1+1,d\n"))
                .containsExactly("id|x", "2: 0012|a", "3: 0013|b", "4: a,b|c", "5: =1+1|d");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,UTF-16", "UTF-16BE,UTF-16", "x-MacRoman,Mac Roman", "windows-1252,Windows-1252", "IBM850,DOS"
    })
    void letters_are_read_without_a_mark(String charset, String named) throws Exception {
        var table = "file,Caption\r\na.png,Grüße aus Öhringen und ein Café\r\n";
        var rows = Table.open(Content.of(table.getBytes(charset)));
        assertThat(rows.next().cells()).containsExactly("a.png", "Grüße aus Öhringen und ein Café");
        assertThat(rows.remarks()).singleElement().asString().contains(named);
    }

    @Test
    void english_typography_of_windows_is_not_taken_for_mac_roman() throws Exception {
        var table = "a,b\n1,“Hello” – don’t… „so“ 5 €\n";
        var rows = Table.open(Content.of(table.getBytes(Charset.forName("windows-1252"))));
        assertThat(rows.next().cells()).containsExactly("1", "“Hello” – don’t… „so“ 5 €");
    }

    @Test
    void utf_16_of_any_script_is_known_by_its_zeros() throws Exception {
        var table = "файл,подпись\nа.png,привет всем\n";
        var rows = Table.open(Content.of(table.getBytes(StandardCharsets.UTF_16LE)));
        assertThat(rows.next().cells()).containsExactly("а.png", "привет всем");
    }

    @Test
    void one_broken_letter_does_not_make_all_others_wrong() throws Exception {
        var good = "a,b\n1,äöüßäöüßäöüßäöüß\n2,".getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(good);
        bytes.writeBytes(new byte[] {(byte) 0xf0, (byte) 0x9f, 'x', '\n'});
        var rows = Table.open(Content.of(bytes.toByteArray()));
        assertThat(rows.next().cells()).containsExactly("1", "äöüßäöüßäöüßäöüß");
        assertThat(rows.next().cells().get(1)).endsWith("x");
        assertThat(rows.remarks())
                .containsExactly("1 characters of the table are broken in UTF-8 and shown as \ufffd.");
    }

    @Test
    void zeros_are_left_out_and_told() throws Exception {
        assertThat(read("a,b\n1,x\0y\n")).containsExactly("a|b", "2: 1|xy");
        assertThat(remarks).containsExactly("The invisible character NUL was left out of 1 cell.");
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_counts_them() throws Exception {
        assertThat(read("\n\na,b\n1,\"x\ny\"\n\n2,z\r3,w")).containsExactly("a|b", "4: 1|x\ny", "6: 2|z", "7: 3|w");
    }

    @Test
    void what_is_no_table_is_called_by_its_name() throws Exception {
        assertRefused(new byte[0], "The table is empty");
        assertRefused("\r\n\r\n".getBytes(StandardCharsets.UTF_8), "The table is empty");
        assertRefused("file,Caption\r\n".getBytes(StandardCharsets.UTF_8), "one row and no more");
        var zip = new ByteArrayOutputStream();
        new ZipOutputStream(zip).close();
        assertRefused(zip.toByteArray(), "an empty ZIP archive");
        var gzip = new ByteArrayOutputStream();
        new GZIPOutputStream(gzip).close();
        assertRefused(gzip.toByteArray(), ".tar.gz");
        var tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertRefused(tar, "a tar archive");
        assertRefused("%PDF-1.4".getBytes(StandardCharsets.UTF_8), "a PDF");
        assertRefused("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "a web page");
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, "old Excel");
    }

    @Test
    void a_table_has_its_bounds() throws Exception {
        assertRefused((",".repeat(20_000) + "\n1\n").getBytes(StandardCharsets.UTF_8), "more than 20,000 cells");
        assertRefused(("a".repeat(5_000_000) + "\n1\n").getBytes(StandardCharsets.UTF_8), "more than 4 million");
    }

    @Test
    void what_comes_before_the_place_where_it_breaks_is_kept() throws Exception {
        var rows = Table.open(
                Content.of(("a,b\n1,x\n2,y\n3," + "z".repeat(5_000_000) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(rows.next(500)).hasSize(2);
        assertThatThrownBy(() -> rows.next(500)).hasMessageContaining("Line 4 has a cell of more than 4 million");
    }

    private static void assertRefused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> Table.open(Content.of(bytes)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(sentence);
    }

    /** The column names, then each row after its number. */
    private List<String> read(String text) throws Exception {
        try (var table = Table.open(Content.of(text.getBytes(StandardCharsets.UTF_8)))) {
            var rows = new ArrayList<>(List.of(String.join("|", table.columns())));
            while (table.hasNext()) {
                var row = table.next();
                rows.add(row.number() + ": " + String.join("|", row.cells()));
            }
            remarks.addAll(table.remarks());
            return rows;
        }
    }
}
