package codeframe.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Links;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table of two variables, by one coder or two; cells open their images, and what nothing corrects is said. */
class TwoVariablesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static long ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        ona = study.person(World.ONA, 10);
        for (int i = 0; i < 30; i++) {
            long image = study.study.image("beyond" + i + ".jpg");
            study.study.outcome(study.run, image, "coded");
            study.study.code(study.study.coding(study.run, image), "image_type", i % 3 == 0 ? "poster" : "crowd");
        }
        study.run("""
                insert into code (coding_id, coder_id, image_id, variable, value)
                select k.id, k.coder_id, k.image_id, 'indoors',
                       case when c.value = 'studio' or substring(i.path from '[0-9]+')::int %% m.every = 0 then 'yes' else 'no' end
                from coding k
                join code c on c.coding_id = k.id and c.variable = 'image_type'
                join image i on i.id = k.image_id
                join (values (%d, 3), (%d, 4)) as m (coder, every) on m.coder = k.coder_id
                where k.coder_id <> %d or substring(i.path from '[0-9]+')::int < 240
                """.formatted(study.gold, study.run, study.gold));
        study.run("""
                update image set account = 'account ' || id % 7,
                    posted_at = timestamptz '2021-01-04 12:00Z' + (id % 4) * interval '7 days'
                """);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** One image that the run gave what no image with gold got, and one that it did not answer. */
    @Test
    void a_stray_class_widens_limits_and_refuses_nothing() {
        var before = json(study.run, "").at("/all/shares/0/corrected");
        long stray = study.study.image("stray.jpg");
        study.study.outcome(study.run, stray, "coded");
        study.study.code(study.study.coding(study.run, stray), "image_type", "sculpture");
        var after = json(study.run, "");
        var share = after.at("/all/shares/0/corrected");
        double u = 1 / 281.0;
        app.jdbi().useHandle(handle -> handle.execute("delete from image where id = ?", stray));
        assertThat(share.at("/value").asDouble()).isCloseTo(before.at("/value").asDouble(), within(1e-12));
        assertThat(share.at("/ci/0").asDouble())
                .isCloseTo((1 - u) * before.at("/ci/0").asDouble(), within(2e-3));
        assertThat(share.at("/ci/1").asDouble())
                .isCloseTo((1 - u) * before.at("/ci/1").asDouble() + u, within(2e-3));
        assertThat(share.at("/method").asText()).contains("widened for 0.4 % of the units");
        assertThat(after.at("/notes").toString()).contains("1 unit got what no unit with gold got (\\\"sculpture\\\")");
    }

    @Test
    void intervals_may_speak_about_new_accounts() {
        var images = json(study.run, "");
        var accounts = json(study.run, "&cluster=account");
        assertThat(images.at("/notes").toString())
                .contains("The images are of 7 accounts: the intervals speak about these")
                .doesNotContain("occurs in only");
        assertThat(accounts.at("/notes").toString())
                .contains(
                        "The intervals speak about new accounts like these",
                        "occurs in only 7 accounts. Limits are drawn");
        for (var figure : List.of("coded", "corrected")) {
            var wide = accounts.at("/all/shares/0/" + figure);
            var narrow = images.at("/all/shares/0/" + figure);
            assertThat(wide.at("/value").asDouble())
                    .isCloseTo(narrow.at("/value").asDouble(), within(1e-12));
            assertThat(wide.at("/method").asText()).isEqualTo("jackknife over 7 accounts, t");
            assertThat(wide.at("/ci/1").asDouble() - wide.at("/ci/0").asDouble())
                    .as("never narrower")
                    .isGreaterThanOrEqualTo(
                            narrow.at("/ci/1").asDouble() - narrow.at("/ci/0").asDouble());
        }
        assertThat(accounts.at("/association/f").isNumber())
                .as("accounts are drawn whole")
                .isTrue();
        assertThat(app.browser(World.VIC)
                        .get("/projects/1/results" + asked(study.run, "&cluster=account"))
                        .body())
                .contains("Intervals speak about", ">new accounts like these</option>");
    }

    @Test
    void shares_and_their_images_are_of_one_moment() {
        var rows = new ResultsRows(app.jdbi());
        var moments = rows.snapshot(() -> {
            long before = counted("select count(*) from event");
            CompletableFuture.runAsync(() -> study.run("insert into event (project_id, what) values (1, 'meanwhile')"))
                    .join();
            return List.of(before, counted("select count(*) from event"));
        });
        assertThat(moments.get(1)).isEqualTo(moments.get(0));
        assertThat(counted("select count(*) from event")).isEqualTo(moments.get(0) + 1);
    }

    @Test
    void results_stand_in_the_appendix_and_r_prints_them_once_more() throws Exception {
        var ona = app.browser(World.ONA);
        var weeks = "/api/v1/projects/1/results.json?variable=image_type&by=week&coder=" + study.run;
        var other = app.api(World.VIC)
                .json(weeks)
                .at("/comparisons/differences/0/group")
                .asText();
        for (var further : List.of(
                asked(study.run, ""),
                asked(study.gold, ""),
                asked(study.run, "&cluster=account"),
                "?variable=image_type&coder=" + study.run + "&by=week&against=" + other)) {
            assertThat(ona.post("/projects/1/methods/results", "address=" + Links.encode(further))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(app.browser(World.VIC).get("/projects/1/methods/appendix").body())
                .contains(
                        "Shares of Image type, Gold, by Indoors",
                        json(study.gold, "").at("/association/sentence").asText());
        assertThat(ona.get("/projects/1/methods").body())
                .contains("Results in the appendix", "Image type, CLIP, by week");
        var folder = Files.createTempDirectory("results");
        unzip(ona.bytes("/projects/1/replication.zip"), folder);
        assertThat(folder.resolve("1-image_type.R")).content().contains("library(survey)");
        if (survey()) {
            repeated(folder, "2-image_type", json(study.gold, ""));
            repeated(folder, "4-image_type", app.api(World.VIC).json(weeks + "&against=" + other));
        }
        assertThat(ona.post("/projects/1/methods/results/kept", "").statusCode())
                .isEqualTo(303);
        assertThat(app.browser(World.VIC).get("/projects/1/methods/appendix").body())
                .doesNotContain("Shares of Image type");
        assertThat(ona.post("/projects/1/methods/results", "address=%3Fvariable%3Dnone")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String asked(long coder, String further) {
        return "?variable=image_type&coder=" + coder + "&by=variable:indoors" + further;
    }

    private static JsonNode json(long coder, String further) {
        return app.api(World.VIC).json("/api/v1/projects/1/results.json" + asked(coder, further));
    }

    private static long counted(String sql) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static final String TOGETHER = """
            select count(*) from code a join code b on b.image_id = a.image_id
            where a.variable = 'image_type' and a.value = 'poster' and a.coder_id = %d
              and b.variable = 'indoors' and b.value = 'yes' and b.coder_id = %d
            """;

    @Test
    void a_run_s_two_variables_are_counted_and_what_is_not_corrected_is_said() {
        var found = json(study.run, "");
        var table = found.at("/association");
        assertThat(found.at("/by").asText()).isEqualTo("variable:indoors");
        assertThat(found.at("/by_coder").asLong()).isEqualTo(study.run);
        assertThat(found.at("/groups").findValuesAsText("group")).containsExactly("yes", "no");
        assertThat(table.at("/residuals/0/group").asText())
                .as("as the codebook has them")
                .isEqualTo("yes");
        assertThat(table.at("/residuals/0/n").asLong()).isEqualTo(counted(TOGETHER.formatted(study.run, study.run)));
        assertThat(table.at("/chi_squared").isNumber())
                .as("nothing is weighted")
                .isTrue();
        assertThat(table.at("/warnings").toString())
                .contains("errors of CLIP about Image type and of CLIP about Indoors");
        assertThat(found.at("/notes").toString())
                .contains("grouped as CLIP coded Indoors, and nothing corrects that", "those of Image type alone");
    }

    /** R 4.2, survey 4.1.1: svychisq(~indoors + image_type, svydesign(ids = ~1, strata = ~stratum, fpc = ~size)). */
    @Test
    void gold_s_two_variables_are_weighted_as_they_were_drawn() {
        var found = json(study.gold, "");
        var table = found.at("/association");
        assertThat(table.at("/n").asLong()).isEqualTo(240);
        assertThat(table.at("/f").asDouble()).isCloseTo(4.242175579522181, within(1e-9));
        assertThat(table.at("/df").asDouble()).isCloseTo(1.98675337816007, within(1e-9));
        assertThat(table.at("/df_error").asDouble()).isCloseTo(470.86055062394, within(1e-6));
        assertThat(table.at("/p").asDouble()).isCloseTo(0.0151251970006844, within(1e-9));
        assertThat(table.at("/warnings").toString()).doesNotContain("errors of");
        assertThat(found.at("/notes").toString())
                .contains("both are gold", "10 images are in no group: the Indoors is not known");
    }

    @Test
    void another_coder_may_tell_the_images_apart() {
        var byGold = json(study.run, "&by_coder=" + study.gold);
        assertThat(byGold.at("/association/residuals/0/n").asLong())
                .isEqualTo(counted(TOGETHER.formatted(study.run, study.gold)));
        assertThat(byGold.at("/association/f").isNumber())
                .as("the sample's design counts")
                .isTrue();
        assertThat(byGold.at("/groups/0/shares/0/corrected/undefined").asText()).contains("choose gold as the coder");
        assertThat(byGold.at("/association/warnings").toString()).contains("CLIP about Image type are in the table");
        var person = json(ona, "&by_coder=" + study.run);
        assertThat(person.at("/association/residuals/0/n").asLong())
                .isEqualTo(counted(TOGETHER.formatted(ona, study.run)));
        assertThat(person.at("/association/chi_squared").isNumber()).isTrue();
    }

    @Test
    void the_page_leads_from_every_cell_to_its_images_and_files_have_its_figures() {
        var vic = app.browser(World.VIC);
        var page = vic.get("/projects/1/results" + asked(study.run, "&by_coder=" + study.gold))
                .body();
        var found = json(study.run, "&by_coder=" + study.gold);
        assertThat(page)
                .contains(
                        "Do Image type and Indoors go together?",
                        found.at("/association/sentence").asText())
                .contains(
                        "Image type, CLIP, by Indoors as Gold coded it",
                        ">by Indoors</option>",
                        "Groups of a variable coded by",
                        ">by Image type, of another coder</option>")
                .doesNotContain(">by Objects</option>");
        var cell = Pattern.compile("href=\"([^\"]*results/images[^\"]*group=yes&amp;category=poster)\">(\\d+)</a><br>")
                .matcher(page);
        assertThat(cell.find()).isTrue();
        assertThat(cell.group(2))
                .isEqualTo(found.at("/association/residuals/0/n").asText());
        var images = vic.get(cell.group(1).replace("&amp;", "&")).body();
        assertThat(images).contains(cell.group(2) + " images.", "Campaign Material", "Indoors Yes");
        assertThat(images.split("class=\"thumb\"", -1)).hasSize(Integer.parseInt(cell.group(2)) + 1);
        assertThat(vic.get("/projects/1/results/comparisons.csv" + asked(study.run, "&by_coder=" + study.gold))
                        .body())
                .contains(
                        "image_type,images,yes | poster,",
                        found.at("/association/cramers_v/value").asText(),
                        "Nothing is corrected here");
        assertThat(vic.get("/projects/1/results.html" + asked(study.run, "")).body())
                .contains("Do Image type and Indoors go together?", "Nothing is corrected here")
                .doesNotContain("results/images");
        assertThat(vic.get("/projects/1/results.csv" + asked(study.run, "")).body())
                .contains("image_type,CLIP,yes,poster,");
    }

    @Test
    void what_cannot_be_grouped_by_is_told() {
        var api = app.api(World.VIC);
        for (var slip : List.of(
                "variable:objects|names no variable with one category an image. These are variable:image_type, variable:indoors",
                "variable:image_type|Image type goes together with itself",
                "variable:indoors&by_coder=999|There is no coder 999")) {
            var answer = api.get("/api/v1/projects/1/results.json?variable=image_type&coder=" + study.run + "&by="
                    + slip.substring(0, slip.indexOf('|')));
            assertThat(answer.statusCode()).as(slip).isEqualTo(422);
            assertThat(answer.body()).contains(slip.substring(slip.indexOf('|') + 1));
        }
        assertThat(json(study.run, "&by_coder=" + ona).at("/groups"))
                .as("Ona coded no Indoors")
                .isEmpty();
        assertThat(api.json("/api/v1/projects/1/results.json?variable=image_type&coder=" + study.run
                                + "&by=variable:image_type&by_coder=" + ona)
                        .at("/groups"))
                .as("one variable by two coders")
                .hasSize(3);
    }

    /** A run's code on an image that people still code is in no report, though the image has gold for another variable. */
    @Test
    void gold_of_one_variable_opens_no_codes_of_another() {
        var before = json(study.run, "&by_coder=" + study.gold);
        var ofRun = json(study.run, "");
        study.run("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                overriding system value
                select 901, 1, 'Still coded', 'dev', 'simple', max(id), '{}', 9, 9, 1, 0, 1 from codebook_version
                """);
        study.run("""
                insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                select 901, image_id, '', 1, false, 1 from sample_image
                where sample_id <> 901 order by image_id limit 9
                """);
        var byGold = json(study.run, "&by_coder=" + study.gold);
        assertThat(byGold.at("/association/n").asLong())
                .isEqualTo(before.at("/association/n").asLong() - 9);
        var grouped = json(study.run, "");
        assertThat(grouped.at("/all/images")).isEqualTo(ofRun.at("/all/images"));
        assertThat(grouped.at("/association/n").asLong())
                .as("the run's Indoors of these images has no gold")
                .isEqualTo(ofRun.at("/association/n").asLong() - 9);
        study.run("delete from sample where id = 901");
    }

    @Test
    void groups_of_one_account_each_are_not_tested_for_new_accounts() {
        var found = app.api(World.VIC)
                .json("/api/v1/projects/1/results.json?variable=image_type&by=account&cluster=account&coder="
                        + study.run);
        assertThat(found.at("/association").toString())
                .contains("Nothing is tested: ", "of one account or post alone")
                .doesNotContain("\"f\"");
    }

    @Test
    void gold_of_two_samples_is_not_brought_together() {
        long further = study.study.image("further.jpg");
        long sample = 902;
        study.study.code(study.study.coding(study.gold, further, sample), "indoors", "yes");
        study.run("update sample set closed_at = now(), purpose = 'dev' where id = " + sample);
        var found = json(study.gold, "&sample=all");
        app.jdbi().useHandle(handle -> {
            handle.execute("delete from image where id = ?", further);
            handle.execute("delete from sample where id = ?", sample);
        });
        var sentence = "the gold of Image type and the gold that groups the images are not of one sample";
        assertThat(found.at("/association").toString())
                .contains("Nothing is tested: " + sentence)
                .doesNotContain("\"f\"", "chi_squared");
        assertThat(found.at("/groups/0/shares/0/corrected/undefined").asText()).contains(sentence);
        assertThat(found.at("/all/shares/0/corrected/value").isNumber()).isTrue();
    }

    @Test
    void kept_results_that_are_gone_are_named_in_the_appendix_and_the_archive() throws Exception {
        study.run("""
                insert into reported_results (project_id, address, chosen_by)
                select 1, '?variable=vanished&coder=1', id from app_user limit 1
                """);
        var vic = app.browser(World.VIC);
        assertThat(vic.get("/projects/1/methods/appendix").body())
                .contains("Results that could not be computed", "?variable=vanished&amp;coder=1");
        var archive = app.browser(World.ONA).bytes("/projects/1/replication.zip");
        study.run("delete from reported_results");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).as("no proposal takes the place").doesNotContain("results/");
                if (entry.getName().equals("README.md")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("not in here: results?variable=vanished&coder=1 could not be computed. ");
                }
            }
        }
    }

    private static void unzip(byte[] archive, Path folder) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("results/")) {
                    Files.write(folder.resolve(entry.getName().substring("results/".length())), zip.readAllBytes());
                }
            }
        }
    }

    private static boolean survey() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "quit(status = !requireNamespace('survey', quietly = TRUE))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noR) {
            return false;
        }
    }

    /** What R prints, number by number, in the tables that it names. */
    private static void repeated(Path folder, String name, JsonNode page) throws IOException, InterruptedException {
        var output = folder.resolve(name + ".txt").toFile();
        var errors = folder.resolve(name + ".err").toFile();
        var r = new ProcessBuilder("Rscript", name + ".R")
                .directory(folder.toFile())
                .redirectOutput(output)
                .redirectError(errors)
                .start();
        assertThat(r.waitFor()).as(() -> read(errors.toPath())).isZero();
        var printed = read(output.toPath());
        int compared = 0;
        for (var line : table(printed, "Shares")) {
            var group = line.get(0).isEmpty() ? page.at("/all") : group(page.at("/groups"), line.get(0));
            for (var share : group.at("/shares")) {
                if (share.at("/category").asText().equals(line.get(1))) {
                    same(line.get(3), share.at("/n"));
                    same(line.get(4), share.at("/coded/value"));
                    same(line.get(7), share.at("/corrected/value"));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(3 * (1 + page.at("/groups").size()));
        var table = page.at("/association");
        var association = table(printed, "Association").get(0);
        same(association.get(1), table.has("f") ? table.at("/f") : table.at("/chi_squared"));
        same(association.get(2), table.at("/df"));
        same(association.get(3), table.at("/p"));
        same(association.get(4), table.at("/cramers_v/value"));
        close(association.get(5), table.at("/cramers_v/ci/0"));
        close(association.get(6), table.at("/cramers_v/ci/1"));
        compared = 0;
        for (var line : table(printed, "Adjusted residuals")) {
            for (var cell : table.at("/residuals")) {
                if (cell.at("/group").asText().equals(line.get(0))
                        && cell.at("/category").asText().equals(line.get(1))) {
                    same(line.get(2), cell.at("/residual"));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(table.at("/residuals").size()).isPositive();
        compared = 0;
        for (var line : table(printed, "Differences")) {
            for (var apart : page.at("/comparisons/differences")) {
                if (apart.at("/group").asText().equals(line.get(0))
                        && apart.at("/category").asText().equals(line.get(1))) {
                    same(line.get(2), apart.at("/difference/value"));
                    same(line.get(3), apart.at("/difference/ci/0"));
                    same(line.get(5), apart.at("/p"));
                    same(line.get(6), apart.at("/p_holm"));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(page.at("/comparisons/differences").size());
        var trends = page.at("/comparisons/trends");
        for (int k = 0; k < trends.size(); k++) {
            var line = table(printed, "Trends").get(k);
            same(line.get(1), trends.at("/" + k + "/slope/value"));
            same(line.get(3), trends.at("/" + k + "/p"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode group(JsonNode groups, String name) {
        for (var group : groups) {
            if (group.at("/group").asText().equals(name)) {
                return group;
            }
        }
        throw new AssertionError("R has a group that the page has not: " + name);
    }

    private static List<List<String>> table(String printed, String title) {
        return printed.lines()
                .dropWhile(line -> !line.equals(title))
                .skip(2)
                .takeWhile(line -> !line.isBlank())
                .map(line -> List.of(line.replace("\"", "").split(",", -1)))
                .toList();
    }

    /** Both search for the limits. */
    private static void close(String printed, JsonNode shown) {
        assertThat(Double.parseDouble(printed)).isCloseTo(shown.asDouble(), within(1e-6));
    }

    private static void same(String printed, JsonNode shown) {
        if (printed.equals("NA")) {
            assertThat(shown.isNumber()).isFalse();
        } else {
            assertThat(Double.parseDouble(printed)).isCloseTo(shown.asDouble(), within(1e-8));
        }
    }
}
