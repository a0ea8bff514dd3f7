package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.archive.Zip64;
import codeframe.image.decode.Drawn;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ImportTest {
    private TestApp app;
    private Browser ona;
    private ImportReports reports;
    private Imports imports;

    @BeforeEach
    void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        reports = app.jdbi().onDemand(ImportReports.class);
        imports = app.jdbi().onDemand(Imports.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void every_file_and_every_row_is_accounted_for() throws Exception {
        long id = send(new Upload()
                .file("pictures.zip", Upload.zip(mixed()))
                .file("posts.csv", csv("ona,1,one", "ona,2,\"two, and\nmore\"", "ona,77,no file", "cleo,1,hers"))
                .file("alone.jpg", Drawn.jpeg(40, 40, 9))
                .file("moves.gif", twice(Drawn.encoded(Drawn.quarters(40, 30, BufferedImage.TYPE_INT_RGB), "gif"))));

        var counts = reports.counts(id);
        assertThat(counts).isEqualTo(new ImportReports.Counts(6, 1, 1, 2, 2, 0, 1, 4, 1, 0, 0, 0, 5, 1));
        assertThat(files(id, "rejected"))
                .containsExactly(
                        "ona/not.jpg: This is a text file, not an image.",
                        "x/script.svg: SVG is not supported: it can carry scripts.");
        assertThat(files(id, "duplicate")).containsExactly("copies/1 again.jpg: null");
        assertThat(column("select damaged from image where damaged is not null"))
                .hasSize(1);
        assertThat(column(
                        "select p.text from image i join post p on p.id = i.post_id where i.path = 'export/ona/2.jpg'"))
                .containsExactly("two, and\nmore");
        assertThat(column("select metadata ->> 'likes' from image where path = 'export/cleo/1.jpg'"))
                .containsExactly("007");
        assertThat(column("select path from image where account is null order by id"))
                .containsExactly("export/ona/3.jpg", "export/ona/half.jpg", "alone.jpg", "moves.gif");
        assertThat(ona.get("/projects/1/imports/" + id).body())
                .contains(
                        "Moving pictures",
                        "This GIF moves: the first of its 2 frames is the picture",
                        "/moving-pictures.csv");
        assertThat(ona.get("/projects/1/imports/" + id + "/moving-pictures.csv")
                        .body()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith("moves.gif,\"This GIF moves");
        assertThat(column("select count(*)::text from import_chunk")).containsExactly("0");
    }

    @Test
    void zero_characters_in_names_headers_and_cells_are_dropped_and_stop_nothing() throws Exception {
        var table = "image,cap\0tion,username\na1.png,o\0ne,on\0a\n".getBytes(StandardCharsets.UTF_8);
        long id = send(new Upload()
                .file("pictures.zip", Upload.zip(Map.of("a\u00001.png", Drawn.jpeg(30, 30, 1))))
                .file("posts.csv", table));
        assertThat(reports.counts(id).accepted()).isEqualTo(1);
        assertThat(column("select path || ' ' || account || ' ' || (metadata ->> 'caption') from image"))
                .containsExactly("a1.png ona one");
    }

    @Test
    void cells_that_are_too_long_for_an_index_are_cut_there_and_whole_in_the_metadata() throws Exception {
        var letters = new java.util.Random(2).ints(12_000, 'a', 'z' + 1).toArray();
        var account = new String(letters, 0, 6_000);
        var post = new String(letters, 6_000, 6_000);
        var table = "image,username,post_id\na1.png," + account + "," + post + "\n";
        send(new Upload()
                .file("pictures.zip", Upload.zip(Map.of("a1.png", Drawn.jpeg(30, 30, 1))))
                .file("posts.csv", table.getBytes(StandardCharsets.UTF_8)));
        assertThat(column("select metadata ->> 'username' from image")).containsExactly(account);
        assertThat(column("select account from image"))
                .singleElement()
                .asString()
                .startsWith(account.substring(0, 300) + "… ")
                .hasSizeLessThan(330);
        assertThat(column("select external_id from post"))
                .singleElement()
                .asString()
                .startsWith(post.substring(0, 300));
    }

    @Test
    void the_result_page_says_what_became_of_everything() throws Exception {
        long id = send(new Upload()
                .file("pictures.zip", Upload.zip(mixed()))
                .file("posts.csv", csv("ona,1,one", "ona,77,no file")));
        String page = ona.get("/projects/1/imports/" + id).body();
        assertThat(page)
                .contains(
                        "Rejected",
                        "ona/not.jpg",
                        "SVG is not supported",
                        "Rows without file",
                        "no file",
                        "Files without row");
        assertThat(ona.get("/projects/1/imports/" + id + "/rows-without-file.csv")
                        .body())
                .isEqualTo(
                        "table,line,reason,username,id,caption,timestamp,likes\r\nposts.csv,3,No file of the upload and no image that is here already fits this row.,ona,77,no file,2021-04-01,007\r\n");
        assertThat(ona.get("/projects/1/imports/" + id + "/files.csv?verdict=rejected")
                        .body())
                .startsWith("file,reason,image,first_path\r\nona/not.jpg,");
        assertThat(ona.get("/projects/1/imports/" + id + "/files.csv?verdict=x").statusCode())
                .isEqualTo(422);
        assertThat(ona.get("/projects/1/imports").body()).contains("pictures.zip, posts.csv");
    }

    @Test
    void the_same_content_is_kept_once_over_imports_and_projects() throws Exception {
        byte[] picture = Drawn.jpeg(30, 30, 1);
        send(new Upload().file("a.jpg", picture));
        long second = send(new Upload().file("b.jpg", picture).file("c.jpg", Drawn.jpeg(30, 30, 2)));
        assertThat(reports.counts(second).duplicate()).isEqualTo(1);
        assertThat(column("select path from image order by id")).containsExactly("a.jpg", "c.jpg");
        assertThat(column("select count(*)::text from blob")).containsExactly("2");
        assertThat(column("select path from import_item where image_id = 1 order by id"))
                .containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void columns_can_be_chosen_anew_after_the_import() throws Exception {
        byte[] table = "what,who\nx.jpg,ona\n".getBytes(StandardCharsets.UTF_8);
        long id = send(new Upload().file("x.jpg", Drawn.jpeg(30, 30, 1)).file("t.csv", table));
        assertThat(reports.counts(id).rowsWithoutFile()).isEqualTo(1);
        String columns = "/projects/1/imports/" + id + "/columns";
        assertThat(ona.get(columns).body()).contains("None of the columns was recognised", "x.jpg");

        var wrong = ona.post(columns, "table=1&account=who");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose the column of the image file");
        assertThat(ona.post(columns, "table=1&image=nothing").body()).contains("The table has no column");

        assertThat(ona.post(columns, "table=1&image=what&account=who").statusCode())
                .isEqualTo(303);
        finish(id);
        assertThat(reports.counts(id).rowsWithoutFile()).isZero();
        assertThat(column("select account from image")).containsExactly("ona");
    }

    @Test
    void a_folder_of_more_than_a_thousand_files_goes_in_one_form() throws Exception {
        var upload = new Upload();
        for (int i = 0; i < 1_200; i++) {
            upload.file(i + ".txt", new byte[] {'x'});
        }
        long id = send(upload.file("picture.jpg", Drawn.jpeg(20, 20, 1)));
        assertThat(reports.counts(id).rejected()).isEqualTo(1_200);
        assertThat(column("select what from event where what like 'imported%'")).containsExactly("imported 1 image");
    }

    @Test
    void a_form_without_a_file_says_so() {
        var answer = new Upload().text("x", "y").send(ona, "/projects/1/imports");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one file");
        assertThat(ona.post("/projects/1/imports", "").statusCode()).isEqualTo(422);
    }

    @Test
    void files_sent_group_by_group_make_one_import() throws Exception {
        ona.get("/projects/1/imports/new");
        String path = new Json(ona.post("/projects/1/imports/begin", "").body())
                .tree()
                .path("path")
                .asText();
        assertThat(new Upload()
                        .file("a/1.jpg", Drawn.jpeg(20, 20, 1))
                        .send(ona, path + "/files")
                        .statusCode())
                .isEqualTo(204);
        assertThat(new Upload()
                        .file("b/1.jpg", Drawn.jpeg(20, 20, 2))
                        .send(ona, path + "/files")
                        .statusCode())
                .isEqualTo(204);
        assertThat(ona.get(path).body()).contains("did not finish");
        assertThat(ona.post(path + "/start", "").statusCode()).isEqualTo(204);
        finish(1);
        assertThat(column("select path from image order by path")).containsExactly("a/1.jpg", "b/1.jpg");
        assertThat(ona.post(path + "/start", "").statusCode()).isEqualTo(409);
        assertThat(new Upload()
                        .file("c.jpg", new byte[3])
                        .send(ona, path + "/files")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_zip_that_is_none_and_a_broken_table_are_told() throws Exception {
        long id = send(new Upload()
                .file("cut.zip", Drawn.firstHalf(Upload.zip(mixed())))
                .file("empty.csv", new byte[0])
                .file("good.jpg", Drawn.jpeg(20, 20, 1)));
        assertThat(imports.unfinished(id)).singleElement().asString().contains("list of contents is missing");
        assertThat(files(id, "rejected")).singleElement().asString().contains("The table is empty");
        assertThat(reports.counts(id).accepted()).isEqualTo(1);
        assertThat(ona.get("/projects/1/imports/" + id).body()).contains("list of contents is missing");
    }

    @Test
    void one_zip_that_says_what_cannot_be_is_rejected_and_the_others_are_read() throws Exception {
        byte[] zip = Upload.zip(Map.of("in.jpg", Drawn.jpeg(20, 20, 2)));
        long id = send(new Upload()
                .file("lost.zip", Zip64.located(zip, 1L << 40))
                .file("negative.zip", Zip64.sized(zip, -1, -1, 0))
                .file("good.zip", zip)
                .file("good.jpg", Drawn.jpeg(20, 20, 1)));
        assertThat(imports.unfinished(id)).singleElement().asString().contains("lost.zip", "cannot be found");
        assertThat(files(id, "rejected")).singleElement().asString().contains("in.jpg: The file is damaged");
        assertThat(files(id, "accepted")).hasSize(2);
    }

    /** A GIF of one frame, which it shows once more. */
    private static byte[] twice(byte[] gif) {
        int screen = 13 + (3 << ((gif[10] & 7) + 1));
        var moving = new ByteArrayOutputStream();
        moving.write(gif, 0, gif.length - 1);
        moving.write(gif, screen, gif.length - screen);
        return moving.toByteArray();
    }

    private static Map<String, byte[]> mixed() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("export/ona/1.jpg", Drawn.jpeg(40, 30, 1));
        files.put("export/ona/2.jpg", Drawn.jpeg(40, 30, 2));
        files.put("export/ona/3.jpg", Drawn.jpeg(40, 30, 3));
        files.put("export/cleo/1.jpg", Drawn.jpeg(40, 30, 4));
        files.put("copies/1 again.jpg", Drawn.jpeg(40, 30, 1));
        files.put("export/ona/half.jpg", Drawn.firstHalf(Drawn.jpeg(90, 90, 5)));
        files.put("ona/not.jpg", "hello".getBytes(StandardCharsets.UTF_8));
        files.put("x/script.svg", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8));
        files.put("__MACOSX/export/ona/._1.jpg", new byte[] {1});
        files.put(".DS_Store", new byte[] {1});
        return files;
    }

    private static byte[] csv(String... rows) {
        var table = new StringBuilder("\ufeffusername,id,caption,timestamp,likes\n");
        for (String row : rows) {
            table.append(row).append(",2021-04-01,007\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private long send(Upload upload) throws InterruptedException {
        var answer = upload.send(ona, "/projects/1/imports");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String path = answer.headers().firstValue("Location").orElseThrow();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        finish(id);
        return id;
    }

    private void finish(long id) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!imports.find(1, id).orElseThrow().state().equals("done")) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            Thread.sleep(100);
        }
    }

    private List<String> files(long id, String verdict) {
        return reports.inTransaction(all -> all.files(id, verdict, 100)
                .map(line -> line.path() + ": " + line.reason())
                .toList());
    }

    private List<String> column(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
