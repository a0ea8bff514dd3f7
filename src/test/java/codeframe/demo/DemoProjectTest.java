package codeframe.demo;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.video.Ffmpeg;
import codeframe.testing.Api;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.user.Sessions;
import codeframe.user.TestPasswords;
import codeframe.user.Users;
import codeframe.web.NumberText;
import codeframe.web.Secrets;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo project as somebody finds it after the first start. */
final class DemoProjectTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static TestApp app;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() throws InterruptedException {
        app = TestApp.empty(Map.of("CODEFRAME_DEMO", "true"), Clock.systemUTC());
        jdbi = app.jdbi();
        var limit = Instant.now().plus(PATIENCE);
        while (count("select count(*) from demo d join run r on r.id = d.run_id where d.finished and r.state = 'done'")
                == 0) {
            assertThat(Instant.now()).as("the demo project is slow").isBefore(limit);
            Thread.sleep(200);
        }
        jdbi.onDemand(Users.class).addFirst("ada@example.org", "Ada", TestPasswords.hash(World.PASSWORD));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void all_drawings_are_there_with_their_posts_accounts_and_dates() {
        assertThat(count("select count(*) from image i join demo d on d.project_id = i.project_id"
                        + " where i.medium = 'picture'"))
                .isEqualTo(240);
        assertThat(count("""
                        select count(*) from image i join demo d on d.project_id = i.project_id
                        where i.post_id is null and i.parent_id is null or i.account is null or i.posted_at is null
                        """)).isZero();
        assertThat(count("select count(distinct account) from image i join demo d on d.project_id = i.project_id"))
                .isEqualTo(5);
        assertThat(count("select count(*) from post where lead_id is not null")).isGreaterThan(150);
        assertThat(count("select count(*) from (select from unit_image where unit = 'post' group by lead_id"
                        + " having count(*) > 1) as carousels"))
                .isGreaterThan(10);
        boolean ffmpeg = Ffmpeg.of("ffmpeg").isInstalled();
        assertThat(count("select count(*) from image where medium = 'video'")).isEqualTo(ffmpeg ? 2 : 0);
        assertThat(count("select count(*) from image where medium = 'frame'"))
                .as("of every shot of each clip at least one frame")
                .isBetween(ffmpeg ? 6L : 0L, ffmpeg ? 20L : 0L);
        assertThat(count("select count(*) from event where what like '%without its two video clips%'"))
                .isEqualTo(ffmpeg ? 0 : 1);
    }

