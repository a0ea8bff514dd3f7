package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.CodebookJson;
import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.CodebookYaml;
import codeframe.codebook.Codebooks;
import codeframe.db.Json;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CodebookApiTest {
    private static final String PATH = "/api/v1/projects/1/codebook";
    private static final String YAML = CodebookYaml.write(CodebookTemplate.IMAGE_TYPES.codebook());
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_file_is_published_as_the_next_version_and_handed_out_again() {
        var ona = app.api(World.ONA);
        int first = version(ona.put(PATH, "application/yaml", YAML).body());
        var answer = ona.put(PATH, "application/yaml", YAML.replace("Image types", "Types 2"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(version(answer.body())).isEqualTo(first + 1);
        var vic = app.api(World.VIC);
        assertThat(vic.get(PATH + ".yaml?version=" + first).body()).isEqualTo(YAML);
        assertThat(vic.get(PATH + ".yaml").body()).contains("Types 2");
        var json = vic.get(PATH + ".json?version=" + first);
        assertThat(json.headers().firstValue("Codebook-Version")).contains(String.valueOf(first));
        assertThat(CodebookJson.read(json.body())).isEqualTo(CodebookTemplate.IMAGE_TYPES.codebook());
    }

    @Test
    void every_mistake_comes_back_with_line_and_key() {
        var answer = app.api(World.ONA)
                .put(PATH, "application/yaml", "codebook: x\ncolour: red\nvariables:\n  - label: A\n    typ: text\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = new Json(answer.body()).tree();
        assertThat(problem.path("detail").asText()).isEqualTo("The codebook has 3 mistakes, so nothing was published.");
        assertThat(problem.path("errors")).hasSize(3);
        assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(problem.at("/errors/0/key").asText()).isEqualTo("colour");
        assertThat(problem.at("/errors/1/key").asText()).isEqualTo("categories");
        assertThat(problem.at("/errors/2/key").asText()).isEqualTo("typ");
        assertThat(problem.at("/errors/2/message").asText()).contains("is not a key of a variable");
    }

    @Test
    void coders_read_and_strangers_find_nothing() {
        app.api(World.ONA).put(PATH, "application/yaml", YAML);
        assertThat(app.api(World.CLEO).put(PATH, "application/yaml", YAML).statusCode())
                .isEqualTo(403);
        assertThat(app.api(World.CLEO).get(PATH + ".yaml").statusCode()).isEqualTo(200);
        assertThat(app.api(World.OZ).get(PATH + ".yaml").statusCode()).isEqualTo(404);
        assertThat(app.api(World.OZ).put(PATH, "application/yaml", YAML).statusCode())
                .isEqualTo(404);
        assertThat(app.api(World.OZ).get("/api/v1/projects/2/codebook.json").statusCode())
                .isEqualTo(404);
        assertThat(app.api(World.ONA).get(PATH + ".yaml?version=99").statusCode())
                .isEqualTo(404);
        assertThat(app.api(World.ONA).get(PATH + ".yaml?version=x").statusCode())
                .isEqualTo(422);
    }

    @Test
    void files_published_at_the_same_moment_get_numbers_of_their_own() {
        var codebooks = app.jdbi().onDemand(Codebooks.class);
        int before = codebooks.versions(1).size();
        IntStream.range(0, 8).parallel().forEach(i -> app.api(World.ONA).put(PATH, "application/yaml", YAML));
        assertThat(codebooks.versions(1))
                .extracting(version -> version.number())
                .doesNotHaveDuplicates()
                .hasSize(before + 8);
    }

    @Test
    void a_draft_in_writing_stays_when_a_file_is_published() {
        var codebooks = app.jdbi().onDemand(Codebooks.class);
        codebooks.change(1, 1, codebook -> CodebookTemplate.VISUAL_FRAMES.codebook());
        app.api(World.ONA).put(PATH, "application/yaml", YAML);
        assertThat(codebooks.draft(1).codebook()).isEqualTo(CodebookTemplate.VISUAL_FRAMES.codebook());
    }

    private static int version(String body) {
        return new Json(body).tree().path("version").asInt();
    }
}
