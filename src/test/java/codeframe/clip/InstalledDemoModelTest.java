package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledDemoModelTest {
    @TempDir
    Path folder;

    @Test
    void it_is_listed_last_and_works_from_a_folder_of_its_own() throws IOException {
        var unpacked = DemoModel.unpackedTo(folder.resolve("demo"));
        assumeTrue(unpacked.isPresent(), "the demo model is not part of this build");
        TinyModel.install(folder.resolve("models/tiny"));
        var directory = new ModelDirectory(folder.resolve("models"), folder.resolve("demo"));
        assertThat(directory.all()).extracting(ModelFolder::name).containsExactly("tiny", ModelDirectory.DEMO);
        assertThat(directory.forPhotographs().orElseThrow().name()).isEqualTo("tiny");
        try (var models = new Models(directory)) {
            var model = models.open(ModelDirectory.DEMO, Precision.FP32).model();
            var vectors = model.embedTexts(List.of("a plate of food", "a rally"));
            assertThat(Vectors.dot(vectors[0], vectors[1])).isLessThan(0.99f);
            it_computes_what_it_computed_when_it_was_made(model);
        }
    }

    private static void it_computes_what_it_computed_when_it_was_made(ClipModel model) {
        var drawn = DrawnVectors.of(model);
        assertThat(DemoModel.value(kept(drawn)).orElseThrow().equal()).isTrue();
        drawn.vectors()[4][7] += 0.02f;
        assertThat(DemoModel.value(kept(drawn)).orElseThrow())
                .satisfies(value -> assertThat(value.equal()).isFalse())
                .extracting(PublishedValue::found)
                .isEqualTo("they differ in the second digit");
    }

    private static Fingerprints.Kept kept(DrawnVectors drawn) {
        return new Fingerprints.Kept(1, "hash", "fp32", "2.7.1", "Abacus", drawn.bytes(), Instant.EPOCH);
    }

    @Test
    void an_older_copy_is_replaced_when_the_program_has_a_newer_one() throws IOException {
        var target = folder.resolve("demo/config.json");
        Files.createDirectories(target.getParent());
        Files.writeString(target, "{}");
        assumeTrue(
                DemoModel.unpackedTo(folder.resolve("demo")).isPresent(), "the demo model is not part of this build");
        assertThat(Files.readString(target)).contains("vision_config");
    }
}
