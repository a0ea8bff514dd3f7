package codeframe.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private static final List<String> FILES =
            List.of("config.json", "preprocessor_config.json", "vocab.json", "merges.txt", "model.safetensors");

    private DemoModel() {}

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
