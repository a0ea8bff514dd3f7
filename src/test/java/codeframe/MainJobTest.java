package codeframe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Chromium;
import codeframe.testing.DrawnStudy;
import codeframe.testing.Program;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of images to reviewed CLIP labels in a table, as a person does it, with the server killed half-way. */
class MainJobTest {
    private static final Pattern SET_UP = Pattern.compile("(http://\\S+/set-up/\\S+)");

    @TempDir
    private Path folder;

    private Program program;
    private Page page;
    private String project;
    private String run;

    @Test
    void a_researcher_gets_from_a_zip_to_a_table_of_reviewed_labels() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        var study = DrawnStudy.draw(folder);
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            program = Program.start(settings("0"));
            setUp(window);
            importImages(study);
            writeCodebook();
            tryOnFive();
            runThroughAKill();
            assertThat(rightShare(study))
                    .as("share of labels that fit the drawing")
                    .isGreaterThan(0.84);
            sweepTen();
            theTableSaysWhatThePageSays(study);
        } finally {
            program.close();
        }
    }

    private Map<String, String> settings(String port) {
        return Map.of(
                "CODEFRAME_DATA", folder.resolve("data").toString(), "CODEFRAME_WORKERS", "1", "CODEFRAME_PORT", port);
    }

    private void setUp(BrowserContext window) {
        program.address();
        page = window.newPage();
        page.navigate(program.await(SET_UP).group(1));
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("E-mail address").fill("ada@example.org");
        page.getByLabel("Password, at least").fill("a long password");
        click("Make the account");
        page.getByLabel("Name of the study").fill("Drawn campaigns");
        click("Create the project");
        page.waitForURL(Pattern.compile(".*/projects/\\d+"));
        project = page.url();
    }

    private void importImages(DrawnStudy study) {
        page.navigate(project + "/imports/new");
        page.setInputFiles("input[name=files]", new Path[] {study.zip(), study.table()});
        page.locator("form[data-upload] button.primary").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+"));
        assertThat(stat("Accepted")).containsText("62");
        assertThat(stat("Damaged")).containsText("1");
        assertThat(stat("Rejected")).containsText("1");
        assertThat(stat("Rows without file")).containsText("3");
        assertThat(stat("Files without row")).containsText("2");
        var text = page.locator("main").innerText();
        assertThat(text).contains(study.hostile(), study.damaged()).contains(study.rowsTooMany());
        assertThat(text).contains(study.filesTooMany());
    }

    private Locator stat(String label) {
        return page.locator(".stat", new Page.LocatorOptions().setHasText(label))
                .first();
    }

    private void writeCodebook() {
        page.navigate(project + "/codebook");
        click("Write a variable");
        page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)).fill("Image type");
        for (var type : DrawnStudy.Type.values()) {
            page.locator("[data-add-category]").click();
            var category = page.locator("#category-list > li").last();
            category.getByLabel("Label of the category").fill(type.label());
            if (category.locator("details").getAttribute("open") == null) {
                category.locator("summary").click();
            }
            category.getByLabel("Phrases for CLIP").fill(String.join("\n", type.phrases()));
        }
        assertThat(page.locator("#status")).containsText("Saved");
        page.waitForTimeout(1_500);
        page.navigate(project + "/codebook/publish");
        page.getByLabel("Note").fill("Written by hand");
        click("Publish version 1");
        assertThat(page.locator("main")).containsText("1");
    }

    private void tryOnFive() {
        page.navigate(project + "/runs/new");
        click("Try on 5");
        assertThat(page.locator("#tried article")).hasCount(5);
        assertThat(page.locator("#tried")).containsText("Collage");
    }

    /** The server is killed when at least eight images are coded, and goes on where it was. */
    private void runThroughAKill() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the run"))
                .click();
        page.waitForURL(Pattern.compile(".*/runs/\\d+"));
        run = page.url();
        long coded = 0;
        while (coded < 8) {
            page.reload();
            coded = settled();
        }
        assertThat(coded).as("killed before the end").isLessThan(63);
        var port = java.net.URI.create(run).getPort();
        program.kill();
        program = Program.start(settings(Integer.toString(port)));
        program.address();
        page.navigate(run);
        assertThat(page.locator("progress").first()).hasAttribute("value", "63", threeMinutes());
    }

    private static HasAttributeOptions threeMinutes() {
        return new HasAttributeOptions().setTimeout(180_000);
    }

    /** How many images the page says have an outcome. */
    private long settled() {
        return Long.parseLong(page.locator("progress").first().getAttribute("value"));
    }

    private double rightShare(DrawnStudy study) throws IOException {
        var types = codes();
        assertThat(types.keySet()).containsAll(study.truth().keySet());
        long right = study.truth().entrySet().stream()
                .filter(truth -> truth.getValue().label().equals(types.get(truth.getKey())))
                .count();
        return (double) right / study.truth().size();
    }

    /** The label that the exported table gives each path. */
    private Map<String, String> codes() throws IOException {
        var labels = new HashMap<String, String>();
        for (var row : table("long")) {
            var label = row.getField("value");
            labels.put(row.getField("path"), DrawnStudy.Type.ofKey(label).label());
        }
        return labels;
    }

    private List<NamedCsvRecord> table(String form) throws IOException {
        page.navigate(project + "/exports");
        page.locator("#form-" + form).check();
        var download = page.waitForDownload(() -> click("Download the table"));
        var file = folder.resolve(form + ".csv");
        download.saveAs(file);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().collect(Collectors.toList());
        }
    }

    private void sweepTen() {
        page.navigate(run);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Right or wrong?"))
                .click();
        page.getByLabel("Draw").selectOption("random");
        page.getByLabel("Images", new Page.GetByLabelOptions().setExact(true)).fill("10");
        click("Draw and begin");
        page.waitForLoadState();
        for (int judged = 0; judged < 10; judged++) {
            assertThat(page.locator("main")).containsText("Image " + (judged + 1) + " of 10");
            page.keyboard().press(judged == 3 ? "f" : "j");
        }
        assertThat(page.locator("main")).containsText("All judged");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the result"))
                .click();
        assertThat(page.locator("main")).containsText("9 right, 1 wrong, 0 skipped, 0 not judged");
    }

    /** Joined on identity: the path in the table is the path on the image's own page, with the same label. */
    private void theTableSaysWhatThePageSays(DrawnStudy study) throws IOException {
        var labels = codes();
        var wide = table("wide");
        assertThat(wide).as("63 images and 3 rows without one").hasSize(66);
        for (var row : wide) {
            var path = row.getField("path");
            if (row.getField("id").isEmpty()) {
                assertThat(row.getField("no_image_reason")).isNotEmpty();
            } else {
                assertThat(row.getField("image_type"))
                        .isEqualTo(DrawnStudy.Type.ofLabel(labels.get(path)).key());
            }
        }
        for (var row : wide.subList(0, 3)) {
            page.navigate(project + "/images/" + row.getField("id"));
            assertThat(page.locator("main")).containsText(row.getField("path"));
            var type = DrawnStudy.Type.ofKey(row.getField("image_type"));
            assertThat(page.locator("main")).containsText(type.label());
        }
    }

    private void click(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
