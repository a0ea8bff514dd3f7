package codeframe.clip;

import codeframe.db.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a model was downloaded from: lies in its folder, so that it goes wherever that is copied.
 *
 * @param revision the hub's commit, or empty where it told none
 * @param checksums by file, as the hub told them: SHA-256 of large files, Git's of small ones
 */
public record ModelSource(String address, String revision, Instant downloadedAt, Map<String, String> checksums) {
    static final String FILE = "source.json";

    static Optional<ModelSource> in(Path folder) {
        try {
            var file = folder.resolve(FILE);
            return Files.isRegularFile(file)
                    ? Optional.of(new Json(Files.readString(file)).as(ModelSource.class))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** With one more file; written at once, since a download may break off behind any of them. */
    static void add(Path folder, String address, String file, String revision, String checksum, Instant now)
            throws IOException {
        var known = in(folder);
        var checksums = new TreeMap<>(known.map(ModelSource::checksums).orElse(Map.of()));
        checksums.put(file, checksum);
        var last = revision.isEmpty() ? known.map(ModelSource::revision).orElse("") : revision;
        var source = new ModelSource(address, last, now, checksums);
        Files.writeString(folder.resolve(FILE), Json.of(source).text());
    }
}
