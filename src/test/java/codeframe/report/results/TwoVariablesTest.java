package codeframe.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.study.ReportedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
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
    }

    @AfterAll
    static void stop() {
        app.close();
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
}
