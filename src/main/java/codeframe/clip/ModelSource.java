package codeframe.clip;

import codeframe.db.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a model was downloaded from: lies in its folder, so that it goes wherever that is copied. What lies in a folder
 * that somebody copied here may be anything.
 *
 * @param revision the hub's commit, or empty where it told none
 * @param checksums by file, as the hub told them: SHA-256 of large files, Git's of small ones
 */
public record ModelSource(String address, String revision, Instant downloadedAt, Map<String, String> checksums) {
    static final String FILE = "source.json";

    /** In bytes; one of a large model in many files has some thousands. */
    private static final long LONGEST = 500_000;

    public ModelSource {
        address = Objects.requireNonNullElse(address, "");
        revision = Objects.requireNonNullElse(revision, "");
        downloadedAt = Objects.requireNonNullElse(downloadedAt, Instant.EPOCH);
        checksums = checksums == null ? Map.of() : told(checksums);
    }

    private static Map<String, String> told(Map<String, String> checksums) {
        var told = new TreeMap<>(checksums);
        told.values().removeIf(Objects::isNull);
        return told;
    }

    /** Empty where none is written down that can be read. */
    static Optional<ModelSource> in(Path folder) {
        try {
            var file = folder.resolve(FILE);
            return Files.isRegularFile(file) && Files.size(file) < LONGEST
                    ? Optional.of(new Json(Files.readString(file)).as(ModelSource.class))
                            .filter(ModelSource::tells)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean tells() {
        return !address.isBlank()
                && downloadedAt.isAfter(Instant.EPOCH)
                && downloadedAt.isBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    /** With one more file; written at once, since a download may break off behind any of them. */
    static void add(Path folder, String address, String file, String revision, String checksum, Instant now)
            throws IOException {
        var known = in(folder);
        var checksums = new TreeMap<>(known.map(ModelSource::checksums).orElse(Map.of()));
        checksums.put(file, checksum);
        var last = revision.isEmpty() ? known.map(ModelSource::revision).orElse("") : revision;
        var source = new ModelSource(address, last, now, checksums);
        var beside = folder.resolve(FILE + ".part");
        Files.writeString(beside, Json.of(source).text());
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
