package codeframe.demo;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.user.Users;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo project as somebody finds it after the first start. */
final class DemoProjectTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static TestApp app;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() throws InterruptedException {
        app = TestApp.empty(Map.of("CODEFRAME_DEMO", "true"), Clock.systemUTC());
        jdbi = app.jdbi();
        var limit = Instant.now().plus(PATIENCE);
        while (count("select count(*) from demo d join run r on r.id = d.run_id where d.finished and r.state = 'done'")
                == 0) {
            assertThat(Instant.now()).as("the demo project is slow").isBefore(limit);
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void all_drawings_are_there_with_their_posts_accounts_and_dates() {
        assertThat(count("select count(*) from image i join demo d on d.project_id = i.project_id"))
                .isEqualTo(240);
        assertThat(count("""
                        select count(*) from image i join demo d on d.project_id = i.project_id
                        where i.post_id is null or i.account is null or i.posted_at is null
                        """)).isZero();
        assertThat(count("select count(distinct account) from image i join demo d on d.project_id = i.project_id"))
                .isEqualTo(5);
    }

    @Test
    void the_run_has_labelled_the_drawings_rightly() {
        var kinds = new HashMap<String, Kind>();
        DemoPosts.all().forEach(post -> post.pictures().forEach(picture -> kinds.put(picture.file(), picture.kind())));
        int asked = 0;
        int right = 0;
        for (var label : labels().entrySet()) {
            var truth = Answers.type(kinds.get(label.getKey()));
            asked += truth.isPresent() ? 1 : 0;
            right += truth.isPresent() && truth.orElseThrow().equals(label.getValue()) ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(180);
        assertThat(right / (double) asked).isGreaterThanOrEqualTo(.8);
    }

    @Test
    void the_first_account_takes_it_over() {
        jdbi.onDemand(Users.class).addFirst("ada@example.org", "Ada", "no password");
        assertThat(count("select count(*) from member m join demo d on d.project_id = m.project_id"))
                .isEqualTo(1);
    }

    @Test
    void another_start_adds_nothing() throws IOException {
        var again = new DemoProject(jdbi, null, null);
        assertThat(again.step()).isTrue();
        assertThat(count("select count(*) from project where demo")).isEqualTo(1);
    }

    /** Label by path. */
    private static Map<String, String> labels() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select i.path, c.value
                        from demo d join coder k on k.run_id = d.run_id join coding g on g.coder_id = k.id
                        join code c on c.coding_id = g.id join image i on i.id = g.image_id
                        """)
                .setMapKeyColumn("path")
                .setMapValueColumn("value")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    private static long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
