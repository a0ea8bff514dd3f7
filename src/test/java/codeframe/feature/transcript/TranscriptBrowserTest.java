package codeframe.feature.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.intake.Upload;
import codeframe.image.video.Clips;
import codeframe.testing.Chromium;
import codeframe.testing.HearingServer;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subtitles beside a video in a real browser: sent, told what was not taken, and in step with the player. */
class TranscriptBrowserTest {
    private static final String SUBTITLES = """
            1
            00:00:00,500 --> 00:00:02,000
            Welcome, <b>you</b> & <script>alert(1)</script>

            2
            00:00:04,000 --> 00:00:05,500
            The pattern
            """;

    @Test
    void what_is_said_stands_beside_the_player_and_goes_with_it() throws Exception {
        var clip = Clips.threeShots("webm");
        try (var app = TestApp.start();
                var chromium = Chromium.start();
                var window = chromium.window()) {
            var script = app.api(World.ONA);
            script.send(new Upload().file("clip.webm", clip).request(script.request("/api/v1/projects/1/imports")));
            long video = video(app);
            var page = Chromium.signIn(window, app.url(), World.ONA);
            send(page, app.url());
            page.navigate(app.url() + "/projects/1/images/" + video);
            assertThat(Look.faults(page)).isEmpty();
            var parts = page.locator("[data-spoken] li");
            assertThat(parts.allInnerTexts())
                    .satisfiesExactly(
                            first -> assertThat(first).contains("0:00.5", "Welcome, you & alert(1)"),
                            second -> assertThat(second).contains("0:04.0", "The pattern"));
            parts.nth(1).locator("button").click();
            page.waitForFunction(
                    "() => document.querySelector('[data-spoken] li:nth-child(2)').ariaCurrent === 'true'");
            assertThat((double) page.evaluate("() => Number(document.querySelector('video').currentTime)"))
                    .isBetween(4.0, 5.5);
            writtenDown(app, page);
        }
    }

    /** By a server; this clip has no sound track, so nothing is sent. */
    private static void writtenDown(TestApp app, Page page) {
        page.navigate(app.url() + "/projects/1/features/speech");
        assertThat(page.locator("main").innerText()).contains("The project has no server yet");
        try (var server = HearingServer.start()) {
            app.jdbi().useHandle(handle -> handle.execute("""
                            insert into llm_server (project_id, name, base_url, created_by)
                            select 1, 'Whisper', ?, min(id) from app_user
                            """, server.url()));
            page.navigate(app.url() + "/projects/1/features");
            page.getByText("Write down what is said").click();
            assertThat(page.locator("#price").innerText()).contains("no price yet");
            page.locator("#again").check();
            page.locator("#price:has-text('1 without a sound track')").waitFor();
            page.locator("#minute_price").fill("0.006");
            page.locator("#model").focus();
            page.locator("#price:not(:has-text('no price yet'))").waitFor();
            assertThat(page.locator("#cap").inputValue()).isEqualTo("0");
            assertThat(Look.faults(page)).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write down what is said"))
                    .click();
            page.waitForURL(address -> address.matches(".*/features/\\d+"));
            page.locator("p#reading").waitFor();
            assertThat(page.locator("tbody tr").innerText().split("\\s+"))
                    .as("with it, nothing said, silent, no sound track, refused, failed, unreadable, never asked")
                    .containsExactly("Transcript", "0", "0", "0", "1", "0", "0", "0", "0");
            assertThat(Look.faults(page)).isEmpty();
            assertThat(server.asked()).isEmpty();
        }
    }

    private static long video(TestApp app) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!app.api(World.ONA)
                .json("/api/v1/projects/1/imports/1")
                .get("state")
                .asText()
                .equals("done")) {
            assertThat(System.nanoTime()).as("the import should be done by now").isLessThan(until);
            Thread.sleep(100);
        }
        return app.jdbi()
                .withHandle(handle -> handle.createQuery("select id from image where medium = 'video'")
                        .mapTo(Long.class)
                        .one());
    }

    private static void send(Page page, String url) {
        page.navigate(url + "/projects/1/features/import");
        page.getByText("Import transcripts of videos").click();
        assertThat(Look.faults(page)).isEmpty();
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {payload("nobody.srt", SUBTITLES)});
        page.locator("main button.primary").click();
        assertThat(page.locator(".notice.bad").innerText())
                .contains("No image of this project is called \"nobody\"", "nothing was stored");
        page.locator("input[type=file]")
                .setInputFiles(List.of(
                                payload("clip.srt", SUBTITLES),
                                payload("clip.de.srt", SUBTITLES),
                                payload("nobody.vtt", "WEBVTT"))
                        .toArray(FilePayload[]::new));
        page.locator("main button.primary").click();
        page.waitForURL(address -> address.matches(".*/features/\\d+"));
        assertThat(Look.faults(page)).isEmpty();
        assertThat(page.locator("main").innerText())
                .contains(
                        "Files",
                        "\"clip.de.srt\" belongs to the same video as \"clip.srt\"",
                        "\"nobody.vtt\" was not taken");
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
