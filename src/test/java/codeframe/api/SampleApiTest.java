package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.coding.sample.CorpusStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleApiTest {
    private static final String SAMPLES = "/api/v1/projects/1/samples";
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        CorpusStudy.furnish(app.jdbi(), 200);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_script_draws_a_stratified_sample_and_reads_its_design() {
        var drawn = app.api(World.ONA).post(SAMPLES, "application/json", """
                {"name": "Scripted", "purpose": "dev", "design": "stratified", "size": 60, "seed": 4,
                 "strata": {"by": "category", "coder": 1, "variable": "type", "floor": 25},
                 "people": ["ona@example.org", "CLEO@example.org"], "codersEach": 2, "overlap": 0.29,
                 "variables": ["type"]}
                """);
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        var sample = app.api(World.ONA).json(SAMPLES + "/1");
        assertThat(sample.path("size").asInt()).isEqualTo(60);
        assertThat(sample.path("wanted").asInt()).isEqualTo(77);
        assertThat(sample.has("strata"))
                .as("Ona codes it, and a machine made them")
                .isFalse();
        app.jdbi().useHandle(handle -> handle.execute("update sample set closed_at = now()"));
        assertThat(app.api(World.ONA).json(SAMPLES + "/1").path("strata").path("rows"))
                .hasSize(2);
        assertThat(app.api(World.VIC).json(SAMPLES + "/1").has("strata")).isFalse();
        assertThat(app.api(World.CLEO).json(SAMPLES)).hasSize(1);
        assertThat(app.api(World.OZ).get(SAMPLES + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_wish_that_is_not_understood_is_no_sample() {
        for (var request : new String[] {
            "\"sede\": 4",
            "\"overlap\": 5",
            "\"overlap\": \"half\"",
            "\"hidePost\": \"no\"",
            "\"strata\": {\"flor\": 2}"
        }) {
            var answer = app.api(World.ONA).post(SAMPLES, "application/json", """
                    {"name": "Scripted", "purpose": "pilot", "size": 5, "people": ["ona@example.org"],
                     "variables": ["type"], %s}""".formatted(request));
            assertThat(answer.statusCode()).as(request).isEqualTo(422);
            assertThat(answer.body()).contains(request.split("\"", -1)[request.contains("flor") ? 3 : 1]);
        }
    }

    @Test
    void every_mistake_is_told_by_its_field() {
        var answer = app.api(World.ONA).post(SAMPLES, "application/json", """
                {"name": "", "purpose": "test", "size": 900, "people": ["nobody@example.org"], "variables": ["type"]}
                """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"name\"", "\"size\"", "\"people\"");
        assertThat(app.api(World.CLEO).post(SAMPLES, "application/json", "{}").statusCode())
                .isEqualTo(403);
    }
}
