package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.report.export.CodedStudy;
import codeframe.report.validation.ValidationRows;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten pictures, two of them share pictures: p1 is in three posts and c6 in four. Of what the machine called a poster gold
 * knows p1 (it is) and p2 (it is not), of the crowds c1, c2 (they are) and c3 (a poster). Everything here by hand.
 */
class CountedPostsTest {
    private static final String VALIDATION = "/api/v1/projects/1/validation.json?variable=";
    private static final Map<String, String> GOLD =
            Map.of("p1", "poster", "p2", "crowd", "c1", "crowd", "c2", "crowd", "c3", "poster");

    private static TestApp app;
    private static CodedStudy study;
    private static long run;
    private static long table;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        run = study.run("clip", "CLIP", "demo");
        long gold = study.gold();
        table = study.table("posts.csv", "ID");
        Map<String, Long> images = new TreeMap<>();
        for (var name : "p1 ana,p2 ana,p3 ben,p4 ben,c1 ana,c2 ana,c3 ben,c4 ben,c5 ben,c6 ana".split(",")) {
            images.put(name.substring(0, 2), coded(name.substring(0, 2), name.substring(3), gold));
        }
        for (var post : "p1 ben,p1 ben,c6 ben,c6 ben,c6 cleo".split(",")) {
            shownAgain(images.get(post.substring(0, 2)), post.substring(3));
        }
    }

    private static long coded(String name, String account, long gold) {
        long image = study.image(name + ".jpg");
        app.jdbi().useHandle(handle -> handle.execute("update image set account = ? where id = ?", account, image));
        study.outcome(run, image, "coded");
        long said = study.coding(run, image);
        study.code(said, "image_type", name.startsWith("p") ? "poster" : "crowd");
        study.code(said, "objects", name.equals("p2") ? "lectern" : "flag");
        if (GOLD.containsKey(name)) {
            long settled = study.coding(gold, image);
            study.code(settled, "image_type", GOLD.get(name));
            study.code(settled, "objects", "flag");
        }
        return image;
    }

    private static void shownAgain(long image, String account) {
        app.jdbi().useHandle(handle -> handle.execute("""
                with made as (insert into import_row (table_id, line, cells) values (?, 1, '{x}') returning id),
                     post as (insert into post (project_id, external_id, account)
                              select 1, 'post ' || id, ? from made returning id)
                insert into appearance (project_id, image_id, row_id, post_id, account)
                select 1, ?, made.id, post.id, ? from made, post
                """, table, account, image, account));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static JsonNode json(String further) {
        return app.api(World.VIC).json(VALIDATION + "image_type&coder=" + run + further);
    }

    private static void is(JsonNode report, String figure, double value) {
        assertThat(report.at(figure + "/value").asDouble()).as(figure).isCloseTo(value, within(1e-12));
    }

    @Test
    void a_share_picture_counts_once_for_each_of_its_posts_or_once() {
        var pictures = json("");
        is(pictures, "/prevalence/poster/naive", 4 / 10.0);
        is(pictures, "/prevalence/poster/gold", 2 / 5.0);
        is(pictures, "/prevalence/poster/corrected", 0.4 / 2 + 0.6 / 3);
        is(pictures, "/accuracy", 3 / 5.0);
        var posts = json("&unit=posts");
        is(posts, "/prevalence/poster/naive", 6 / 15.0);
        is(posts, "/prevalence/poster/gold", 4 / 7.0);
        is(posts, "/prevalence/poster/corrected", 6 / 15.0 * 3 / 4 + 9 / 15.0 / 3);
        is(posts, "/accuracy", 5 / 7.0);
        is(posts, "/classes/poster/recall", 3 / 4.0);
        assertThat(posts.at("/prevalence/poster/ppi/ci/1").asDouble()).isBetween(0.5, 1.0);
        assertThat(posts.at("/n").asInt()).as("gold was given to pictures").isEqualTo(5);
    }

    @Test
    void the_unit_is_named_in_the_report_and_in_its_files() {
        var counted = "Posts are counted: a picture counts once for each post that shows it (7 posts of 5 pictures with"
                + " gold).";
        assertThat(json("&unit=posts").at("/notes").toString()).contains(counted);
        assertThat(json("&unit=posts").at("/counted").asText()).isEqualTo("posts");
        assertThat(json("").at("/counted").asText()).isEqualTo("pictures");
        assertThat(json("").at("/unit").asText()).isEqualTo("image");
        assertThat(json("").at("/notes").toString())
                .contains("Pictures are counted, each once: 5 with gold are in 7 posts.");
        for (var form : new String[] {"", ".csv", ".html"}) {
            var sent = app.browser(World.VIC)
                    .get("/projects/1/validation" + form + "?variable=image_type&unit=posts&coder=" + run);
            assertThat(sent.body()).as(form).contains(counted);
        }
        assertThat(app.api(World.VIC)
                        .get(VALIDATION + "image_type&unit=tweets&coder=" + run)
                        .body())
                .contains("unit must be pictures or posts, not \\\"tweets\\\".");
    }

    @Test
    void an_account_is_found_by_every_post_and_groups_count_what_is_counted() {
        is(json("&account=ben"), "/prevalence/poster/naive", 3 / 7.0);
        is(json("&account=ben&unit=posts"), "/prevalence/poster/naive", 4 / 9.0);
        assertThat(app.api(World.VIC)
                        .get(VALIDATION + "image_type&account=cleo&coder=" + run)
                        .statusCode())
                .as("its one picture has no gold")
                .isEqualTo(422);
        var groups = json("&by=account&unit=posts");
        assertThat(groups.at("/groups/ben/n").asInt()).isEqualTo(9);
        assertThat(groups.at("/groups/ben/gold").asInt()).isEqualTo(2);
        assertThat(json("&by=account").at("/groups/ben/n").asInt()).isEqualTo(7);
    }

    /** p1 is of both accounts with gold, by posts; by pictures it is Ana's. */
    @Test
    void limits_about_new_accounts_see_every_post() {
        var posts = json("&unit=posts&cluster=account");
        is(posts, "/accuracy", 5 / 7.0);
        assertThat(posts.at("/accuracy/method").asText()).isEqualTo("jackknife over 2 accounts, t");
        assertThat(posts.at("/accuracy/se").asDouble())
                .as("of 3 of 4 and 2 of 3")
                .isCloseTo(1 / 24.0, within(1e-12));
        assertThat(json("&cluster=account").at("/accuracy/se").asDouble())
                .as("of 3 of 4 and 0 of 1")
                .isCloseTo(3 / 8.0, within(1e-12));
    }

    /** A run of its own judged a frame of a video that was shown three times. */
    @Test
    void a_frame_is_dealt_for_every_post_that_shows_its_video() {
        long video = study.image("clip.mp4");
        long frame = study.image("clip.jpg");
        app.jdbi().useHandle(handle -> {
            handle.execute("update image set medium = 'video', account = 'ana' where id = ?", video);
            handle.execute("""
                    update image set medium = 'frame', account = 'ana', t_ms = 0, parent_id = ? where id = ?
                    """, video, frame);
        });
        shownAgain(video, "dan");
        shownAgain(video, "eve");
        long coder = study.run("clip", "CLIP of frames", "demo");
        study.code(study.coding(coder, frame), "image_type", "poster");
        assertThat(app.jdbi().onDemand(ValidationRows.class).dealt(1, coder, List.of(), Scope.ALL))
                .extracting(ValidationRows.Dealt::account)
                .containsExactly("ana", "dan", "eve");
    }

    @Test
    void sets_of_labels_are_counted_in_the_same_way() {
        var sets = app.api(World.VIC).json(VALIDATION + "objects&unit=posts&coder=" + run);
        is(sets, "/whole_set_right", 6 / 7.0);
        is(sets, "/prevalence/flag/naive", 14 / 15.0);
        var accounts = app.api(World.VIC).json(VALIDATION + "objects&unit=posts&cluster=account&coder=" + run);
        assertThat(accounts.at("/jaccard/method").asText()).isEqualTo("jackknife over 2 accounts, t");
    }
}
