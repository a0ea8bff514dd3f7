package codeframe.report.published;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.ChanceCorrected;
import codeframe.statistics.agreement.CohenKappa;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.PairAgreement;
import codeframe.statistics.agreement.WeightedAlpha;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Coefficients of the literature's own examples, with the standard errors of irrCAC, statsmodels and vcd. */
final class AgreementChecks {
    private AgreementChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        var data = ReferenceFiles.json("agreement-datasets.json");
        for (var row : ReferenceFiles.rows("agreement-expected.csv")) {
            coefficient(PublishedData.of(data.get(row.getField("dataset"))), row, checks);
        }
        for (var row : ReferenceFiles.rows("agreement-category-pair-expected.csv")) {
            if (row.getField("kind").equals("category")) {
                category(PublishedData.of(data.get(row.getField("dataset"))), row, checks);
            }
        }
        return checks;
    }

    private static void coefficient(PublishedData data, NamedCsvRecord row, List<Check> checks) {
        var kind = row.getField("level_or_weights");
        var figure = (Figure.Estimate) figure(data, row.getField("coefficient"), kind);
        var what = row.getField("coefficient").replace('_', ' ') + ", " + kind;
        double expected = Double.parseDouble(row.getField("value"));
        checks.add(new Check(data.source(), what, expected, row.getField("published_as"), figure.value(), 1e-8));
        if (!row.getField("se").isEmpty()) {
            double se = Double.parseDouble(row.getField("se"));
            checks.add(Check.of(data.source(), "SE of " + what, se, figure.se().orElseThrow()));
        }
    }

    private static Figure figure(PublishedData data, String coefficient, String kind) {
        var codes = data.codes();
        var weights = data.weights(kind);
        return switch (coefficient.split("[ ,]")[0]) {
            case "krippendorff_alpha" ->
                kind.contains("weights")
                        ? new WeightedAlpha(codes, weights).analytic()
                        : data.alpha(MeasurementLevel.valueOf(kind.toUpperCase(Locale.ROOT)))
                                .figure();
            case "percent_agreement_unit_mean" ->
                ChanceCorrected.percent(codes, weights).analytic();
            case "gwet_ac1", "gwet_ac2" -> ChanceCorrected.gwet(codes, weights).analytic();
            case "fleiss_kappa" -> ChanceCorrected.fleiss(codes, weights).analytic();
            case "brennan_prediger" ->
                ChanceCorrected.brennanPrediger(codes, weights).analytic();
            case "conger_kappa" -> ChanceCorrected.conger(codes, weights).analytic();
            default -> new CohenKappa(codes, 0, 1, weights).asymptotic();
        };
    }

    private static void category(PublishedData data, NamedCsvRecord row, List<Check> checks) {
        var name = row.getField("category");
        int category = data.categories().indexOf(name);
        var alpha = Alpha.of(data.codes().split(category), MeasurementLevel.NOMINAL);
        var specific = PairAgreement.specific(data.codes(), category);
        checks.add(Check.of(
                data.source(),
                "specific agreement of category " + name,
                Double.parseDouble(row.getField("agreement")),
                specific.figure().number().orElseThrow()));
        checks.add(Check.of(
                data.source(),
                "alpha of category " + name + " against the rest",
                Double.parseDouble(row.getField("alpha")),
                alpha.figure().number().orElseThrow()));
    }
}
