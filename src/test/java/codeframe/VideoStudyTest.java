package codeframe;

import static codeframe.coding.sample.PostStudy.texts;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.clip.TinyModel;
import codeframe.coding.sample.PostStudy;
import codeframe.image.intake.Upload;
import codeframe.image.video.Clips;
import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a ZIP of clips and carousels to figures that count videos, and to an archive that says how they came about. */
class VideoStudyTest {
    private static final String CODEBOOK = """
            codebook: Campaigns
            variables:
              - key: look
                label: Look
                categories:
                  - {key: bright, label: Bright, phrases: [a poster]}
                  - {key: dark, label: Dark, phrases: [a crowd]}
              - {key: mood, label: Mood, unit: post, categories: [calm, loud]}
              - key: story
                label: Story
                unit: video
                categories:
                  - {key: attack, label: Attack, phrases: [a crowd, a rally]}
                  - {key: praise, label: Praise, phrases: [a poster]}
            """;
    private static final String REPLY = """
            {"id": "c1", "object": "chat.completion", "model": "eye", "choices": [{"index": 0, "finish_reason": "stop",
              "message": {"role": "assistant", "content": "{\\"story\\":\\"attack\\"}"}}],
             "usage": {"prompt_tokens": 1000, "completion_tokens": 50, "total_tokens": 1050}}
            """;

    private static TestApp app;
    private static Chromium chromium;
    private static WireMockServer wire;

