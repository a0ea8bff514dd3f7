package codeframe.llm.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.ask.CheckDrawing;
import codeframe.llm.server.Presets;
import codeframe.testing.Browser;
import codeframe.testing.Chromium;
import codeframe.testing.DrawnFrames;
import codeframe.testing.JudgingServer;
import codeframe.testing.ProviderRules;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A researcher codes images through the server of every provider with everything as the pages propose it: the server is
 * added by its kind with an address and a key, tested, given a price, tried and run. Every image is coded once, the ledger
 * is what the server charged, and the methods section says what the server did not take.
 */
class EveryProviderTest {
    private static final int IMAGES = 3;
    private static final List<String> KINDS = List.of("a", "b", "c");

    /** What the methods section says of a habit, but for the name of a limit, which changes nothing that is measured. */
    private static final Map<String, String> TOLD = Map.of(
            "no_seed", "none carried the seed",
            "json_object", "all asked for JSON without a schema",
            "plain_text", "the form of the answer stood in the prompt alone",
            "no_detail", "none carried a level of detail",
            "system_as_user", "all had the prompt before the image",
            "no_temperature", "at the model's own temperature");

    private static TestApp app;
    private static LlmStudy study;
    private static JudgingServer judge;
    private static Chromium chromium;
    private static Page page;
    private static Browser ona;
    private static String project;

    @BeforeAll
    static void start() throws IOException {
        app = TestApp.start();
        study = new LlmStudy(app.database);
        study.publish();
        judge = JudgingServer.start();
        for (var frame : DrawnFrames.draw(IMAGES)) {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(frame.drawing().image(), "png", bytes);
            int n = Integer.parseInt(frame.path().replaceAll("\\D", ""));
            study.image(frame.path(), bytes.toByteArray());
            judge.show(frame.drawing().image(), Map.of("kind", KINDS.get(n), "place", "outside"));
        }
        study.execute("update blob set width = 800, height = 600");
        for (var shape : CheckDrawing.Shape.values()) {
            for (var paint : CheckDrawing.Paint.values()) {
                var drawing = new CheckDrawing(shape, paint);
                var words = drawing.words().split(" ");
                judge.show(drawing.picture(), Map.of("colour", words[0], "shape", words[1]));
            }
        }
        ona = app.browser(World.ONA);
        chromium = Chromium.start();
        page = Chromium.signIn(chromium.window(), app.url(), World.ONA);
        page.setDefaultTimeout(15_000);
        project = app.url() + "/projects/1";
    }

    @AfterAll
    static void stop() {
        chromium.close();
        judge.close();
        app.close();
    }

    static List<String> providers() {
        return ProviderRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void images_are_coded_once_and_paid_as_charged_with_everything_as_proposed(String file) {
        var provider = ProviderRules.of(file);
        judge.be(provider);
        long server = add(provider);
        test();
        price();
        long run = tryAndStart(server);
        assertThat(study.outcomes(run)).as(study.failure(run)).isEqualTo(Map.of("coded", (long) IMAGES));
        assertThat(study.one("""
                        select string_agg(c.value, ' ' order by i.path, c.variable)
                        from code c join image i on i.id = c.image_id join coder o on o.id = c.coder_id
                        where o.run_id =
                        """ + run, String.class)).isEqualTo("a outside b outside c outside");
        assertThat(study.one(
                        "select count(*) from llm_request where state = 'answered' and run_id = " + run, Integer.class))
                .as("each image once")
                .isEqualTo(IMAGES);
        assertThat(study.one("select sum(cost) from llm_request where server_id = " + server, BigDecimal.class))
                .isEqualByComparingTo(charged());
        methodsTellOf(provider, run);
    }

    private static long add(ProviderRules provider) {
        var kind = Presets.of(provider.preset());
        page.navigate(project + "/llm/servers");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(kind.name()).setExact(true))
                .first()
                .click();
        page.getByLabel("Base URL").fill(kind.apiVersion().isEmpty() ? judge.url() : judge.host());
        if (kind.address().isEmpty()) {
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(provider.name());
        }
        if (!provider.keyHeader().isEmpty()) {
            page.locator("#key").fill("secret-of-tests");
        }
        click("Add the server");
        page.waitForURL(Pattern.compile(".*/llm/servers/\\d+.*"));
        long server = Long.parseLong(page.url().replaceAll(".*/servers/(\\d+).*", "$1"));
        // As slow as is proposed, but for a clock that runs faster.
        study.execute("update llm_server set requests_per_minute = 20 * requests_per_minute where id = " + server);
        return server;
    }

    private static void test() {
        page.getByLabel("Model").fill(JudgingServer.MODEL);
        click("Test");
        assertThat(page.locator("#test")).containsText("It sees images");
    }

    private static void price() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Prices"))
                .click();
        page.getByLabel("Model").fill(JudgingServer.MODEL);
        page.getByLabel("Input", new Page.GetByLabelOptions().setExact(true)).fill("1");
        page.getByLabel("Cached input").fill("0.5");
        page.getByLabel("Output").fill("4");
        click("Save the price");
        assertThat(page.getByText("what it was tested for before is booked")).isVisible();
    }

    private static long tryAndStart(long server) {
        page.navigate(project + "/llm/runs/new");
        page.getByLabel("Server").selectOption(Long.toString(server));
        page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill(JudgingServer.MODEL);
        click("Try on 5");
        assertThat(page.locator("#tried article")).hasCount(IMAGES);
        click("Start the run");
        page.waitForURL(Pattern.compile(".*/runs/\\d+"));
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")))
                .hasCount(0);
        return Long.parseLong(page.url().replaceAll(".*/runs/", ""));
    }

    private static void methodsTellOf(ProviderRules provider, long run) {
        var all = ona.get("/projects/1/methods.md").body().replaceAll("\\s+", " ");
        var name = study.one("select name from run where id = " + run, String.class);
        var from = all.indexOf("\"" + name + "\" (multimodal language model, model judge-1");
        assertThat(from).as(all).isPositive();
        var next = all.indexOf("(multimodal language model", from + name.length() + 10);
        var paragraph = all.substring(from, next < 0 ? all.length() : next);
        assertThat(paragraph).contains("over 3 images", "3 coded");
        TOLD.forEach((habit, words) -> {
            boolean weaker = habit.equals("json_object") && provider.habits().contains("plain_text");
            if (provider.habits().contains(habit) && !weaker) {
                assertThat(paragraph).as(habit).contains(words);
            } else {
                assertThat(paragraph).as("not " + habit).doesNotContain(words);
            }
        });
    }

    private static void click(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static BigDecimal charged() {
        return judge.charged().stream()
                .map(one -> BigDecimal.valueOf(one.input() - one.cached())
                        .add(BigDecimal.valueOf(one.cached()).multiply(new BigDecimal("0.5")))
                        .add(BigDecimal.valueOf(one.output()).multiply(BigDecimal.valueOf(4))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(6);
    }
}
