package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three real multi-coder sets that lie beside the project, not in it; without them there is nothing to test here. */
final class MaterialTest {
    private static final Path FOLDER = Path.of("../shared/material/agreement");

    @ParameterizedTest
    @ValueSource(strings = {"bluebirds.csv", "imagenet_real_experts5.csv", "snow2008_rte.csv"})
    void real_data_give_the_values_of_two_other_implementations(String file) throws Exception {
        assumeTrue(Files.exists(FOLDER), "the material is not here");
        var expected = new ObjectMapper()
                .readTree(FOLDER.resolve("expected.json").toFile())
                .get(file);
        var codes = codes(FOLDER.resolve(file));
        var identity = Weights.identity(codes.categories());
        assertThat(codes.pairable().units())
                .isEqualTo(expected.get("pairable_units").asLong());
        assertThat(value(Alpha.of(codes, MeasurementLevel.NOMINAL)))
                .isCloseTo(expected.get("alpha_nominal").asDouble(), within(1e-12));
        assertThat(value(ChanceCorrected.percent(codes, identity)))
                .isCloseTo(expected.get("percent_agreement_mean_per_unit").asDouble(), within(1e-12));
        assertThat(value(ChanceCorrected.fleiss(codes, identity)))
                .isCloseTo(expected.get("generalised_fleiss_unit_mean").asDouble(), within(1e-12));
        if (expected.has("cohen_kappa_mean_pairs")) {
            assertThat(new LightKappa(codes, identity).figure().number().orElseThrow())
                    .isCloseTo(expected.get("cohen_kappa_mean_pairs").asDouble(), within(1e-12));
        }
    }

    private static double value(UnitSums coefficient) {
        return coefficient.figure().number().orElseThrow();
    }

    private static Codes codes(Path file) throws Exception {
        Map<String, Integer> units = new LinkedHashMap<>();
        Map<String, Integer> coders = new LinkedHashMap<>();
        var labels = List.of("0", "1", "no", "maybe", "yes");
        var rows = CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        rows.forEach(row -> {
            units.putIfAbsent(row.getField("unit"), units.size());
            coders.putIfAbsent(row.getField("coder"), coders.size());
        });
        var cells = new short[units.size() * coders.size()];
        Arrays.fill(cells, Codes.MISSING);
        for (var row : rows) {
            int cell = units.get(row.getField("unit")) * coders.size() + coders.get(row.getField("coder"));
            cells[cell] = (short) labels.indexOf(row.getField("label"));
        }
        return new Codes(units.size(), coders.size(), labels.size(), cells);
    }
}
