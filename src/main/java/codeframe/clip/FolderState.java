package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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

    /** The same for the same files, unchanged; short enough to be kept. */
    String digest() {
        var digest = ModelHash.sha256();
        digest.update(files.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
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
