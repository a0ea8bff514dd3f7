package codeframe.coding.screen;

import static codeframe.coding.sample.PostStudy.image;
import static codeframe.coding.sample.PostStudy.texts;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.sample.PostStudy;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Posts are coded by keyboard, with all their pictures, settled and counted as posts. */
class PostCodingTest {
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        app = TestApp.start();
        PostStudy.furnish(app);
        PostStudy.publish(app, PostStudy.CODEBOOK);
        var drawn = app.api(World.ONA).post("/api/v1/projects/1/samples", "application/json", """
                {"name": "Posts", "purpose": "pilot", "size": 5, "seed": 7, "codersEach": 2, "overlap": 1,
                 "people": ["ona@example.org", "cleo@example.org"], "variables": ["story"]}
                """);
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
    }

    @Test
    void a_post_is_coded_by_keyboard_settled_and_agreed_on_as_one() {
        var cleo = Chromium.signIn(chromium.window(), app.url(), World.CLEO);
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update assignment set position = 0 - position where image_id = ?", lead("p1")));
        cleo.navigate(app.url() + "/projects/1/samples/1/code");
        assertThat(cleo.locator("#pictures button")).hasCount(3);
        shows(cleo, "p1_1.jpg");
        cleo.keyboard().press("ArrowRight");
        shows(cleo, "p1_2.jpg");
        cleo.keyboard().press("ArrowRight");
        cleo.keyboard().press("ArrowRight");
        shows(cleo, "p1_10.jpg");
        cleo.keyboard().press("ArrowLeft");
        shows(cleo, "p1_2.jpg");
        assertThat(texts(app, "select 1 from coding"))
                .as("walking decides nothing")
                .isEmpty();
        cleo.locator("#about summary").click();
        assertThat(cleo.locator("#facts")).containsText("Caption of p1");
        cleo.locator("#about summary").click();
        assertThat(Look.faults(cleo)).isEmpty();
        cleo.setViewportSize(390, 800);
        assertThat(cleo.locator("#pictures button").first()).isInViewport();
        assertThat(cleo.locator("#canvas img")).isInViewport();
        cleo.setViewportSize(1366, 768);

        cleo.keyboard().press("1");
        assertThat(cleo.locator("#standing")).containsText("1 coded · 4 left");
        press(cleo, 4);
        assertThat(cleo.locator("#end")).containsText("You coded 5 posts.");
        assertThat(cleo.locator("#saved")).hasText("Saved");
        assertThat(texts(app, "select image_id::text from coding order by image_id"))
                .as("under the leads")
                .containsExactlyInAnyOrderElementsOf(
                        texts(app, "select lead_id::text from post where lead_id is not null"));

        var ona = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        ona.navigate(app.url() + "/projects/1/samples/1/code");
        press(ona, 5);
        assertThat(ona.locator("#end")).containsText("You coded 5 posts.");
        assertThat(ona.locator("#saved")).hasText("Saved");
        app.browser(World.ONA).post("/projects/1/samples/1/close", "");

        imagesAreCodedByAMachine();
        ona.navigate(app.url() + "/projects/1/agreement?sample=1&coders=1&coders=2&coders=4");
        assertThat(ona.getByLabel("Agreement by variable").locator("tbody tr").first())
                .hasText(Pattern.compile(".*5 posts\\s+2\\s+10\\s*"));
        assertThat(ona.locator("#sample")).containsText("Posts (pilot, 5 posts)");
        ona.navigate(app.url() + "/projects/1/agreement/story?sample=1");
        assertThat(ona.getByText("Posts coded twice or more")).isVisible();

        assertThat(page("p4")).contains("First in", ">p1</a>", "Caption of p4", "The post is coded under it");
        assertThat(page("p5"))
                .contains("All that this post shows was shown by earlier posts", ">p2</a>")
                .doesNotContain(">Codes<");
        assertThat(page("p1")).containsSubsequence("p1_1.jpg", "p1_2.jpg", "p1_10.jpg");

        ona.navigate(app.url() + "/projects/1/samples/1/adjudication");
        assertThat(ona.locator("#pictures button")).hasCount(3);
        shows(ona, "p1_1.jpg");
        ona.keyboard().press("ArrowRight");
        shows(ona, "p1_2.jpg");
        assertThat(Look.faults(ona)).isEmpty();
    }

    private static String page(String post) {
        var id = texts(app, "select id::text from post where external_id = '" + post + "'")
                .get(0);
        return app.browser(World.ONA).get("/projects/1/posts/" + id).body();
    }

    /** What it says of a lead it says of the picture alone. */
    private static void imagesAreCodedByAMachine() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                    select 1, 'clip', 'CLIP', 'demo', id, '{story}', 1, 'done', 5 from codebook_version;
                insert into coder (project_id, kind, run_id, name) select 1, 'run', id, 'CLIP' from run;
                insert into run_item (run_id, image_id, outcome) select r.id, lead_id, 'coded' from run r, post where lead_id > 0;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, c.id, i.image_id, r.codebook_version_id
                    from run_item i join run r on r.id = i.run_id join coder c on c.run_id = r.id;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select k.id, k.coder_id, k.image_id, 'story', 'attack'
                    from coding k join coder c on c.id = k.coder_id where c.kind = 'run'
                """).execute());
    }

    /** The second choice of so many posts, each as soon as it is there. */
    private static void press(Page page, int posts) {
        for (int left = posts; left > 0; left--) {
            assertThat(page.locator("#answers")).isVisible();
            assertThat(page.locator("#standing")).containsText(left + " left");
            page.keyboard().press("2");
        }
    }

    private static long lead(String post) {
        return Long.parseLong(texts(app, "select lead_id::text from post where external_id = '" + post + "'")
                .get(0));
    }

    private static void shows(Page page, String path) {
        assertThat(page.locator("#canvas img"))
                .hasAttribute("src", Pattern.compile(".*/images/" + image(app, path) + "/file.*"));
    }
}
