package codeframe.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The small model that comes with the program; it understands drawn scenes only. */
final class DemoModel {
    static final String CAUTION = "Demo model: understands only drawn scenes and about 620 English words;"
            + " install a real model for photographs.";

    private static final List<String> FILES = List.of(
            "config.json", "preprocessor_config.json", "vocab.json", "merges.txt", "words.txt", "model.safetensors");

    /** The drawn vectors in fp32 as they were when the model was made, in the order in which they are kept. */
    private static final String VECTORS = "/demo-model/vectors.txt";

    private DemoModel() {}

    /** What this machine makes of the drawn inputs, held to what came out when the model was made. */
    static Optional<PublishedValue> value(Fingerprints.Kept kept) {
        try (InputStream in = DemoModel.class.getResourceAsStream(VECTORS)) {
            if (in == null) {
                return Optional.empty();
            }
            var numbers = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\\s+");
            var floats = new float[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                floats[i] = Float.parseFloat(numbers[i]);
            }
            double distance = kept.drawn().distance(DrawnVectors.of(ImageVectors.bytes(floats)));
            double allowed = kept.precision().equals("fp32") ? 1e-4 : 0.02;
            var same = "the same in " + kept.precision();
            return Optional.of(new PublishedValue(
                    "Vectors of two drawn images and three phrases",
                    false,
                    "Codeframe, when the model was made",
                    same,
                    distance < allowed ? same : "they " + DrawnVectors.words(distance)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weights are mapped from files, so those in the program are written out; empty when it was built without. */
    static Optional<Path> unpackedTo(Path folder) {
        if (DemoModel.class.getResource("/demo-model/model.safetensors") == null) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            for (var name : FILES) {
                unpack(name, folder.resolve(name));
            }
            return Optional.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A changed file is renamed into place: another program may have mapped the old one. */
    private static void unpack(String name, Path target) throws IOException {
        try (InputStream in = DemoModel.class.getResourceAsStream("/demo-model/" + name)) {
            var content = in.readAllBytes();
            if (Files.exists(target) && Arrays.equals(content, Files.readAllBytes(target))) {
                return;
            }
            var beside = Files.createTempFile(target.getParent(), name, ".part");
            Files.write(beside, content);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
