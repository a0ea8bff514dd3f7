package codeframe.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.image.decode.Drawn;
import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file of another tool in a real browser: its columns, what became of its rows, and the boxes over the image. */
class FeatureBrowserTest {
    private static final String OBJECTS = """
            picture,what,sure,where,seen,read
            anna/1.png,Person,0.9,"[(200, 50), (300, 50), (300, 200), (200, 200)]",A person beside a <b>sign</b>,VOTE TODAY
            anna/1.png,Sign,0.4,,A person beside a <b>sign</b>,VOTE TODAY
            anna/2.png,Hat,7,"[(0.5, 1.7), (0.6, 0.2)]",,
            anna/3.png,Person,0.9,,,
            """;

    @Test
    void columns_are_chosen_and_the_dossier_shows_what_is_known() {
        try (var app = TestApp.start();
                var chromium = Chromium.start();
                var window = chromium.window()) {
            app.jdbi().useHandle(handle -> {
                handle.createUpdate("""
                        insert into blob (sha256, media_type, width, height, size, bytes)
                        select sha256(:png || decode(lpad(n::text, 2, '0'), 'hex')), 'image/png', 400, 200, 1, :png
                        from generate_series(1, 2) n
                        """)
                        .bind("png", Drawn.encoded(Drawn.noise(400, 200, 1), "png"))
                        .execute();
                handle.execute("""
                        insert into image (project_id, sha256, path)
                        select 1, sha256, 'anna/' || row_number() over (order by sha256) || '.png' from blob
                        """);
            });
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/images");
            page.getByText("Features").click();
            page.getByText("Import features").first().click();
            page.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("objects.csv", "text/csv", OBJECTS.getBytes(StandardCharsets.UTF_8)));
            page.getByText("Show its columns").click();
            choose(page);
            assertThat(page.locator("main").innerText())
                    .contains(
                            "objects v1",
                            "3 name an image, 1 name none",
                            "No image of this project is called \"anna/3.png\".",
                            "\"Hat\" is kept without a confidence",
                            "\"Hat\" is kept without a place");
            dossier(page, app.url());
        }
    }

    private static void choose(Page page) {
        assertThat(Look.faults(page)).isEmpty();
        page.getByText("Import these features").click();
        assertThat(page.locator(".notice.bad").innerText()).contains("Choose the column that names the image");
        page.locator("[name=use-0]").selectOption("The image");
        page.locator("[name=use-1]").selectOption("An object, one a row");
        page.locator("[name=use-2]").selectOption("Confidence of the row's object or label");
        page.locator("[name=use-3]").selectOption("Corners of the row's object");
        page.locator("[name=use-4]").selectOption("Caption");
        page.locator("[name=use-5]").selectOption("Text in the image");
        page.getByText("Import these features").click();
        page.waitForURL(address -> address.matches(".*/features/\\d+"));
    }

    private static void dossier(Page page, String url) {
        page.navigate(url + "/projects/1/images/1");
        assertThat(page.locator("section:has(> h2#features)").innerText())
                .contains("A person beside a <b>sign</b>", "Person 0.90, Sign 0.40", "VOTE TODAY");
        page.waitForFunction("document.querySelector('.boxed img').complete");
        var picture = page.locator(".boxed img").boundingBox();
        var box = page.locator(".boxes polygon").boundingBox();
        assertThat(box.x - picture.x).isCloseTo(picture.width / 2, within(6.0));
        assertThat(box.y - picture.y).isCloseTo(picture.height / 4, within(6.0));
        assertThat(box.width).isCloseTo(picture.width / 4, within(12.0));
        page.getByLabel("Boxes of objects v1").uncheck();
        assertThat(page.locator(".boxes").isVisible()).isFalse();
        assertThat(Look.faults(page)).isEmpty();
    }
}
