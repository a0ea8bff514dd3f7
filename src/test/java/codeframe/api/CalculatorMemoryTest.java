package codeframe.api;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.testing.Api;
import codeframe.testing.Program;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with little memory computes what fits, refuses the rest in a sentence beforehand, and goes on. */
class CalculatorMemoryTest {
    private static Program program;
    private static Api api;

    @BeforeAll
    static void start(@TempDir Path data) {
        var url = TestDb.freshUrl();
        try (var database = Database.open(url, 2)) {
            World.populate(database.jdbi());
        }
        program = Program.within(
                "128m", Map.of("DATABASE_URL", url, "CODEFRAME_DATA", data.toString(), "CODEFRAME_WORKERS", "0"));
        api = new Api(program.address(), World.token(World.ONA));
    }

    @AfterAll
    static void stop() {
        assertThat(program.output()).doesNotContain("OutOfMemoryError");
        program.close();
    }

    /** 2,500 units and 4,900 labels: 61 KB. */
    private static String wide(int units, int coders) {
        var table = new StringBuilder("unit");
        for (int coder = 0; coder < coders; coder++) {
            table.append(",c").append(coder);
        }
        int label = 0;
        for (int unit = 0; unit < units; unit++) {
            table.append('\n').append(unit);
            for (int coder = 0; coder < coders; coder++) {
                table.append(",").append(label++ % 4_900);
            }
        }
        return table.toString();
    }

    @Test
    void a_small_table_with_thousands_of_labels_is_computed() {
        var answer = api.post("/api/v1/agreement?replicates=100", "text/csv", wide(2_500, 2));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var report = new Json(answer.body()).tree();
        assertThat(report.path("pairableUnits").asInt()).isEqualTo(2_500);
        assertThat(report.path("coefficients").path("cohen_kappa").path("value").isNumber())
                .isTrue();
    }

    @Test
    void what_can_never_fit_is_refused_before_it_begins() {
        var answer = api.post("/api/v1/agreement?replicates=100", "text/csv", wide(400, 1_000));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(new Json(answer.body()).tree().path("detail").asText())
                .contains("400 units, 1,000 coders and 4,900 different values", "Nothing was computed", "-Xmx")
                .contains("Merge values");
        assertThat(api.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_table_that_is_too_long_to_be_read_is_refused_while_it_is_read() {
        var table = new StringBuilder("unit,gold,predicted\n");
        for (int unit = 0; unit < 400_000; unit++) {
            table.append("image-").append(unit).append(",a,b\n");
        }
        var answer = api.post("/api/v1/validation?replicates=100", "text/csv", table.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("more than can be computed with here");
    }

    @Test
    void the_same_code_again_and_again_does_not_fill_the_memory() {
        var table = "unit,coder,value\n" + "1,Ona,yes\n".repeat(3_000_000);
        var answer = api.post("/api/v1/agreement", "text/csv", table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("the table has", "codes for 1 unit");
    }
}
