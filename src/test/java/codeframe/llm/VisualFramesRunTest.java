package codeframe.llm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.DrawnFrames;
import codeframe.testing.JudgingServer;
import codeframe.testing.JudgingServer.Fault;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Dollars;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The visual frames of forty drawn images, coded by a server that looks at them, from the first click to the bill: right
 * codes on the right images, every failure listed and tried again, the ledger equal to what the server charged.
 */
class VisualFramesRunTest {
    private static final List<DrawnFrames.Frame> FRAMES = DrawnFrames.draw(40);
    private static final BigDecimal INPUT = new BigDecimal("2.50");
    private static final BigDecimal CACHED = new BigDecimal("1.25");
    private static final BigDecimal OUTPUT = new BigDecimal("10");

    @TempDir
    Path folder;

    private TestApp app;
    private Chromium chromium;
    private JudgingServer server;
    private Page page;
    private String project;

    @BeforeEach
    void start() {
        app = TestApp.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        server = JudgingServer.start();
        FRAMES.forEach(frame -> server.show(frame.drawing().image(), frame.truth()));
        chromium = Chromium.start();
        page = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        project = app.url() + "/projects/1";
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
        app.close();
    }

    @Test
    void forty_drawings_are_coded_rightly_and_paid_to_the_cent() throws IOException {
        importImages();
        publishVisualFrames();
        addServer();
        chooseRun();
        tryOnFive();
        spoil();
        click("Start the run");
        assertThat(page).hasURL(Pattern.compile(".*/runs/\\d+"));
        var run = page.url();
        everyFailureIsListed();
        ledgerIsWhatTheServerCharged();
        page.navigate(run);
        everyFailureIsTriedAgain();
        codesAreRight();
        ledgerIsWhatTheServerCharged();
        page.navigate(run);
        assertThat(stat("Spent")).containsText(Dollars.text(spent("where purpose = 'run'")));
    }

    private void importImages() throws IOException {
        var zip = folder.resolve("frames.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var frame : FRAMES) {
                out.putNextEntry(new ZipEntry(frame.path()));
                ImageIO.write(frame.drawing().image(), "jpeg", out);
                out.closeEntry();
            }
        }
        page.navigate(project + "/imports/new");
        page.setInputFiles("input[name=files]", zip);
        page.locator("form[data-upload] button.primary").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+"));
        assertThat(stat("Accepted")).containsText("40");
    }

    private void publishVisualFrames() {
        page.navigate(project + "/codebook");
        click("Start with Visual frames");
        page.navigate(project + "/codebook/publish");
        click("Publish version 1");
    }

    private void addServer() {
        page.navigate(project + "/settings");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the servers"))
                .click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Judge");
        page.getByLabel("Base URL").fill(server.url());
        click("Add the server");
        var id = app.jdbi()
                .withHandle(handle -> handle.createQuery("select id from llm_server")
                        .mapTo(Long.class)
                        .one());
        page.navigate(project + "/llm/servers/" + id + "/prices");
        page.getByLabel("Model").fill(JudgingServer.MODEL);
        page.getByLabel("Input", new Page.GetByLabelOptions().setExact(true)).fill(INPUT.toPlainString());
        page.getByLabel("Cached input").fill(CACHED.toPlainString());
        page.getByLabel("Output").fill(OUTPUT.toPlainString());
        click("Save the price");
    }

    private void chooseRun() {
        page.navigate(project + "/runs/new");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Multimodal model"))
                .click();
        page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill(JudgingServer.MODEL);
    }

    private void tryOnFive() {
        click("Try on 5");
        assertThat(page.locator("#tried article")).hasCount(5);
        assertThat(page.locator("#price")).containsText("40 images");
        assertThat(page.getByLabel("Cap in dollars")).not().hasValue("");
    }

    /** After the try, so that the run meets them all. Two of them pass when the server is asked again. */
    private void spoil() {
        spoil(3, Fault.REFUSAL);
        spoil(7, Fault.PLAIN_REFUSAL);
        spoil(11, Fault.NONSENSE);
        spoil(15, Fault.CUT_OFF);
        spoil(19, Fault.UNKNOWN_VALUE);
        spoil(23, Fault.TOO_MANY_REQUESTS);
        spoil(27, Fault.BROKEN_SERVER);
    }

    private void spoil(int frame, Fault fault) {
        server.spoil(FRAMES.get(frame).drawing().image(), fault);
    }

    private void everyFailureIsListed() {
        assertThat(page.locator("#failures")).isVisible(patiently());
        assertThat(outcomes())
                .isEqualTo(
                        Map.of("coded", 35L, "refused", 2L, "invalid_answer", 1L, "truncated", 1L, "partly_coded", 1L));
        var text = page.locator("main").innerText();
        for (int frame : new int[] {3, 7, 11, 15, 19}) {
            assertThat(text).contains(FRAMES.get(frame).path());
        }
        assertThat(text).contains("“a parade” is no category of “performance”.");
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    }

    private void everyFailureIsTriedAgain() {
        for (var outcome : List.of("refused", "invalid answer", "answer cut off", "partly coded")) {
            var again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("(" + outcome + ")"));
            again.click();
            assertThat(again).hasCount(0);
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        }
        assertThat(outcomes()).isEqualTo(Map.of("coded", 40L));
    }

    private void codesAreRight() {
        var codes = new HashMap<String, Map<String, String>>();
        app.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        select image.path, code.variable, coalesce(code.value, code.state) as said
                        from code join image on image.id = code.image_id
                        """)
                        .map((row, ctx) -> codes.computeIfAbsent(row.getString("path"), path -> new HashMap<>())
                                .put(row.getString("variable"), row.getString("said")))
                        .list());
        assertThat(codes).hasSize(40);
        FRAMES.forEach(
                frame -> assertThat(codes.get(frame.path())).as(frame.path()).isEqualTo(frame.truth()));
    }

    private void ledgerIsWhatTheServerCharged() {
        var charged = server.charged().stream()
                .map(one -> INPUT.multiply(BigDecimal.valueOf(one.input() - one.cached()))
                        .add(CACHED.multiply(BigDecimal.valueOf(one.cached())))
                        .add(OUTPUT.multiply(BigDecimal.valueOf(one.output()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(6);
        assertThat(spent("")).isEqualByComparingTo(charged);
        page.navigate(project + "/llm/costs");
        assertThat(page.locator("main")).containsText(Dollars.text(charged));
    }

    private BigDecimal spent(String where) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery("select sum(cost) from llm_request " + where)
                        .mapTo(BigDecimal.class)
                        .one());
    }

    private Map<String, Long> outcomes() {
        var outcomes = new HashMap<String, Long>();
        app.jdbi()
                .useHandle(handle -> handle.createQuery("select outcome, count(*) as n from run_item group by outcome")
                        .map((row, ctx) -> outcomes.put(row.getString("outcome"), row.getLong("n")))
                        .list());
        return outcomes;
    }

    private Locator stat(String label) {
        return page.locator(".stat", new Page.LocatorOptions().setHasText(label))
                .first();
    }

    private void click(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
