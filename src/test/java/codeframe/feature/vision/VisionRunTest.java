package codeframe.feature.vision;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.feature.work.FeatureRuns;
import codeframe.image.decode.Drawn;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.VisionServer;
import codeframe.testing.VisionServer.Fault;
import codeframe.testing.World;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google Cloud Vision by a stand-in that refuses what Google refuses: outcomes, money, quota, resuming, and where images may go. */
class VisionRunTest {
    private static final String VISION = "/projects/1/features/vision";
    private static final String FORM = "name=Seen&feature=objects&feature=text&feature=labels&hints=de,+en&cap=1";
    private static TestApp app;
    private static Browser ona;
    private VisionServer google;

    @BeforeAll
    static void startApp() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stopApp() {
        app.close();
    }

    @BeforeEach
    void start() {
        google = VisionServer.start();
        for (var table : List.of("feature_source", "vision_request", "vision_service", "image", "blob")) {
            sql("delete from " + table);
        }
        image("1.png", drawn(Color.RED));
        image("2.png", drawn(Color.WHITE));
        image("3.png", drawn(Color.BLACK));
        image("4.png", "no picture".getBytes(StandardCharsets.UTF_8));
        image("5.png", drawn(Color.GREEN));
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private static byte[] drawn(Color colour) {
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 400, 200);
        graphics.dispose();
        return Drawn.encoded(image, "png");
    }

    private void image(String path, byte[] bytes) {
        sql("""
                with b as (insert into blob (sha256, media_type, width, height, size, bytes)
                           values (sha256(:bytes), 'image/png', 400, 200, length(:bytes), :bytes)
                           on conflict (sha256) do update set size = excluded.size returning sha256)
                insert into image (project_id, sha256, path) select 1, sha256, '%s' from b
                """.formatted(path), bytes);
    }

    private void sql(String sql, byte[] bytes) {
        app.jdbi()
                .useHandle(
                        handle -> handle.createUpdate(sql).bind("bytes", bytes).execute());
    }

