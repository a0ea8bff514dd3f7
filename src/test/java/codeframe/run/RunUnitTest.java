package codeframe.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Unit;
import codeframe.image.ImageFilter;
import codeframe.testing.TestApp;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a run judges: pictures and frames for themselves, posts and videos under their leads. */
class RunUnitTest {
    /** Images 1 to 4 of post 10, whose lead is 2; image 5 is a video and 6 a frame of it. */
    private static void units(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createScript("""
                insert into post (id, project_id, external_id, metadata) overriding system value values (10, 1, 'p', '{}');
                update image set post_id = 10 where id <= 4;
                update post set lead_id = 2 where id = 10;
                update image set medium = 'video' where id = 5;
                update image set medium = 'frame', parent_id = 5, t_ms = 0 where id = 6
                """).execute());
    }

    @Test
    void a_run_takes_the_images_that_stand_for_what_it_judges() {
        try (var app = TestApp.with(new LetterClassifier(30))) {
            var study = new RunStudy(app.jdbi());
            study.images(6);
            long version = study.publish();
            units(app.jdbi());
            var creation = new RunCreation(app.jdbi());
            var all = ImageFilter.ALL;
            assertThat(items(app.jdbi(), creation, version, study.plan(), all)).isEqualTo("image: 1 2 3 4");
            assertThat(items(app.jdbi(), creation, version, study.plan(), ImageFilter.WITH_FRAMES))
                    .isEqualTo("image: 1 2 3 4 6");
            assertThat(items(app.jdbi(), creation, version, study.plan().judging(Unit.POST), all))
                    .isEqualTo("post: 2");
            assertThat(items(app.jdbi(), creation, version, study.plan().judging(Unit.VIDEO), all))
                    .isEqualTo("video: 5");
        }
    }

    private static String items(Jdbi jdbi, RunCreation creation, long version, RunPlan plan, ImageFilter images) {
        long run = creation.create(new RunOrder(plan, version, images), null);
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select r.unit || ': ' || string_agg(cast(i.image_id as text), ' ' order by i.image_id)
                        from run_overview r join run_item i on i.run_id = r.id where r.id = :run group by r.unit
                        """).bind("run", run).mapTo(String.class).one());
    }
}
