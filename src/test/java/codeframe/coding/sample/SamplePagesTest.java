package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplePagesTest {
    private static final String FORM =
            "name=Pilot&purpose=pilot&design=simple&by=account&of=&floor=5&size=40&seed=9&people=1&people=2"
                    + "&variables=type&codersEach=2&overlap=30&goldRule=unanimous&agreement=90&f1=80&prevalence=10&images=";
    private static final String SAMPLES = "/projects/1/samples";

    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        CorpusStudy.furnish(app.jdbi(), 200);
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_sample_is_drawn_and_shown_with_its_design() {
        assertThat(ona.get(SAMPLES + "/new").body()).contains("Precision", "Cleo", "version 1");
        assertThat(ona.post(SAMPLES, FORM).statusCode()).isEqualTo(303);
        var page = ona.get(SAMPLES + "/1").body();
        assertThat(page).contains("40 of 200", "0.2000", "30 % by 2 coders, the rest by one", "0 of 52", ">Type</dd>");
        assertThat(ona.get(SAMPLES).body()).contains("being coded", "href=\"/projects/1/samples/1/code\"");
        assertThat(ona.get("/projects/1/history").body()).contains("drew the sample");
    }

    @Test
    void before_it_is_drawn_the_page_says_what_it_is_worth_and_how_long_it_takes() {
        ona.get(SAMPLES + "/new");
        var page = ona.post(SAMPLES + "/preview", FORM).body();
        // n = 12 of N = 200, P = .9: 1.96 √(.09·188/(199·11)) = .172; 52 decisions at 2.15 s
        assertThat(page).contains("± 17.2 points at 90 % agreement, from 12 images", "52 decisions, about 1 min");
        assertThat(ona.get(SAMPLES).body()).contains("No sample yet");
    }

    @Test
    void a_share_or_a_number_of_each_coders_images_can_come_again() {
        ona.get(SAMPLES + "/new");
        refused("overlap=30", "overlap=30&again=101&againOf=percent&againDays=14", "from 1 to 100");
        refused("overlap=30", "overlap=30&again=x&againOf=images&againDays=14", "number of images that come again is");
        refused("overlap=30", "overlap=30&again=5&againOf=images&againDays=", "days until an image comes again is");
        refused("overlap=30", "overlap=30&again=5&againOf=all&againDays=1", "Choose whether a share or a number");
        ona.post(
                SAMPLES,
                FORM.replace("&people=1", "").replace("codersEach=2&overlap=30", "codersEach=1&overlap=0")
                        + "&again=12.5&againOf=percent&againDays=0");
        assertThat(ona.get(SAMPLES + "/1").body())
                .contains("12.5 % of each coder", "any time after the first coding", "Second codings", "At work on");
        var api = app.api(World.ONA);
        var drawn = api.post("/api/v1/projects/1/samples", "application/json", """
                {"name": "Again", "purpose": "dev", "size": 10, "variables": ["type"], "people": ["%s"],
                 "again": {"number": 3, "afterDays": 30}}""".formatted(World.CLEO));
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        assertThat(api.get("/api/v1/projects/1/samples/2").body()).contains("\"number\":3", "\"afterDays\":30");
        assertThat(ona.get(SAMPLES + "/2").body()).contains("3 images of each coder, 30 days after");
    }

    @Test
    void who_codes_is_shown_no_count_while_images_come_again() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM + "&again=12.5&againOf=percent&againDays=0");
        assertThat(ona.get(SAMPLES + "/1").body())
                .contains("12.5 % of each coder", "Counts are not shown to coders of this sample")
                .doesNotContain("Second codings", "At work on");
    }

    @Test
    void mistakes_are_told_in_sentences_and_nothing_is_drawn() {
        ona.get(SAMPLES + "/new");
        refused("size=40", "size=201", "The size is a whole number from 1 to 200.");
        refused("size=40", "size=0", "The size is a whole number from 1 to 200.");
        refused("size=40", "size=many", "The size is a whole number");
        refused("overlap=30", "overlap=130", "The overlap is given in per cent, from 0 to 100.");
        refused("&people=1&people=2", "", "Choose at least one person to code.");
        refused("people=2", "people=3", "Only owners and coders of this project can code");
        refused("codersEach=2", "codersEach=3", "from 1 to 2");
        refused("variables=type", "variables=typo", "The codebook has no variable \"typo\".");
        refused("name=Pilot", "name=", "Give the sample a name");
        refused("seed=9", "seed=nine", "The seed is a whole number");
        refused("purpose=pilot", "purpose=fun", "Choose what the sample is for.");
        refused("design=simple", "design=magic", "Choose how the images are drawn.");
        refused("design=simple", "design=stratified&floor=0", "The least of each stratum");
        refused("floor=5", "floor=30&design=stratified", "of 3 strata are 80 altogether, more than the size of 40.");
        assertThat(ona.post(SAMPLES, FORM.replace("size=40", "size=201") + "&design=stratified")
                        .body())
                .as("a size that is none is held against no floor")
                .doesNotContain("altogether");
        refused("images=", "images=account%3Dnobody", "There is no image to draw from.");
    }

    private void refused(String part, String instead, String sentence) {
        // What comes first of a field counts, so a design put behind another one is put before it.
        var form = instead.contains("design=stratified") ? "design=stratified&" + FORM : FORM;
        HttpResponse<String> answer = ona.post(SAMPLES, form.replace(part, instead));
        assertThat(answer.statusCode()).as(instead).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(ona.get(SAMPLES).body()).contains("No sample yet");
        ona.get(SAMPLES + "/new");
    }

    @Test
    void without_a_published_codebook_the_page_says_what_comes_first() {
        app.jdbi()
                .useHandle(handle -> handle.execute("update codebook_version set number = null, published_at = null"));
        assertThat(ona.get(SAMPLES + "/new").body()).contains("First a codebook");
        assertThat(ona.post(SAMPLES, FORM).statusCode()).isEqualTo(422);
    }

    @Test
    void a_hostile_name_is_only_a_name() {
        ona.get(SAMPLES + "/new");
        ona.post(
                SAMPLES, FORM.replace("name=Pilot", "name=" + Browser.encode("<script>alert(1)</script>' or 1=1; --")));
        assertThat(ona.get(SAMPLES + "/1").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script>alert");
    }

    @Test
    void a_sample_is_drawn_from_what_the_gallery_shows() {
        assertThat(ona.get("/projects/1/images?account=ben").body())
                .contains("href=\"/projects/1/samples/new?account=ben\"");
        assertThat(ona.get(SAMPLES + "/new?account=ben").body()).contains("account ben", "of 60.");
        ona.post(SAMPLES, FORM + "account%3Dben");
        assertThat(ona.get(SAMPLES + "/1").body()).contains("40 of 60");
        assertThat(ona.get("/projects/1/images?sample=1").body()).contains("40 images with this filter");
    }

    /** Of 200 images the pilot has 40; their posts have more. */
    @Test
    void what_coders_know_from_an_earlier_sample_is_left_out_of_a_test_and_drawn_or_not_for_other_purposes() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM);
        long known = known();
        assertThat(known).isGreaterThan(40).isLessThan(160);
        var test = FORM.replace("purpose=pilot", "purpose=test");
        var left = known + " images are left out because an earlier sample has shown them or their posts to its coders";
        var taken = known + " images are drawn from although an earlier sample has shown them or their posts";
        assertThat(preview(test)).contains(left, "of " + (200 - known)).doesNotContain("drawn from although");
        assertThat(preview(test + "&shown=drawn_too")).contains(taken, "tests it too kindly");
        assertThat(preview(FORM)).contains(taken, "what coders remember makes them agree more");
        assertThat(preview(FORM + "&shown=left_out")).contains(left);
        assertThat(preview(test.replace("size=40", "size=200")))
                .contains("The size, as " + known + " images that coders know already are left out, is a whole number");
        assertThat(preview(test + "&shown=perhaps"))
                .contains("Choose what becomes of images that coders know already.");
        ona.post(SAMPLES, test);
        assertThat(count("select count(*) from sample_image a join sample_image b using (image_id)"
                        + " where a.sample_id = 1 and b.sample_id = 2"))
                .isZero();
        assertThat(ona.get(SAMPLES + "/2").body()).contains(left, "40 of " + (200 - known));
        ona.post(SAMPLES, FORM.replace("size=40", "size=200"));
        assertThat(preview(test))
                .contains("There is no image to draw from that coders of an earlier sample were not shown.");
    }

    private String preview(String form) {
        return ona.post(SAMPLES + "/preview", form).body();
    }

    /** Images that are in a sample or whose post is. */
    private long known() {
        return count("""
                select count(*) from image i
                where exists (select from sample_image s join image o on o.id = s.image_id
                              where o.id = i.id or o.post_id = i.post_id)
                """);
    }

    private long count(String sql) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void a_hand_picked_sample_takes_all_and_says_that_it_enters_no_estimate() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM.replace("design=simple", "design=handpicked") + "account%3Dada");
        assertThat(ona.get(SAMPLES + "/1").body()).contains("20 of 20", "never enter an estimate");
    }

    @Test
    void coders_join_and_leave_until_they_have_coded() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM.replace("&people=2", "").replace("codersEach=2", "codersEach=1"));
        assertThat(ona.post(SAMPLES + "/1/coders", "person=2").statusCode()).isEqualTo(303);
        assertThat(ona.get(SAMPLES + "/1").body()).contains("Cleo", "coders/2/remove");
        assertThat(ona.post(SAMPLES + "/1/coders", "person=3").statusCode()).isEqualTo(422);
        assertThat(ona.post(SAMPLES + "/1/coders/2/remove", "").statusCode()).isEqualTo(303);
        assertThat(ona.post(SAMPLES + "/1/coders/1/remove", "").statusCode()).isEqualTo(409);
        assertThat(ona.post(SAMPLES + "/1/coders/77/remove", "").statusCode()).isEqualTo(409);
    }

    @Test
    void a_test_is_opened_once_and_the_history_says_what_was_tested() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM.replace("purpose=pilot", "purpose=test"));
        assertThat(ona.get(SAMPLES + "/1").body()).contains("Sealed.");
        assertThat(ona.post(SAMPLES + "/1/open", "sure=true").statusCode()).isEqualTo(409);
        assertThat(ona.post(SAMPLES + "/1/close", "").statusCode()).isEqualTo(303);
        assertThat(ona.get(SAMPLES + "/1/open").body()).contains("What it freezes", "CLIP", "demo");
        assertThat(ona.post(SAMPLES + "/1/open", "").statusCode()).isEqualTo(422);
        assertThat(ona.post(SAMPLES + "/1/open", "sure=true").statusCode()).isEqualTo(303);
        assertThat(ona.get(SAMPLES + "/1").body())
                .contains("Opened", "by Ona", "CLIP")
                .doesNotContain("Sealed.");
        assertThat(ona.post(SAMPLES + "/1/open", "sure=true").statusCode()).isEqualTo(409);
        assertThat(ona.get("/projects/1/history").body()).contains("opened the test sample");
    }

    @Test
    void coders_see_progress_but_cannot_draw_close_or_open() {
        ona.get(SAMPLES + "/new");
        ona.post(SAMPLES, FORM);
        var cleo = app.browser(World.CLEO);
        assertThat(cleo.get(SAMPLES + "/1").body())
                .contains("href=\"/projects/1/samples/1/code\"")
                .doesNotContain("Close the coding");
        assertThat(cleo.get(SAMPLES + "/new").statusCode()).isEqualTo(403);
        assertThat(cleo.post(SAMPLES + "/1/close", "").statusCode()).isEqualTo(403);
        assertThat(app.browser(World.OZ).get(SAMPLES + "/1").statusCode()).isEqualTo(404);
    }
}
