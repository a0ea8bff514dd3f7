package codeframe.coding.sample;

import static codeframe.coding.sample.PostStudy.texts;
import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples of posts: what is counted, what is drawn, and what dev and test never share. */
class PostSampleTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        PostStudy.furnish(app);
        PostStudy.publish(app, PostStudy.CODEBOOK);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void none() {
        app.jdbi().useHandle(handle -> handle.execute("truncate sample cascade"));
    }

    @Test
    void posts_are_counted_and_drawn_under_their_leads() {
        draw("pilot", "story", 5, "{}");
        var sample = app.api(World.ONA).json("/api/v1/projects/1/samples").path(0);
        assertThat(sample.path("unit").asText()).isEqualTo("post");
        assertThat(sample.path("frameSize").asInt()).isEqualTo(5);
        assertThat(drawn()).containsExactly("p1_1.jpg", "p2.jpg", "p3_1.jpg", "p4_2.jpg", "p6.jpg");
        var page = app.browser(World.ONA)
                .get("/projects/1/samples/" + sample.path("id").asLong())
                .body();
        assertThat(page)
                .contains(
                        "<dt>Posts</dt>",
                        "1 post of the project shows only pictures of an earlier post; it is coded there.",
                        "0 of 5 posts have all the coders they want");
    }

    @Test
    void the_wizard_says_the_unit_and_takes_the_variables_of_one() {
        var ona = app.browser(World.ONA);
        var form = "name=S&purpose=pilot&design=simple&size=2&seed=1&people=1&codersEach=1&overlap=0&goldRule=unanimous"
                + "&again=0&againOf=percent&againDays=14&agreement=85&f1=80&prevalence=10&variables=story";
        assertThat(ona.post("/projects/1/samples/preview", form).body()).contains("<strong>2 posts</strong> of 5");
        var mixed = ona.post("/projects/1/samples/preview", form + "&variables=type");
        assertThat(mixed.statusCode()).isEqualTo(422);
        assertThat(mixed.body())
                .contains(
                        "is asked of images and \"Story\" of posts. A sample is of one unit: draw a sample for each.");
        assertThat(ona.get("/projects/1/samples/new").body())
                .contains("Story (of posts)")
                .containsPattern("value=\"type\"[^>]*checked")
                .doesNotContainPattern("value=\"story\"[^>]*checked");
    }

    @Test
    void a_post_with_an_image_in_a_dev_sample_is_in_no_test_sample() {
        draw("dev", "type", 1, only("p1_2.jpg"));
        draw("test", "story", 3, "{}");
        assertThat(drawn()).as("p1 and p4 both show the picture").containsExactly("p2.jpg", "p3_1.jpg", "p6.jpg");
    }

    @Test
    void no_image_of_a_post_in_a_dev_sample_is_in_a_test_sample() {
        draw("dev", "story", 1, only("p4_2.jpg"));
        draw("test", "type", 4, "{}");
        assertThat(drawn())
                .as("p4 shows p1_2 besides, and that is of the post p1")
                .containsExactly("p2.jpg", "p3_1.jpg", "p3_2.jpg", "p6.jpg");
    }

    private static String only(String path) {
        app.jdbi().useHandle(handle -> handle.execute("update image set kind = path"));
        return "{\"filter\": {\"kind\": \"" + path + "\"}}";
    }

    private static void draw(String purpose, String variable, int size, String images) {
        var answer = app.api(World.ONA).post("/api/v1/projects/1/samples", "application/json", """
                {"name": "%s", "purpose": "%s", "design": "simple", "size": %d, "seed": 4, "images": %s,
                 "shown": "drawn_too", "people": ["ona@example.org"], "variables": ["%s"]}
                """.formatted(
                        purpose, purpose, size, images, variable));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> drawn() {
        return texts(app, """
                select i.path from sample_image m join image i on i.id = m.image_id
                where m.sample_id = (select max(id) from sample) order by i.path
                """);
    }
}
