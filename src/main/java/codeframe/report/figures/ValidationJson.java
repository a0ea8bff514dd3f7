package codeframe.report.figures;

import codeframe.statistics.validation.Calibration;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** The report as the API gives it. */
public final class ValidationJson {
    private ValidationJson() {}

    public static ObjectNode of(ValidationReport report, List<String> notes) {
        return of(report, report.warnings(UnaryOperator.identity()), notes);
    }

    public static ObjectNode of(ValidationReport report, List<String> warnings, List<String> notes) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("n", report.judged().predictions().units());
        node.put("abstained", report.judged().predictions().abstained());
        node.put("weighted_by_design", report.judged().predictions().weighted());
        node.set("coverage", FigureJson.of(report.coverage()));
        confusion(report, node.putObject("confusion"));
        node.set("accuracy", FigureJson.of(report.accuracy()));
        classes(report, node.putObject("classes"));
        composites(report, node);
        prevalence(report, node.putObject("prevalence"));
        report.calibration().ifPresent(calibration -> calibration(calibration, node.putObject("calibration")));
        node.put("replicates", report.asked().replicates());
        node.put("seed", report.asked().seed());
        var warned = node.putArray("warnings");
        warnings.forEach(warned::add);
        var said = node.putArray("notes");
        notes.forEach(said::add);
        return node;
    }

    /** Gold in rows; what was given no class stands beside. */
    private static void confusion(ValidationReport report, ObjectNode node) {
        var labels = node.putArray("labels");
        report.judged().classes().forEach(labels::add);
        var rows = node.putArray("rows");
        var abstained = node.putArray("abstained");
        int q = report.judged().classes().size();
        for (int gold = 0; gold < q; gold++) {
            var row = rows.addArray();
            for (int predicted = 0; predicted < q; predicted++) {
                row.add(Math.round(report.counts().of(gold, predicted)));
            }
            abstained.add(Math.round(report.counts().of(gold, q)));
        }
    }

    private static void classes(ValidationReport report, ObjectNode node) {
        for (var found : report.classes()) {
            var entry = node.putObject(found.label());
            entry.set("precision", FigureJson.of(found.precision()));
            entry.set("recall", FigureJson.of(found.recall()));
            entry.set("f1", FigureJson.of(found.f1()));
            entry.put("support", found.support());
        }
    }

    private static void composites(ValidationReport report, ObjectNode node) {
        var found = report.composites();
        var macro = node.putObject("macro");
        macro.set("precision", FigureJson.of(found.get("macro_precision")));
        macro.set("recall", FigureJson.of(found.get("balanced_accuracy")));
        macro.set("f1", FigureJson.of(found.get("macro_f1")));
        node.putObject("weighted").set("f1", FigureJson.of(found.get("weighted_f1")));
        node.putObject("micro").set("f1", FigureJson.of(found.get("micro_f1")));
        for (var name : List.of("balanced_accuracy", "mcc", "kappa", "alpha")) {
            node.set(name, FigureJson.of(found.get(name)));
        }
    }

    private static void prevalence(ValidationReport report, ObjectNode node) {
        report.prevalence().forEach(share -> share(share, node.putObject(share.label())));
    }

    public static void share(ClassShare share, ObjectNode entry) {
        entry.set("naive", FigureJson.of(share.naive()));
        entry.set("gold", FigureJson.of(share.gold()));
        entry.set("corrected", FigureJson.of(share.corrected()));
        entry.set("ppi", FigureJson.of(share.ppi()));
        share.effectiveGold().ifPresent(n -> entry.put("effective_gold_n", n));
    }

    /** Bins and what they come to. */
    public static void calibration(Calibration calibration, ObjectNode node) {
        node.put("ece", calibration.expectedError());
        node.put("mce", calibration.greatestError());
        node.put("brier", calibration.brier());
        var bins = node.putArray("bins");
        for (var bin : calibration.bins()) {
            bins.addObject()
                    .put("low", bin.low())
                    .put("high", bin.high())
                    .put("n", bin.n())
                    .put("confidence", bin.confidence())
                    .put("accuracy", bin.accuracy());
        }
    }
}
