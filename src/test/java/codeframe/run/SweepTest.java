package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.run.work.RunWorker;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at what a run said: by category, and the right/wrong sweep. */
class SweepTest {
    private TestApp app;
    private RunStudy study;
    private String path;
    private Browser cleo;

    @BeforeEach
    void run() {
        app = TestApp.with(new LetterClassifier(0));
        study = new RunStudy(app.jdbi());
        study.images(200);
        long run = study.run(study.publish());
        new RunWorker(app.jdbi(), new Classifiers(List.of(new LetterClassifier(0))), Clock.systemUTC())
                .work(run, "lane", Duration.ofMinutes(1), () -> false);
        path = "/projects/1/runs/" + run;
        cleo = app.browser(World.CLEO);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String draw(String form) {
        var answer = cleo.post(path + "/sweeps", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void judge(String sweep, int position, String verdict) {
        assertThat(cleo.post(sweep + "/judge", "position=" + position + "&verdict=" + verdict)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_gallery_of_a_category_shows_every_image_once_in_the_order_asked_for() {
        for (var order : RunCodes.Order.values()) {
            var seen = new java.util.ArrayList<String>();
            var next = path + "/review/kind?value=a&order=" + order.word();
            while (next != null) {
                var body = cleo.get(next).body();
                Pattern.compile("alt=\"(\\d+\\.png)\"").matcher(body).results().forEach(m -> seen.add(m.group(1)));
                var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
                next = link.find() ? link.group(1).replace("&amp;", "&") : null;
            }
            assertThat(seen).doesNotHaveDuplicates();
            assertThat((long) seen.size())
                    .isEqualTo(study.value("select count(*) from code where value = 'a'", Long.class));
        }
        assertThat(cleo.get(path + "/review/nothing").statusCode()).isEqualTo(404);
        assertThat(cleo.get(path + "/review/kind?after=x:y").statusCode()).isEqualTo(422);
    }

    @Test
    void a_stratified_sweep_draws_equally_and_the_same_for_the_same_seed() {
        draw("variable=kind&design=stratified&size=30&seed=4");
        draw("variable=kind&design=stratified&size=30&seed=4");
        assertThat(study.value("select count(*) from run_review_item where review_id = 1 and value = 'a'", Long.class))
                .isEqualTo(10);
        assertThat(study.value("""
                        select count(*) from run_review_item a join run_review_item b
                        using (position, image_id) where a.review_id = 1 and b.review_id = 2
                        """, Long.class)).isEqualTo(20);
        draw("variable=kind&design=random&size=30");
        assertThat(study.value("select size from run_review where id = 3", Integer.class))
                .isEqualTo(30);
    }

    @Test
    void judgements_are_counted_undone_and_corrected_and_never_become_codes() {
        var sweep = draw("variable=kind&design=random&size=5&seed=4");
        judge(sweep, 1, "right");
        judge(sweep, 1, "wrong");
        judge(sweep, 2, "wrong");
        var value = study.value("select value from run_review_item where position = 2", String.class);
        cleo.post(sweep + "/correct", "position=2&value=c");
        cleo.post(sweep + "/correct", "position=1&value=c");
        assertThat(cleo.post(sweep + "/correct", "position=2&value=nothing").statusCode())
                .isEqualTo(422);
        assertThat(cleo.get(sweep).body()).contains("Image 3 of 5").contains("rather C");
        judge(sweep, 3, "skipped");
        cleo.post(sweep + "/undo", "");
        assertThat(cleo.get(sweep).body()).contains("Image 3 of 5");
        var result = cleo.get(sweep + "/result").body();
        assertThat(result).contains("1 right, 1 wrong, 0 skipped, 3 not judged").contains("rather C");
        assertThat(result).contains("All categories").contains("Wilson");
        assertThat(value).isIn("a", "b");
        assertThat(study.value("select count(*) from coder where kind <> 'run'", Long.class))
                .isZero();
        assertThat(study.value("select count(*) from run_review_item where correct is not null", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_viewer_reads_and_does_not_judge() {
        var sweep = draw("variable=kind&design=random&size=5");
        var vic = app.browser(World.VIC);
        assertThat(vic.get(sweep).body()).contains("The run says").doesNotContain("Right <kbd>J");
        assertThat(vic.post(sweep + "/judge", "position=1&verdict=right").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_sweep_that_cannot_be_drawn_is_refused_in_the_form() {
        for (var wrong : List.of("size=0", "size=many", "design=all", "variable=kin", "seed=x")) {
            var answer = cleo.post(path + "/sweeps", wrong + "&variable=kind&design=random&size=5&seed=1");
            assertThat(answer.statusCode()).isEqualTo(422);
        }
    }
}
