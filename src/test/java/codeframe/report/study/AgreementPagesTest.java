package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.AlphaDifference;
import codeframe.statistics.agreement.Clustered;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.Difference;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.Resampling;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A project in which Ona and Cleo coded the units of Krippendorff (2011), section A, and a run coded them too. */
class AgreementPagesTest {
    private static final String ONA = "0100000010";
    private static final String CLEO = "1110010000";
    private static final String GOLD = "0110000000";
    private static final String RUN = "010-000111";

    private static TestApp app;
    private static Browser vic;
    private static final Map<String, Long> CODERS = new HashMap<>();

    /** Two runs each, of other images than everybody's. */
    private static final List<String> HERE = List.of("0100110010", "0110100010");

    private static final List<String> THERE = List.of("1100101000", "1010111001");

    @BeforeAll
    static void start() {
        app = TestApp.start();
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        CODERS.put("ona", study.person(World.ONA));
        CODERS.put("cleo", study.person(World.CLEO));
        CODERS.put("run", study.run("clip", "CLIP", "demo"));
        CODERS.put(
                "gold",
                app.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "insert into coder (project_id, kind, name) values (1, 'gold', 'Gold') returning id")
                                .mapTo(Long.class)
                                .one()));
        for (int unit = 0; unit < 10; unit++) {
            long image = study.image("unit" + unit + ".jpg");
            code(study, CODERS.get("ona"), image, ONA.charAt(unit));
            code(study, CODERS.get("cleo"), image, CLEO.charAt(unit));
            code(study, CODERS.get("gold"), image, GOLD.charAt(unit));
            code(study, CODERS.get("run"), image, RUN.charAt(unit));
        }
        side(study, "here", HERE);
        side(study, "there", THERE);
        vic = app.browser(World.VIC);
    }

    /** Images of two samples, "here 1" and so on, which two runs coded. */
    private static void side(CodedStudy study, String name, List<String> codes) {
        var coders = codes.stream().map(of -> study.run("clip", name, "demo")).toList();
        CODERS.put(name, coders.get(0));
        CODERS.put(name + " too", coders.get(1));
        for (int unit = 0; unit < codes.get(0).length(); unit++) {
            long image = study.image(name + " " + unit);
            for (int coder = 0; coder < 2; coder++) {
                long coding = study.coding(coders.get(coder), image);
                study.code(coding, "image_type", word(codes.get(coder).charAt(unit)));
            }
        }
    }

    private static String side(String name) {
        return "coders=" + CODERS.get(name) + "," + CODERS.get(name + " too");
    }

    /** Of both sides, of which no image is on the other. */
    private static JsonNode sides(String here, String there, String further) {
        return json("agreement.json?variable=image_type&" + side(here) + "&with_" + side(there) + further)
                .at("/comparison");
    }

    /** "here 0 p,there 0 p": their accounts and posts; every other image has posts of its own. */
    private static void posts(String shared) {
        app.jdbi().useHandle(handle -> {
            handle.execute("update image set post_id = null, account = null");
            handle.execute("delete from post");
            handle.execute("""
                    with shared as (
                        select split_part(one, ' of ', 1) as path, split_part(one, ' of ', 2) as post
                        from unnest(string_to_array(?, ',')) one),
                    named as (
                        select i.id, coalesce(s.post, i.path) as post
                        from image i left join shared s on s.path = i.path where i.path ~ '^(here|there) '),
                    made as (
                        insert into post (project_id, external_id, account)
                        select distinct 1, post, post from named returning id, external_id)
                    update image i set post_id = m.id, account = m.external_id
                    from named n join made m on m.external_id = n.post where n.id = i.id
                    """, shared);
        });
    }

    private static void code(CodedStudy study, long coder, long image, char value) {
        boolean run = coder == CODERS.get("run");
        if (value == '-') {
            study.outcome(coder, image, "refused");
            return;
        }
        if (run) {
            study.outcome(coder, image, "coded");
        }
        long coding = study.coding(coder, image);
        study.code(coding, "image_type", word(value));
        study.code(coding, "objects", "flag");
        if (value == '1') {
            study.code(coding, "objects", "lectern");
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static JsonNode json(String path) {
        return app.api(World.VIC).json("/api/v1/projects/1/" + path);
    }

    @Test
    void people_are_compared_by_default_and_the_value_is_the_published_one() {
        var report = json("agreement.json?variable=image_type");
        assertThat(report.at("/alpha/value").asDouble()).isCloseTo(0.0952380952, within(1e-8));
        assertThat(report.at("/units").asInt()).isEqualTo(10);
        assertThat(report.at("/coders").asInt()).isEqualTo(2);
        assertThat(report.at("/coefficients/cohen_kappa/value").asDouble()).isCloseTo(0.0909090909, within(1e-8));
        assertThat(report.at("/coefficients/brennan_prediger/value").asDouble())
                .as("all three categories of the codebook count")
                .isCloseTo((0.6 - 1.0 / 3) / (1 - 1.0 / 3), within(1e-8));
    }

    @Test
    void several_labels_have_one_alpha_of_sets_and_one_for_each_label() {
        var report = json("agreement.json?variable=objects");
        assertThat(report.at("/alpha/level").asText()).isEqualTo("set (MASI)");
        assertThat(report.at("/coefficients/alpha_jaccard/value").isNumber()).isTrue();
        var multiValued = report.at("/coefficients/mv_alpha/value").asDouble();
        assertThat(multiValued).isBetween(-1.0, 1.0);
        assertThat(app.browser(World.VIC).get("/projects/1/agreement.csv").body())
                .contains("objects,mv_alpha,,10," + multiValued);
        assertThat(app.browser(World.VIC).get("/projects/1/agreement/objects").body())
                .contains("mv-α of sets (Krippendorff and Craggs 2016)");
        assertThat(report.at("/categories/lectern/alpha/value").asDouble()).isCloseTo(0.0952380952, within(1e-8));
        assertThat(report.at("/categories/flag/alpha/undefined").asText()).isEqualTo("only one category was used");
    }

    @Test
    void limits_draw_accounts_whole_when_asked() {
        app.jdbi().useHandle(handle -> handle.execute("update image set account = 'account ' || (id % 4)"));
        var plain = json("agreement.json?variable=image_type");
        var whole = json("agreement.json?variable=image_type&cluster=account");
        assertThat(whole.at("/alpha/value")).isEqualTo(plain.at("/alpha/value"));
        assertThat(whole.at("/alpha/ci")).isNotEqualTo(plain.at("/alpha/ci"));
        assertThat(whole.at("/alpha/method").asText()).isEqualTo("BCa bootstrap over clusters of units");
        assertThat(whole.at("/categories/poster/alpha/method").asText())
                .isEqualTo("jackknife over clusters of units, t");
        assertThat(whole.at("/notes").toString())
                .contains("images of an account together")
                .doesNotContain("too narrow");
        assertThat(plain.at("/notes").toString())
                .contains("10 images of at most 4 accounts are counted: the intervals speak about these images;");
        var vic = app.browser(World.VIC);
        for (var name : List.of("cohen_kappa", "gwet_ac1", "percent_agreement", "fleiss_kappa")) {
            assertThat(whole.at("/coefficients/" + name + "/method").asText())
                    .as(name)
                    .isEqualTo("jackknife over clusters of units, t");
        }
        assertThat(whole.at("/warnings").toString()).contains("hold a category they may be too narrow");
        assertThat(vic.get("/projects/1/agreement?cluster=account").body()).contains("cluster=account");
        assertThat(vic.get("/projects/1/agreement?cluster=town").statusCode()).isEqualTo(422);
        app.jdbi().useHandle(handle -> handle.execute("update image set account = 'one'"));
        var one = json("agreement.json?variable=image_type&cluster=account");
        assertThat(one.at("/alpha/value")).isEqualTo(plain.at("/alpha/value"));
        assertThat(one.at("/alpha/ci").isMissingNode()).isTrue();
        app.jdbi().useHandle(handle -> handle.execute("update image set account = null"));
    }

    /** α of people is .0952 and with the run .1158, by hand; the run has no answer for one of ten images. */
    @Test
    void two_alphas_are_compared_on_the_page_and_in_its_files() {
        var with = "with_coders=" + CODERS.get("ona") + "," + CODERS.get("cleo") + "," + CODERS.get("run");
        var found = json("agreement.json?variable=image_type&" + with).at("/comparison");
        assertThat(found.at("/there/value").asDouble()).isCloseTo(0.1157894737, within(1e-8));
        assertThat(found.at("/difference/value").asDouble()).isCloseTo(-0.0205513784, within(1e-8));
        assertThat(found.at("/difference/method").asText()).isEqualTo("BCa bootstrap over units");
        assertThat(found.at("/p").asDouble()).isBetween(0.3, 1.0);
        assertThat(found.at("/notes").toString())
                .as("what stands in the way of relying on the other side")
                .contains("There: ");
        assertThat(found.at("/units").toString()).isEqualTo("{\"both\":10,\"onlyHere\":0,\"onlyThere\":0}");
        var page = vic.get("/projects/1/agreement/image_type?" + with).body();
        assertThat(page)
                .contains("Two α compared", "0.021 lower here than there", "resampled together (paired)")
                .contains("There: Ona, Cleo, CLIP.", "Stop comparing", "report.csv?coders=");
        assertThat(page.indexOf("Two α compared")).isLessThan(page.indexOf("Krippendorff"));
        assertThat(vic.get("/projects/1/agreement/image_type/report.csv?" + with)
                        .body())
                .contains("image_type,alpha_difference,here less there,10,-0.0205", "alpha_difference_p");
        var same =
                json("agreement.json?variable=image_type&with_coders=" + CODERS.get("ona") + "," + CODERS.get("cleo"));
        assertThat(same.at("/comparison/difference").toString()).isEqualTo("{\"value\":0.0}");
        assertThat(same.at("/comparison/notes/1").asText()).contains("says nothing about others");
        assertThat(json("agreement.json?variable=image_type").has("comparison")).isFalse();
    }

    /** Where no image shares its post, each is a post of its own; otherwise against the difference over posts of both. */
    @Test
    void a_difference_draws_posts_and_accounts_of_both_sides() {
        posts("");
        var apart = sides("here", "there", "&cluster=image");
        for (var cluster : List.of("post", "account")) {
            var alone = sides("here", "there", "&cluster=" + cluster);
            assertThat(alone.at("/difference/ci")).as(cluster).isEqualTo(apart.at("/difference/ci"));
            assertThat(alone.at("/p")).as(cluster).isEqualTo(apart.at("/p"));
        }
        posts("here 0 of p,here 1 of p,here 2 of q,there 0 of q,there 3 of r,there 4 of r,there 5 of r");
        var expected = over("p p q 3 4 5 6 7 8 9 q 11 12 r r r 16 17 18 19");
        for (var cluster : List.of("post", "account")) {
            var found = sides("here", "there", "&cluster=" + cluster);
            assertThat(found.at("/difference/ci/0").asDouble())
                    .isCloseTo(expected.interval().orElseThrow().low(), within(1e-9));
            assertThat(found.at("/difference/ci/1").asDouble())
                    .isCloseTo(expected.interval().orElseThrow().high(), within(1e-9));
            assertThat(found.at("/difference/ci")).isNotEqualTo(apart.at("/difference/ci"));
        }
        posts("");
        app.jdbi().useHandle(handle -> handle.execute("update image set post_id = null, account = null"));
    }

    private static Figure.Estimate over(String clusters) {
        var first = alpha(HERE);
        var second = alpha(THERE);
        var difference = Difference.of(
                first,
                LongStream.range(0, 10).boxed().toList(),
                second,
                LongStream.range(10, 20).boxed().toList());
        var drawn = new Clustered(difference, List.of(clusters.split(" ")));
        return (Figure.Estimate) AlphaDifference.of(
                        Resampling.figure(first, 10_000, 1), Resampling.figure(second, 10_000, 1), drawn, 10_000, 1)
                .figure();
    }

    private static Alpha alpha(List<String> codes) {
        int units = codes.get(0).length();
        var cells = new short[units * 2];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (short) (codes.get(cell % 2).charAt(cell / 2) - '0');
        }
        return Alpha.of(new Codes(units, 2, 2, cells), MeasurementLevel.NOMINAL);
    }

    /** Whichever side is asked, and where posts only repeat when both are taken together. */
    @Test
    void posts_are_drawn_whole_where_they_repeat_on_either_side() {
        for (var shared : List.of("there 0 of p,there 1 of p", "here 0 of p,there 1 of p")) {
            posts(shared);
            for (var here : List.of("here", "there")) {
                var there = here.equals("here") ? "there" : "here";
                var usual = sides(here, there, "");
                assertThat(usual.at("/difference/method").asText()).as(shared).contains("clusters");
                assertThat(usual.at("/difference"))
                        .isEqualTo(sides(here, there, "&cluster=post").at("/difference"));
                assertThat(sides(here, there, "&cluster=image")
                                .at("/difference/method")
                                .asText())
                        .doesNotContain("clusters");
            }
        }
        posts("");
        assertThat(sides("here", "there", "").at("/difference/method").asText()).doesNotContain("clusters");
        app.jdbi().useHandle(handle -> handle.execute("update image set post_id = null, account = null"));
    }

    /** A first coding with suggestions does not count between coders; the second one belongs to its post all the same. */
    @Test
    void second_codings_are_drawn_with_their_post_whatever_the_first_was() {
        posts("here 0 of p,here 1 of p,here 2 of q,here 3 of q,here 4 of r,here 5 of r");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, closed_at)
                overriding system value
                select 201, 1, 'Again', 'pilot', 'simple', min(id), array['image_type'], 10, 10, 1, 1, 2, now()
                from codebook_version;
                create temporary table again as
                    select k.id as coding, k.coder_id, k.image_id, k.codebook_version_id as version, i.path
                    from coding k join image i on i.id = k.image_id where i.path like 'here %';
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select distinct 201, image_id, 1, true, 2 from again;
                insert into sample_coder (sample_id, coder_id) select distinct 201, coder_id from again;
                insert into assignment (sample_id, coder_id, image_id, position, state, done_at)
                    select 201, coder_id, image_id, image_id, 'done', now() from again;
                update coding set sample_id = 201 where id in (select coding from again);
                insert into second_coding (project_id, sample_id, coder_id, image_id, position, state,
                                           codebook_version_id, codes, done_at)
                    select 1, 201, coder_id, image_id, 1, 'done', version,
                           cast(case when path in ('here 0', 'here 2', 'here 3') then '[{"variable": "image_type", "value": "poster", "state": "coded"}]'
                                else '[{"variable": "image_type", "value": "crowd", "state": "coded"}]' end as jsonb), now()
                    from again where path < 'here 6'
                """).execute());
        var first = sampled().at("/within_coders/alpha");
        assertThat(first.at("/ci").isArray()).isTrue();
        app.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update coding set assisted = true where sample_id = 201 and image_id in (select image_id from second_coding)"));
        assertThat(sampled().at("/within_coders/alpha")).isEqualTo(first);
        assertThat(sampled().at("/units").asInt()).isEqualTo(4);
        app.jdbi().useHandle(handle -> handle.createScript("""
                update coding set sample_id = null, assisted = false where sample_id = 201;
                delete from sample where id = 201;
                update image set post_id = null, account = null;
                """).execute());
    }

    private static JsonNode sampled() {
        return json("agreement.json?variable=image_type&sample=201&cluster=post&" + side("here"));
    }

    @Test
    void what_cannot_be_compared_with_is_a_sentence() {
        for (var asked : List.of("with_coders=999", "with_sample=999", "with_sample=x", "with_version=9")) {
            var page = vic.get("/projects/1/agreement/image_type?" + asked);
            assertThat(page.statusCode()).as(asked).isEqualTo(422);
            assertThat(page.body()).as(asked).contains("The report below leaves this out.", "0.095");
            assertThat(app.api(World.VIC)
                            .get("/api/v1/projects/1/agreement.json?variable=image_type&" + asked)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    /** One image a day: R's cor.test of the days and of 1 0 1 0 0 1 0 0 1 0, where they differ; two variables have codes. */
    @Test
    void drift_is_tested_and_p_is_adjusted_for_all_variables_of_the_table() {
        app.jdbi()
                .useHandle(handle -> handle.execute(
                        "update coding set created_at = timestamp '2026-01-01' + image_id * interval '1 day'"));
        var strip = app.api(World.VIC).json("/projects/1/agreement.json");
        for (var key : List.of("image_type", "objects")) {
            assertThat(strip.at("/" + key + "/tests/drift/rho").asDouble())
                    .as(key)
                    .isCloseTo(-0.213200716356, within(1e-9));
            assertThat(strip.at("/" + key + "/tests/drift/p").asDouble())
                    .as(key)
                    .isCloseTo(0.554250472133, within(1e-9));
            assertThat(strip.at("/" + key + "/tests/drift/p_holm").asDouble())
                    .as(key)
                    .isCloseTo(Math.min(1, 2 * 0.554250472133), within(1e-9));
            assertThat(strip.at("/" + key + "/tests/alpha_above_667/p_holm").asDouble())
                    .as(key)
                    .isGreaterThanOrEqualTo(
                            strip.at("/" + key + "/tests/alpha_above_667/p").asDouble());
        }
        assertThat(strip.at("/people/tests").size()).as("nobody coded it").isZero();
        assertThat(json("agreement.json?variable=image_type")
                        .at("/tests/drift/p_holm")
                        .asDouble())
                .as("alone")
                .isCloseTo(0.554250472133, within(1e-9));
        assertThat(vic.get("/projects/1/agreement").body()).contains("Tests of every variable", "Holm's method (1979)");
        assertThat(vic.get("/projects/1/agreement.csv").body()).contains("image_type,drift_p_holm,,10,");
        assertThat(vic.get("/projects/1/agreement/image_type").body())
                .contains("Do coders differ more on images coded later?");
        app.jdbi().useHandle(handle -> handle.execute("update coding set created_at = now()"));
    }

    @Test
    void a_lens_takes_categories_together_and_says_so() {
        var report = json("agreement.json?variable=image_type&collapse=poster,crowd:anything");
        assertThat(report.at("/alpha/undefined").asText()).isEqualTo("only one category was used");
        assertThat(report.at("/notes").toString())
                .contains("Of Image type, Campaign Material, Crowd are taken together as \\\"anything\\\".");
    }

    /** By key, by the label that the page shows, by ticked boxes, and with or without the variable: it is one group. */
    @Test
    void categories_are_named_as_the_page_shows_them_or_ticked() {
        for (var asked : List.of(
                "collapse=poster,crowd:print",
                "collapse=Campaign+Material,crowd:print",
                "collapse=image_type.campaign+material,Crowd:print",
                "group1=image_type.poster&group1=image_type.crowd&name1=print",
                "group2=poster&group2=crowd&name2=print")) {
            var page = vic.get("/projects/1/agreement/image_type?" + asked);
            assertThat(page.statusCode()).as(asked).isEqualTo(200);
            assertThat(page.body())
                    .as(asked)
                    .contains("only one category was used", "Campaign Material, Crowd are taken together as \"print\"");
        }
        assertThat(vic.get("/projects/1/agreement/image_type?group1=image_type.poster&group1=image_type.crowd")
                        .body())
                .contains("Campaign Material or Crowd", "collapse=image_type.poster%2Ccrowd");
        assertThat(vic.get("/projects/1/agreement/image_type?collapse=poster:crowd")
                        .body())
                .as("a group called like a category has that category in it")
                .contains("Campaign Material, Crowd are taken together as \"Crowd\"", "only one category was used");
    }

    /** A group of one variable leaves the others alone, also where their categories are called the same. */
    @Test
    void a_group_is_of_one_variable_and_said_of_no_other() {
        var objects = vic.get("/projects/1/agreement/objects?collapse=image_type.poster,crowd:print");
        assertThat(objects.statusCode()).isEqualTo(200);
        assertThat(objects.body())
                .doesNotContain("taken together as")
                .contains("name=\"collapse\" value=\"image_type.poster,crowd:print\"");
        var strip = vic.get("/projects/1/agreement?collapse=poster,crowd:print");
        assertThat(strip.body()).contains("only one category was used", "Of Image type, Campaign Material, Crowd");
    }

    /** Ground has the categories of image type, and the same codes: a group of image type changes no figure of it. */
    @Test
    void a_group_of_one_variable_changes_no_figure_of_another_whose_categories_are_called_the_same() {
        var plain =
                json("agreement.json?variable=image_type").at("/alpha/value").asDouble();
        long newer = new CodedStudy(app.jdbi()).publish(CodedStudy.CODEBOOK + """
                  - {key: ground, label: Ground, type: single, categories: [{key: poster, label: Poster}, {key: crowd, label: Crowd}]}
                """);
        app.jdbi().useHandle(handle -> handle.execute("""
                insert into code (coding_id, coder_id, image_id, variable, value)
                select coding_id, coder_id, image_id, 'ground', value from code where variable = 'image_type' and state = 'coded'
                """));
        try {
            assertThat(json("agreement.json?variable=ground&collapse=image_type.poster,crowd:anything")
                            .at("/alpha/value")
                            .asDouble())
                    .isEqualTo(plain);
            assertThat(json("agreement.json?variable=ground&collapse=poster,crowd:anything")
                            .at("/alpha/undefined")
                            .asText())
                    .isEqualTo("only one category was used");
        } finally {
            app.jdbi().useHandle(handle -> {
                handle.execute("delete from code where variable = 'ground'");
                handle.execute("delete from codebook_version where id = ?", newer);
            });
        }
    }

    @Test
    void what_is_not_understood_is_told_above_the_report_and_refused_by_the_api() {
        var plain = json("agreement.json?variable=image_type").at("/alpha/value");
        for (var slip : List.of(
                "collapse=flyer,crowd:print|is no category of Image type. Categories are poster (Campaign Material), crowd",
                "collapse=poster|It takes two categories or more",
                "collapse=poster,crowd:a;crowd,studio:b|Crowd is in two groups",
                "group1=image_type.poster|It takes two categories or more",
                "colapse=poster,crowd:print|is not a choice of this report. Its choices are account, cluster, coders, collapse",
                "unsure=maybe|unsure must be missing, category or disagreement",
                "weights=heavy|weights must be linear, quadratic, ordinal or ratio",
                "cluster=town|cluster must be image, post or account",
                "replicates=5|replicates must be a whole number from 100",
                "seed=x|seed must be a whole number",
                "coders=999|There is no coder 999 here",
                "coders=Ona|coders must be the numbers of coders",
                "without=" + CODERS.get("run") + "|is not among the coders here",
                "sample=77|There is no sample 77 here",
                "version=9|The codebook has no version 9. Versions are 1.",
                "account=nobody|No image is of the account",
                "from=yesterday|from must be a day like 2021-04-01",
                "from=2021-05-01&to=2021-04-01|is before the first",
                "unsure=category&unsure=missing|stands twice")) {
            var asked = slip.substring(0, slip.indexOf('|'));
            var sentence = slip.substring(slip.indexOf('|') + 1);
            var page = vic.get("/projects/1/agreement/image_type?" + asked);
            assertThat(page.statusCode()).as(asked).isEqualTo(422);
            assertThat(page.body()).as(asked).contains(sentence, "The report below leaves this out.", "0.095");
            var answer = app.api(World.VIC).get("/api/v1/projects/1/agreement.json?variable=image_type&" + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            boolean declared = !asked.startsWith("group") && !asked.startsWith("colapse");
            assertThat(new Json(answer.body()).tree().get("detail").asText())
                    .contains(declared ? sentence : "There is no parameter");
        }
        assertThat(vic.get("/projects/1/agreement.csv?collapse=flyer,crowd:print")
                        .statusCode())
                .isEqualTo(422);
        var strip = vic.get("/projects/1/agreement?collapse=flyer,crowd:print&unsure=category");
        assertThat(strip.statusCode()).isEqualTo(422);
        assertThat(strip.body())
                .as("what was understood holds")
                .contains("is no category of a variable here. Categories are image_type.poster (Campaign Material)")
                .contains("The report below leaves this out.", "are a category of their own", "0.095");
        assertThat(json("agreement.json?variable=image_type").at("/alpha/value"))
                .isEqualTo(plain);
        assertThat(vic.get("/projects/1/agreement?collapse=poster,flag:x").body())
                .contains("No variable here has all of poster, flag");
        assertThat(app.api(World.VIC)
                        .get("/api/v1/projects/1/agreement.json?variable=nothing")
                        .body())
                .contains("Variables are image_type (Image type), objects (Objects)");
    }

    /** A category that the codebook has no more is still in codes, and can still be named. */
    @Test
    void categories_of_earlier_versions_are_known() {
        var study = new CodedStudy(app.jdbi());
        long newer = study.publish(CodedStudy.CODEBOOK.replace("      - {key: studio, label: TV Studio}\n", ""));
        try {
            assertThat(vic.get("/projects/1/agreement/image_type?collapse=studio,crowd:inside")
                            .body())
                    .contains("Of Image type, TV Studio, Crowd are taken together");
        } finally {
            app.jdbi().useHandle(handle -> handle.execute("delete from codebook_version where id = ?", newer));
        }
    }

    @Test
    void a_run_is_held_against_gold_and_its_refusal_is_missed_not_lost() {
        long run = app.jdbi()
                .withHandle(handle -> handle.createQuery("select run_id from coder where id = :id")
                        .bind("id", CODERS.get("run"))
                        .mapTo(Long.class)
                        .one());
        var report = json("validation.json?variable=image_type&run=" + run);
        assertThat(report.get("n").asInt()).isEqualTo(10);
        assertThat(report.at("/coverage/value").asDouble()).isCloseTo(0.9, within(1e-12));
        assertThat(report.at("/classes/poster/recall/value").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(report.at("/classes/poster/precision/value").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(report.at("/accuracy/value").asDouble()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void several_labels_are_held_against_gold_one_by_one_and_as_sets() {
        var report = json("validation.json?variable=objects&coder=" + CODERS.get("run"));
        assertThat(report.get("n").asInt()).isEqualTo(10);
        assertThat(report.at("/abstained").asInt()).isEqualTo(1);
        assertThat(report.at("/whole_set_right/value").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(report.at("/classes/flag/recall/value").asDouble()).isCloseTo(0.9, within(1e-12));
        assertThat(report.at("/classes/lectern/recall/value").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(report.at("/classes/lectern/precision/value").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(report.at("/humans/each").size()).isEqualTo(2);
        var page = vic.get("/projects/1/validation?variable=objects&coder=" + CODERS.get("run"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("as sets of labels", "Mean Jaccard overlap");
        assertThat(vic.get("/projects/1/compare?variable=objects&coder=" + CODERS.get("run") + "," + CODERS.get("ona"))
                        .body())
                .contains("What changed per class", "Lectern");
    }

    @Test
    void the_pages_show_the_same_figures() {
        var strip = vic.get("/projects/1/agreement");
        assertThat(strip.statusCode()).as(strip.body()).isEqualTo(200);
        assertThat(strip.body()).contains("Image type", "0.095", "agreement.csv", "set (MASI)");
        var variable = vic.get("/projects/1/agreement/image_type");
        assertThat(variable.statusCode()).as(variable.body()).isEqualTo(200);
        assertThat(variable.body()).contains("0.095", "Per category", "What coders give");
        var held = vic.get("/projects/1/validation?variable=image_type&coder=" + CODERS.get("run"));
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        assertThat(held.body())
                .contains(
                        "CLIP against Gold",
                        "1 image without an answer",
                        "/projects/1/validation/images?variable=image_type");
        assertThat(vic.get("/projects/1/agreement.csv").body()).contains("image_type,alpha,,10,0.095238095238095");
    }

    @Test
    void weights_replicates_and_seed_of_the_address_give_what_the_calculator_gives() {
        var asked = "weights=quadratic&replicates=500&seed=7";
        var report = json("agreement.json?variable=image_type&" + asked);
        var categories = new StringBuilder();
        json("codebook.json")
                .at("/variables/0/categories")
                .forEach(category ->
                        categories.append(category.get("key").asText()).append(','));
        var table = new StringBuilder("unit,ona,cleo\n");
        for (int unit = 0; unit < 10; unit++) {
            table.append("%d,%s,%s\n".formatted(unit, word(ONA.charAt(unit)), word(CLEO.charAt(unit))));
        }
        var answer = app.api(World.VIC)
                .post(
                        "/api/v1/agreement?level=nominal&categories=" + categories + "&" + asked,
                        "text/csv",
                        table.toString());
        var calculated = new Json(answer.body()).tree();
        assertThat(report.at("/alpha/ci")).isEqualTo(calculated.at("/alpha/ci"));
        assertThat(report.at("/alpha/seed").asLong()).isEqualTo(7);
        assertThat(report.at("/coefficients/gwet_ac2/value").asDouble()).isPositive();
        assertThat(report.at("/coefficients")).isEqualTo(calculated.at("/coefficients"));
        assertThat(vic.get("/projects/1/agreement?" + asked).body())
                .contains("Gwet's AC2", "have quadratic weights", "value=\"7\"");
        assertThat(vic.get("/projects/1/agreement?weights=heavy").statusCode()).isEqualTo(422);
    }

    private static String word(char value) {
        return value == '1' ? "poster" : "crowd";
    }

    @Test
    void leaving_a_coder_out_is_part_of_the_address_and_moves_every_coefficient() {
        var three = "agreement.json?variable=image_type&coders=" + CODERS.get("ona") + "," + CODERS.get("cleo") + ","
                + CODERS.get("run");
        assertThat(json(three).at("/coders").asInt()).isEqualTo(3);
        var two = json(three + "&without=" + CODERS.get("run"));
        assertThat(two.at("/coders").asInt()).isEqualTo(2);
        assertThat(two.at("/alpha/value").asDouble()).isCloseTo(0.0952380952, within(1e-8));
        assertThat(two.at("/notes").toString()).contains("CLIP is left out.");
        var page = vic.get("/projects/1/agreement/image_type?coders=" + CODERS.get("ona") + "," + CODERS.get("cleo")
                + "," + CODERS.get("run"));
        assertThat(page.body()).contains("Without one coder", "without=" + CODERS.get("run"), "Drift", "first third");
    }

    @Test
    void a_lens_on_an_account_or_a_period_counts_only_its_images() {
        app.jdbi().useHandle(handle -> handle.execute("update image set account = 'ana' where id = 1"));
        var ofAna = json("agreement.json?variable=image_type&account=ana");
        assertThat(ofAna.at("/units").asInt()).isEqualTo(1);
        assertThat(ofAna.at("/notes").toString()).contains("Only images of the account ana count.");
        app.jdbi().useHandle(handle -> handle.execute("update image set account = null"));
        assertThat(json("agreement.json?variable=image_type&from=2031-01-01")
                        .at("/units")
                        .asInt())
                .isZero();
        assertThat(vic.get("/projects/1/agreement?from=yesterday").body())
                .contains("from must be a day like 2021-04-01", "Krippendorff");
    }

    @Test
    void every_pair_category_and_cell_opens_exactly_its_images() {
        var ona = CODERS.get("ona");
        var cleo = CODERS.get("cleo");
        assertThat(thumbs("a=" + ona + "&b=" + cleo)).as("four of ten differ").isEqualTo(4);
        assertThat(thumbs("category=poster")).isEqualTo(5);
        assertThat(thumbs("row=poster&column=crowd")).isEqualTo(4);
        assertThat(thumbs("row=poster&column=poster")).isEqualTo(1);
        assertThat(thumbs("")).isEqualTo(4);
        assertThat(vic.get("/projects/1/agreement/image_type").body()).contains("/images?coders=");
        assertThat(vic.get("/projects/1/agreement/image_type/images?a=" + ona + "&b=999")
                        .statusCode())
                .isEqualTo(404);
    }

    private static int thumbs(String asked) {
        var body = vic.get("/projects/1/agreement/image_type/images?" + asked).body();
        return body.split("class=\"thumb\"", -1).length - 1;
    }

    @Test
    void what_is_not_there_or_cannot_be_meant_is_refused_in_words() {
        assertThat(vic.get("/projects/1/agreement/no_such").statusCode()).isEqualTo(404);
        assertThat(vic.get("/projects/1/agreement?coders=999").statusCode()).isEqualTo(422);
        assertThat(vic.get("/projects/1/agreement/remark").body()).contains("free text");
        assertThat(vic.get("/projects/1/agreement?collapse=poster").statusCode())
                .isEqualTo(422);
        assertThat(app.browser(World.OZ).get("/projects/1/agreement").statusCode())
                .isEqualTo(404);
    }
}
