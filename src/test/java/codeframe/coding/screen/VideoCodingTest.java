package codeframe.coding.screen;

import static codeframe.coding.sample.PostStudy.texts;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.sample.PostStudy;
import codeframe.image.intake.Upload;
import codeframe.image.video.Clips;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Videos are coded by keyboard with their player, and what was watched of them stays with the code. */
class VideoCodingTest {
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        var clips = new LinkedHashMap<String, byte[]>();
        clips.put("one.webm", Clips.threeShots("webm"));
        clips.put("two.webm", Clips.threeShots("webm", "64x96"));
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        app = TestApp.start();
        app.jdbi().useHandle(handle -> handle.execute("delete from image"));
        PostStudy.upload(app, new Upload().file("clips.zip", Upload.zip(clips)));
        PostStudy.publish(app, """
                codebook: Videos
                variables:
                  - {key: story, label: Story, unit: video, categories: [attack, praise, other]}
                """);
        var drawn = app.api(World.ONA).post("/api/v1/projects/1/samples", "application/json", """
                {"name": "Videos", "purpose": "pilot", "size": 2, "seed": 7, "codersEach": 2, "overlap": 1,
                 "people": ["ona@example.org", "cleo@example.org"], "variables": ["story"]}
                """);
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            chromium.close();
            app.close();
        }
    }

    @Test
    void a_video_is_played_and_coded_by_keyboard_and_settled_with_its_player() {
        var cleo = Chromium.signIn(chromium.window(), app.url(), World.CLEO);
        cleo.navigate(app.url() + "/projects/1/samples/1/code");
        assertThat(cleo.locator("#canvas .frames button")).hasCount(3);
        assertThat(cleo.locator("#zoom")).isHidden();
        playsAndStops(cleo);
        walks(cleo);
        assertThat(Look.faults(cleo)).isEmpty();
        cleo.setViewportSize(390, 800);
        assertThat(cleo.locator("#canvas video")).isInViewport();
        assertThat(cleo.locator("#canvas .frames button").first()).isInViewport();
        cleo.setViewportSize(1366, 768);
        assertThat(texts(app, "select 1 from coding"))
                .as("nothing is decided yet")
                .isEmpty();

        var first = cleo.locator("#canvas video").getAttribute("src");
        cleo.keyboard().press("2");
        assertThat(cleo.locator("#standing")).containsText("1 coded · 1 left");
        assertThat(cleo.locator("#canvas video")).not().hasAttribute("src", first);
        cleo.keyboard().press("1");
        assertThat(cleo.locator("#end")).containsText("You coded 2 videos.");
        assertThat(cleo.locator("#saved")).hasText("Saved");
        assertThat(texts(app, """
                select c.value || ' ' || (k.watched_seconds > 0.3) || ' ' || (k.watched_share > 0 and k.watched_share < 1)
                from coding k join code c on c.coding_id = k.id
                join image i on i.id = k.image_id and i.medium = 'video'
                order by k.created_at
                """)).containsExactly("praise true true", "attack false false");
        onlyWhatCanBeWatchedIsStored();

        var ona = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        ona.navigate(app.url() + "/projects/1/samples/1/code");
        ona.keyboard().press("3");
        assertThat(ona.locator("#standing")).containsText("1 coded · 1 left");
        ona.keyboard().press("3");
        assertThat(ona.locator("#end")).containsText("You coded 2 videos.");
        assertThat(ona.locator("#saved")).hasText("Saved");
        app.browser(World.ONA).post("/projects/1/samples/1/close", "");
        ona.navigate(app.url() + "/projects/1/samples/1/adjudication");
        assertThat(ona.locator("#canvas .frames button")).hasCount(3);
        playsAndStops(ona);
        assertThat(Look.faults(ona)).isEmpty();
        aClipInAPostIsCodedWithItsPictureAndPlaysOnThePostsPage(ona);
    }

    private static void aClipInAPostIsCodedWithItsPictureAndPlaysOnThePostsPage(Page ona) {
        PostStudy.upload(app, new Upload().file("carousel_1.jpg", PostStudy.picture(3)));
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into post (id, project_id, external_id, metadata, text) overriding system value
                    values (900, 1, 'carousel', '{}', 'Said beside');
                update image set post_id = 900, position = 1 where medium = 'picture';
                update image set post_id = 900, position = 2
                    where id = (select max(id) from image where medium = 'video');
                update post set lead_id = (select id from image where medium = 'picture') where id = 900
                """).execute());
        PostStudy.publish(app, """
                codebook: Posts
                variables:
                  - {key: story, label: Story, unit: video, categories: [attack, praise, other]}
                  - {key: mood, label: Mood, unit: post, categories: [calm, loud]}
                """);
        var drawn = app.api(World.ONA).post("/api/v1/projects/1/samples", "application/json", """
                {"name": "Carousels", "purpose": "pilot", "size": 1, "seed": 7, "codersEach": 1, "overlap": 1,
                 "people": ["ona@example.org"], "variables": ["mood"]}
                """);
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        ona.navigate(app.url() + "/projects/1/samples/2/code");
        assertThat(ona.locator("#pictures button")).hasCount(2);
        assertThat(ona.locator("#canvas video")).hasCount(0);
        ona.keyboard().press("ArrowRight");
        assertThat(ona.locator("#canvas video")).isVisible();
        playsAndStops(ona);
        ona.keyboard().press("2");
        assertThat(ona.locator("#end")).containsText("You coded 1 post.");
        assertThat(ona.locator("#saved")).hasText("Saved");
        app.browser(World.ONA).post("/projects/1/samples/2/close", "");

        ona.navigate(app.url() + "/projects/1/posts/900");
        assertThat(ona.locator("ol.wall li")).hasCount(2);
        assertThat(ona.locator("main")).containsText("Said beside");
        assertThat(ona.locator("[data-unplayable]")).hasText("This browser cannot play the file.");
        assertThat(ona.getByLabel("Codes by coder")).containsText("loud");
        ona.locator("main video").focus();
        ona.keyboard().press(" ");
        ona.waitForFunction("() => document.querySelector('main video').currentTime > 0.2");
        assertThat(Look.faults(ona)).isEmpty();
    }

    private static void playsAndStops(Page page) {
        page.keyboard().press(" ");
        page.waitForFunction("() => document.querySelector('#canvas video').currentTime > 0.5");
        page.keyboard().press(" ");
        page.waitForFunction("() => document.querySelector('#canvas video').paused");
    }

    /** By seconds, from a frame's picture, and from there by frames. */
    private static void walks(Page page) {
        double here = at(page);
        page.keyboard().press("Shift+ArrowRight");
        assertThat(at(page) - here).isBetween(0.9, 1.1);
        page.keyboard().press("z");
        page.locator("#canvas .frames button").nth(1).click();
        assertThat(at(page)).isBetween(2.0, 2.01);
        assertThat(page.locator("#canvas video")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(at(page)).isBetween(2.04, 2.08);
    }

    private static double at(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('#canvas video').currentTime")).doubleValue();
    }

    private static void onlyWhatCanBeWatchedIsStored() {
        var cleo = new CodingPerson(app.browser(World.CLEO), 1);
        var video = texts(app, "select min(id)::text from image where medium = 'video'")
                .get(0);
        for (var watched : new String[] {
            "{\"seconds\": 1, \"share\": 1.5}",
            "{\"seconds\": 1e999, \"share\": 0}",
            "{\"seconds\": -1, \"share\": 0}",
            "{}"
        }) {
            var refused = cleo.decide("""
                    {"decision": "%s", "image": %s, "version": 1, "seconds": 4, "watched": %s,
                     "answers": {"story": {"values": ["other"]}}}""".formatted(UUID.randomUUID(), video, watched));
            assertThat(refused.statusCode()).as(watched).isEqualTo(422);
            assertThat(refused.body()).contains("as a share from 0 to 1");
        }
        assertThat(app.api(World.CLEO).get("/api/v1/projects/1/codes.csv").body())
                .containsPattern(",video,,3,\\d+\\.\\d+,0\\.\\d+");
    }
}
