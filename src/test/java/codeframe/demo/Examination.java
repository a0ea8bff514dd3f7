package codeframe.demo;

import codeframe.clip.Aggregation;
import codeframe.clip.ClipModel;
import codeframe.clip.Labelling;
import codeframe.clip.Pixels;
import codeframe.clip.Precision;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/**
 * Lets the shipped demo model label fresh drawings in the product's own way: JPEG bytes, decoding, preprocessing,
 * vectors, softmax over phrases. Only odd seeds are drawn here; training drew the even ones.
 */
final class Examination {
    private static final int[][] SHAPES = {{480, 480}, {480, 600}, {480, 360}};
    private final ClipModel model;
    private final List<Shown> shown = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    Examination(Path folder, int ofEachKind, UnaryOperator<BufferedImage> changed) {
        model = ClipModel.load(folder, Precision.FP32);
        for (int i = 0; i < ofEachKind * Kind.values().length; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var shape = SHAPES[i % SHAPES.length];
            var drawing = Scene.draw(kind, shape[0], shape[1], 2L * i + 1);
            shown.add(new Shown(kind, drawing.facts()));
            vectors.addAll(List.of(model.embedImages(List.of(throughJpeg(changed.apply(drawing.image()))))));
        }
    }

    /** What has been shown, without the picture itself. */
    record Shown(Kind kind, Set<Fact> facts) {}

    private static Pixels throughJpeg(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return Pixels.of(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path shipped() {
        try {
            return Path.of(Scene.class.getResource("/demo-model/config.json").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of the drawings with a true answer got it. */
    record Mark(int right, int asked) {
        double share() {
            return right / (double) asked;
        }
    }

    Mark mark(Map<String, List<String>> phrases, Aggregation rule, Function<Shown, Optional<String>> truth) {
        var answers = answers(phrases, rule);
        int right = 0;
        int asked = 0;
        for (int i = 0; i < shown.size(); i++) {
            var expected = truth.apply(shown.get(i));
            asked += expected.isPresent() ? 1 : 0;
            right += expected.isPresent() && expected.orElseThrow().equals(answers.get(i)) ? 1 : 0;
        }
        return new Mark(right, asked);
    }

    /** The answer to every drawing, in the order in which they were drawn. */
    List<String> answers(Map<String, List<String>> phrases, Aggregation rule) {
        var labels = List.copyOf(phrases.keySet());
        var texts = phrases.values().stream()
                .map(ofOne -> List.of(model.embedTexts(ofOne)))
                .toList();
        return new Labelling(rule, model.logitScale(), texts)
                .label(vectors.toArray(float[][]::new)).stream()
                        .map(decision -> labels.get(decision.category()))
                        .toList();
    }

    List<Shown> shown() {
        return shown;
    }
}
