package codeframe.coding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.screen.SampledStudy;
import codeframe.db.Database;
import codeframe.testing.Api;
import codeframe.testing.Chromium;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three people, three browsers, one sample, keyboards alone; and the server is killed under one of them. */
class ThreeCodersTest {
    private static final int IMAGES = 12;

    @TempDir
    private Path folder;

    private Program program;
    private String address;
    private String url;
    private String sample;

    @Test
    void what_three_people_typed_is_what_the_table_says_and_the_contested_is_settled_by_keyboard() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        url = TestDb.freshUrl();
        try (var database = Database.open(url, 4);
                var chromium = Chromium.start();
                var cleos = chromium.window();
                var onas = chromium.window();
                var vics = chromium.window()) {
            prepare(database);
            program = start("0");
            address = program.address();
            var cleo = new Typist(1);
            var ona = new Typist(2);
            var vic = new Typist(3);
            ona.sitDown(screen(onas, World.ONA));
            vic.sitDown(screen(vics, World.VIC));
            for (int i = 0; i < 5; i++) {
                ona.codeOne();
                vic.codeOne();
            }
            codeThroughAKill(cleo, cleos);
            finish(ona);
            finish(vic);
            settleByKeyboard(onas.pages().get(0));
            theTableSaysWhatWasTyped(cleo, ona, vic);
        } finally {
            program.close();
        }
    }

    private void prepare(Database database) {
        var jdbi = database.jdbi();
        World.populate(jdbi);
        jdbi.useHandle(handle -> handle.execute("update member set role = 'coder' where user_id = 3"));
        var study = SampledStudy.drawn(jdbi, IMAGES);
        sample = "/projects/1/samples/" + study.sample(World.CLEO, World.ONA, World.VIC);
    }

    private Program start(String port) {
        return Program.start(Map.of(
                "DATABASE_URL",
                url,
                "CODEFRAME_DATA",
                folder.resolve("data").toString(),
                "CODEFRAME_WORKERS",
                "1",
                "CODEFRAME_PORT",
                port));
    }

    private Page screen(BrowserContext window, String email) {
        var page = Chromium.signIn(window, address, email);
        page.navigate(address + sample + "/code");
        return page;
    }

    /** Cleo goes on with what the browser holds, closes the tab with unsent decisions, and comes back. */
    private void codeThroughAKill(Typist cleo, BrowserContext window) {
        var page = screen(window, World.CLEO);
        cleo.sitDown(page);
        for (int i = 0; i < 5; i++) {
            cleo.codeOne();
        }
        assertThat(page.locator("#saved")).hasText("Saved");
        program.kill();
        for (int i = 0; i < 4; i++) {
            cleo.codeOne();
        }
        assertThat(page.locator("#wait")).isVisible();
        assertThat(page.locator("#saved")).containsText("4 kept in this browser");
        page.close();
        program = start(Integer.toString(URI.create(address).getPort()));
        program.address();
        page = window.newPage();
        page.navigate(address + sample + "/code");
        cleo.sitDown(page);
        finish(cleo);
        assertThat(page.locator("#saved")).hasText("Saved");
        assertThat(page.locator("#end")).containsText("You coded 12 images");
    }

    private static void finish(Typist typist) {
        while (!typist.done()) {
            typist.codeOne();
        }
    }

    private void settleByKeyboard(Page page) {
        assertThat(page.locator("#saved")).hasText("Saved");
        page.navigate(address + sample);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close the coding"))
                .first()
                .click();
        page.locator("#confirm [data-go]").click();
        page.waitForLoadState();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Adjudicate"))
                .click();
        page.waitForURL(Pattern.compile(".*/adjudication.*"));
        page.waitForLoadState();
        while (page.locator("form#answers").count() > 0) {
            var before = page.locator("form#answers").getAttribute("action");
            page.keyboard().press("1");
            assertThat(page.locator("input[name=take]").first()).isChecked();
            page.keyboard().press("r");
            page.keyboard().type("seen closely");
            page.keyboard().press("Enter");
            page.waitForFunction(
                    "was => document.querySelector('form#answers')?.getAttribute('action') !== was", before);
            page.waitForLoadState();
        }
        assertThat(page.locator("main")).containsText("Everything is settled");
    }

    private void theTableSaysWhatWasTyped(Typist cleo, Typist ona, Typist vic) {
        var typed = new ArrayList<String>();
        typed.addAll(cleo.codes("Cleo"));
        typed.addAll(ona.codes("Ona"));
        typed.addAll(vic.codes("Vic"));
        var stored = new ArrayList<String>();
        var gold = new TreeMap<String, List<String>>();
        var csv = new Api(address, World.token(World.ONA))
                .get("/api/v1/projects/1/codes.csv")
                .body();
        CsvReader.builder().ofNamedCsvRecord(csv).stream().forEach(row -> {
            var value = row.getField("value").isEmpty() ? row.getField("state") : row.getField("value");
            var unit = row.getField("image") + " " + row.getField("variable");
            if (row.getField("coder_kind").equals("gold")) {
                gold.computeIfAbsent(unit, key -> new ArrayList<>()).add(value);
            } else {
                stored.add(row.getField("coder") + " " + unit + " " + value);
            }
        });
        assertThat(stored).containsExactlyInAnyOrderElementsOf(typed);
        assertThat(gold).as("a gold code for every variable of every image").hasSize(IMAGES * 3);
        var people = List.of("Cleo ", "Ona ", "Vic ");
        gold.forEach((unit, values) -> assertThat(people)
                .as("somebody said of " + unit + " what is gold")
                .anyMatch(name -> values.stream().allMatch(value -> typed.contains(name + unit + " " + value))));
    }
}
