package codeframe.report.published;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.prevalence.Counts;
import codeframe.statistics.prevalence.Ppi;
import codeframe.statistics.prevalence.Prevalence;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.McNemar;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Measures of a machine: weighted by a design, corrected prevalence, intervals and tests of proportions. */
final class MachineChecks {
    private static final String SURVEY = "Validation sample stratified by prediction (R survey)";
    private static final String PREVALENCE = "Prevalence from 200 checked of 2,200 images";
    private static final String NEWCOMBE = "Newcombe 1998, Wilson's interval";
    private static final String MCNEMAR = "McNemar 1947, 12 against 25";

    private MachineChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        design(ReferenceFiles.json("stratified-validation.json"), checks);
        prevalence(ReferenceFiles.json("prevalence-expected.json").get("binary"), checks);
        checks.add(Check.of(
                NEWCOMBE,
                "81 of 263, lower limit",
                0.25528852,
                Wilson.interval(81, 263).low()));
        checks.add(Check.of(
                NEWCOMBE,
                "81 of 263, upper limit",
                0.36620958,
                Wilson.interval(81, 263).high()));
        checks.add(Check.of(
                NEWCOMBE,
                "0 of 10, upper limit",
                0.2775328,
                Wilson.interval(0, 10).high()));
        checks.add(new Check(MCNEMAR, "exact p", 0.0470310, ".0470310", new McNemar(12, 25).exact(), 5e-8));
        checks.add(new Check(MCNEMAR, "corrected p", 0.0485197, ".0485197", new McNemar(12, 25).corrected(), 5e-8));
        return checks;
    }

    private static void design(JsonNode file, List<Check> checks) {
        var labels = file.at("/sample_rows_predicted_cols_gold/labels");
        var predictions = stratified(file);
        add(checks, SURVEY, "accuracy", figure(predictions, Part.accuracy()), file.at("/weighted/accuracy"));
        for (int k = 0; k < labels.size(); k++) {
            var name = labels.get(k).asText();
            var expected = file.at("/weighted/" + name);
            int label = k;
            add(checks, SURVEY, "recall of " + name, figure(predictions, Part.recall(k)), expected.get("recall"));
            add(
                    checks,
                    SURVEY,
                    "precision of " + name,
                    figure(predictions, Part.precision(k)),
                    expected.get("precision"));
            var f1 = (Figure.Estimate) new Metric(predictions, table -> Composite.f1(table, label)).composite(0, 0);
            add(checks, SURVEY, "F1 of " + name, f1, expected.get("f1"));
        }
    }

    private static Figure.Estimate figure(Predictions predictions, Part part) {
        return (Figure.Estimate) Metric.share(predictions, part);
    }

    private static Predictions stratified(JsonNode file) {
        var counts = file.at("/sample_rows_predicted_cols_gold/counts");
        var labels = file.at("/sample_rows_predicted_cols_gold/labels");
        var gold = new ArrayList<Integer>();
        var predicted = new ArrayList<Integer>();
        var weight = new ArrayList<Double>();
        for (int said = 0; said < labels.size(); said++) {
            double drawn = 0;
            for (var count : counts.get(said)) {
                drawn += count.asDouble();
            }
            double frame = file.at(
                            "/population_by_predicted/" + labels.get(said).asText())
                    .asDouble();
            for (int is = 0; is < labels.size(); is++) {
                for (int i = 0; i < counts.get(said).get(is).asInt(); i++) {
                    gold.add(is);
                    predicted.add(said);
                    weight.add(frame / drawn);
                }
            }
        }
        var strata = predicted.stream().mapToInt(Integer::intValue).toArray();
        var design = StratifiedDesign.stratified(strata, 6000, 3000, 100).ofEndlessFrame();
        return new Predictions(
                labels.size(),
                gold.stream().mapToInt(Integer::intValue).toArray(),
                strata,
                weight.stream().mapToDouble(Double::doubleValue).toArray(),
                design);
    }

    private static void add(List<Check> checks, String source, String what, Figure.Estimate found, JsonNode expected) {
        var value = expected.isArray() ? expected.get(0) : expected.get("est");
        var se = expected.isArray() ? expected.get(1) : expected.get("se");
        checks.add(Check.of(source, what, value.asDouble(), found.value()));
        checks.add(Check.of(source, "SE of " + what, se.asDouble(), found.se().orElseThrow()));
    }

    private static void prevalence(JsonNode expected, List<Check> checks) {
        var counts = new Counts(new double[][] {{40, 10}, {20, 130}}, new double[] {700, 1300});
        var prevalence = new Prevalence(counts);
        var sampling = (Figure.Estimate) prevalence.doubleSampling(0);
        add(
                checks,
                PREVALENCE,
                "double sampling (Tenenbein 1970)",
                sampling,
                expected.get("double_sampling_mle_tenenbein"));
        var ppi = (Figure.Estimate) Ppi.ofClass(counts, 0).figure();
        add(checks, PREVALENCE, "PPI++ (Angelopoulos et al. 2023)", ppi, expected.get("ppi_plus_plus"));
    }
}
