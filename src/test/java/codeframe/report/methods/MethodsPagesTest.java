package codeframe.report.methods;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Links;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The methods section of the stratified sample with three people, gold and a run. */
class MethodsPagesTest {
    private static TestApp app;
    private static ReportedStudy study;
    private static Browser vic;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        study.person(World.ONA, 10);
        long cleo = study.person(World.CLEO, 7);
        study.run(
                "update coding set note = 'Zwei Fahnen?', flagged = true, seconds = 8 where image_id = 3 and coder_id = "
                        + cleo);
        study.run("insert into gold (coding_id, variable, provenance, sources, reason, error_type)"
                + " select id, 'image_type', 'adjudicated', '[]', 'The rule of the lectern', 'slip' from coding"
                + " where image_id = 3 and coder_id = " + study.gold);
        study.run("update image set posted_at = '2021-09-01Z' where id < 100");
        vic = app.browser(World.VIC);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String get(String path) {
        var answer = vic.get("/projects/1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_section_says_what_reviewers_ask_for_in_the_order_of_a_methods_part() {
        var page = get("methods");
        assertThat(page)
                .contains(
                        "Reliability was assessed on n = 250 randomly drawn images (2.7 % of N = 9,100) independently")
                .contains("coded by 2 coders, on their codes before anything was settled")
                .contains("Krippendorff's α (nominal) = ", "10,000 replicates, seed 1")
                .contains("weighted by inverse inclusion probability", "accuracy 0.90")
                .containsSubsequence(
                        "<h2>Corpus", "<h2>Codebook", "<h2>Sampling", "<h2>Coders", "<h2>Reliability", "<h2>Gold")
                .containsSubsequence("<h2>Gold", "<h2>Machines", "<h2>Validation", "<h2>Corrections", "<h2>Software");
    }

    @Test
    void what_is_missing_stands_in_its_place_as_a_sentence_to_write() {
        assertThat(get("methods")).contains("<mark>Training is not recorded: say in how many rounds and hours");
        assertThat(get("methods.csv"))
                .contains("methods,corpus,size,images,250 images,true,/projects/1/images")
                .contains("methods,corpus,rights,,");
        assertThat(get("methods.json")).contains("\"recorded\":false", "\"data_sha256\":\"");
    }

    @Test
    void every_sentence_that_tells_a_fact_leads_to_a_page_that_is_there() {
        var links = Pattern.compile("<a class=\"told\" href=\"([^\"]*)\"").matcher(get("methods"));
        var seen = new TreeSet<String>();
        while (links.find()) {
            seen.add(links.group(1).replace("&amp;", "&"));
        }
        assertThat(seen).hasSizeGreaterThan(8);
        seen.forEach(link -> assertThat(vic.get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void the_same_is_there_in_german_with_german_numbers() {
        assertThat(get("methods.html?language=de")).as("of the file itself").contains("<html lang=\"de\">");
        assertThat(get("methods?language=de"))
                .contains("lang=\"de\"", "<h2>Stichproben", "Die Reliabilität wurde an n = 250 zufällig gezogenen")
                .contains("(2,7 % von N = 9.100)", "<mark>Die Schulung ist nicht festgehalten");
        var wrong = vic.get("/projects/1/methods?language=fr");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("language must be en or de, not");
    }

    @Test
    void the_appendix_holds_codebook_and_tables() {
        assertThat(get("methods/appendix"))
                .contains("Table A1. ", "Categories and their definitions", "Agreement by category")
                .contains("Gold and what the machine said, in images", "Share of each class in the corpus");
        assertThat(get("methods.md")).contains("| Image type | nominal | 250 images | 2 | 500 |");
    }

    @Test
    void word_files_of_both_parts_are_archives() {
        for (var part : List.of("methods.docx", "methods/appendix.docx")) {
            assertThat(vic.bytes("/projects/1/" + part)).startsWith('P', 'K');
        }
    }

    @Test
    void tables_come_as_latex_with_booktabs() {
        assertThat(get("methods.tex"))
                .contains(
                        "\\toprule",
                        "\\midrule",
                        "\\bottomrule",
                        "$\\alpha$",
                        "Image type & nominal & 250 images & 2 & 500")
                .doesNotContain("α");
    }

    @Test
    void an_owner_records_what_only_people_know_and_chooses_runs_and_the_trail_keeps_it() {
        var ona = app.browser(World.ONA);
        ona.get("/projects/1/methods");
        assertThat(ona.post("/projects/1/methods/facts", "language=de&coders=" + "x".repeat(2001))
                        .statusCode())
                .isEqualTo(422);
        assertThat(ona.post("/projects/1/methods/facts", "language=fr&coders=x").statusCode())
                .isEqualTo(422);
        assertThat(ona.post("/projects/1/methods/runs", "run=987").statusCode()).isEqualTo(422);
        assertThat(get("methods")).contains("<mark>The coders are not described");
        var recorded = ona.post("/projects/1/methods/facts", "language=en&coders=Two+<b>students</b>+%26+{name}");
        assertThat(recorded.statusCode()).isEqualTo(303);
        assertThat(get("methods"))
                .contains("Two &lt;b&gt;students&lt;/b&gt; &amp; {name}.")
                .doesNotContain("The coders are not described");
        assertThat(get("methods?language=de")).contains("Two &lt;b&gt;students&lt;/b&gt; &amp; {name}.");
        study.run(
                "insert into run (id, project_id, kind, name, model, codebook_version_id, variables, seed, state)"
                        + " overriding system value values (987, 1, 'clip', 'Second look', 'demo', 1, '{image_type}', 2, 'failed')");
        study.run("insert into coder (project_id, kind, run_id, name) values (1, 'run', 987, 'Second look')");
        assertThat(get("methods")).doesNotContain("\"Second look\"");
        assertThat(ona.post("/projects/1/methods/runs", "run=987").statusCode()).isEqualTo(303);
        assertThat(get("methods")).contains("\"Second look\" (CLIP").doesNotContain("\"CLIP\" (CLIP");
        assertThat(ona.post("/projects/1/methods/runs", "").statusCode()).isEqualTo(303);
        assertThat(get("methods")).contains("\"CLIP\" (CLIP");
        var trail = app.jdbi()
                .withHandle(handle -> handle.createQuery("select what || detail from event where project_id = 1")
                        .mapTo(String.class)
                        .list());
        assertThat(trail.toString())
                .contains("recorded facts for the methods section", "chose the runs that the methods section tells of");
    }

    @Test
    void the_hash_changes_with_the_codes_and_with_nothing_else() {
        var before = hash();
        assertThat(hash()).isEqualTo(before);
        study.run("update code set value = 'poster' where coder_id = %d and image_id = 250".formatted(study.run));
        assertThat(hash()).isNotEqualTo(before);
    }

    /** Two of them are one post, and two accounts name theirs alike. */
    @Test
    void images_of_one_post_are_drawn_together_as_long_as_nobody_chooses() {
        study.run("""
                insert into post (id, project_id, external_id, account) overriding system value
                select 1000 + n, 1, 'p' || n / 2, 'account ' || n % 2 from generate_series(0, 125) n
                """);
        study.run("update image set post_id = 1000 + id / 2 where project_id = 1");
        var over = "jackknife over 126 posts, t";
        var asked = "?variable=image_type&coder=" + study.run;
        var outcome = "?outcome=image_type:poster&coder=" + study.run;
        try {
            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(api("agreement.json?variable=image_type"))
                        .contains("BCa bootstrap over clusters of units", "they are about new posts like these");
                softly.assertThat(api("agreement.json?variable=image_type&cluster=image"))
                        .contains("BCa bootstrap over units")
                        .doesNotContain("clusters", "new posts");
                softly.assertThat(api("validation.json" + asked)).contains(over, "\"new posts like these\"");
                softly.assertThat(api("validation.json" + asked + "&cluster=image"))
                        .doesNotContain(over);
                softly.assertThat(api("results.json" + asked)).contains(over);
                softly.assertThat(api("results.json" + asked + "&cluster=image"))
                        .doesNotContain(over);
                softly.assertThat(api("regression.json" + outcome))
                        .contains("standard errors with images of a post together");
                softly.assertThat(api("regression.json" + outcome + "&cluster=image"))
                        .contains("standard errors with every image by itself");
                softly.assertThat(get("validation/regression/units.csv" + outcome))
                        .contains(",post-1125,");
                for (var page : List.of("agreement", "validation" + asked, "results" + asked)) {
                    softly.assertThat(get(page)).contains("as usual: new posts like these", "cluster=post");
                }
                softly.assertThat(get("validation/regression" + outcome))
                        .contains("as usual: images of a post together");
                softly.assertThat(get("methods"))
                        .contains("about new posts like these; images of a post were taken together")
                        .contains("Intervals of these figures are about new posts");
                keptResultsStayAsTheyWere(softly, asked);
            });
        } finally {
            study.run("update image set post_id = null where project_id = 1");
            study.run("delete from post where id >= 1000");
        }
        assertThat(api("validation.json" + asked)).doesNotContain("new posts");
    }

    /** The two of the post have no gold: a corrected share is said of them too, and has one interval wherever it stands. */
    @Test
    void posts_are_drawn_whole_where_the_images_of_the_run_repeat_in_validation_as_in_results() {
        study.run("insert into post (id, project_id, external_id) overriding system value values (2000, 1, 'of two')");
        for (var name : List.of("further 1.jpg", "further 2.jpg")) {
            long image = study.study.image(name);
            study.study.outcome(study.run, image, "coded");
            study.study.code(study.study.coding(study.run, image), "image_type", "poster");
        }
        var asked = ".json?variable=image_type&coder=" + study.run;
        var apart = tree("validation" + asked).at("/prevalence/poster/corrected/ci");
        study.run("update image set post_id = 2000 where path like 'further %'");
        var share = tree("results" + asked).at("/all/shares/0");
        assertThat(share.at("/category").asText()).isEqualTo("poster");
        assertThat(share.at("/corrected/ci/1").isNumber()).isTrue();
        assertThat(tree("validation" + asked).at("/prevalence/poster/corrected/ci"))
                .isEqualTo(share.at("/corrected/ci"))
                .isNotEqualTo(apart);
        study.run("delete from image where path like 'further %'");
        study.run("delete from post where id = 2000");
    }

    private static JsonNode tree(String path) {
        return app.api(World.VIC).json("/api/v1/projects/1/" + path);
    }

    /** What was kept before there was a word about clusters had every image by itself. */
    private static void keptResultsStayAsTheyWere(SoftAssertions softly, String asked) {
        var ona = app.browser(World.ONA);
        ona.get("/projects/1/methods");
        for (var address : List.of(asked, asked + "&cluster=post")) {
            softly.assertThat(ona.post("/projects/1/methods/results", "address=" + Links.encode(address))
                            .statusCode())
                    .isEqualTo(303);
        }
        softly.assertThat(get("methods/appendix"))
                .contains(
                        "Shares of Image type, CLIP<",
                        "Shares of Image type, CLIP; intervals about new posts like these");
        ona.post("/projects/1/methods/results/kept", "");
    }

    private static String api(String path) {
        return vic.get("/api/v1/projects/1/" + path).body();
    }

    private static String hash() {
        return get("methods.json").replaceAll("(?s).*\"data_sha256\":\"([0-9a-f]{64})\".*", "$1");
    }

    @Test
    void the_archive_holds_what_another_team_needs() throws IOException {
        var entries = unzipped();
        assertThat(entries)
                .containsKeys(
                        "README.md",
                        "codebook/version-1.yaml",
                        "samples.csv",
                        "sample-images.csv",
                        "codes-long.csv",
                        "codes-wide.csv",
                        "gold.csv",
                        "runs.json",
                        "reports/methods.md",
                        "reports/methods.tex",
                        "reports/methods.html",
                        "reports/methods.csv",
                        "reports/methods-appendix.md",
                        "reports/agreement-image_type.csv",
                        "results/1-image_type-images.csv",
                        "results/1-image_type-shares.csv",
                        "results/1-image_type.R");
        var regression = entries.get("regression/image_type-coder-" + study.run + ".csv");
        assertThat(regression.lines().count()).isEqualTo(251);
        assertThat(regression).contains("image,path,post,account,posted_at,cluster,machine,gold,labelled,pi,stratum");
        assertThat(regression.lines().skip(1).findFirst().orElseThrow())
                .endsWith(",poster,poster,1,0.016666666666666666,poster,1,1");
        assertThat(entries.get("regression/image_type-coder-" + study.run + ".R"))
                .contains("dsl(", "svydesign(");
        assertThat(entries.get("sample-images.csv").lines().count()).isEqualTo(251);
        assertThat(entries.get("codes-long.csv")).contains(",8.0,true,Zwei Fahnen?,,,", "The rule of the lectern,slip");
        assertThat(entries.get("codes-wide.csv")).contains(",8.0,true,Zwei Fahnen?,", "The rule of the lectern,slip");
        assertThat(entries.get("gold.csv")).contains("adjudicated,The rule of the lectern,slip,20");
        assertThat(entries.get("README.md").replaceAll("\\s+", " ")).contains("Columns: image, path, post, ");
        assertThat(app.browser(World.CLEO).get("/projects/1/replication.zip").statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> unzipped() throws IOException {
        var bytes = vic.bytes("/projects/1/replication.zip");
        Map<String, String> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