    @BeforeAll
    static void start() throws IOException {
        Clips.assumeInstalled();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        app = TestApp.start();
        TinyModel.install(app.data.resolve("models/tiny"));
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        wire.stubFor(post("/v1/chat/completions").willReturn(okJson(REPLY)));
        app.jdbi()
                .useHandle(handle ->
                        handle.createScript("""
                insert into llm_server (id, project_id, name, base_url) overriding system value
                    values (70, 1, 'Fake', '%s/v1');
                insert into llm_price (server_id, model, valid_from, input, cached_input, output, batch_factor)
                    values (70, 'eye', '2020-01-01', 1, 0.5, 4, 0.5)
                """.formatted(wire.baseUrl())).execute());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            chromium.close();
            wire.stop();
            app.close();
        }
    }

    @Test
    void a_study_of_clips_and_carousels_counts_videos_from_the_zip_to_the_archive() throws IOException {
        var ona = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        imports(ona);
        PostStudy.publish(app, CODEBOOK);
        draw("Clips", "dev", "story");
        draw("Carousels", "pilot", "mood");
        var cleo = Chromium.signIn(chromium.window(), app.url(), World.CLEO);
        codesVideos(cleo);
        codesVideos(ona);
        codesPosts(cleo);
        codesPosts(ona);
        app.browser(World.ONA).post("/projects/1/samples/1/close", "");
        app.browser(World.ONA).post("/projects/1/samples/2/close", "");

        judgedByClip(ona);
        long whole = judgedByModel(ona, "");
        judgedByModel(ona, "image&images=frames%3Dwith");
        assertThat(texts(app, "select r.unit || ' ' || r.kind || ' ' || r.total from run r order by r.id"))
                .containsExactly("image clip 10", "video llm 2", "image llm 10");
        var source = texts(app, "select id::text from coder where run_id = 1").get(0);
        lift(ona, source, "majority", "Most");
        long first = lift(ona, source, "first", "Opening");
        reports(ona, whole, first);
        archive();
    }

    /** Two clips of three shots each, and two carousels of two pictures, whose captions a table tells. */
    private static void imports(Page page) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("one.webm", Clips.threeShots("webm"));
        files.put("two.webm", Clips.threeShots("webm", "64x96"));
        for (var name : new String[] {"p1_1.jpg", "p1_2.jpg", "p2_1.jpg", "p2_2.jpg"}) {
            files.put(name, PostStudy.picture(name.hashCode() & 0xff));
        }
        page.navigate(app.url() + "/projects/1/imports/new");
        page.setInputFiles("input[name=files]", new FilePayload[] {
            new FilePayload("study.zip", "application/zip", Upload.zip(files)),
            new FilePayload("posts.csv", "text/csv", PostStudy.rows("p1", "p2"))
        });
        page.locator("form[data-upload] button.primary").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+"));
        assertThat(page.locator(".stat", new Page.LocatorOptions().setHasText("Accepted"))
                        .first())
                .containsText("6");
        assertThat(texts(app, "select medium || ' ' || count(*) from image group by medium order by 1"))
                .containsExactly("frame 6", "picture 4", "video 2");
    }

    private static void draw(String name, String purpose, String variable) {
        var drawn = app.api(World.ONA)
                .post("/api/v1/projects/1/samples", "application/json", """
                {"name": "%s", "purpose": "%s", "size": 2, "seed": 7, "codersEach": 2, "overlap": 1,
                 "people": ["ona@example.org", "cleo@example.org"], "variables": ["%s"]}
                """.formatted(name, purpose, variable));
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
    }

    /** Each clip alike by both, whatever the order in which it comes. */
    private static void codesVideos(Page page) {
        page.navigate(app.url() + "/projects/1/samples/1/code");
        assertThat(page.locator("#canvas .frames button")).hasCount(3);
        var clip = page.locator("#canvas video").getAttribute("src");
        page.keyboard().press(" ");
        page.waitForFunction("() => document.querySelector('#canvas video').currentTime > 0.2");
        int key = clip.contains("/images/" + PostStudy.image(app, "one.webm") + "/") ? 1 : 2;
        page.keyboard().press(Integer.toString(key));
        assertThat(page.locator("#canvas video")).not().hasAttribute("src", clip);
        page.keyboard().press(Integer.toString(3 - key));
        assertThat(page.locator("#end")).containsText("You coded 2 videos.");
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    private static void codesPosts(Page page) {
        page.navigate(app.url() + "/projects/1/samples/2/code");
        assertThat(page.locator("#pictures button")).hasCount(2);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("2");
        assertThat(page.locator("#standing")).containsText("1 coded · 1 left");
        page.keyboard().press("2");
        assertThat(page.locator("#end")).containsText("You coded 2 posts.");
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    private static void judgedByClip(Page page) {
        var started = app.api(World.ONA).post("/api/v1/projects/1/runs", "application/json", """
                {"kind": "clip", "model": "tiny", "variables": ["story"], "precision": "fp32",
                 "images": {"filter": {"frames": "with"}}}""");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        ended(page, app.url() + "/projects/1/runs/1");
    }

    /** @return the coder's number */
    private static long judgedByModel(Page page, String unit) {
        var started = app.browser(World.ONA)
                .post(
                        "/projects/1/llm/runs",
                        "model=eye&edge=512&max_tokens=100&samples=1&seed=5&temperature=0&server=70&cap=1"
                                + "&variables=story&unit_pictures=4&unit=" + unit);
        var place = started.headers().firstValue("Location").orElseThrow(() -> new AssertionError(started.body()));
        return ended(page, app.url() + place);
    }

    private static long ended(Page page, String run) {
        page.navigate(run);
        assertThat(page.locator("#run .badge").first()).hasText("done");
        var id = run.replaceAll(".*/", "");
        return Long.parseLong(
                texts(app, "select id::text from coder where run_id = " + id).get(0));
    }

    private static long lift(Page page, String source, String method, String name) {
        page.navigate(app.url() + "/projects/1/lifts/new?unit=video&variables=story&source=" + source);
        page.locator("#method-" + method).check();
        page.getByLabel("Name of the rule").fill(name);
        page.locator("form[action$='/lifts'] button.primary").click();
        page.waitForURL(Pattern.compile(".*/runs/\\d+"));
        return ended(page, page.url());
    }

    private static void reports(Page page, long whole, long lifted) {
        page.navigate(app.url() + "/projects/1/agreement/story");
        assertThat(page.locator("main")).containsText("Videos coded twice or more");
        assertThat(page.locator("main")).containsText("2 videos");
        for (long coder : new long[] {whole, lifted}) {
            page.navigate(app.url() + "/projects/1/validation?variable=story&sample=1&coder=" + coder);
            assertThat(page.locator("main")).containsText("Videos with gold");
            assertThat(page.locator("main")).containsText("2 of 2 videos");
        }
    }

    private static void archive() throws IOException {
        var files = unpacked(app.browser(World.VIC).bytes("/projects/1/replication.zip"));
        assertThat(files.get("codebook/version-1.yaml")).contains("unit: video", "unit: post");
        assertThat(files.get("unit-images.csv"))
                .startsWith("unit,lead,image,sha256,path,position,t_ms")
                .containsPattern("video,\\d+,\\d+,[0-9a-f]{64},[^,]*one[^,]*,\\d*,[1-9]\\d+")
                .containsPattern("post,\\d+,\\d+,[0-9a-f]{64},p1_2.jpg,");
        assertThat(files.get("runs.json")).contains("Most v1", "Opening v1");
        assertThat(files.get("codes-long.csv").lines().findFirst().orElseThrow())
                .contains("unit", "rule", "n_images");
        assertThat(files.get("codes-long.csv")).contains("Most v1", "Opening v1");
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
