package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private TestApp app;
    private SampledStudy study;
    private CodingPerson cleo;
    private long sample;
    private long image;

    @BeforeEach
    void start() {
        app = TestApp.start();
        study = SampledStudy.of(app.jdbi(), 3);
        sample = study.sample(World.CLEO, World.ONA);
        cleo = new CodingPerson(app.browser(World.CLEO), sample);
        image = CodingPerson.images(cleo.batch()).get(0);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String codes() {
        return String.join(" ", study.texts("""
                select variable || '=' || coalesce(value, state) from code order by variable, value"""));
    }

    @Test
    void a_decision_is_stored_and_what_was_not_asked_is_not_applicable() {
        cleo.decide(SampledStudy.decision(image, SampledStudy.POSTER));
        assertThat(codes()).isEqualTo("crowd_size=not_applicable image_type=poster objects=flag");
        assertThat(study.texts("select seconds || ' ' || state from coding join assignment using (image_id)"
                        + " where assignment.coder_id = coding.coder_id"))
                .containsExactly("4.3 done");
    }

    @Test
    void a_decision_sent_twice_is_stored_once() {
        var sent = SampledStudy.decision(image, SampledStudy.POSTER);
        cleo.decide(sent);
        assertThat(cleo.decide(sent).statusCode()).isEqualTo(200);
        assertThat(study.number("select count(*) from coding")).isEqualTo(1);
        assertThat(study.number("select count(*) from coding_history")).isZero();
    }

    @Test
    void a_changed_mind_replaces_the_answer_and_keeps_the_earlier_one() {
        var first = UUID.randomUUID();
        cleo.decide(SampledStudy.decision(first, image, SampledStudy.POSTER));
        cleo.decide(SampledStudy.decision(image, """
                {"image_type": {"values": ["crowd"]}, "crowd_size": {"values": ["small"]},
                 "objects": {"values": ["lectern", "flag"]}}"""));
        assertThat(codes()).isEqualTo("crowd_size=small image_type=crowd objects=flag objects=lectern");
        assertThat(study.texts("select was::text from coding_history").get(0))
                .contains(first.toString(), "poster", "not_applicable");
        assertThat(study.texts("select round(seconds::numeric, 1)::text from coding"))
                .containsExactly("8.6");
    }

    @Test
    void an_earlier_decision_that_arrives_late_changes_nothing() {
        var first = SampledStudy.decision(image, SampledStudy.POSTER);
        cleo.decide(first);
        cleo.decide(SampledStudy.decision(image, """
                {"image_type": {"values": ["portrait"]}, "objects": {"values": ["none_of_these"]}}"""));
        cleo.decide(first);
        assertThat(codes()).contains("image_type=portrait").contains("objects=none_of_these");
    }

    @Test
    void unsure_and_not_codable_are_answers() {
        cleo.decide(SampledStudy.decision(image, """
                {"image_type": {"state": "unsure"}, "objects": {"state": "not_codable"}}"""));
        assertThat(codes()).isEqualTo("crowd_size=not_applicable image_type=unsure objects=not_codable");
    }

    @Test
    void what_the_codebook_does_not_allow_is_refused_with_its_reason() {
        refused("{\"image_type\": {\"values\": [\"poster\"]}}", "\"Objects\" needs an answer.");
        refused("{\"image_type\": {\"values\": [\"house\"]}, \"objects\": {\"values\": [\"flag\"]}}", "no category");
        refused(
                "{\"image_type\": {\"values\": [\"poster\"]}, \"crowd_size\": {\"values\": [\"small\"]},"
                        + " \"objects\": {\"values\": [\"flag\"]}}",
                "not asked here");
        refused(
                "{\"image_type\": {\"values\": [\"poster\", \"crowd\"]}, \"objects\": {\"state\": \"unsure\"}}",
                "takes one answer");
        refused(
                "{\"image_type\": {\"values\": [\"poster\"]}, \"objects\": {\"values\": [\"flag\", \"none_of_these\"]}}",
                "beside other answers");
        refused("{\"weather\": {\"values\": [\"sun\"]}}", "does not ask for");
        assertThat(cleo.decide("{\"decision\": \"no\"}").statusCode()).isEqualTo(422);
        assertThat(cleo.decide("not JSON").statusCode()).isEqualTo(422);
        assertThat(study.number("select count(*) from coding")).isZero();
    }

    private void refused(String answers, String reason) {
        var answer = cleo.decide(SampledStudy.decision(image, answers));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().replace("&#34;", "\"")).contains(reason);
    }

    @Test
    void a_closed_sample_takes_no_more_decisions_and_says_so() {
        study.close(sample);
        var answer = cleo.decide(SampledStudy.decision(image, SampledStudy.POSTER));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("was closed");
    }

    @Test
    void nobody_sees_or_touches_the_assignment_of_another() {
        long own = study.sample(World.CLEO);
        assertThat(new CodingPerson(app.browser(World.ONA), own).ask().statusCode())
                .isEqualTo(404);
        assertThat(new CodingPerson(app.browser(World.VIC), own).ask().statusCode())
                .isEqualTo(403);
        assertThat(new CodingPerson(app.browser(World.OZ), own).ask().statusCode())
                .isEqualTo(404);
        cleo.decide(SampledStudy.decision(image, SampledStudy.POSTER));
        var ona = new CodingPerson(app.browser(World.ONA), sample).ask().body();
        assertThat(ona).doesNotContain("poster").contains("\"decided\":null");
    }
}
