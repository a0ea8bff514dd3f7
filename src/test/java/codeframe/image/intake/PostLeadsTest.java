package codeframe.image.intake;

import static codeframe.coding.sample.PostStudy.texts;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.sample.PostStudy;
import codeframe.image.PostLeads;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Under which picture a post is coded, from the import of its pictures to the removal of one. */
class PostLeadsTest {
    private static final String LEADS = """
            select p.external_id || ' ' || coalesce(i.path, '-') from post p left join image i on i.id = p.lead_id order by 1
            """;

    private static final String SHOWN = """
            select p.external_id || ' ' || u.position || ' ' || u.path
            from unit_image u join post p on p.lead_id = u.lead_id where u.position is not null order by p.id, u.position
            """;

    @Test
    void a_post_is_led_by_a_picture_that_no_earlier_one_showed_for_as_long_as_it_is_there() {
        try (var app = TestApp.start()) {
            PostStudy.furnish(app);
            var first = List.of("p1 p1_1.jpg", "p2 p2.jpg", "p3 p3_1.jpg", "p4 p4_2.jpg", "p5 -", "p6 p6.jpg");
            assertThat(texts(app, LEADS)).isEqualTo(first);
            assertThat(texts(app, SHOWN))
                    .as("by the numbers of the names, a picture of an earlier post among them")
                    .containsExactlyInAnyOrder(
                            "p1 1 p1_1.jpg",
                            "p1 2 p1_2.jpg",
                            "p1 3 p1_10.jpg",
                            "p3 1 p3_1.jpg",
                            "p3 2 p3_2.jpg",
                            "p4 1 p1_2.jpg",
                            "p4 2 p4_2.jpg");
            assertThat(app.jdbi().onDemand(PostLeads.class).without(1)).isEqualTo(1);

            var table = "image,post_id\n\"p1_0.jpg, other/p1_1.jpg\",p1\n\"b.jpg, a.jpg\",p9\n";
            PostStudy.upload(
                    app,
                    new Upload()
                            .file("p1_0.jpg", PostStudy.picture(10))
                            .file("a.jpg", PostStudy.picture(91))
                            .file("b.jpg", PostStudy.picture(92))
                            .file("more.csv", table.getBytes(StandardCharsets.UTF_8)));
            assertThat(texts(app, LEADS)).containsAll(first).contains("p9 b.jpg");
            assertThat(texts(app, SHOWN)).contains("p9 1 b.jpg", "p9 2 a.jpg");

            remove(app, "p3_1.jpg");
            remove(app, "p2.jpg");
            assertThat(texts(app, LEADS)).contains("p3 p3_2.jpg", "p1 p1_1.jpg").doesNotContain("p2 p2.jpg", "p5 -");
        }
    }

    @Test
    void a_correction_that_gives_a_picture_to_another_post_changes_both_leads() {
        try (var app = TestApp.start()) {
            PostStudy.furnish(app);
            var path = PostStudy.upload(
                    app, new Upload().file("t.csv", "image,post_id\np6.jpg,p7\n".getBytes(StandardCharsets.UTF_8)));
            app.browser(World.ONA).post(path + "/corrections", "decision=replace");
            assertThat(texts(app, LEADS)).contains("p7 p6.jpg").doesNotContain("p6 p6.jpg");
        }
    }

    private static void remove(TestApp app, String path) {
        var answer = app.browser(World.ONA)
                .post("/projects/1/removals", "image=" + PostStudy.image(app, path) + "&reason=Wrong&said=9-9-9-9-9");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
}
