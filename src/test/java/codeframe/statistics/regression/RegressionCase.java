package codeframe.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StatsData;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The 300 units of regression-correction.csv, under one of their two designs. */
record RegressionCase(boolean unequal) {
    static final List<NamedCsvRecord> ROWS = StatsData.rows("regression-correction.csv");

    static double of(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** y on x and z. */
    List<CorpusUnit> outcome() {
        return units(
                row -> new Observation(of(row, "yhat"), 1, of(row, "x"), of(row, "z")),
                row -> new Observation(of(row, "y_true"), 1, of(row, "x"), of(row, "z")));
    }

    /** x on y and z. */
    List<CorpusUnit> covariate() {
        return units(
                row -> new Observation(of(row, "x"), 1, of(row, "yhat"), of(row, "z")),
                row -> new Observation(of(row, "x"), 1, of(row, "y_true"), of(row, "z")));
    }

    /** y on nothing. */
    List<CorpusUnit> mean() {
        return units(row -> new Observation(of(row, "yhat"), 1), row -> new Observation(of(row, "y_true"), 1));
    }

    private List<CorpusUnit> units(
            Function<NamedCsvRecord, Observation> machine, Function<NamedCsvRecord, Observation> gold) {
        return ROWS.stream()
                .map(row -> new CorpusUnit(
                        machine.apply(row),
                        labelled(row) ? Optional.of(gold.apply(row)) : Optional.empty(),
                        probability(row),
                        "all",
                        row.getField("id")))
                .toList();
    }

    private boolean labelled(NamedCsvRecord row) {
        return row.getField(unequal ? "labeled_unequal" : "labeled_srs").equals("1");
    }

    /** Of the simple sample the share that was drawn; of the other one rescaled to a mean of 55 in 300. */
    private double probability(NamedCsvRecord row) {
        if (!unequal) {
            return ROWS.stream().filter(this::labelled).count() / 300.0;
        }
        double mean = ROWS.stream()
                .mapToDouble(other -> of(other, "pi_unequal"))
                .average()
                .orElseThrow();
        return of(row, "pi_unequal") * 55 / 300 / mean;
    }

    /** Machine labels are the strata, three neighbours a cluster. */
    static CorpusUnit clustered(CorpusUnit unit) {
        long cluster = (Long.parseLong(unit.cluster()) - 1) / 3;
        return new CorpusUnit(
                unit.machine(),
                unit.gold(),
                unit.probability(),
                Double.toString(unit.machine().y()),
                Long.toString(cluster));
    }

    static void estimates(Fit fit, JsonNode expected, double tolerance) {
        holds(fit, expected, Figure.Estimate::value, tolerance);
    }

    static void errors(Fit fit, JsonNode expected, double tolerance) {
        holds(fit, expected, figure -> figure.se().orElseThrow(), tolerance);
    }

    static void limits(Fit fit, JsonNode expected, double tolerance) {
        holds(fit, expected.get("lo"), figure -> figure.interval().orElseThrow().low(), tolerance);
        holds(fit, expected.get("hi"), figure -> figure.interval().orElseThrow().high(), tolerance);
    }

    private static void holds(Fit fit, JsonNode expected, ToDoubleFunction<Figure.Estimate> part, double tolerance) {
        for (int k = 0; k < fit.coefficients().size(); k++) {
            double value = expected.isArray() ? expected.get(k).asDouble() : expected.asDouble();
            assertThat(part.applyAsDouble((Figure.Estimate) fit.coefficients().get(k)))
                    .as("coefficient %s", k)
                    .isCloseTo(value, within(tolerance));
        }
    }
}
