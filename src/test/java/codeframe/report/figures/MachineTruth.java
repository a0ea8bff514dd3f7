package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What a validation page says of a sample, beside what is true of the whole it was drawn from. */
final class MachineTruth {
    private static final int DRAWS = 400;

    private MachineTruth() {}

    static CoverageTally.Drawn of(Judged drawn, Confusion whole, long seed) {
        var report = ValidationReport.of(drawn, new AgreementQuestion("", DRAWS, seed));
        int rare = drawn.classes().size() - 1;
        return new CoverageTally.Drawn(
                figures(report, rare),
                truth(whole, rare),
                !report.warnings(name -> name).isEmpty());
    }

    private static Map<String, Figure> figures(ValidationReport report, int rare) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("accuracy", report.accuracy());
        figures.put("recall", report.classes().get(rare).recall());
        figures.put("precision", report.classes().get(rare).precision());
        figures.put("f1", report.classes().get(rare).f1());
        report.composites().forEach((name, figure) -> figures.put(name.replace('_', ' '), figure));
        var share = report.prevalence().get(rare);
        figures.put("gold", share.gold());
        figures.put("corrected", share.corrected());
        figures.put("ppi", share.ppi());
        return figures;
    }

    private static Map<String, Double> truth(Confusion whole, int rare) {
        Map<String, Function<Confusion, Figure>> measures = new LinkedHashMap<>();
        measures.put("accuracy", Part.accuracy()::apply);
        measures.put("recall", Part.recall(rare)::apply);
        measures.put("precision", Part.precision(rare)::apply);
        measures.put("f1", table -> Composite.f1(table, rare));
        measures.put("macro f1", Composite::macroF1);
        measures.put("macro precision", Composite::macroPrecision);
        measures.put("balanced accuracy", Composite::balancedAccuracy);
        measures.put("weighted f1", Composite::weightedF1);
        measures.put("micro f1", Composite::microF1);
        measures.put("mcc", Composite::mcc);
        measures.put("kappa", Composite::kappa);
        measures.put("alpha", Composite::alpha);
        for (var share : new String[] {"gold", "corrected", "ppi"}) {
            measures.put(share, Part.prevalence(rare)::apply);
        }
        Map<String, Double> truth = new LinkedHashMap<>();
        measures.forEach(
                (name, measure) -> truth.put(name, measure.apply(whole).number().orElseThrow()));
        return truth;
    }
}
