package codeframe.feature.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.feature.work.FeatureRuns;
import codeframe.image.decode.Drawn;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Text drawn into pictures and read by the Tesseract of this computer, from the form to the search. */
class OcrRunTest {
    private static final String OCR = "/projects/1/features/ocr";
    private static final String FORM = "name=Reading&language=deu&language=eng&layout=blocks&least=50&ignored=Share";
    private static TestApp app;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
        image("vote.png", drawn("VOTE TODAY", "Share"));
        image("bier.png", drawn("Freibier für alle"));
        image("blank.png", drawn());
        image("broken.png", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static byte[] drawn(String... lines) {
        var image = new BufferedImage(700, 260, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 700, 260);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 56));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 40, 100 + 90 * i);
        }
        graphics.dispose();
        return Drawn.encoded(image, "png");
    }

    private static void image(String path, byte[] bytes) {
        app.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                with b as (insert into blob (sha256, media_type, width, height, size, bytes)
                           values (sha256(:bytes), 'image/png', 700, 260, length(:bytes), :bytes) returning sha256)
                insert into image (project_id, sha256, path) select 1, sha256, :path from b
                """)
                        .bind("bytes", bytes)
                        .bind("path", path)
                        .execute());
    }

    private static List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** Until the run has ended. */
    private static void await(String source) throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < until && ona.get(source + "/reading").body().contains("hx-trigger")) {
            Thread.sleep(100);
        }
    }

    @Test
    void drawn_words_are_found_every_image_has_an_outcome_and_some_are_read_again() throws InterruptedException {
        assertThat(ona.get(OCR).body()).contains("4 images, all of the project", "id=\"language-deu\"");
        assertThat(OcrForm.inOrder(List.of("eng", "swe", "deu", "eng"))).containsExactly("swe", "deu", "eng");
        assertThat(OcrForm.installedAs("de")).isEqualTo("deu");
        assertThat(OcrForm.installedAs("German")).isEqualTo("deu");
        assertThat(ona.get("/projects/1/images?text=vote").body()).contains("/features?text=vote\"");
        assertThat(ona.get("/projects/1/features?text=vote").body()).contains("/features/ocr?text=vote\"");
        assertThat(ona.get(OCR + "?text=vote").body()).contains("1 image", "action=\"" + OCR + "?text=vote\"");
        assertThat(ona.post(OCR, FORM.replace("language=deu", "language=xxx")).body())
                .contains("Choose at least one of the languages that this server has");
        var source = ona.post(OCR, FORM).headers().firstValue("Location").orElseThrow();
        await(source);
        assertThat(rows("""
                select i.path || ': ' || f.outcome || ' ' || f.text from feature f join image i on i.id = f.image_id
                order by i.id
                """))
                .containsExactly(
                        "vote.png: done VOTE TODAY",
                        "bier.png: done Freibier für alle",
                        "blank.png: empty ",
                        "broken.png: unreadable ");
        assertThat(ona.get(source).body())
                .contains(
                        "4 images looked at",
                        "Read the unreadable ones again",
                        "words of confidence 50 or more; ignored: Share");
        assertThat(ona.get("/projects/1/images/filters?seen=freibier&seen_in=text")
                        .body())
                .contains("1 image");
        again(source);
    }

    private static void again(String source) throws InterruptedException {
        app.jdbi()
                .useHandle(handle ->
                        handle.createUpdate("""
                update blob set bytes = :bytes where sha256 = (select sha256 from image where path = 'broken.png')
                """).bind("bytes", drawn("Mended")).execute());
        assertThat(ona.post(source + "/retry", "outcome=done").statusCode()).isEqualTo(422);
        assertThat(ona.post(source + "/retry", "outcome=unreadable").statusCode())
                .isEqualTo(303);
        await(source);
        assertThat(rows("select text from feature order by image_id desc limit 1"))
                .containsExactly("Mended");
        assertThat(ona.post(source + "/continue", "").statusCode()).isEqualTo(404);
        oneJobAtATime(source);
    }

    /** A run that goes is not begun again, and one of which images wait has not ended. */
    private static void oneJobAtATime(String source) {
        long id = Long.parseLong(source.substring(source.lastIndexOf('/') + 1));
        var runs = app.jdbi().onDemand(FeatureRuns.class);
        app.jdbi().useHandle(handle -> {
            handle.execute("update feature_source set state = 'running' where id = ?", id);
            handle.execute("insert into feature_waiting (source_id, image_id) select ?, min(id) from image", id);
        });
        assertThat(ona.post(source + "/continue", "").statusCode()).isEqualTo(404);
        runs.finish(id);
        assertThat(rows("select state from feature_source where id = " + id)).containsExactly("running");
        app.jdbi().useHandle(handle -> handle.execute("delete from feature_waiting where source_id = ?", id));
        runs.finish(id);
        assertThat(rows("select state from feature_source where id = " + id)).containsExactly("done");
    }

    @Test
    void where_tesseract_is_absent_the_page_says_how_to_get_it() {
        try (var bare = TestApp.start(Map.of("CODEFRAME_TESSERACT", "/nowhere/tesseract"))) {
            var there = bare.browser(World.ONA);
            assertThat(there.get(OCR).body())
                    .contains("apt-get install tesseract-ocr")
                    .doesNotContain("Read the text</button>");
            assertThat(there.post(OCR, FORM).statusCode()).isEqualTo(503);
        }
    }
}
