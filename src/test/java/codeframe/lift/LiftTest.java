package codeframe.lift;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Json;
import codeframe.image.PostLeads;
import codeframe.testing.Chromium;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lifts as people and scripts meet them, with the program's own workers. */
class LiftTest {
    private static TestApp app;
    private static LiftStudy study;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new LiftStudy(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_script_lifts_codes_of_images_by_rules_with_versions() throws Exception {
        var before = study.value(
                "select md5(string_agg(code::text, ',' order by code::text)) from code" + " where coder_id = 201",
                String.class);
        assertThat(study.rule("{\"name\": \"Most\", \"method\": \"majority\"}")).isEqualTo("201 Most v1");
        assertThat(study.rule("{\"name\": \"Most\", \"method\": \"majority\"}")).isEqualTo("200 Most v1");
        assertThat(study.rule("{\"name\": \"Most\", \"method\": \"mean_probability\"}"))
                .isEqualTo("201 Most v2");
        assertThat(study.rule("{\"name\": \"Bees\", \"method\": \"any\", \"category\": \"b\"}"))
                .isEqualTo("201 Bees v1");
        assertThat(study.rule("{\"method\": \"majority\", \"weighing\": \"time\"}"))
                .isEqualTo("201 majority, by time v1");
        assertThat(study.rule("{\"name\": \"Coin\", \"method\": \"toss\"}"))
                .startsWith("422")
                .contains("not \\\"toss\\\"");

        long most = study.lift("Most v1", "kind", "post");
        assertThat(study.said(most)).isEqualTo("1 a, 4 b, 7 unsure, 10 c, 13 unsure");
        assertThat(study.said(study.lift("Bees v1", "kind", "post"))).isEqualTo("1 b, 4 b, 7 b, 10 c, 13 unsure");
        assertThat(study.said(study.lift("Most v1", "scene", "video"))).isEqualTo("16 a, 17 b");
        assertThat(study.said(study.lift("majority, by time v1", "scene", "video")))
                .as("of 16 the first frame stands for 3 s of 4 s, of 17 for 3 s of 10 s")
                .isEqualTo("16 a, 17 b");
        assertThat(study.rule("{\"name\": \"Shot\", \"method\": \"longest_shot\"}"))
                .isEqualTo("201 Shot v1");
        assertThat(study.said(study.lift("Shot v1", "scene", "video")))
                .as("of 16 the first shot is the longest, of 17 the second")
                .isEqualTo("16 a, 17 b");
        assertThat(study.said(study.lift("Most v2", "kind", "post")))
                .as("(0.6 + 0.1) / 2 = 0.35 for a, 0.45 for b")
                .isEqualTo("1 a, 4 b, 7 b, 10 c, 13 unsure");

        assertThat(study.value("""
                select c.detail::text from code c join coder o on o.id = c.coder_id
                where o.run_id = %d and c.image_id = 7""".formatted(most), String.class))
                .isEqualTo("{\"rule\": \"Most\", \"counts\": {\"a\": 1, \"b\": 1, \"no code\": 1}, \"version\": 1,"
                        + " \"n_images\": 3}");
        var run = app.api(World.ONA).json("/api/v1/projects/1/runs/" + most);
        assertThat(run.get("unit").asText()).isEqualTo("post");
        assertThat(run.get("total").asLong()).isEqualTo(5);
        assertThat(study.value(
                        "select md5(string_agg(code::text, ',' order by code::text)) from code"
                                + " where coder_id = 201",
                        String.class))
                .as("the source stays as it was")
                .isEqualTo(before);

        refused("Most v1", "kind", "video", LiftStudy.CLIP, "is asked of posts and cannot be lifted to videos");
        refused("Most v1", "tone", "post", LiftStudy.CLIP, "is asked of images");
        refused("Most v1", "words", "post", LiftStudy.CLIP, "Texts of images cannot be made one text");
        refused("Most v1", "kind", "post", LiftStudy.GOLD, "has no closed codes of images of a post");
        refused("Most v1", "kind", "image", LiftStudy.CLIP, "is post or video");
        refused("Most v3", "kind", "post", LiftStudy.CLIP, "There is no model");
        refused("Bees v1", "kind", "post", 999, "There is no coder 999 of images here");
        refused("majority, by time v1", "kind", "post", LiftStudy.CLIP, "have no time and no shots");
        app.jdbi().useHandle(handle -> handle.execute("update run set state = 'paused' where id = 201"));
        refused("Most v1", "kind", "post", LiftStudy.CLIP, "is not finished");
        app.jdbi().useHandle(handle -> handle.execute("update run set state = 'done' where id = 201"));
        long coder = study.value("select id from coder where run_id = " + most, Long.class);
        refused("Most v1", "kind", "post", coder, "codes of whole posts and videos are not lifted again");
    }

    /** Post 106 shows video 16 alone, of whose frames 21 to 23 the machine said a, a and b. */
    @Test
    void a_video_in_a_post_is_judged_by_its_frames() throws Exception {
        study.rule("{\"name\": \"Frames\", \"method\": \"majority\"}");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into post (id, project_id, external_id, metadata, lead_id) overriding system value
                    values (106, 1, 'p6', '{}', 16);
                update image set post_id = 106 where id = 16;
                insert into code (coding_id, coder_id, image_id, variable, value, state, confidence, detail)
                    select id, coder_id, image_id, 'kind', case image_id when 23 then 'b' else 'a' end, 'coded', 0.6, '{}'
                    from coding where coder_id = 201 and image_id in (21, 22, 23);
                """).execute());
        assertThat(study.said(study.lift("Frames v1", "kind", "post"))).contains("13 unsure, 16 a");
        app.jdbi().useHandle(handle -> {
            handle.begin();
            handle.createScript("""
                    update post set lead_id = null where id = 105;
                    update image set post_id = 105, position = 0, path = '0.mp4' where id = 17;
                    """).execute();
            handle.attach(PostLeads.class).choose(1);
            assertThat(handle.createQuery("select lead_id from post where id = 105")
                            .mapTo(Long.class)
                            .one())
                    .as("a picture leads, though a video stands before it")
                    .isEqualTo(13);
            handle.rollback();
        });
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from code where variable = 'kind' and image_id in (21, 22, 23);
                update image set post_id = null where id = 16;
                delete from coding where image_id = 16 and coder_id in (
                    select c.id from coder c join run r on r.id = c.run_id where r.unit = 'post');
                delete from post where id = 106;
                """).execute());
    }

    /** Killed after two of five posts; what is coded before it goes on is another state, which is not mixed in. */
    @Test
    void a_lift_of_people_that_is_killed_goes_on_by_what_was_said_when_it_began() throws Exception {
        study.rule("{\"name\": \"Early\", \"method\": \"first\"}");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (id, project_id, kind, name) overriding system value values (220, 1, 'imported', 'Paper');
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 220, n, 50 from generate_series(1, 12) n;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, 220, image_id, 'kind', 'a' from coding where coder_id = 220
                """).execute());
        var answer = study.asked("Early v1", "kind", "post", 220);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        long run = study.ended(new Json(answer.body()).tree().get("id").asLong());
        assertThat(study.said(run)).isEqualTo("1 a, 4 a, 7 a, 10 a");
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from coding where image_id > 4 and coder_id = (select id from coder where run_id = %1$d);
                update run_item set outcome = null, finished_at = null, error = null, attempts = 0, worker = null,
                                    claimed_at = null
                    where run_id = %1$d and image_id > 4;
                update run set state = 'paused' where id = %1$d;
                update code set value = 'b' where coder_id = 220;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 220, n, 50 from generate_series(13, 15) n;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, 220, image_id, 'kind', 'b' from coding where coder_id = 220 and image_id > 12;
                """.formatted(run)).execute());
        assertThat(app.browser(World.ONA)
                        .post("/projects/1/runs/" + run + "/continue", "")
                        .statusCode())
                .isEqualTo(303);
        study.ended(run);
        assertThat(study.said(run)).isEqualTo("1 a, 4 a, 7 a, 10 a");
        var anew = study.asked("Early v1", "kind", "post", 220);
        long second = study.ended(new Json(anew.body()).tree().get("id").asLong());
        assertThat(study.said(second)).isEqualTo("1 b, 4 b, 7 b, 10 b, 13 b");
        app.jdbi().useHandle(handle -> handle.execute("delete from coding where coder_id = 220"));
    }

    private static void refused(String rule, String variable, String unit, long source, String sentence) {
        var answer = study.asked(rule, variable, unit, source);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new Json(answer.body()).tree().path("detail").asText()).contains(sentence);
    }

    @Test
    void a_lift_tells_no_more_of_sealed_images_than_its_source() throws Exception {
        study.rule("{\"name\": \"Seal\", \"method\": \"first\"}");
        long run = study.lift("Seal v1", "kind", "post");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, unit)
                    overriding system value
                    values (61, 1, 'Sealed pictures', 'test', 'simple', 50, '{tone}', 5, 1, 1, 1, 1, 'image'),
                           (62, 1, 'Sealed videos', 'test', 'simple', 50, '{scene}', 2, 1, 1, 1, 1, 'video');
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    values (61, 5, 1, true, 1), (62, 17, 1, true, 1)
                """).execute());
        assertThat(unseen(coder)).as("picture 5 is of the post that 4 leads").isEqualTo("4 5 17 31 32 33");
        assertThat(unseen(LiftStudy.CLIP)).as("frames of a sealed video").isEqualTo("5 17 31 32 33");
        var page = app.browser(World.ONA).get("/projects/1/runs/" + run).body();
        assertThat(page).contains("sealed");
        assertThat(validated(run)).as("post 4 has a sealed picture").isEqualTo(4);
        assertThat(shares(coder)).isEqualTo(4);
        app.jdbi().useHandle(handle -> handle.execute("update sample set purpose = 'dev' where id = 61"));
        assertThat(validated(run))
                .as("one that is coded again counts where it is gold")
                .isEqualTo(5);
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update run set state = 'failed', failure = 'Broken.' where id = " + run));
        assertThat(app.browser(World.ONA).get("/projects/1/runs/" + run).body())
                .as("no page of lifts takes the settings of one")
                .contains("Broken.")
                .doesNotContain("?like=");
        app.jdbi()
                .useHandle(handle -> handle.execute("update run set state = 'done', failure = null where id = " + run));
        app.jdbi().useHandle(handle -> handle.execute("delete from sample where id in (61, 62)"));
        assertThat(validated(run)).isEqualTo(5);
        assertThat(shares(coder)).isEqualTo(5);
    }

    private static long validated(long run) {
        return app.api(World.ONA)
                .json("/api/v1/projects/1/validation.json?variable=kind&run=" + run)
                .findValue("n")
                .asLong();
    }

    private static long shares(long coder) {
        return app.api(World.ONA)
                .json("/api/v1/projects/1/results.json?variable=kind&coder=" + coder)
                .at("/all/images")
                .asLong();
    }

    @Test
    void a_post_is_sealed_and_blind_with_all_its_pictures_and_the_frames_of_its_videos() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                update image set post_id = 104 where id = 16;
                insert into run (id, project_id, kind, name, model, codebook_version_id, variables, parameters, images, seed,
                                 state, total, unit)
                    overriding system value
                    values (270, 1, 'vote', 'Vote', 'majority', 50, '{kind}', '{}', '{"query": ""}', 1, 'done', 5, 'post');
                insert into coder (id, project_id, kind, run_id, name) overriding system value
                    values (270, 1, 'run', 270, 'Vote');
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, unit)
                    overriding system value
                    values (63, 1, 'Sealed post', 'test', 'simple', 50, '{kind}', 5, 1, 1, 1, 1, 'post'),
                           (64, 1, 'Sealed picture', 'test', 'simple', 50, '{tone}', 5, 1, 1, 1, 1, 'image');
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    values (63, 10, 1, true, 1), (64, 2, 1, true, 1)
                """).execute());
        assertThat(unseen(LiftStudy.CLIP)).isEqualTo("2 10 11 12 16 21 22 23");
        assertThat(unseen(270)).as("a vote on posts too").isEqualTo("1 2 10 11 12 16 21 22 23");
        app.jdbi()
                .useHandle(handle -> handle.createScript("""
                insert into coder (id, project_id, kind, user_id, name) overriding system value
                    select 271, 1, 'person', id, 'Cleo' from app_user where email = '%s' on conflict do nothing;
                insert into sample_coder (sample_id, coder_id)
                    select 63, c.id from coder c join app_user u on u.id = c.user_id
                    where c.project_id = 1 and u.email = '%s'
                """.formatted(World.CLEO, World.CLEO))
                        .execute());
        assertThat(study.value("""
                        select string_agg(distinct lpad(b.image_id::text, 2), ' ')
                        from blind_image b join app_user u on u.id = b.user_id
                        where b.project_id = 1 and u.email = '%s'""".formatted(World.CLEO), String.class))
                .as("whoever codes a post sees nobody's codes of any part of it")
                .isEqualTo("10 11 12 16 21 22 23");
        assertThat(study.value("select count(*) from sealed_image where project_id = 1", Long.class))
                .isEqualTo(8);
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from sample where id in (63, 64);
                delete from coder where id = 271;
                delete from run where id = 270;
                update image set post_id = null where id = 16
                """).execute());
    }

    @Test
    void what_a_person_coded_of_other_variables_or_as_whole_posts_is_not_taken_in() throws Exception {
        study.rule("{\"name\": \"Mine\", \"method\": \"majority\"}");
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (id, project_id, kind, name) overriding system value values (210, 1, 'imported', 'Pia');
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, closed_at, unit)
                    overriding system value
                    values (63, 1, 'Pictures', 'dev', 'simple', 50, '{kind}', 15, 2, 1, 1, 1, now(), 'image'),
                           (64, 1, 'Whole', 'dev', 'simple', 50, '{kind}', 5, 1, 1, 1, 1, now(), 'post');
                insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                    values (1, 210, 2, 50, 63), (1, 210, 5, 50, 63), (1, 210, 7, 50, 64);
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, 210, image_id, case image_id when 5 then 'tone' else 'kind' end,
                           case image_id when 5 then 'x' else 'a' end
                    from coding where coder_id = 210
                """).execute());
        var answer = study.asked("Mine v1", "kind", "post", 210);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        long run = study.ended(new Json(answer.body()).tree().get("id").asLong());
        assertThat(study.said(run)).isEqualTo("1 a");
        assertThat(study.value(
                        "select string_agg(image_id || ' ' || outcome, ', ') from run_item where run_id = " + run,
                        String.class))
                .isEqualTo("1 coded");
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from coding where coder_id = 210;
                delete from sample where id in (63, 64)
                """).execute());
    }

    private static String unseen(long coder) {
        return study.value("""
                select coalesce(string_agg(distinct lpad(image_id::text, 2), ' '), '')
                from unseen_codes(1, 0) where coder_id = %d""".formatted(coder), String.class).strip().replaceAll(" +", " ");
    }

    @Test
    void a_person_lifts_a_run_by_two_rules_and_reads_validation_of_posts() throws Exception {
        try (var chromium = Chromium.start();
                var window = chromium.window()) {
            var page = Chromium.signIn(window, app.url(), World.ONA);
            page.navigate(app.url() + "/projects/1/runs/201");
            page.locator("#lift-post").click();
            assertThat(page.locator("#variable-kind")).isChecked();
            assertThat(page.locator("#variable-scene")).not().isChecked();
            page.locator("#method-any").check();
            page.locator("#name").fill("Any bee");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Lift").setExact(true))
                    .click();
            assertThat(page.locator("main")).containsText("The rule is about \"\"");
            page.locator("#category").selectOption("b");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Lift").setExact(true))
                    .click();
            page.waitForURL("**/runs/*");
            long first = study.ended(Long.parseLong(page.url().replaceAll(".*/", "")));
            page.reload();
            assertThat(page.locator("aside")).containsText("any of b");
            assertThat(page.locator("aside")).containsText("posts");
            assertThat(page.locator("#run-results figure")).containsText("n = 5");

            page.locator("#change-rule").click();
            assertThat(page.locator("#name")).hasValue("Any bee");
            page.locator("#method-majority").check();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Lift").setExact(true))
                    .click();
            page.waitForURL("**/runs/*");
            long second = study.ended(Long.parseLong(page.url().replaceAll(".*/", "")));
            assertThat(study.value("select model from run where id = " + second, String.class))
                    .isEqualTo("Any bee v2");
            assertThat(study.said(first)).as("the older lift stays").isEqualTo("1 b, 4 b, 7 b, 10 c, 13 unsure");
            assertThat(study.said(second)).isEqualTo("1 a, 4 b, 7 unsure, 10 c, 13 unsure");

            page.navigate(app.url() + "/projects/1/runs/" + first);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lift again by Any bee v2"))
                    .click();
            page.waitForURL(url -> !url.endsWith("/" + first));
            long third = study.ended(Long.parseLong(page.url().replaceAll(".*/", "")));
            assertThat(study.said(third)).isEqualTo(study.said(second));

            long coder = study.value("select id from coder where run_id = " + first, Long.class);
            page.navigate(app.url() + "/projects/1/validation?variable=kind&coder=" + coder);
            assertThat(page.locator("main")).containsText("Accuracy");
            var json = app.api(World.ONA).json("/api/v1/projects/1/validation.json?variable=kind&run=" + first);
            assertThat(json.toString())
                    .as(json.toPrettyString())
                    .contains("\"n\":5,")
                    .contains("\"abstained\":1");
        }
    }

    @Test
    void figures_of_posts_take_no_code_of_a_single_image_and_files_tell_rule_and_images() throws Exception {
        study.rule("{\"name\": \"Told\", \"method\": \"any\", \"category\": \"b\"}");
        long run = study.lift("Told v1", "kind", "post");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        var ona = app.browser(World.ONA);
        study.lift("Told v1", "scene", "video");
        study.lift("Told v1", "kind", "post");
        assertThat(ona.get("/projects/1/votes/new").body())
                .contains("15 images or 5 posts or 2 videos will be voted on");
        assertThat(ona.get("/projects/1/validation?variable=kind&coder=201").body())
                .contains("CLIP demo #1 judged images, and Kind is asked of posts")
                .contains("Lift its codes to posts first");
        assertThat(ona.get("/projects/1/compare?variable=kind&coder=201," + coder)
                        .body())
                .contains("judged images, and Kind is asked of posts");
        assertThat(ona.get("/projects/1/results?variable=kind&coder=201").body())
                .contains("CLIP demo #1 has coded no");
        var vote = app.api(World.ONA).post("/api/v1/projects/1/runs", "application/json", """
                {"kind": "vote", "model": "majority", "variables": ["kind"], "voters": [201, %d]}""".formatted(coder));
        assertThat(vote.body()).contains("Lift its codes first, and let the lift vote.");

        var codes = app.api(World.ONA)
                .get("/api/v1/projects/1/codes.csv?coder=" + coder)
                .body();
        assertThat(codes.lines().skip(1))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).endsWith(",1,post,Told v1,3,,,picture,,"));
        assertThat(app.api(World.ONA)
                        .get("/api/v1/projects/1/codes.csv?coder=201&variable=scene")
                        .body()
                        .lines()
                        .skip(1))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).containsPattern(",1,image,,,,,frame,1[67],[0-9]+$"))
                .anySatisfy(line -> assertThat(line).endsWith(",frame,17,3500"));
        assertThat(app.api(World.ONA)
                        .get("/api/v1/projects/1/codes.csv?coder=209")
                        .body()
                        .lines()
                        .skip(1))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).endsWith(",1,post,,3,,,picture,,"));
        wideTellsUnitsRulesAndWhatWasWatched(coder);
        assertThat(ona.get("/projects/1/methods").body().replaceAll("<[^>]*>", ""))
                .contains("had said of images to posts: any image of")
                .contains("version 1); images without an answer did not count")
                .contains("A post had 3 images in the median (3 to 3 images).");
        assertThat(ona.get("/projects/1/methods?language=de").body())
                .contains("wurde auf Beiträge übertragen: irgendein Bild von")
                .contains("Ein Beitrag hatte 3 Bilder im Median (3 bis 3 Bilder).");
    }

    private static String sheet(String path) throws IOException {
        var file = Files.createTempFile("codeframe", ".xlsx");
        Files.write(file, app.browser(World.ONA).bytes(path));
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private static void wideTellsUnitsRulesAndWhatWasWatched(long coder) throws IOException {
        var wide = "/api/v1/projects/1/codes-wide.csv?variable=kind&coder=";
        assertThat(app.api(World.ONA).get(wide + coder).body().lines())
                .anySatisfy(line -> assertThat(line).contains("kind,kind_rule,kind_n_images,kind_unit,outcome"))
                .filteredOn(line -> line.contains("Told v1"))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains(",Told v1,3,post,"));
        assertThat(sheet("/projects/1/exports/table?chosen=1&form=wide&format=xlsx&variable=kind&coder=" + coder))
                .as("a count is a number there")
                .containsPattern("<t>Told v1</t></is></c><c [^>]*><v>3</v>");
        assertThat(app.api(World.ONA).get(wide + "201").body())
                .as("of the one image in the row")
                .containsPattern("1,1\\.png,.*a,an ape|1,1\\.png,.*a,")
                .contains(",image,");
        try {
            app.jdbi()
                    .useHandle(handle ->
                            handle.createScript("""
                    insert into coder (id, project_id, kind, user_id, name) overriding system value
                        select 273, 1, 'person', id, 'Ben' from app_user where email = '%s';
                    insert into coding (project_id, coder_id, image_id, codebook_version_id, seconds, watched_seconds, watched_share)
                        values (1, 273, 16, 50, 9, 7.5, 0.75)
                    """.formatted(World.CLEO)).execute());
            assertThat(app.api(World.ONA).get(wide + "273").body())
                    .contains("seconds,flagged,note,watched_seconds,watched_share")
                    .contains("9.0,false,,7.5,0.75");
        } finally {
            app.jdbi().useHandle(handle -> handle.createScript("""
                    delete from coding where coder_id = 273;
                    delete from coder where id = 273
                    """).execute());
        }
    }

    @Test
    void a_run_that_judges_images_says_which_videos_it_leaves_out() {
        assertThat(app.browser(World.ONA).get("/projects/1/runs/new").body())
                .contains("Images are judged one by one")
                .doesNotContain("no frames yet");
        app.jdbi().useHandle(handle -> handle.execute("""
                insert into image (id, project_id, sha256, path, medium) overriding system value
                select 18, 1, sha256, '18.mp4', 'video' from blob where sha256 = sha256(convert_to('18.png', 'UTF8'))
                """));
        assertThat(app.browser(World.ONA).get("/projects/1/runs/new").body())
                .contains("1 video has no frames yet, so this run leaves it out", "href=\"/projects/1/images/18\"");
        app.jdbi().useHandle(handle -> handle.execute("delete from image where id = 18"));
    }

    /** Three frames of one video and three of another are two answers, not six. */
    @Test
    void frames_are_drawn_with_their_video() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into coder (id, project_id, kind, name) overriding system value values (211, 1, 'imported', 'Ria');
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 211, id, 50 from image where medium = 'frame';
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, 211, image_id, 'tone', case when image_id < 30 then 'x' else 'y' end
                    from coding where coder_id = 211
                """).execute());
        var alone = coded("&cluster=image");
        var together = coded("&cluster=post");
        assertThat(coded("")).as("nobody chose").isEqualTo(together);
        assertThat(together.get("value").asDouble()).isEqualTo(0.5);
        assertThat(alone.at("/ci/0").asDouble()).isGreaterThan(0.1);
        assertThat(together.get("se").asDouble())
                .as("without one video the share is 0, without the other 1: " + together)
                .isCloseTo(0.5, within(1e-9));
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from coding where coder_id = 211;
                delete from coder where id = 211
                """).execute());
    }

    private static JsonNode coded(String further) {
        return app.api(World.ONA)
                .json("/api/v1/projects/1/results.json?variable=tone&coder=211" + further)
                .at("/all/shares/0/coded");
    }

    /** A post's page tells of its codes what the pages of its images tell: nothing to whoever codes a part of it. */
    @Test
    void a_post_has_a_page_that_keeps_what_is_sealed_or_blind() throws Exception {
        study.rule("{\"name\": \"Paged\", \"method\": \"majority\"}");
        long run = study.lift("Paged v1", "kind", "post");
        app.jdbi().useHandle(handle -> handle.createScript("""
                update post set account = 'ida', posted_at = '2026-05-01Z', text = 'Three <b>apes</b>' where id = 102;
                insert into post (id, project_id, external_id, metadata) overriding system value values (107, 1, 'again', '{}');
                """).execute());
        var rule = "by Paged v1, of 3 images";
        var page = post(World.VIC, 102);
        assertThat(page)
                .contains("ida", "1 May 2026", "Three &lt;b&gt;apes", "Paged", rule, "The post is coded under it")
                .containsSubsequence("/images/4\"", "/images/5\"", "/images/6\"")
                .doesNotContain("CLIP demo");
        assertThat(page).as("what was coded of the whole post").contains(">Gold<");
        liftsOfSeveralValuesAreToldOnceInWords(run);
        picturesThatWereRemovedAreTold();
        assertThat(app.browser(World.VIC).get("/projects/1/images/5").body())
                .contains("/projects/1/posts/102")
                .doesNotContain("whole post");
        assertThat(app.browser(World.VIC).get("/projects/1/images/4").body())
                .as("a code of the post stands under its lead")
                .containsPattern("Gold <span class=\"badge\">whole post</span>");
        assertThat(page).doesNotContain("whole post</span>");
        assertThat(app.browser(World.VIC).get("/projects/1/images").body()).contains("15 images and 2 videos");
        assertThat(app.browser(World.VIC).get("/projects/1/exports").body()).contains(">5 posts<", ">With codes<");
        assertThat(app.browser(World.VIC).get("/projects/1/images").body())
                .contains("/projects/1/posts/102", "post of 3");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        assertThat(app.browser(World.VIC)
                        .get("/projects/1/results/images?variable=kind&coder=" + coder + "&category=b")
                        .body())
                .contains("/projects/1/posts/102");
        assertThat(app.browser(World.ONA).get("/projects/1/images/4/remove").body())
                .contains("all that was coded of 1 post as a whole");
        assertThat(app.browser(World.ONA).get("/projects/1/images/5/remove").body())
                .doesNotContain("as a whole");
        assertThat(post(World.VIC, 107)).contains("All that this post shows was shown by earlier posts");
        assertThat(app.browser(World.VIC).get("/projects/1/posts/999").statusCode())
                .isEqualTo(404);
        scriptsReadPosts();

        app.jdbi()
                .useHandle(handle -> handle.createScript("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, unit)
                    overriding system value
                    values (65, 1, 'Sealed picture', 'test', 'simple', 50, '{tone}', 5, 1, 1, 1, 1, 'image'),
                           (66, 1, 'Coded picture', 'dev', 'simple', 50, '{tone}', 5, 1, 1, 1, 1, 'image'),
                           (67, 1, 'Coded post', 'dev', 'simple', 50, '{kind}', 5, 1, 1, 1, 1, 'post');
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    values (65, 5, 1, true, 1), (66, 8, 1, true, 1), (67, 10, 1, true, 1);
                insert into coder (id, project_id, kind, user_id, name) overriding system value
                    select 272, 1, 'person', id, 'Cleo' from app_user where email = '%s' on conflict do nothing;
                insert into sample_coder (sample_id, coder_id)
                    select s, c.id from unnest(array[66, 67]) s, coder c join app_user u on u.id = c.user_id
                    where c.project_id = 1 and u.email = '%s'
                """.formatted(World.CLEO, World.CLEO))
                        .execute());
        assertThat(post(World.VIC, 102))
                .as("a lift tells of its sealed picture")
                .doesNotContain(rule)
                .contains("is in a sealed test sample", ">Gold<");
        assertThat(json(World.VIC, 102).at("/lifts").toString()).doesNotContain("Paged v1");
        assertThat(json(World.VIC, 102).at("/withheld").toString()).isEqualTo("[\"sealed\"]");
        assertThat(json(World.CLEO, 104).at("/codings"))
                .as("blind to scripts, too")
                .isEmpty();
        assertThat(json(World.CLEO, 104).at("/lifts")).isEmpty();
        assertThat(json(World.VIC, 104).at("/codings/0/coder").asText()).isEqualTo("Gold");
        assertThat(post(World.CLEO, 103))
                .as("a picture of it is coded")
                .doesNotContain(rule)
                .contains("so you do not see");
        assertThat(post(World.VIC, 103)).contains(rule);
        assertThat(post(World.CLEO, 104)).as("it is coded as a whole").doesNotContain(rule, ">Gold<");
        assertThat(post(World.VIC, 104)).contains(rule, ">Gold<");
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from sample where id in (65, 66, 67);
                delete from coder where id = 272;
                delete from post where id = 107
                """).execute());
    }

    private static void scriptsReadPosts() {
        var whole = json(World.VIC, 102);
        assertThat(whole.get("account").asText()).isEqualTo("ida");
        assertThat(whole.at("/pictures").findValuesAsText("image")).containsExactly("4", "5", "6");
        assertThat(whole.at("/codings").findValuesAsText("coder"))
                .contains("Gold")
                .anyMatch(name -> name.startsWith("LIFT Paged v1"))
                .doesNotContain("CLIP demo #1");
        assertThat(whole.at("/lifts").findValuesAsText("rule")).contains("Paged v1");
        var list = app.api(World.VIC).json("/api/v1/projects/1/posts?limit=2&after=101");
        assertThat(list.at("/posts").findValuesAsText("id")).containsExactly("102", "103");
        assertThat(list.at("/posts/0/images").asInt()).isEqualTo(3);
        assertThat(list.get("next").asLong()).isEqualTo(103);
        assertThat(app.api(World.VIC)
                        .json("/api/v1/projects/1/posts?after=106")
                        .at("/posts/0/lead")
                        .isNull())
                .isTrue();
        assertThat(app.api(World.VIC).get("/api/v1/projects/1/posts?limit=0").statusCode())
                .isEqualTo(422);
    }

    private static JsonNode json(String person, long post) {
        return app.api(person).json("/api/v1/projects/1/posts/" + post);
    }

    private static void liftsOfSeveralValuesAreToldOnceInWords(long run) {
        app.jdbi().useHandle(handle -> handle.execute("""
                insert into code (coding_id, coder_id, image_id, variable, value, state, detail)
                select c.coding_id, c.coder_id, c.image_id, c.variable, 'c', c.state, c.detail
                from code c join coder o on o.id = c.coder_id where o.run_id = ? and c.image_id in (1, 4)
                """, run));
        assertThat(post(World.VIC, 102).replaceAll("<[^>]*>", ""))
                .containsOnlyOnce("Kind by Paged v1, of 3 images (Bee 3)");
        assertThat(post(World.VIC, 101)).contains("(Ape 2, Bee 1)");
        app.jdbi().useHandle(handle -> handle.execute("delete from code where value = 'c' and image_id in (1, 4)"));
    }

    /** A picture of post 104 was taken out twice: after it was coded, then before, then it came again. */
    private static void picturesThatWereRemovedAreTold() {
        var removed = "1 picture of this post was removed from the project.";
        var rests = "What was coded of the post before rests on all that it showed then.";
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into removal (id, project_id, reason, images, hung) overriding system value
                    values (300, 1, 'No consent', 1, '{}'), (301, 1, 'Again', 1, '{}');
                insert into removed_image (image_id, project_id, removal_id, path, sha256, post_id)
                    values (900, 1, 300, 'gone.png', sha256('gone'), 104), (901, 1, 301, 'gone.png', sha256('gone'), 104)
                """).execute());
        assertThat(post(World.VIC, 104)).contains(removed, rests);
        app.jdbi().useHandle(handle -> handle.execute("update removal set removed_at = '2020-01-01Z' where id >= 300"));
        assertThat(post(World.VIC, 104))
                .as("all of its codes are newer")
                .contains(removed)
                .doesNotContain(rests);
        app.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update removed_image set sha256 = (select sha256 from image where id = 12) where image_id >= 900"));
        assertThat(post(World.VIC, 104)).as("it came again").doesNotContain("removed from the project");
        app.jdbi().useHandle(handle -> handle.execute("delete from removal where id >= 300"));
    }

    private static String post(String person, long post) {
        var answer = app.browser(person).get("/projects/1/posts/" + post);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Owner and viewer read the same; what a post variable counts is nowhere called images. */
    @Test
    void every_figure_of_a_post_variable_is_of_posts() throws Exception {
        study.rule("{\"name\": \"Named\", \"method\": \"majority\"}");
        long run = study.lift("Named v1", "kind", "post");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        var both = "coders=209," + coder;
        var softly = new SoftAssertions();
        for (var person : new String[] {World.ONA, World.VIC}) {
            reads(
                    softly,
                    person,
                    "agreement/kind?" + both,
                    "Posts coded twice or more",
                    "Posts on which coders differ");
            reads(
                    softly,
                    person,
                    "validation?variable=kind&coder=" + coder,
                    "Posts with gold",
                    "5 of 5 posts, seed 1",
                    "posts without an answer");
            reads(
                    softly,
                    person,
                    "results?variable=kind&coder=" + coder,
                    ">of posts<",
                    "All posts",
                    "by the posts with gold");
            reads(softly, person, "compare?variable=kind&coder=209," + coder, "Posts both dealt with");
            reads(softly, person, "plan?variable=kind&sample=60", "How many posts to code");
            softly.assertThat(app.browser(person).get("/projects/1/plan").body())
                    .contains("How many units to code");
            reads(softly, person, "runs/" + run, "Look at the posts");
            reads(softly, person, "runs/" + run + "/outcomes/coded", "Posts: ");
            reads(softly, person, "methods", "of 5 posts, seed 1", ">5 posts<", "one image, one post and one video");
            reads(
                    softly,
                    person,
                    "methods?language=de",
                    "von 5 Beiträgen, Seed",
                    ">5 Beiträge<",
                    "der einzelne Beitrag",
                    "15 Bilder und 2 Videos (mit 6 Frames)");
        }
        softly.assertAll();
        var api = app.api(World.VIC);
        assertThat(api.json("/api/v1/projects/1/validation.json?variable=kind&coder=" + coder)
                        .get("unit")
                        .asText())
                .isEqualTo("post");
        assertThat(api.json("/api/v1/projects/1/results.json?variable=kind&coder=" + coder)
                        .get("unit")
                        .asText())
                .isEqualTo("post");
        assertThat(api.json("/api/v1/projects/1/compare.json?variable=kind&coder=209," + coder)
                        .get("unit")
                        .asText())
                .isEqualTo("post");
        assertThat(app.browser(World.VIC).get("/projects/1/plan?variable=kind").body())
                .as("planned without a pilot, for what the variable is asked of")
                .contains("How many posts to code")
                .doesNotContain("nothing was planned");
        assertThat(api.json("/api/v1/projects/1/plan.json?variable=kind&sample=60")
                        .at("/f1/unit")
                        .asText())
                .isEqualTo("post");
        named("The \"images\" image");
        assertThat(api.json("/api/v1/projects/1/results.json?variable=kind&coder=" + coder)
                        .at("/notes/0")
                        .asText())
                .as("a name is a name")
                .startsWith("Gold: sample \"The \"images\" image\", simple random, 5 of 5 posts");
        named("Posts");
        for (var file : new String[] {
            "agreement/kind/report.csv?" + both, "validation.csv?variable=kind&coder=" + coder,
            "results.csv?variable=kind&coder=" + coder, "compare.csv?variable=kind&coder=209," + coder,
            "validation/regression.csv?outcome=kind:a&coder=" + coder
        }) {
            var lines = app.browser(World.VIC)
                    .get("/projects/1/" + file)
                    .body()
                    .lines()
                    .toList();
            assertThat(lines.get(0)).as(file).endsWith(",unit");
            assertThat(lines.get(1)).as(file).endsWith(",post");
        }
    }

    private static void named(String name) {
        app.jdbi().useHandle(handle -> handle.execute("update sample set name = ? where id = 60", name));
    }

    private static void reads(SoftAssertions softly, String person, String page, String... words) {
        var answer = app.browser(person).get("/projects/1/" + page);
        var text = answer.body().replaceAll("(?s)<nav.*?</nav>|<header.*?</header>", "");
        softly.assertThat(answer.statusCode()).as(page).isEqualTo(200);
        softly.assertThat(answer.body()).as(page).contains(words);
        if (!page.startsWith("methods")) {
            softly.assertThat(text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                    .as(page)
                    .doesNotContainPattern(
                            "\\b[0-9]+ images?\\b|\\bn images\\b|[Ii]mages with gold|these images|No image\\b");
        }
    }

    /** Gold of pictures came after that of posts, and either is none of the other's variables. */
    @Test
    void reports_rest_on_samples_of_the_unit_that_is_asked_about() throws Exception {
        study.rule("{\"name\": \"Rests\", \"method\": \"majority\"}");
        long run = study.lift("Rests v1", "kind", "post");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        try {
            app.jdbi().useHandle(handle -> handle.createScript("""
                    insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                        size, seed, overlap, coders_each, closed_at, unit)
                        overriding system value
                        values (70, 1, 'Pictures', 'dev', 'simple', 50, '{tone}', 15, 2, 1, 1, 1, now(), 'image');
                    insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                        values (70, 2, 1, true, 1), (70, 5, 1, true, 1);
                    insert into coder (id, project_id, kind, name) overriding system value values (270, 1, 'imported', 'Tim'), (271, 1, 'imported', 'Tom');
                    insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                        values (1, 209, 2, 50, 70), (1, 209, 5, 50, 70), (1, 270, 2, 50, null), (1, 270, 5, 50, null);
                    insert into code (coding_id, coder_id, image_id, variable, value)
                        select id, coder_id, image_id, 'tone', 'x' from coding where sample_id = 70 or coder_id = 270;
                    insert into gold (coding_id, variable, provenance, sources)
                        select id, 'tone', 'unanimous', '[]' from coding where sample_id = 70
                    """).execute());
            var validation = "/api/v1/projects/1/validation.json?variable=";
            assertThat(app.api(World.VIC)
                            .json(validation + "kind&coder=" + coder)
                            .get("notes")
                            .toString())
                    .contains("Validation rests on the sample \\\"Posts\\\"")
                    .doesNotContain("Pictures");
            assertThat(app.api(World.VIC)
                            .json(validation + "tone&coder=270")
                            .get("notes")
                            .toString())
                    .contains("Validation rests on the sample \\\"Pictures\\\"")
                    .doesNotContain("Posts\\\"");
            assertThat(app.browser(World.VIC)
                            .get("/projects/1/validation?variable=kind&coder=" + coder)
                            .body())
                    .contains("Posts (dev, 5 posts)")
                    .doesNotContain("Pictures (dev");
            assertThat(app.browser(World.VIC)
                            .get("/projects/1/agreement?cluster=post&coders=209,270," + coder)
                            .body())
                    .contains("Limits draw units of a post together");
            anAskedSampleOfAnotherUnitStaysInTheMenu(coder);
            aUnitThatNothingWasChosenOfRestsOnItsOwn(coder);
        } finally {
            app.jdbi().useHandle(handle -> handle.createScript("""
                    delete from report_basis where project_id = 1;
                    delete from coding where sample_id = 70 or coder_id in (270, 271);
                    delete from coder where id in (270, 271);
                    delete from sample where id = 70
                    """).execute());
        }
    }

    private static void anAskedSampleOfAnotherUnitStaysInTheMenu(long coder) {
        for (var page : new String[] {
            "agreement/kind?sample=70",
            "agreement/kind?with_sample=70",
            "compare?variable=kind&sample=70&coder=209," + coder
        }) {
            assertThat(app.browser(World.VIC).get("/projects/1/" + page).body())
                    .as(page)
                    .contains("<option value=\"70\" selected");
        }
    }

    /** Gold of pictures is of an opened test, and an owner takes them for everything; nothing is chosen of posts. */
    private static void aUnitThatNothingWasChosenOfRestsOnItsOwn(long coder) {
        app.jdbi().useHandle(handle -> handle.createScript("""
                update sample set purpose = 'test', opened_at = now() where id = 70;
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, c, n, 50 from generate_series(270, 271) c, generate_series(1, 10, 3) n;
                insert into code (coding_id, coder_id, image_id, variable, value)
                    select id, coder_id, image_id, 'kind',
                           case when image_id < 7 or image_id = 10 and coder_id = 271 then 'a' else 'b' end
                    from coding where coder_id in (270, 271) and image_id in (1, 4, 7, 10)
                """).execute());
        var validation = "/api/v1/projects/1/validation.json?variable=kind&coder=" + coder;
        assertThat(app.api(World.VIC).json(validation).get("notes").toString())
                .as("it is said of the sample that is named")
                .contains(
                        "no test sample of the unit \\\"post\\\" was opened yet, and this is the newest closed sample")
                .doesNotContain("newest opened test sample");
        assertThat(app.browser(World.ONA)
                        .post("/projects/1/methods/basis", "reliability=70&gold=70")
                        .statusCode())
                .isEqualTo(303);
        assertThat(app.api(World.VIC).json(validation).get("notes").toString())
                .contains("Validation rests on the sample \\\"Posts\\\" (dev) (proposed, as no sample of the unit"
                        + " \\\"post\\\" was chosen: no test sample");
        assertThat(app.api(World.VIC)
                        .json("/api/v1/projects/1/agreement.json?variable=kind")
                        .at("/alpha/value")
                        .asDouble())
                .isCloseTo(1 - 7 * 2 / 30.0, within(1e-8));
        var alpha = ".533";
        assertThat(words("agreement/kind")).contains(alpha);
        assertThat(words("agreement"))
                .containsPattern("Kind nominal [^A-Z]*0?\\.533")
                .contains("Of the unit \"post\" all that is closed counts together: the sample \"Posts\" (dev)");
        assertThat(words("methods")).containsPattern("Kind nominal 4 posts 2 8 [^A-Z]*\\.533");
    }

    private static String words(String page) {
        return app.browser(World.VIC)
                .get("/projects/1/" + page)
                .body()
                .replaceAll("<[^>]*>", " ")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replaceAll("\\s+", " ");
    }

    @Test
    void variables_of_two_units_stand_in_no_table_and_no_regression() throws Exception {
        study.rule("{\"name\": \"Apart\", \"method\": \"majority\"}");
        long run = study.lift("Apart v1", "kind", "post");
        long coder = study.value("select id from coder where run_id = " + run, Long.class);
        var crossed = "?variable=kind&by=variable:scene&coder=" + coder;
        var regressed = "?outcome=kind:a&covariate=coded:scene&coder=" + coder;
        told("/projects/1/results" + crossed, "/api/v1/projects/1/results.json" + crossed, "in no table together");
        told(
                "/projects/1/validation/regression" + regressed,
                "/api/v1/projects/1/regression.json" + regressed,
                "so it cannot be a covariate");
        assertThat(app.browser(World.ONA)
                        .get("/projects/1/results?variable=kind&coder=" + coder)
                        .body())
                .contains(">by Kind, of another coder<")
                .doesNotContain(">by Scene<");
    }

    private static void told(String page, String api, String sentence) {
        var shown = app.browser(World.ONA).get(page);
        assertThat(shown.statusCode()).as(page).isEqualTo(422);
        assertThat(shown.body()).contains("is asked of", sentence);
        var refused = app.api(World.ONA).get(api);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is asked of", sentence);
    }
}
