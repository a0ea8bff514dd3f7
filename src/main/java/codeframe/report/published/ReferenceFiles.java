package codeframe.report.published;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The published cases that come with the program; their README says where every number comes from. */
final class ReferenceFiles {
    private ReferenceFiles() {}

    static JsonNode json(String file) {
        return new Json(text(file)).tree();
    }

    /** The rows of a CSV whose comment lines start with #. */
    static List<NamedCsvRecord> rows(String file) {
        var lines = text(file).lines().filter(line -> !line.startsWith("#")).toList();
        return CsvReader.builder().ofNamedCsvRecord(String.join("\n", lines)).stream()
                .toList();
    }

    private static String text(String file) {
        try (var in = ReferenceFiles.class.getResourceAsStream("/stats-data/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
