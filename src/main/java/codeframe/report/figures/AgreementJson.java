package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** The report as the API gives it. */
public final class AgreementJson {
    private AgreementJson() {}

    public static ObjectNode of(AgreementReport report, List<String> notes) {
        var node = JsonNodeFactory.instance.objectNode();
        var codes = report.variable().codes();
        node.put("units", codes.units());
        node.put("pairableUnits", report.pairable().units());
        node.put("coders", report.coders());
        node.put("pairable", report.pairable().codes());
        node.set("alpha", alpha(report.alpha(), report.variable()));
        var percent = node.putObject("percent");
        var coefficients = node.putObject("coefficients");
        report.coefficients().forEach((name, figure) -> {
            coefficients.set(name, FigureJson.of(figure));
            if (name.startsWith("percent_")) {
                percent.set(name, FigureJson.of(figure));
            }
        });
        percent.set("holsti", FigureJson.of(report.holsti()));
        categories(report, node.putObject("categories"));
        pairs(report, node);
        var warned = node.putArray("warnings");
        report.warnings(UnaryOperator.identity()).forEach(warned::add);
        var said = node.putArray("notes");
        notes.forEach(said::add);
        return node;
    }

    private static ObjectNode alpha(AlphaReport alpha, CodedVariable variable) {
        var node = FigureJson.of(alpha.figure());
        node.put("level", variable.levelWord());
        alpha.chances().ifPresent(chances -> {
            node.put("replicates", alpha.asked().replicates());
            node.put("undefinedReplicates", chances.undefined());
            node.put("seed", alpha.asked().seed());
            node.putObject("below").put("0.667", chances.below667()).put("0.800", chances.below800());
        });
        if (alpha.analytic() instanceof Figure.Estimate) {
            node.set("analytic", FigureJson.of(alpha.analytic()).without("value"));
        }
        alpha.kalpha().ifPresent(printed -> {
            var kalpha = node.putObject("kalpha").put("method", printed.limits().method());
            kalpha.putArray("ci")
                    .add(printed.limits().low())
                    .add(printed.limits().high());
            kalpha.putObject("below").put("0.667", printed.below667()).put("0.800", printed.below800());
        });
        return node;
    }

    private static void categories(AgreementReport report, ObjectNode node) {
        for (var category : report.categories()) {
            var entry = node.putObject(category.category());
            entry.set("specific_agreement", FigureJson.of(category.specific()));
            entry.set("alpha", FigureJson.of(category.alpha()));
            entry.put("n", category.n());
        }
    }

    private static void pairs(AgreementReport report, ObjectNode node) {
        var list = node.putArray("pairs");
        for (var pair : report.pairs()) {
            var entry = list.addObject();
            entry.put("a", pair.a());
            entry.put("b", pair.b());
            entry.put("n", pair.found().n());
            entry.set("percent_agreement", FigureJson.of(pair.found().percent()));
            entry.set("alpha", FigureJson.of(pair.found().alpha()));
            entry.set("cohen_kappa", FigureJson.of(pair.found().kappa()));
        }
    }
}
