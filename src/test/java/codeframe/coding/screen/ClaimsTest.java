package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private TestApp app;
    private SampledStudy study;
    private Claims claims;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = SampledStudy.of(app.jdbi(), 8);
        claims = app.jdbi().onDemand(Claims.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_coder_holds_four_images_and_gets_the_same_ones_when_asking_again() {
        long sample = study.sample(1, World.CLEO, World.ONA);
        var cleo = new CodingPerson(app.browser(World.CLEO), sample);
        assertThat(CodingPerson.images(cleo.batch())).containsExactlyElementsOf(study.images.subList(0, 4));
        assertThat(CodingPerson.images(cleo.batch())).containsExactlyElementsOf(study.images.subList(0, 4));
    }

    @Test
    void an_image_for_one_coder_goes_to_nobody_else() {
        long sample = study.sample(1, World.CLEO, World.ONA);
        var cleo = CodingPerson.images(new CodingPerson(app.browser(World.CLEO), sample).batch());
        var ona = CodingPerson.images(new CodingPerson(app.browser(World.ONA), sample).batch());
        assertThat(cleo).doesNotContainAnyElementsOf(ona).hasSize(4);
        assertThat(ona).hasSize(4);
    }

    @Test
    void an_image_for_two_goes_to_both() {
        long sample = study.sample(2, World.CLEO, World.ONA);
        var cleo = CodingPerson.images(new CodingPerson(app.browser(World.CLEO), sample).batch());
        var ona = CodingPerson.images(new CodingPerson(app.browser(World.ONA), sample).batch());
        assertThat(cleo).isEqualTo(ona);
    }

    @Test
    void an_image_that_is_being_claimed_is_passed_over_and_not_waited_for() {
        long sample = study.sample(1, World.CLEO, World.ONA);
        var ona = new CodingPerson(app.browser(World.ONA), sample);
        app.jdbi().useTransaction(handle -> {
            handle.createQuery("select image_id from sample_image where image_id = :image for update")
                    .bind("image", study.images.get(0))
                    .mapTo(Long.class)
                    .list();
            var got = CompletableFuture.supplyAsync(() -> CodingPerson.images(ona.batch()));
            assertThat(got.orTimeout(20, TimeUnit.SECONDS).join())
                    .containsExactlyElementsOf(study.images.subList(1, 5));
        });
    }

    @Test
    void a_skipped_image_comes_back_last() {
        long sample = study.sample(1, World.CLEO);
        var cleo = new CodingPerson(app.browser(World.CLEO), sample);
        long first = CodingPerson.images(cleo.batch()).get(0);
        assertThat(CodingPerson.images(CodingPerson.read(cleo.skip(first)))).doesNotContain(first);
        long last = 0;
        for (int i = 0; i < 8; i++) {
            last = CodingPerson.images(cleo.batch()).get(0);
            cleo.decide(SampledStudy.decision(last, SampledStudy.POSTER));
        }
        assertThat(last).isEqualTo(first);
        assertThat(CodingPerson.images(cleo.batch())).isEmpty();
    }

    @Test
    void a_day_of_silence_gives_the_images_to_others() {
        long sample = study.sample(1, World.CLEO, World.ONA);
        var cleo = CodingPerson.images(new CodingPerson(app.browser(World.CLEO), sample).batch());
        assertThat(claims.release(Instant.now().minus(Claims.SILENCE))).isZero();
        app.jdbi()
                .useHandle(handle -> handle.execute("update assignment set claimed_at = claimed_at - interval '25 h'"));
        assertThat(claims.release(Instant.now().minus(Claims.SILENCE))).isEqualTo(4);
        var ona = CodingPerson.images(new CodingPerson(app.browser(World.ONA), sample).batch());
        assertThat(ona).isEqualTo(cleo);
        assertThat(study.number("select sum(taken) from sample_image")).isEqualTo(4);
    }

    @Test
    void what_was_decided_before_a_long_silence_is_kept_although_somebody_else_has_the_image_now() {
        long sample = study.sample(1, World.CLEO, World.ONA);
        var cleo = new CodingPerson(app.browser(World.CLEO), sample);
        long image = CodingPerson.images(cleo.batch()).get(0);
        claims.release(Instant.now().plusSeconds(1));
        new CodingPerson(app.browser(World.ONA), sample).batch();
        assertThat(cleo.decide(SampledStudy.decision(image, SampledStudy.POSTER))
                        .statusCode())
                .isEqualTo(200);
        assertThat(study.number("select count(*) from coding")).isEqualTo(1);
        assertThat(study.number("select taken from sample_image where image_id = " + image))
                .isEqualTo(2);
    }

    @Test
    void a_closed_sample_hands_out_nothing() {
        long sample = study.sample(1, World.CLEO);
        study.close(sample);
        var batch = new CodingPerson(app.browser(World.CLEO), sample).batch();
        assertThat(CodingPerson.images(batch)).isEmpty();
        assertThat(batch.path("closed").asBoolean()).isTrue();
    }
}
