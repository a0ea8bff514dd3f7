package codeframe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_told_from_the_header(String separator) throws Exception {
        var rows = read("id,\"na,;\tme\",text\n1,x,y\n".replace(",", separator).replace("na" + separator, "na,"));
        assertThat(rows.columns()).hasSize(3);
        assertThat(rows.next().cells()).containsExactly("1", "x", "y");
    }

    @Test
    void rows_end_somewhere() throws Exception {
        var rows = read("id\n" + "1\n".repeat((int) Table.MOST_ROWS + 1));
        for (long row = 0; row < Table.MOST_ROWS; row++) {
            rows.next();
        }
        assertThatThrownBy(rows::next).hasMessageContaining("more than 2,000,000 rows");
    }

    @Test
    void ids_stay_as_they_are_written() throws Exception {
        var rows = read("id,n\n00123,1e5\n2547812345678901234_17841400000,1.0\n");
        assertThat(rows.next().cells()).containsExactly("00123", "1e5");
        assertThat(rows.next().cells()).containsExactly("2547812345678901234_17841400000", "1.0");
    }

    @Test
    void quotes_and_line_breaks_within_a_cell_are_kept() throws Exception {
        var rows = read("id,caption\r\n1,\"She said \"\"hi\"\",\nthen left\"\r\n2,x\r\n");
        assertThat(rows.next().cells()).containsExactly("1", "She said \"hi\",\nthen left");
        var second = rows.next();
        assertThat(second.line()).isEqualTo(4);
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void every_usual_encoding_is_read() throws Exception {
        assertUmlaut(("\ufeffid,ä\n1,ü\n").getBytes(StandardCharsets.UTF_8));
        assertUmlaut("id,ä\n1,ü\n".getBytes(StandardCharsets.UTF_8));
        assertUmlaut("id,ä\n1,ü\n".getBytes(Charset.forName("windows-1252")));
        assertUmlaut("\ufeffid,ä\n1,ü\n".getBytes(StandardCharsets.UTF_16LE));
        assertUmlaut("\ufeffid,ä\n1,ü\n".getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void leading_row_numbers_of_pandas_are_left_out() throws Exception {
        var rows = read("Unnamed: 0.1,Unnamed: 0,,ID,\n7,8,9,a,b\n");
        assertThat(rows.columns()).containsExactly("ID", "column 2");
        assertThat(rows.next().cells()).containsExactly("a", "b");
    }

    @Test
    void columns_of_one_name_are_told_apart() throws Exception {
        var table = read("Likes,Likes,Likes (2)\n1,2,3\n");
        assertThat(table.written()).containsExactly("Likes", "Likes", "Likes (2)");
        assertThat(table.columns()).containsExactly("Likes", "Likes (2)", "Likes (2) (2)");
    }

    @Test
    void rows_that_do_not_fit_the_header_say_so() throws Exception {
        var rows = read("a,b,c\n1,2\n1,2,3,,\n1,2,3,4\n");
        assertRow(rows.next(), Row.Fit.SHORT, "1", "2", "");
        assertRow(rows.next(), Row.Fit.WHOLE, "1", "2", "3");
        assertRow(rows.next(), Row.Fit.LONG, "1", "2", "3", "4");
    }

    private static void assertRow(Row row, Row.Fit fit, String... cells) {
        assertThat(row.fit()).isEqualTo(fit);
        assertThat(row.cells()).containsExactly(cells);
    }

    @Test
    void an_empty_table_is_refused_in_words() {
        assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }

    private static void assertUmlaut(byte[] bytes) throws Exception {
        var rows = Table.open(Content.of(bytes));
        assertThat(rows.columns()).containsExactly("id", "ä");
        assertThat(rows.next().cells()).containsExactly("1", "ü");
    }

    private static Table read(String text) throws Exception {
        return Table.open(Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
