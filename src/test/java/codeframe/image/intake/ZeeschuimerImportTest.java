package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Zeeschuimer collected, sent with the pictures that were downloaded from it. */
class ZeeschuimerImportTest {
    private static final String ITEM =
            "{\"nav_index\":\"1\",\"item_id\":\"34_56\",\"source_platform\":\"instagram.com\",\"data\":%s}\n";
    private static final String PHOTO = """
            {"code":"Cxy","taken_at":1770594263,"media_type":1,"user":{"username":"ona"},"caption":{"text":"=Grüße"},
            "image_versions2":{"candidates":[{"url":"https://a.b/v/1_n.png?x=1,2"}]}}""".replace("\n", "");
    private static final String CAROUSEL = """
            {"code":"Czz","taken_at":1770594264,"media_type":8,"user":{"username":"cleo"},"carousel_media":[
            {"image_versions2":{"candidates":[{"url":"https://a.b/2_n.png"}]}},
            {"image_versions2":{"candidates":[{"url":"https://a.b/3_n.png"}]}}]}""".replace("\n", "");
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

    @Test
    void items_find_their_pictures_and_a_carousel_is_one_post() throws Exception {
        var state = importing(new Upload()
                .file("1_n.png", picture(1))
                .file("2_n.png", picture(2))
                .file("3_n.png", picture(3))
                .file("zeeschuimer.ndjson", bytes(ITEM.formatted(PHOTO) + ITEM.formatted(CAROUSEL))));
        assertThat(state.get("rejected")).as(state.toString()).isEmpty();
        assertThat(state.get("rows").asInt()).isEqualTo(2);
        assertThat(texts("""
                        select i.path || ' ' || p.external_id || ' ' || i.account || ' ' || i.posted_at
                        from image i join post p on p.id = i.post_id order by i.path"""))
                .containsExactly(
                        "1_n.png Cxy ona 2026-02-08 23:44:23+00",
                        "2_n.png Czz cleo 2026-02-08 23:44:24+00",
                        "3_n.png Czz cleo 2026-02-08 23:44:24+00");
        assertThat(texts("select text from post where external_id = 'Cxy'")).containsExactly("=Grüße");
    }

    @Test
    void what_is_left_out_of_a_file_is_told_and_a_file_of_others_is_refused_by_name() throws Exception {
        var comments = ITEM.formatted(PHOTO).replace("instagram.com", "tiktok-comments");
        var state = importing(new Upload()
                .file("1_n.png", picture(1))
                .file("both.ndjson", bytes(ITEM.formatted(PHOTO) + comments))
                .file("other.ndjson", bytes(comments))
                .file("notes.jsonl", bytes("{\"a\":1}\n{\"a\":2}\n")));
        assertThat(state.get("remarks").toString()).contains("both.ndjson: Left out: 1 item from tiktok-comments");
        assertThat(state.get("rejected").findValuesAsText("reason"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("come from tiktok-comments", "4CAT"),
                        reason -> assertThat(reason).contains("JSON", "Zeeschuimer"));
    }

    @Test
    void the_file_that_somebody_collected_is_read() throws Exception {
        var folder = Path.of("../shared/material/import-cases/zeeschuimer-ndjson");
        if (!Files.isDirectory(folder)) {
            return;
        }
        var state = importing(new Upload()
                .file("264060dd5fb765944eeb8d62.jpg", Files.readAllBytes(folder.resolve("a.png")))
                .file("zeeschuimer.ndjson", Files.readAllBytes(folder.resolve("zeeschuimer.ndjson"))));
        assertThat(state.get("rows").asInt()).as(state.toString()).isEqualTo(23);
        assertThat(texts("select p.external_id from image i join post p on p.id = i.post_id"))
                .containsExactly("2880c7bb52f");
    }

    @Test
    void files_called_as_instaloader_calls_them_are_posts_of_their_accounts_without_any_table() throws Exception {
        importing(new Upload()
                .file("ona/2021-09-20_18-22-45_UTC_2.png", picture(1))
                .file("ona/2021-09-20_18-22-45_UTC_1.png", picture(2))
                .file("cleo/2021-09-20_18-22-45_UTC.png", picture(3))
                .file("Images/2022-09-20_18-22-45_UTC.png", picture(5))
                .file("cleo/2021-13-45_18-22-45_UTC.png", picture(4)));
        assertThat(texts("""
                        select i.path || ' ' || coalesce(p.external_id || ' ' || coalesce(i.account, '-') || ' ' || i.posted_at || ' '
                                                         || coalesce(i.position, 0), 'of no post')
                        from image i left join post p on p.id = i.post_id order by i.path"""))
                .containsExactlyInAnyOrder(
                        "Images/2022-09-20_18-22-45_UTC.png 2022-09-20_18-22-45_UTC - 2022-09-20 18:22:45+00 0",
                        "cleo/2021-09-20_18-22-45_UTC.png 2021-09-20_18-22-45_UTC cleo 2021-09-20 18:22:45+00 0",
                        "cleo/2021-13-45_18-22-45_UTC.png of no post",
                        "ona/2021-09-20_18-22-45_UTC_1.png 2021-09-20_18-22-45_UTC ona 2021-09-20 18:22:45+00 1",
                        "ona/2021-09-20_18-22-45_UTC_2.png 2021-09-20_18-22-45_UTC ona 2021-09-20 18:22:45+00 2");
        importing(new Upload().file("posts.csv", bytes("""
                path,id,author,body
                ona/2021-09-20_18-22-45_UTC_1.png,Cxy,ona,We march
                ona/2021-09-20_18-22-45_UTC_2.png,Cxy,ona,We march
                """)));
        assertThat(texts("""
                        select distinct p.external_id || ' ' || p.text from image i join post p on p.id = i.post_id
                        where i.account = 'ona'""")).containsExactly("Cxy We march");
        assertThat(texts("select count(*)::text from post where account = 'ona'"))
                .containsExactly("1");
    }

    @Test
    void the_page_says_that_its_files_are_taken() {
        assertThat(app.browser(World.ONA).get("/projects/1/imports/new").body()).contains(".ndjson");
    }

    private static byte[] picture(int seed) {
        return Drawn.encoded(Drawn.noise(20, 20, seed), "png");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> texts(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private JsonNode importing(Upload upload) throws InterruptedException {
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
