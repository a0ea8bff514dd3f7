package codeframe.feature.vision;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.decode.Drawn;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.VisionServer;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Google Cloud Vision from the page, in a real browser: the key, the price before the click, the outcomes, asking again. */
class VisionBrowserTest {
    private static void image(TestApp app, String path, Color colour) {
        var drawn = new BufferedImage(400, 200, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = drawn.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 400, 200);
        graphics.dispose();
        app.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        with b as (insert into blob (sha256, media_type, width, height, size, bytes)
                                   values (sha256(:bytes), 'image/png', 400, 200, length(:bytes), :bytes) returning sha256)
                        insert into image (project_id, sha256, path) select 1, sha256, :path from b
                        """)
                        .bind("bytes", Drawn.encoded(drawn, "png"))
                        .bind("path", path)
                        .execute());
    }

    @Test
    void the_price_stands_before_the_click_and_every_outcome_after_it() {
        try (var app = TestApp.start();
                var google = VisionServer.start();
                var chromium = Chromium.start();
                var window = chromium.window()) {
            image(app, "red.png", Color.RED);
            image(app, "white.png", Color.WHITE);
            image(app, "black.png", Color.BLACK);
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/features");
            page.getByText("Ask Google Cloud Vision").click();
            key(page, google.url());
            choose(page);
            page.getByText("Ask about the images").click();
            page.waitForURL(address -> address.matches(".*/features/\\d+"));
            page.getByText("3 images looked at").waitFor();
            assertThat(page.locator("main").innerText())
                    .contains("$0.0113", "of at most $0.02", "Bad image data. (code 3)", "Asked for objects, text");
            assertThat(Look.faults(page)).isEmpty();
            page.getByText("Ask the failed ones again").click();
            page.getByText("3 images looked at").waitFor();
            page.getByText("$0.0150").first().waitFor();
            page.navigate(app.url() + "/projects/1/images/1");
            assertThat(page.locator("section:has(> h2#features)").innerText())
                    .contains("Freibier", "Person 0.91", "Google Cloud Vision v1");
        }
    }

    private static void key(Page page, String url) {
        page.getByText("Enter the key", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("API key").fill(VisionServer.KEY);
        page.locator("[name=base_url]").fill(url);
        assertThat(Look.faults(page)).isEmpty();
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#price").waitFor();
    }

    /** The price follows what is chosen, and so does the cap until somebody types one. */
    private static void choose(Page page) {
        assertThat(page.locator("#price").innerText()).contains("$0 to $0.0158", "$2.25 a thousand");
        page.getByLabel("Labels of the image as a whole").uncheck();
        page.getByText("$0 to $0.0113").waitFor();
        assertThat(page.locator("[name=cap]").inputValue()).isEqualTo("0.0113");
        page.locator("[name=cap]").fill("0.02");
        page.getByLabel("Languages of the text").fill("de");
        assertThat(Look.faults(page)).isEmpty();
    }
}