    private void sql(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private List<String> outcomes() {
        return rows("""
                select i.path || ' ' || f.kind || ' ' || f.outcome || coalesce(' ' || nullif(f.text, ''), '')
                       || coalesce(' ' || f.error, '')
                from feature f join image i on i.id = f.image_id order by i.path, f.kind
                """);
    }

    private void letIn() {
        ona.post(VISION + "/service", "base_url=" + google.url() + "/&key=" + VisionServer.KEY);
    }

    private String begun(String form) {
        var answer = ona.post(VISION, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void await(String source) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until && ona.get(source + "/reading").body().contains("hx-trigger")) {
            Thread.sleep(50);
        }
    }

    @Test
    void every_image_ends_in_its_own_way_is_paid_for_once_and_asked_again_by_outcome() throws InterruptedException {
        assertThat(ona.get(VISION).body()).contains("Enter the key of your Google Cloud project first.");
        assertThat(ona.post(VISION + "/service", "base_url=ftp://x&key=k").body())
                .contains("begins with http://");
        letIn();
        var sealed = rows("select encode(sealed_key, 'escape') from vision_service");
        assertThat(sealed.get(0)).doesNotContain("AIza");
        assertThat(ona.get(VISION).body())
                .contains("$0 to $0.0263", "5 images, all of the project", "5 units", "$2.25")
                .doesNotContain("Enter the key of");
        assertThat(ona.get(VISION + "/service").body()).doesNotContain(VisionServer.KEY);
        assertThat(ona.post(VISION, FORM.replace("cap=1", "cap=-1")).body()).contains("The cap is a number of dollars");
        assertThat(ona.post(VISION, FORM.replace("de,+en", "Deutsch")).body()).contains("Language hints are");
        var source = begun(FORM);
        await(source);
        assertThat(outcomes())
                .containsExactly(
                        "1.png labels done Crowd",
                        "1.png objects done Person",
                        "1.png text done Freibier\nfür alle",
                        "2.png labels empty",
                        "2.png objects empty",
                        "2.png text empty",
                        "3.png labels error Bad image data. (code 3)",
                        "3.png objects error Bad image data. (code 3)",
                        "3.png text error Bad image data. (code 3)",
                        "4.png labels unreadable This is a text file, not an image.",
                        "4.png objects unreadable This is a text file, not an image.",
                        "4.png text unreadable This is a text file, not an image.",
                        "5.png labels done Crowd",
                        "5.png objects done Sign",
                        "5.png text empty");
        assertThat(google.asked()).hasSize(1);
        assertThat(google.asked()
                        .get(0)
                        .at("/requests/0/imageContext/languageHints")
                        .toString())
                .isEqualTo("[\"de\",\"en\"]");
        assertThat(
                        rows(
                                "select things #>> '{0,corners}' from feature where kind <> 'labels' and text <> '' order by text"))
                .startsWith(
                        "[{\"x\": 0.25, \"y\": 0.0}, {\"x\": 0.5, \"y\": 0.0}, {\"x\": 0.5, \"y\": 0.5}, {\"x\": 0.25, \"y\": 0.5}]")
                .contains(
                        "[{\"x\": 0.0, \"y\": 0.0}, {\"x\": 0.5, \"y\": 0.0}, {\"x\": 0.5, \"y\": 1.0}, {\"x\": 0.0, \"y\": 1.0}]");
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.02100 0.00000");
        again(source);
    }

    /** Only what failed is asked again; what is known of an image is not. */
    private void again(String source) throws InterruptedException {
        sql(
                "update blob set bytes = :bytes where sha256 = (select sha256 from image where path = '3.png')",
                drawn(Color.RED));
        sql("update feature set outcome = 'empty', error = null where kind = 'labels' and outcome = 'error'");
        assertThat(ona.get(source).body()).contains("Ask the failed ones again", "Bad image data.", "$0.0210");
        assertThat(ona.get(source).body())
                .contains("The failed ones cost up to $0.0038: 1 image × $0.0015 (text) + 1 image × $0.0023 (objects)")
                .contains("The cap has $0.9790 left.");
        assertThat(ona.post(source + "/retry", "outcome=empty").body()).contains("was paid for: it is not asked again");
        assertThat(ona.post(source + "/retry", "outcome=error").statusCode()).isEqualTo(303);
        await(source);
        assertThat(outcomes()).contains("3.png labels empty", "3.png objects done Person");
        assertThat(google.asked().get(1).at("/requests/0/features").size()).isEqualTo(2);
        assertThat(rows("select spent::text from feature_budget")).containsExactly("0.02475");
        assertThat(ona.get("/projects/1/images/filters?seen=freibier&seen_in=text")
                        .body())
                .contains("2 images");
    }

    @Test
    void a_full_quota_is_waited_for_and_the_cap_is_held() throws InterruptedException {
        letIn();
        google.spoil(Fault.QUOTA, Fault.EXHAUSTED_INSIDE);
        sql("update vision_service set quiet_until = now()");
        var source = begun(FORM);
        await(source, "It goes on by itself at");
        // Inside an answer of 200 nobody says for how long; the test does not wait a minute.
        await(source, "Resource has been exhausted");
        assertThat(
                        rows(
                                "select count(*) from feature where outcome = 'error' and image_id in (select id from image where path = '1.png')"))
                .containsExactly("0");
        sql("update vision_service set quiet_until = now()");
        sql("update scheduled_tasks set execution_time = now() where task_name = 'vision'");
        await(source);
        assertThat(outcomes()).hasSize(15).contains("1.png text done Freibier\nfür alle");
        assertThat(rows("select state from feature_source")).containsExactly("done");
        assertThat(rows("select spent::text from feature_budget")).containsExactly("0.02100");
        assertThat(google.images()).isEqualTo(5);
        var capped = begun(FORM.replace("cap=1", "cap=0.01"));
        await(capped);
        assertThat(ona.get(capped).body()).contains("The cap is reached", "Continue");
        assertThat(google.images()).isEqualTo(5);
        assertThat(ona.post(capped + "/cap", "cap=0.03").statusCode()).isEqualTo(303);
        assertThat(ona.post(capped + "/continue", "").statusCode()).isEqualTo(303);
        await(capped);
        assertThat(google.images()).isEqualTo(9);
        assertThat(ona.post(capped + "/cap", "cap=0.01").statusCode()).isEqualTo(422);
    }

    private void await(String source, String words) throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < until && !ona.get(source + "/reading").body().contains(words)) {
            Thread.sleep(50);
        }
        assertThat(ona.get(source + "/reading").body()).contains(words);
    }

    @Test
    void a_node_that_dies_pays_once_more_at_most_and_tells_it() throws InterruptedException {
        letIn();
        var source = begun(FORM);
        await(source);
        assertThat(google.images()).isEqualTo(4);
        // As if the node had died when two of the images were under way.
        sql("delete from feature where image_id in (select id from image where path in ('1.png', '2.png'))");
        sql("""
                insert into feature_waiting (source_id, image_id, claimed_at)
                select s.id, i.id, now() - interval '11 minutes' from feature_source s, image i
                where i.path in ('1.png', '2.png')
                """);
        sql("""
                insert into vision_request (project_id, source_id, images, objects, text, labels, reserved, sent_at)
                select 1, id, 2, 2, 2, 2, 0.0105, now() - interval '11 minutes' from feature_source
                """);
        sql("update feature_budget set reserved = 0.0105");
        sql("update feature_source set state = 'stopped'");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(outcomes()).hasSize(15);
        assertThat(google.images()).isEqualTo(6);
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.04200 0.00000");
        assertThat(ona.get(source).body()).contains("Of 1 request nobody knows");
        sweep();
    }

    /** Also of a source that nobody goes on with. */
    private void sweep() {
        sql("update feature_source set state = 'stopped'");
        sql("""
                insert into vision_request (project_id, source_id, images, objects, text, labels, reserved, sent_at)
                select 1, id, 1, 1, 0, 0, 0.001, now() - minutes * interval '1 minute'
                from feature_source, (values (11), (12), (1)) as ages(minutes)
                """);
        sql("update feature_budget set reserved = 0.003");
        new VisionLedger(app.jdbi(), Clock.systemUTC()).loseOld();
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.04400 0.001");
        assertThat(rows("select count(*)::text from scheduled_tasks where task_name = 'vision-ledger'"))
                .containsExactly("1");
    }

    private void until(String isTrue, boolean hurry) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && !rows(isTrue).equals(List.of("true"))) {
            if (hurry) {
                sql("update scheduled_tasks set execution_time = now() where task_name = 'vision' and not picked");
            }
            Thread.sleep(50);
        }
        assertThat(rows(isTrue)).as(isTrue).containsExactly("true");
    }

    @Test
    void trouble_that_google_tells_of_costs_nothing_and_what_may_have_been_done_is_tried_once_more()
            throws InterruptedException {
        letIn();
        google.spoil(Fault.BROKEN);
        begun(FORM);
        until("select (state = 'done')::text from feature_source", true);
        assertThat(rows("select state || ' ' || cost from vision_request order by id"))
                .containsExactly("failed 0", "answered 0.02100");
        google.spoil(Fault.GATEWAY, Fault.CUT_OFF);
        var source = begun(FORM);
        until("""
                select coalesce(bool_and(execution_time > now() + interval '1 minute'), false)::text
                from scheduled_tasks where task_name = 'vision'
                """, false);
        until("select (state = 'failed')::text from feature_source order by id desc limit 1", true);
        assertThat(ona.get(source).body()).contains("answers for 0 of 4 images", "Of 2 requests nobody knows");
        assertThat(rows("select spent || ' ' || reserved from feature_budget order by source_id desc limit 1"))
                .containsExactly("0.04200 0.00000");
    }

    @Test
    void images_go_nowhere_that_the_project_does_not_allow_and_a_wrong_key_stops_without_loss()
            throws InterruptedException {
        ona.post(VISION + "/service", "base_url=https://192.0.2.10&key=" + VisionServer.KEY);
        assertThat(ona.get(VISION).body())
                .contains("may not leave this server")
                .doesNotContain("Ask about the images<");
        assertThat(ona.post(VISION, FORM).statusCode()).isEqualTo(422);
        assertThat(ona.post(VISION + "/service", "base_url=" + google.url() + "&key=")
                        .body())
                .contains("one that was entered for another address is not sent");
        ona.post(VISION + "/service", "base_url=" + google.url() + "&key=wrong-key-of-ona");
        var source = begun(FORM);
        await(source);
        assertThat(ona.get(source).body())
                .contains("does not accept the key", "API key not valid", "Continue")
                .doesNotContain("wrong-key-of-ona");
        letIn();
        google.spoil(Fault.INVALID, Fault.INVALID, Fault.INVALID);
        ona.post(source + "/continue", "");
        await(source);
        assertThat(outcomes())
                .contains("1.png text refused status 400, “Invalid argument in the request.”")
                .hasSize(15);
        assertThat(
                        rows(
                                "select distinct outcome from feature where image_id in (select id from image where path = '2.png')"))
                .containsExactly("empty");
    }

    @Test
    void scripts_ask_the_price_and_begin() throws InterruptedException {
        letIn();
        var api = app.api(World.ONA);
        var price = api.get("/api/v1/projects/1/features/vision?text=1.png");
        assertThat(price.body()).contains("\"images\":1", "\"high\":0.00525", "\"objection\":null");
        assertThat(api.post("/api/v1/projects/1/features/vision", "application/json", "{\"name\": \"Script\"}")
                        .body())
                .contains("The cap is a number of dollars");
        for (var body : List.of("null", "{\"name\": \"Script\", \"cap\": 1e999999999}", "[]")) {
            var refused = api.post("/api/v1/projects/1/features/vision", "application/json", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(422);
        }
        assertThat(ona.post(VISION + "/service/prices", "valid_from=%2B999999999-12-31&objects=1&text=1&labels=1")
                        .statusCode())
                .isEqualTo(422);
        var begun = api.post(
                "/api/v1/projects/1/features/vision?text=1.png",
                "application/json",
                "{\"name\": \"Script\", \"features\": [\"text\"], \"language_hints\": [\"de\"], \"cap\": 0.5}");
        assertThat(begun.statusCode()).isEqualTo(201);
        var source = begun.body().replaceAll(".*\"source\":(\\d+).*", "$1");
        await("/projects/1/features/" + source);
        assertThat(outcomes()).containsExactly("1.png text done Freibier\nfür alle");
        assertThat(app.jdbi().onDemand(FeatureRuns.class).origin(1, Long.parseLong(source)))
                .contains("vision");
    }
}
