package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against what OpenAI's own code returns for the same pixels and ids; see clip-golden/README.md. */
class TowersTest {
    private static final int EOS = 599;

    private static ClipConfig config;
    private static TowerWeights weights;
    private static Checkpoint reference;
    private static float[][] pixels;

    @BeforeAll
    static void load() throws IOException {
        config = ClipConfig.read(Golden.file("tiny-clip"));
        weights = TowerWeights.of(Checkpoint.open(Golden.file("tiny-clip/model.safetensors")), config);
        reference = SafeTensors.open(Golden.file("reference.safetensors"));
        pixels = Golden.rows(reference.tensor("pixel_values"));
    }

    @Test
    void vectors_and_logits_are_those_of_openai() {
        try (var towers = Towers.load(config, weights, Precision.FP32)) {
            var images = towers.images(pixels);
            var texts = towers.texts(ids(), EOS, 0);
            assertClose(images, unit(reference.tensor("image_embeds")), 1e-5);
            assertClose(texts, unit(reference.tensor("text_embeds")), 1e-5);
            assertClose(logits(images, texts), Golden.rows(reference.tensor("logits_per_image")), 1e-4);
        }
    }

    @Test
    void models_with_plain_gelu_are_computed_as_well() {
        var gelu = with(Activation.GELU);
        try (var towers = Towers.load(config, gelu, Precision.FP32)) {
            assertClose(
                    logits(towers.images(pixels), towers.texts(ids(), EOS, 0)),
                    Golden.rows(Golden.json("gelu.json")),
                    1e-4);
        }
    }

    /** Larger models take these where they are faster. */
    @ParameterizedTest
    @EnumSource
    void products_of_onednn_are_as_exact(Activation activation) {
        try (var usual = Towers.load(config, with(activation), Precision.FP32);
                var packed = Towers.packed(config, with(activation))) {
            assertClose(packed.images(pixels), usual.images(pixels), 1e-6);
            assertThat(packed.precision()).isEqualTo(Precision.FP32);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bfloat16_vectors_point_the_same_way(Activation activation) {
        try (var exact = Towers.load(config, with(activation), Precision.FP32);
                var shortened = Towers.load(config, with(activation), Precision.BF16)) {
            var expected = exact.images(pixels);
            var short16 = shortened.images(pixels);
            for (int i = 0; i < expected.length; i++) {
                assertThat(Vectors.dot(expected[i], short16[i])).isGreaterThan(0.9995f);
            }
            assertThat(shortened.precision()).isEqualTo(Precision.BF16);
        }
    }

    @Test
    void auto_settles_on_one_of_the_two() {
        try (var towers = Towers.load(config, weights, Precision.AUTO)) {
            assertThat(towers.precision()).isIn(Precision.FP32, Precision.BF16);
        }
    }

    @Test
    void one_model_serves_several_threads_at_once() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try (var towers = Towers.load(config, weights, Precision.FP32)) {
            var expected = towers.images(pixels);
            var answers = pool.invokeAll(Collections.<Callable<float[][]>>nCopies(40, () -> towers.images(pixels)));
            for (var answer : answers) {
                assertClose(answer.get(), expected, 1e-6);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static TowerWeights with(Activation activation) {
        var sizes = weights.sizes();
        var image = with(activation, sizes.image());
        var changed = new Sizes(image, with(activation, sizes.text()), 16, 64, 600, 77, 64);
        return new TowerWeights(weights.image(), weights.text(), changed, weights.logitScale(), weights.logitBias());
    }

    private static Transformer with(Activation activation, Transformer tower) {
        return new Transformer(
                activation, tower.epsilon(), tower.width(), tower.inner(), tower.layers(), tower.heads());
    }

    private static List<PhraseTokens> ids() {
        try {
            // the reference's input_ids are 64-bit integers, which are no weights
            var bytes = Files.readAllBytes(Golden.file("reference.safetensors"));
            var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int start = 8 + (int) buffer.getLong(0) + 1024;
            var phrases = new ArrayList<PhraseTokens>();
            for (int row = 0; row < 5; row++) {
                var ids = new ArrayList<Integer>();
                for (int k = 0; !ids.contains(EOS); k++) {
                    ids.add((int) buffer.getLong(start + 8 * (77 * row + k)));
                }
                phrases.add(new PhraseTokens(ids, false));
            }
            return phrases;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[][] logits(float[][] images, float[][] texts) {
        return Arrays.stream(images)
                .map(image -> {
                    var row = new float[texts.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = (float) weights.logitScale() * Vectors.dot(image, texts[i]);
                    }
                    return row;
                })
                .toArray(float[][]::new);
    }

    private static float[][] unit(Tensor tensor) {
        var rows = Golden.rows(tensor);
        Arrays.stream(rows).forEach(Vectors::normalise);
        return rows;
    }

    private static void assertClose(float[][] actual, float[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < expected[i].length; k++) {
                assertThat(actual[i][k]).isCloseTo(expected[i][k], within((float) tolerance));
            }
        }
    }
}
