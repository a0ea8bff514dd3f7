package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the authors' own code computes with models in the four layouts of the hub; see siglip-golden/README.md. */
class SiglipTest {
    /** Wider, and a wrong epsilon of the layers' norms passes. */
    private static final float COSINE = 5e-6f;

    @TempDir
    Path folder;

    /** Weights, ids and pixels of some folders are those of another. */
    @ParameterizedTest
    @CsvSource({
        "hf-siglip, hf-siglip",
        "hf-siglip2, hf-siglip2",
        "openclip-siglip, openclip-siglip",
        "openclip-siglip-erf, openclip-siglip",
        "openclip-clip-quickgelu, openclip-clip-quickgelu",
        "openclip-clip, openclip-clip-quickgelu",
        "transformers5-clip, transformers5-clip"
    })
    void images_and_phrases_have_the_vectors_of_the_authors_code(String name, String weights) throws IOException {
        var reference = SafeTensors.open(golden(name).resolve("reference.safetensors"));
        try (var model = ClipModel.load(model(name, weights), Precision.FP32)) {
            var images = model.embedImages(images());
            var texts = texts(name, weights);
            assertClose(images, unit(reference.tensor("image_embeds" + middle(name))), 5e-5f);
            assertClose(texts, unit(reference.tensor("text_embeds")), 5e-5f);
            if (middle(name).isEmpty()) {
                assertClose(cosines(images, texts), Golden.rows(reference.tensor("cosine")), COSINE);
            }
        }
    }

    /** An odd pixel is left off where OpenAI’s code does it, also with files of transformers, which itself differs. */
    private static String middle(String name) {
        return name.equals("transformers5-clip") ? "_half_even" : "";
    }

    /** Also of phrases that a run refuses, because they have no words. */
    private float[][] texts(String name, String weights) {
        var config = ClipConfig.read(model(name, weights));
        var tokenizer = Tokenizer.read(model(name, weights), config);
        var made = TowerWeights.of(Checkpoint.in(model(name, weights)), config);
        var tokens = phrases().stream()
                .map(phrase -> tokenizer.encode(phrase, made.context()))
                .toList();
        try (var towers = Towers.load(config, made, Precision.FP32)) {
            return towers.texts(tokens, tokenizer.eos(), tokenizer.fill());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hf-siglip", "hf-siglip2", "openclip-siglip"})
    void phrases_are_cleaned_and_cut_into_the_authors_tokens(String name) throws IOException {
        var config = ClipConfig.read(golden(name));
        var tokenizer = Tokenizer.read(golden(name), config);
        var lines = Files.readAllLines(golden(name).resolve("tokens.csv"));
        for (int i = 1; i < lines.size(); i++) {
            var parts = lines.get(i).split(",(?=[\\d ]+,\\d*$)|,(?=\\d*$)", -1);
            var tokens = tokenizer.encode(phrases().get(i - 1), 64);
            assertThat(tokens.ids().stream().map(String::valueOf).toList())
                    .as(parts[0])
                    .isEqualTo(List.of(parts[1].split(" ")));
            assertThat(tokens.cut()).as(parts[0]).isEqualTo(parts[2].isEmpty());
            assertThat(parts[2]).isIn("", String.valueOf(tokenizer.fill()));
        }
    }

    @ParameterizedTest
    @CsvSource({"squash-bicubic, SQUASH, BICUBIC", "squash-bilinear, SQUASH, BILINEAR"})
    void pixels_are_those_of_pillow(String recipe, Resizing.Kind kind, Filter filter) throws IOException {
        var preprocess = new Preprocess(
                new Pixel(new Resizing(kind, 32), filter, 32, Pixel.BLACK, Pixel.FACTOR, Pixel.ZEROS, Pixel.ONES));
        var lines = Files.readAllLines(golden("pixels.csv")).stream()
                .map(line -> line.split(","))
                .filter(line -> line[4].equals(recipe))
                .toList();
        assertThat(lines).hasSize(10);
        for (var line : lines) {
            assertThat(PreprocessTest.sha256(preprocess.square(image(line[0]))))
                    .as(line[0])
                    .isEqualTo(line[5]);
        }
    }

    @Test
    void bfloat16_vectors_point_the_same_way() {
        try (var exact = ClipModel.load(golden("hf-siglip2"), Precision.FP32);
                var shortened = ClipModel.load(golden("hf-siglip2"), Precision.BF16)) {
            var expected = exact.embedImages(images());
            var rounded = shortened.embedImages(images());
            for (int i = 0; i < expected.length; i++) {
                assertThat(Vectors.dot(expected[i], rounded[i])).isGreaterThan(0.9995f);
            }
        }
    }

    @Test
    void a_phrase_without_words_is_refused() {
        try (var model = ClipModel.load(golden("hf-siglip"), Precision.FP32)) {
            assertThatThrownBy(() -> model.embedTexts(List.of("a crowd", "!!! ... ???")))
                    .isInstanceOf(BrokenModel.class)
                    .hasMessage("The phrase “!!! ... ???” has no word that this model reads. Write it in words.");
        }
    }

    @Test
    void scale_and_bias_are_the_trained_ones() {
        try (var model = ClipModel.load(golden("hf-siglip"), Precision.FP32)) {
            assertThat(model.logitScale()).isCloseTo(117.4, within(0.1));
            assertThat(model.logitBias()).hasValueCloseTo(-12.932, within(1e-3));
        }
    }

    @Test
    void a_model_of_variable_size_is_refused_by_its_name() throws IOException {
        copy("hf-siglip2", folder);
        var config = folder.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"model_type\": \"siglip\"", "\"model_type\": \"siglip2\""));
        assertThatThrownBy(() -> ClipConfig.read(folder))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining("NaFlex");
    }

    private Path model(String name, String weights) {
        var there = folder.resolve(name);
        if (!name.equals(weights) && !Files.exists(there)) {
            copy(weights, there);
            copy(name, there);
        }
        return name.equals(weights) ? golden(name) : there;
    }

    private static void copy(String name, Path there) {
        try (Stream<Path> files = Files.list(golden(name))) {
            Files.createDirectories(there);
            for (var file : files.toList()) {
                Files.copy(file, there.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path golden(String name) {
        try {
            return Path.of(
                    SiglipTest.class.getResource("/siglip-golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> phrases() {
        try {
            JsonNode all = new ObjectMapper().readTree(golden("phrases.json").toFile());
            var phrases = new ArrayList<String>();
            all.forEach(phrase -> phrases.add(phrase.get("text").asText()));
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Pixels> images() {
        try (Stream<Path> files = Files.list(golden("images"))) {
            return files.sorted()
                    .map(file -> image(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Colours as they stand in the file; transparency is dropped. */
    private static Pixels image(String name) {
        try {
            var read = ImageIO.read(golden("images").resolve(name).toFile());
            var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < read.getHeight(); y++) {
                for (int x = 0; x < read.getWidth(); x++) {
                    plain.setRGB(x, y, colour(read, x, y));
                }
            }
            return Pixels.of(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in the file: the JDK turns grey values into others when it is asked for a colour. */
    private static int colour(BufferedImage image, int x, int y) {
        boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        return grey ? 0x010101 * image.getRaster().getSample(x, y, 0) : image.getRGB(x, y);
    }

    private static float[][] cosines(float[][] images, float[][] texts) {
        return Arrays.stream(images)
                .map(image -> {
                    var row = new float[texts.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Vectors.dot(image, texts[i]);
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

    private static void assertClose(float[][] actual, float[][] expected, float tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("row " + i).containsExactly(expected[i], within(tolerance));
        }
    }
}
