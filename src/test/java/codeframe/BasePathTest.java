package codeframe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.image.decode.Drawn;
import codeframe.testing.Chromium;
import codeframe.testing.Client;
import codeframe.testing.PathProxy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.BasePath;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address with a path: everything is served under it, and nothing leads out of it. */
class BasePathTest {
    static final String PATH = "/codeframe";

    /** What a tag of a page holds in its attributes; those of a form are typed and come back as they were. */
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(?!value|data-press)([\\w-]+)=\"(/[^\"]*)\"");

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");

    /**
     * Every address in an answer (link, form, script, picture, stream, redirect, cookie) that leaves the path; AccessTest
     * looks at the answers of all routes.
     */
    static Stream<String> astray(Client.Answer answer) {
        var headers = answer.headers();
        var cookies = headers.allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.matches("(?i).*; ?path=" + PATH + "(;.*|$)"));
        var redirects = Stream.of("Location", "HX-Redirect", "HX-Location", "HX-Replace-Url", "HX-Push-Url")
                .flatMap(name -> headers.firstValue(name).stream())
                .filter(BasePathTest::outside);
        boolean page = headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        return Stream.of(cookies, redirects, page ? addresses(answer.text()) : Stream.<String>empty())
                .flatMap(found -> found);
    }

    private static Stream<String> addresses(String html) {
        return TAG.matcher(html)
                .results()
                .flatMap(tag -> ATTRIBUTE.matcher(tag.group()).results())
                .filter(found -> outside(found.group(2)))
                .map(found -> found.group(1) + "=" + found.group(2));
    }

    private static boolean outside(String address) {
        return !address.matches(PATH + "(/.*)?") || address.startsWith(PATH + PATH);
    }

    @Test
    void behind_a_proxy_people_sign_in_code_and_import(@TempDir Path folder) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try (var proxy = new PathProxy(PATH);
                var app = TestApp.start(Map.of("CODEFRAME_URL", proxy.url()));
                var chromium = Chromium.start()) {
            proxy.passTo(app.app.port());
            var study = SampledStudy.drawn(app.jdbi(), 3);
            long sample = study.sample(World.CLEO);
            var errors = new ArrayList<String>();
            code(Chromium.signIn(watched(chromium, errors), proxy.url(), World.CLEO), proxy.url(), sample);
            assertThat(study.texts("select variable || '=' || value from code where state = 'coded' order by 1"))
                    .contains("image_type=poster");
            var ona = Chromium.signIn(watched(chromium, errors), proxy.url(), World.ONA);
            importPicture(ona, proxy.url(), folder);
            assertThat(ona.context().cookies()).allMatch(cookie -> cookie.path.equals(PATH));
            assertThat(proxy.strayed)
                    .filteredOn(asked -> !asked.endsWith("/favicon.ico"))
                    .isEmpty();
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void behind_a_proxy_a_run_tells_its_progress() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try (var proxy = new PathProxy(PATH);
                var app = TestApp.start(Map.of("CODEFRAME_URL", proxy.url(), "CODEFRAME_WORKERS", "0"));
                var chromium = Chromium.start()) {
            proxy.passTo(app.app.port());
            long run = SampledStudy.of(app.jdbi(), 3).number("""
                    with run as (
                        insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                        select 1, 'clip', 'CLIP', 'demo', max(id), '{}', 1, 'running', 3 from codebook_version returning id)
                    insert into coder (project_id, kind, run_id, name) select 1, 'run', id, 'CLIP' from run returning run_id
                    """);
            var page = Chromium.signIn(chromium.window(), proxy.url(), World.ONA);
            var address = proxy.url() + "/projects/1/runs/" + run;
            page.waitForRequest(address + "/live", () -> page.navigate(address));
            assertThat(page.locator("progress").first()).isAttached();
            assertThat(page.locator("#run")).containsText("Images settled");
        }
    }

    private static com.microsoft.playwright.BrowserContext watched(Chromium chromium, List<String> errors) {
        var window = chromium.window();
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return window;
    }

    private static void code(Page page, String url, long sample) {
        assertThat(page).hasURL(Pattern.compile(url + "/(projects/\\d+)?"));
        page.navigate(url + "/projects/1/samples/" + sample + "/code");
        assertThat(page.locator("#saved")).hasText("Saved");
        page.waitForFunction("() => document.querySelector('#canvas img').naturalWidth > 0");
        page.keyboard().press("g");
        assertThat(page.locator("#guide")).containsText("Decide by what takes up most of the picture");
        page.keyboard().press("g");
        var first = page.locator("#canvas img").getAttribute("src");
        for (var key : List.of("1", "1", "Enter")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator("#canvas img")).not().hasAttribute("src", first);
        assertThat(page.locator("#saved")).hasText("Saved");
        assertThat(page.locator("#strip img")).hasCount(1);
    }

    private static void importPicture(Page page, String url, Path folder) throws IOException {
        page.navigate(url + "/projects/1/imports/new");
        page.locator("input[name=files]")
                .setInputFiles(Files.write(folder.resolve("x.png"), Drawn.encoded(Drawn.noise(20, 20, 1), "png")));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        assertThat(page.getByText("Accepted").first()).isVisible();
        page.navigate(url + "/projects/1/images");
        page.locator("a.thumb").first().click();
        page.waitForFunction("() => document.querySelector('#lightbox img').naturalWidth > 0");
    }

    @Test
    void invitations_and_the_description_of_the_api_have_the_path() {
        try (var app = TestApp.start(Map.of("CODEFRAME_URL", "http://uni.example" + PATH + "/"))) {
            var ona = app.browser(World.ONA);
            ona.get("/projects/1/team");
            assertThat(ona.post("/projects/1/team/invitations", "role=coder&days=3&note=Kim")
                            .body())
                    .contains("http://uni.example/codeframe/invitations/");
            assertThat(app.api(World.ONA)
                            .json("/api/v1/openapi.json")
                            .at("/servers/0/url")
                            .asText())
                    .isEqualTo(PATH);
        }
    }

    @Test
    void what_people_wrote_is_not_an_address() {
        var base = new BasePath(PATH);
        assertThat(base.html("<a href=\"/x\" title=\"> href='/y'\">see href=\"/z\"</a> <img src=\"//else/a\">"))
                .isEqualTo("<a href=\"/codeframe/x\" title=\"> href='/y'\">see href=\"/z\"</a> <img src=\"//else/a\">");
        assertThat(base.inside("/codeframes")).isEqualTo("/codeframes");
        assertThat(base.inside("/codeframe")).isEqualTo("/");
    }
}
