package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that holds a model or is meant to; {@code problem} says what is wrong with it, or is empty. */
public record ModelFolder(String name, Path path, boolean demo, long bytes, String problem) {
    /** Looks at everything that can be judged without reading the weights themselves. */
    static ModelFolder examined(String name, Path path, boolean demo) {
        var problem = "";
        try {
            ClipModel.examine(path);
        } catch (BrokenModel e) {
            problem = e.getMessage();
        }
        return new ModelFolder(name, path, demo, size(path), problem);
    }

    public boolean usable() {
        return problem.isEmpty();
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
