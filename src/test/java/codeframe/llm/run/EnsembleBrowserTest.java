package codeframe.llm.run;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.Look;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file of another tool to a run that judges by it, by the pages; the model is a server of the test. */
class EnsembleBrowserTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String FEATURES = """
            image,caption,object,sure
            1.png,A crowd before a stage,Person,0.9
            1.png,A crowd before a stage,Person,0.6
            1.png,A crowd before a stage,Flag,0.1
            2.png,A flyer,,
            """;

    private TestApp app;
    private LlmStudy study;
    private WireMockServer wire;

    @BeforeEach
    void start() {
        app = TestApp.start();
        wire = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        wire.start();
        wire.stubFor(post(CHAT).willReturn(Replies.good()));
        wire.stubFor(com.github.tomakehurst.wiremock.client.WireMock.get("/v1/models")
                .willReturn(okJson("{\"data\":[{\"id\":\"eye\"}]}")));
        study = new LlmStudy(app.database);
        study.publish();
        study.images(3);
        study.server(wire.baseUrl() + "/v1");
    }

    @AfterEach
    void stop() {
        wire.stop();
        app.close();
    }

    @Test
    void features_are_imported_judged_together_and_told_in_the_dossier() {
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/runs/new");
            page.getByText("Ensemble", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main").innerText()).contains("Nothing is known of the images yet");
            imported(page);
            page.navigate(app.url() + "/projects/1/ensemble/runs/new");
            chosen(page);
            started(page);
            long image = study.one("select id from image where path = '1.png'", Long.class);
            page.navigate(app.url() + "/projects/1/images/" + image);
            assertThat(page.locator("main").innerText())
                    .contains("A crowd before a stage", "ensemble eye #1", "outside");
            page.getByText("Prompt and answer").first().click();
            assertThat(page.getByLabel("Features as sent").innerText())
                    .isEqualTo("{\"Objects\":\"3x Person\",\"Caption\":\"A crowd before a stage\"}");
            assertThat(Look.faults(page)).isEmpty();
            assertThat(wire.findAll(postRequestedFor(urlEqualTo(CHAT))))
                    .hasSize(4)
                    .allSatisfy(sent -> assertThat(sent.getBodyAsString()).doesNotContain("image_url"));
            page.navigate(app.url() + "/projects/1/methods");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "No image was sent",
                            "the objects of \"Vision v1\"",
                            "from a confidence of 0.05 on and counted by name");
            removedOnlyAtTheEnd();
        }
    }

    private void removedOnlyAtTheEnd() {
        long source = study.one("select id from feature_source", Long.class);
        var path = "/projects/1/features/" + source;
        var ona = app.browser(World.ONA);
        study.execute("update run set state = 'paused'");
        ona.get(path);
        var kept = ona.post(path + "/remove", "");
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("ensemble eye #1 uses them and is not at the end");
        study.execute("update run set state = 'done'");
        assertThat(ona.post(path + "/remove", "").statusCode()).isEqualTo(303);
    }

    private void imported(Page page) {
        page.navigate(app.url() + "/projects/1/features/import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("Vision.csv", "text/csv", FEATURES.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Show its columns").click();
        page.locator("[name=use-0]").selectOption("The image");
        page.locator("[name=use-1]").selectOption("Caption");
        page.locator("[name=use-2]").selectOption("An object, one a row");
        page.locator("[name=use-3]").selectOption("Confidence of the row's object or label");
        page.getByText("Import these features").click();
        page.waitForURL(address -> address.matches(".*/features/\\d+"));
    }

    /** Objects before the caption, and the flag, which the tool is not sure of, as a person: at no threshold. */
    private static void chosen(Page page) {
        assertThat(Look.faults(page)).isEmpty();
        page.locator("#model").fill("eye");
        page.getByLabel("Place of Objects").fill("1");
        page.getByLabel("Place of Caption").fill("2");
        page.locator("[name=threshold]").fill("0.05");
        page.getByText("Names of objects and labels").click();
        page.locator("[name=folded]").fill("flag = Person");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try on 5"))
                .click();
        page.waitForSelector("#tried");
        assertThat(page.locator("#price").innerText())
                .contains("2 images", "Images of which nothing is known are not asked about and cost nothing.");
        assertThat(page.locator("#tried").innerText()).contains("Tried on 3 images", "no features", "outside");
        assertThat(Look.faults(page)).isEmpty();
    }

    private static void started(Page page) {
        page.getByText("Start the run").click();
        page.waitForURL(address -> address.matches(".*/runs/\\d+"));
        page.waitForSelector("text=no features");
        page.waitForSelector("#run .badge:text-is('done')");
        assertThat(page.locator("main").innerText())
                .contains(
                        "Objects of Vision v1, at most 2,000 characters",
                        "Least confidence of objects",
                        "0.05",
                        "flag as Person",
                        "Nothing is known of the image");
        assertThat(Look.faults(page)).isEmpty();
    }
}
