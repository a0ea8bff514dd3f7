package codeframe.report.regression;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.FigureJson;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.regression.Fit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A regression as a table and as JSON: the figures of the page with all digits. */
public final class RegressedFiles {
    private RegressedFiles() {}

    public static String csv(Regressed regressed) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(
                    csv,
                    regressed.question().outcome().text(),
                    regressed.variable().unit().word());
            regressed.words().forEach(rows::note);
            regressed.warnings().forEach(rows::warning);
            regressed.fits().forEach((way, fit) -> write(rows, regressed, way, fit));
        });
    }

    private static void write(AgreementCsv.Rows rows, Regressed regressed, String way, Fit fit) {
        var names = regressed.names();
        for (int k = 0; k < names.size(); k++) {
            var coefficient = fit.coefficients().get(k);
            rows.add(way, names.get(k), regressed.units(way), coefficient);
            var name = names.get(k);
            fit.p(k).ifPresent(p -> rows.add("p_" + way, name, regressed.units(way), Figure.of(p)));
        }
    }

    public static ObjectNode json(Regressed regressed) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("outcome", regressed.question().outcome().text());
        node.put("unit", regressed.variable().unit().word());
        node.put("model", regressed.question().model());
        node.put("cluster", regressed.question().cluster().word());
        node.put("coder", regressed.machine().id());
        node.put("name", regressed.machine().name());
        node.put("n", regressed.units().size());
        node.put("gold", regressed.labelled());
        var coefficients = node.putArray("coefficients");
        var names = regressed.names();
        for (int k = 0; k < names.size(); k++) {
            var entry = coefficients.addObject().put("name", names.get(k));
            int at = k;
            regressed.fits().forEach((way, fit) -> {
                var figure = FigureJson.of(fit.coefficients().get(at));
                fit.p(at).ifPresent(p -> figure.put("p", p));
                entry.set(way, figure);
            });
        }
        var warned = node.putArray("warnings");
        regressed.warnings().forEach(warned::add);
        var notes = node.putArray("notes");
        regressed.words().forEach(notes::add);
        return node;
    }
}
