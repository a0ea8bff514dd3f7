package codeframe.table;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import codeframe.image.intake.Upload;
import codeframe.report.export.CodedStudy;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metadata, codes and the calculators read tables alike, and say the same of what they cannot read. */
class TablesEverywhereTest {
    private TestApp app;
    private Api ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        ona = app.api(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** The same table as different people save it. */
    enum Saved {
        SEMICOLONS_AND_SEP("sep=;\r\n", ";", "UTF-8"),
        TABS("", "\t", "UTF-8"),
        PIPES("", "|", "UTF-8"),
        MARKED_UTF_16("\ufeff", "\t", "UTF-16LE"),
        UTF_16("", ",", "UTF-16LE"),
        UTF_16_OF_A_MAC("", ";", "UTF-16BE"),
        WINDOWS("", ";", "windows-1252"),
        MAC("", ";", "x-MacRoman");

        private final String first;
        private final String separator;
        private final Charset charset;

        Saved(String first, String separator, String charset) {
            this.first = first;
            this.separator = separator;
            this.charset = Charset.forName(charset);
        }

        byte[] bytes(String table) {
            return (first + table.replace(",", separator)).getBytes(charset);
        }
    }

    @ParameterizedTest
    @EnumSource(Saved.class)
    void every_way_of_saving_is_read_everywhere(Saved saved) throws Exception {
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        importing(saved.bytes("file,username,Caption\na.png,jörg,\"Grüße Öl\"\n"));
        assertThat(study.texts("select account || ' ' || (metadata ->> 'Caption') from image where path = 'a.png'"))
                .containsExactly("jörg Grüße Öl");

        var codes = post("codes", saved.bytes("image,variable,value,coder\na.png,image_type,poster,Jürgen Größe\n"));
        assertThat(codes.get("codes").asInt()).as(codes.toString()).isEqualTo(1);
        assertThat(codes.at("/coders/0/name").asText()).isEqualTo("Jürgen Größe");

        var agreement =
                send("/api/v1/agreement", saved.bytes("unit,coder,value\n1,Jürgen,ä\n1,Zoë,ä\n2,Jürgen,ö\n2,Zoë,ö\n"));
        assertThat(new Json(agreement.body()).tree().at("/pairs/0/a").asText())
                .as(agreement.body())
                .isEqualTo("Jürgen");
    }

    @Test
    void a_workbook_is_read_everywhere_at_the_sheet_that_is_named() throws Exception {
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        study.image("a.png");
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            sheet(book, "Readme", "note", "nothing");
            sheet(book, "Codes", "image", "variable", "value", "coder", "a.png", "image_type", "poster", "Jürgen");
            sheet(book, "Pairs", "unit", "Jürgen", "Zoë", "1", "a", "b");
        }
        assertThat(send("/api/v1/projects/1/codes", out.toByteArray()).body()).contains("no column \\\"image\\\"");
        var codes = post("codes?sheet=Codes", out.toByteArray());
        assertThat(codes.get("codes").asInt()).isEqualTo(1);
        assertThat(codes.at("/coders/0/name").asText()).isEqualTo("Jürgen");
        assertThat(send("/api/v1/agreement?sheet=Pairs", out.toByteArray()).body())
                .contains("\"a\":\"Jürgen\"");
    }

    private static void sheet(Workbook book, String name, String... cells) {
        var sheet = book.newWorksheet(name);
        int width = cells.length > 2 ? cells.length / 2 : 1;
        for (int i = 0; i < cells.length; i++) {
            sheet.value(i / width, i % width, cells[i]);
        }
    }

    @Test
    void what_is_no_table_is_refused_everywhere_in_the_same_words() throws Exception {
        new CodedStudy(app.jdbi()).publish(CodedStudy.CODEBOOK);
        refused(new byte[0], "The table is empty");
        refused("image,coder\n".getBytes(StandardCharsets.UTF_8), "one row and no more");
        refused(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "gzip archive");
        var zip = new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(importing(zip).at("/unfinished/0").asText()).contains("The ZIP is empty");
        assertThat(send("/api/v1/projects/1/codes", zip).body()).contains("an empty ZIP archive");
        assertThat(send("/api/v1/agreement", zip).body()).contains("an empty ZIP archive");
    }

    @Test
    void an_unclosed_quotation_mark_is_told_everywhere() throws Exception {
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        var state = importing("file,Caption\nx.png,\"one\na.png,two\n".getBytes(StandardCharsets.UTF_8));
        assertThat(state.get("unmatchedFiles").asInt()).isZero();
        assertThat(state.at("/remarks/0").asText())
                .isEqualTo(
                        "t.csv: A quotation mark opens in line 2 and is not closed; its cell was taken to end in that line.");
        var codes = post(
                "codes",
                "image,variable,value,coder,note\na.png,image_type,poster,Ana,\"so\na.png,people,3,Ana,\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(codes.get("codes").asInt()).isEqualTo(2);
        assertThat(codes.at("/remarks/0").asText()).contains("opens in line 2");
        var agreement = send("/api/v1/agreement", "unit,A,B\n1,\"a,a\n2,b,b\n3,a,b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new Json(agreement.body()).tree().at("/notes/0").asText()).contains("opens in line 2");
    }

    private void refused(byte[] table, String sentence) throws Exception {
        assertThat(importing(table).at("/rejected/0/reason").asText()).contains(sentence);
        var codes = send("/api/v1/projects/1/codes", table);
        assertThat(codes.statusCode()).isEqualTo(422);
        assertThat(codes.body()).contains(sentence);
        for (var calculator : new String[] {"agreement", "validation"}) {
            var answer = send("/api/v1/" + calculator, table);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence);
        }
    }

    private JsonNode post(String what, byte[] table) {
        var answer = send("/api/v1/projects/1/" + what, table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Json(answer.body()).tree();
    }

    private HttpResponse<String> send(String path, byte[] table) {
        return ona.send(ona.request(path)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(table)));
    }

    /** The import of one picture and a table, once it is done. */
    private JsonNode importing(byte[] table) throws Exception {
        var upload = new Upload()
                .file("a.png", Drawn.encoded(Drawn.noise(20, 20, 1), "png"))
                .file("t.csv", table);
        var begun = ona.send(upload.request(ona.request("/api/v1/projects/1/imports")));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var path = "/api/v1/projects/1/imports/"
                + new Json(begun.body()).tree().get("id").asLong();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!ona.json(path).get("state").asText().equals("done")) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            Thread.sleep(50);
        }
        return ona.json(path);
    }
}
