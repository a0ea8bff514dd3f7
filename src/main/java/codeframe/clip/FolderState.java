package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Length and last change of every file of a folder: as long as they are the same, so is what was found out about it. */
record FolderState(Path folder, Map<String, FileState> files) {
    record FileState(long bytes, Instant changed) {}

    /** A copy that is under way writes more often than this. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    static FolderState of(Path folder) {
        var files = new TreeMap<String, FileState>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.forEach(file ->
                    state(file).ifPresent(state -> files.put(file.getFileName().toString(), state)));
            return new FolderState(folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is no file, or no longer there: whoever copies may rename at any moment. */
    private static Optional<FileState> state(Path file) {
        try {
            var read = Files.readAttributes(file, BasicFileAttributes.class);
            var state = new FileState(read.size(), read.lastModifiedTime().toInstant());
            return read.isRegularFile() ? Optional.of(state) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether these are a model's files by name and length, and none was written since; their content is not read. */
    boolean holds(List<ModelFile> known, Instant since) {
        var lengths = new TreeMap<String, Long>();
        known.forEach(file -> lengths.put(file.name(), file.bytes()));
        var here = new TreeMap<>(files);
        here.remove(ModelSource.FILE);
        return here.keySet().equals(lengths.keySet())
                && here.entrySet().stream()
                        .allMatch(file -> file.getValue().bytes() == lengths.get(file.getKey())
                                && !file.getValue().changed().isAfter(since));
    }

    long bytes() {
        return files.values().stream().mapToLong(FileState::bytes).sum();
    }

    /** Whether something was written lately, so that the folder may still be on its way. */
    boolean isFresh(Instant now) {
        return files.values().stream()
                .map(FileState::changed)
                .anyMatch(changed -> changed.isAfter(now.minus(QUIET)) && !changed.isAfter(now.plus(QUIET)));
    }
}