    @Test
    void the_run_has_labelled_the_drawings_rightly() {
        var kinds = new HashMap<String, Kind>();
        DemoPosts.all().forEach(post -> post.pictures().forEach(picture -> kinds.put(picture.file(), picture.kind())));
        int asked = 0;
        int right = 0;
        for (var label : labels().entrySet()) {
            var truth = WordingAnswers.type(kinds.get(label.getKey()));
            asked += truth.isPresent() ? 1 : 0;
            right += truth.isPresent() && truth.orElseThrow().equals(label.getValue()) ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(180);
        assertThat(right / (double) asked).isGreaterThanOrEqualTo(.8);
    }

    @Test
    void three_people_have_coded_a_sample_of_them_and_its_gold_is_settled_by_agreement_and_by_adjudication() {
        assertThat(count("select count(*) from sample s join demo d on d.sample_id = s.id where s.size = 90"))
                .isEqualTo(1);
        assertThat(count("select count(*) from coding k join demo d on d.sample_id = k.sample_id "
                        + "join coder c on c.id = k.coder_id where c.kind = 'person'"))
                .isEqualTo(270);
        assertThat(count("select count(*) from gold where provenance = 'unanimous'"))
                .isBetween(40L, 85L);
        assertThat(count("select count(*) from gold where provenance = 'adjudicated'"))
                .isBetween(5L, 45L);
        assertThat(count("select 90 - count(*) from gold")).as("left to try").isEqualTo(3);
    }

    @Test
    void the_reports_show_something_at_first_start() throws InterruptedException {
        var token = "reports-of-the-demo-" + "0123456789abcdef0123456789";
        long ada = count("select id from app_user");
        jdbi.onDemand(Sessions.class).addToken(ada, "demo", Secrets.hash(token), null);
        var api = new Api(app.url(), token);
        long project = count("select project_id from demo");
        var agreement = api.json("/api/v1/projects/" + project + "/agreement.json?variable=image_type");
        assertThat(agreement.at("/coders").asInt()).isEqualTo(3);
        assertThat(agreement.at("/alpha/value").asDouble()).isBetween(0.6, 0.95);
        waitForSecondRun();
        var question = "validation.json?variable=image_type&run=" + count("select second_run_id from demo");
        var validation = api.json("/api/v1/projects/" + project + "/" + question);
        assertThat(validation.at("/n").asInt()).isBetween(55, 87);
        assertThat(validation.at("/accuracy/value").asDouble()).isGreaterThan(0.7);
        assertThat(validation.at("/humans/alt_test/humans").size()).isEqualTo(3);
        assertThat(validation.at("/calibration_with_temperature/temperature").asDouble())
                .isPositive();
        assertThat(validation.has("calibration_with_platt_scaling")).isFalse();
        jdbi.useHandle(handle -> handle.execute("""
                update code set detail = detail - 'scores'
                where coder_id = (select c.id from coder c join demo d on c.run_id = d.second_run_id)
                """));
        var answerAlone = api.json("/api/v1/projects/" + project + "/" + question);
        assertThat(answerAlone.has("calibration_with_temperature")).isFalse();
        assertThat(answerAlone.at("/calibration_with_platt_scaling/slope").asDouble())
                .isPositive();
        assertThat(answerAlone.at("/calibration_with_platt_scaling/brier").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(validation.at("/calibration/brier").asDouble() + 0.02);
    }

    @Test
    void three_runs_have_voted_and_what_the_drawings_hold_is_known_as_features() throws InterruptedException {
        long project = count("select project_id from demo");
        long vote = vote();
        assertThat(count("select count(*) from feature f join demo d on d.feature_source_id = f.source_id"))
                .as("caption, text and objects of each drawing")
                .isEqualTo(3 * 240);
        var token = "votes-of-the-demo-" + "0123456789abcdef0123456789";
        jdbi.onDemand(Sessions.class).addToken(count("select id from app_user"), "votes", Secrets.hash(token), null);
        var api = new Api(app.url(), token);
        var coders = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select string_agg(c.id::text, ',' order by c.id)
                        from demo d join coder c on c.run_id in (d.run_id, d.second_run_id, d.third_run_id, d.vote_run_id)
                        """).mapTo(String.class).one());
        var compared = api.json("/api/v1/projects/" + project + "/compare.json?variable=image_type&coder=" + coders);
        assertThat(compared.path("methods")).hasSize(4);
        assertThat(compared.path("alike")).hasSize(6);
        assertThat(compared.path("recommendation").asText()).startsWith("Take ").contains("images with gold");
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), "ada@example.org");
            page.navigate(app.url() + "/projects/" + project + "/runs/" + count("select vote_run_id from demo"));
            page.getByText("Your 3 voters count as").waitFor();
            assertThat(Look.faults(page)).isEmpty();
            page.navigate(app.url() + "/projects/" + project + "/compare");
            assertThat(page.locator("main").textContent())
                    .as("at once, without a choice")
                    .contains("Methods compared", "How far they say the same", "Take ");
            assertThat(Look.faults(page)).isEmpty();
            page.navigate(app.url() + "/projects/" + project + "/images/"
                    + count("select min(f.image_id) from feature f join demo d on d.feature_source_id = f.source_id"
                            + " where f.kind = 'text' and f.outcome = 'done'"));
            assertThat(page.locator("main").textContent())
                    .contains("Told by the drawings", "Caption", "Objects", "Text in the image")
                    .contains("CLIP demo", "VOTE majority #" + vote);
            page.navigate(app.url() + "/projects/" + project + "/votes/new");
            while (page.locator("input[name=voters]:checked").count() > 0) {
                page.locator("input[name=voters]:checked").first().uncheck();
            }
            for (var person : List.of("Ida (demo)", "Jona (demo)", "Kim (demo)")) {
                page.getByLabel(person, new Page.GetByLabelOptions().setExact(true))
                        .check();
            }
            page.getByLabel("Unanimous", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(Look.faults(page)).isEmpty();
            page.getByText("Start the vote").click();
            page.getByText("these codes made the gold").waitFor();
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    /** Its number among the project's runs, once it is over. */
    private static long vote() throws InterruptedException {
        var limit = Instant.now().plus(PATIENCE);
        while (count("select count(*) from demo d join run r on r.id = d.vote_run_id where r.state = 'done'") == 0) {
            assertThat(Instant.now()).as("the vote is slow").isBefore(limit);
            Thread.sleep(200);
        }
        return count("select count(*) from run r join demo d on d.project_id = r.project_id and r.id <= d.vote_run_id");
    }

    @Test
    void its_results_are_walked_by_mouse_from_a_grouping_to_the_images_of_a_cell() throws Exception {
        waitForSecondRun();
        long project = count("select project_id from demo");
        long run = count("select k.id from demo d join coder k on k.run_id = d.second_run_id");
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), "ada@example.org");
            page.navigate(app.url() + "/projects/" + project + "/results");
            page.getByLabel("Grouped", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("account");
            page.getByLabel("Coder", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(Long.toString(run));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show").setExact(true))
                    .click();
            page.waitForURL("**/results?*by=account*");
            assertThat(page.url()).contains("coder=" + run);
            assertThat(Look.faults(page)).isEmpty();
            var cell = page.locator("a[href*='results/images']").first();
            var row = cell.locator("xpath=ancestor::tr").textContent();
            var share = Json.MAPPER.readTree(taken(window, page, "JSON")).at("/groups/0/shares/0");
            assertThat(row).contains(NumberText.decimal(share.at("/coded/value").asDouble(), 3));
            assertThat(cell.textContent()).isEqualTo(share.at("/n").asText());
            assertThat(taken(window, page, "CSV"))
                    .contains(share.at("/coded/value").asText());
            int pictures = 0;
            for (var button : page.locator("[data-png]").all()) {
                drawn(page.waitForDownload(button::click));
                pictures++;
            }
            assertThat(pictures).isGreaterThan(1);
            cell.click();
            page.waitForURL("**/results/images*");
            assertThat(page.locator(".thumb").count()).isEqualTo(share.at("/n").asInt());
            assertThat(Look.faults(page)).isEmpty();
        }
    }

    /** A PNG of the size of a drawing, with something drawn on it. */
    private static void drawn(Download file) throws IOException {
        assertThat(file.suggestedFilename()).endsWith(".png");
        BufferedImage image;
        try (var bytes = file.createReadStream()) {
            image = ImageIO.read(bytes);
        }
        assertThat(image.getWidth()).isGreaterThan(600);
        assertThat(image.getHeight()).isGreaterThan(100);
        var colours = IntStream.range(0, image.getWidth() * image.getHeight())
                .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(8);
    }

    /** What the page's own link brings. */
    private static String taken(BrowserContext window, Page page, String link) {
        var address = page.locator("a[download]").getByText(link, new Locator.GetByTextOptions().setExact(true));
        return window.request()
                .get(app.url() + address.first().getAttribute("href"))
                .text();
    }

    private static void waitForSecondRun() throws InterruptedException {
        var limit = Instant.now().plus(PATIENCE);
        while (count("select count(*) from demo d join run r on r.id = d.second_run_id where r.state = 'done'") == 0) {
            assertThat(Instant.now()).as("the second run is slow").isBefore(limit);
            Thread.sleep(200);
        }
    }

    @Test
    void the_first_account_takes_it_over() {
        assertThat(count("select count(*) from member m join demo d on d.project_id = m.project_id"))
                .isEqualTo(1);
    }

    @Test
    void another_start_adds_nothing() throws IOException {
        var again = new DemoProject(jdbi, null, null, null);
        assertThat(again.step()).isTrue();
        assertThat(count("select count(*) from project where demo")).isEqualTo(1);
    }

    /** Label by path. */
    private static Map<String, String> labels() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select i.path, c.value
                        from demo d join coder k on k.run_id = d.run_id join coding g on g.coder_id = k.id
                        join code c on c.coding_id = g.id join image i on i.id = g.image_id
                        """)
                .setMapKeyColumn("path")
                .setMapValueColumn("value")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    private static long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
