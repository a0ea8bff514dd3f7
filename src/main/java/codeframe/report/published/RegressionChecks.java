package codeframe.report.published;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.regression.CorpusUnit;
import codeframe.statistics.regression.Fit;
import codeframe.statistics.regression.Link;
import codeframe.statistics.regression.Observation;
import codeframe.statistics.regression.PpiRegression;
import codeframe.statistics.regression.Regression;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Regressions on 300 units whose outcome a machine coded, as the methods' own authors compute them. */
final class RegressionChecks {
    private static final String DSL =
            "Regression corrected by gold, 300 units (moments of R dsl 0.1.0; Egami et al. 2023)";
    private static final String PPI = "PPI++ regression, 300 units, 60 with gold (ppi_py; Angelopoulos et al. 2023)";
    private static final List<String> COEFFICIENTS = List.of("constant", "x", "z");
    private static final double PRINTED = 1e-5;
    /** Their solver stops earlier than ours. */
    private static final double SOLVED = 1e-3;

    private RegressionChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        var expected = ReferenceFiles.json("regression-correction-expected.json");
        var rows = ReferenceFiles.rows("regression-correction.csv");
        var simple = units(rows, "labeled_srs", 0);
        double mean = rows.stream()
                .mapToDouble(row -> number(row, "pi_unequal"))
                .average()
                .orElseThrow();
        var unequal = units(rows, "labeled_unequal", 55 / 300.0 / mean);
        dsl(checks, "linear, ", simple, Link.LINEAR, expected.get("dsl_lm y~x+z srs"));
        dsl(checks, "logistic, ", simple, Link.LOGISTIC, expected.get("dsl_logit y~x+z srs"));
        var linear = expected.get("dsl_lm y~x+z unequal (pi_unequal rescaled to mean 55/300)");
        dsl(checks, "linear, unequal chances, ", unequal, Link.LINEAR, linear);
        dsl(checks, "logistic, unequal chances, ", unequal, Link.LOGISTIC, expected.get("dsl_logit y~x+z unequal"));
        ppi(checks, "linear, ", simple, Link.LINEAR, expected.at("/ppi_ols y~x+z/tuned"), PRINTED);
        ppi(checks, "logistic, ", simple, Link.LOGISTIC, expected.at("/ppi_logistic y~x+z/tuned"), SOLVED);
        return checks;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** @param scale of the unequal chances, or 0 for equal ones */
    private static List<CorpusUnit> units(List<NamedCsvRecord> rows, String labelled, double scale) {
        double drawn = rows.stream().mapToDouble(row -> number(row, labelled)).sum();
        return rows.stream()
                .map(row -> new CorpusUnit(
                        observation(row, "yhat"),
                        row.getField(labelled).equals("1") ? Optional.of(observation(row, "y_true")) : Optional.empty(),
                        scale == 0 ? drawn / rows.size() : number(row, "pi_unequal") * scale,
                        "all",
                        row.getField("id")))
                .toList();
    }

    private static Observation observation(NamedCsvRecord row, String outcome) {
        return new Observation(number(row, outcome), 1, number(row, "x"), number(row, "z"));
    }

    private static void dsl(List<Check> checks, String model, List<CorpusUnit> units, Link link, JsonNode expected) {
        var fit = new Regression(units, link).dsl();
        var errors = expected.has("se") ? expected.get("se") : expected.get("se_hc0");
        for (int k = 0; k < COEFFICIENTS.size(); k++) {
            var figure = (Figure.Estimate) fit.coefficients().get(k);
            var what = model + COEFFICIENTS.get(k);
            add(checks, DSL, what, expected.at("/est/" + k), figure.value(), PRINTED);
            add(checks, DSL, "SE of " + what, errors.get(k), figure.se().orElseThrow(), PRINTED);
        }
    }

    private static void ppi(
            List<Check> checks, String model, List<CorpusUnit> units, Link link, JsonNode expected, double tolerance) {
        Fit fit = new PpiRegression(units, link).tuned();
        for (int k = 0; k < COEFFICIENTS.size(); k++) {
            var limits =
                    ((Figure.Estimate) fit.coefficients().get(k)).interval().orElseThrow();
            var what = model + COEFFICIENTS.get(k);
            add(checks, PPI, what + ", lower limit", expected.at("/lo/" + k), limits.low(), tolerance);
            add(checks, PPI, what + ", upper limit", expected.at("/hi/" + k), limits.high(), tolerance);
        }
    }

    private static void add(
            List<Check> checks, String source, String what, JsonNode expected, double computed, double tolerance) {
        checks.add(new Check(source, what, expected.asDouble(), "", computed, tolerance));
    }
}
