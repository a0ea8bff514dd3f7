package codeframe.statistics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** The reference files of src/main/resources/stats-data, whose README says where every number comes from. */
public final class StatsData {
    private StatsData() {}

    public static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV whose comment lines start with #. */
    public static List<NamedCsvRecord> rows(String file) {
        var lines = text(file).lines().filter(line -> !line.startsWith("#")).toList();
        return CsvReader.builder().ofNamedCsvRecord(String.join("\n", lines)).stream()
                .toList();
    }

    public static OptionalDouble number(NamedCsvRecord row, String column) {
        var text = row.getField(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static String text(String file) {
        try (var in = StatsData.class.getResourceAsStream("/stats-data/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
