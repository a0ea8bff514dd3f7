package codeframe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Excel workbooks as tables. */
class WorkbookTest {
    private final List<String> remarks = new ArrayList<>();

    @Test
    void the_first_sheet_that_is_not_hidden_is_the_table_and_another_can_be_named() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var posts = book.newWorksheet("Posts");
            posts.value(0, 0, "file");
            posts.value(0, 1, "Größe");
            posts.value(1, 0, "a.png");
            posts.value(1, 1, "=\"0012\"");
            posts.value(3, 0, "b.png");
            var notes = book.newWorksheet("Notes & more");
            notes.value(0, 0, "who");
            notes.value(1, 0, "Ann");
        }
        assertThat(read(out.toByteArray(), "")).containsExactly("file|Größe", "2: a.png|0012", "4: b.png|");
        assertThat(remarks)
                .containsExactly(
                        "The workbook has the sheets Posts, Notes & more; \"Posts\" was read. For another one name it.");
        assertThat(read(out.toByteArray(), " notes & MORE")).containsExactly("who", "2: Ann");
        assertThatThrownBy(() -> read(out.toByteArray(), "Codes"))
                .hasMessage("The workbook has no sheet \"Codes\". Its sheets are Posts, Notes & more.");
        assertThat(read(Sheets.of(row(1, inline("a")) + row(2, inline("b"))), ""))
                .containsExactly("a", "2: b");
    }

    @Test
    void ids_stay_digits_and_dates_stay_dates() throws Exception {
        var rows = read(
                Sheets.of(row(1, inline("id") + inline("x") + inline("y"))
                        + row(2, number(0, "1395842375913573205") + number(3, "42") + number(0, "0.30000000000000004"))
                        + row(3, number(0, "1.39584237591357E+18") + number(1, "46349") + number(2, "46349.6277777778"))
                        + row(4, number(4, "46349.5") + number(5, "46349") + number(6, "1.5"))
                        + row(5, number(7, "1234.5") + number(0, "-7") + number(0, "1E999999999"))
                        + row(6, "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c>")
                        + row(7, "<c t=\"str\"><f>A1</f><v>x_x000D_y</v></c>" + number(1, "-1") + number(1, "1E300"))),
                "");
        assertThat(rows)
                .containsExactly(
                        "id|x|y",
                        "2: 1395842375913573205|00042|0.3",
                        "3: 1.39584237591357E+18|2026-11-23|23.11.2026 15:04",
                        "4: 2026-11-23 12:00|23.11.2026|36:00:00",
                        "5: 1234.5|-7|1E+999999999",
                        "6: TRUE|#N/A|2",
                        "7: x\ry|-1|1E+300");
    }

    @Test
    void shared_texts_are_read_without_their_readings_aloud() throws Exception {
        var book = new Sheets()
                .texts(
                        "<si><t>file</t></si><si><r><t>a</t></r><r><t>.png</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>")
                .part("xl/worksheets/sheet1.xml", Sheets.sheet(row(1, shared(0)) + row(2, shared(1))));
        assertThat(read(book.bytes(), "")).containsExactly("file", "2: a.png");
    }

    @Test
    void hidden_rows_are_read_and_told() throws Exception {
        var rows = row(1, inline("a")) + "<row r=\"2\" hidden=\"1\">" + inline("b") + "</row>" + row(3, inline("c"));
        assertThat(read(Sheets.of(rows), "")).hasSize(3);
        assertThat(remarks).anySatisfy(remark -> assertThat(remark).contains("Row 2 is hidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>a</t></is></c></row>",
                "<row r=\"1\"><c t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c><f t=\"shared\" si=\"4\"/><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"what\"><v>1</v></c></row>",
                "<row r=\"many\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c s=\"x\"><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>&bomb;</t></is></c></row>",
                "<row r=\"1\">"
            })
    void a_workbook_that_was_made_to_do_harm_is_refused_in_a_sentence(String rows) {
        assertThatThrownBy(() -> read(Sheets.of(rows), ""))
                .isInstanceOf(Unreadable.class)
                .message()
                .containsAnyOf("damaged", "more columns");
    }

    @Test
    void a_workbook_that_unpacks_to_more_than_any_table_is_refused() throws Exception {
        var book = Sheets.of(row(1, inline("a".repeat(900_000))));
        assertThat(book.length).isLessThan(10_000);
        try (var parts = new WorkbookParts(book, 800_000)) {
            assertThatThrownBy(parts::check)
                    .hasMessage("The workbook unpacks to more than 800 kB. Save the table as CSV.");
        }
        assertThatThrownBy(() -> read(Sheets.of(row(1, inline("a".repeat(5_000_000)))), ""))
                .hasMessageContaining("more text than any table");
        var item = "<si><t>" + "a".repeat(1_000_000) + "</t></si>";
        var texts = new Sheets().texts(item.repeat(110)).part("xl/worksheets/sheet1.xml", Sheets.sheet(""));
        assertThatThrownBy(() -> read(texts.bytes(), "")).hasMessageContaining("more text than any table");
    }

    @Test
    void other_files_of_office_programs_are_called_by_their_name() {
        assertThatThrownBy(() -> read(office("word/document.xml"), "")).hasMessageContaining("a Word document");
        assertThatThrownBy(() -> read(office("ppt/presentation.xml"), "")).hasMessageContaining("a PowerPoint file");
        assertThatThrownBy(() -> read(office("xl/workbook.bin"), "")).hasMessageContaining("binary Excel workbook");
        assertThatThrownBy(() -> read(zip("mimetype", "content.xml"), "")).hasMessageContaining("OpenDocument");
        assertThatThrownBy(() -> read(zip("Index/Document.iwa"), "")).hasMessageContaining("Apple Numbers");
        assertThatThrownBy(() -> read(zip("a.png"), "")).hasMessageContaining("This is a ZIP archive");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "")).hasMessageContaining("damaged");
    }

    private static byte[] office(String part) {
        return zip("[Content_Types].xml", part);
    }

    private static byte[] zip(String... names) {
        var files = new java.util.LinkedHashMap<String, byte[]>();
        for (var name : names) {
            files.put(name, new byte[] {'<', 'x', '/', '>'});
        }
        return codeframe.image.intake.Upload.zip(files);
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String inline(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(int style, String value) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    private static String shared(int index) {
        return "<c t=\"s\"><v>" + index + "</v></c>";
    }

    private List<String> read(byte[] bytes, String sheet) throws Exception {
        try (var table = Table.open(Content.of(bytes), sheet)) {
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
