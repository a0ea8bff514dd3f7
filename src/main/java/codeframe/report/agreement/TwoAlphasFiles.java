package codeframe.report.agreement;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.FigureJson;
import codeframe.statistics.agreement.Figure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Two α compared, as JSON and as rows of a CSV. */
final class TwoAlphasFiles {
    private TwoAlphasFiles() {}

    static ObjectNode json(TwoAlphas two) {
        var node = JsonNodeFactory.instance.objectNode();
        node.set("there", FigureJson.of(two.there().report().alpha().figure()));
        node.set("difference", FigureJson.of(two.found().figure()));
        two.found().p().ifPresent(p -> node.put("p", p));
        node.putObject("units")
                .put("both", two.overlap().both())
                .put("onlyHere", two.overlap().first())
                .put("onlyThere", two.overlap().second());
        var notes = node.putArray("notes");
        two.sentences().forEach(notes::add);
        two.words().forEach(notes::add);
        var warned = node.putArray("warnings");
        two.there().report().warnings(two.there().variable()::labelOf).forEach(warned::add);
        return node;
    }

    static void write(AgreementCsv.Rows rows, TwoAlphas two) {
        var report = two.there().report();
        rows.add("alpha_there", "", report.pairable().units(), report.alpha().figure());
        rows.add("alpha_difference", "here less there", two.units(), two.found().figure());
        two.found().p().ifPresent(p -> rows.add("alpha_difference_p", "here less there", two.units(), Figure.of(p)));
        two.sentences().forEach(rows::note);
        two.words().forEach(rows::note);
        report.warnings(two.there().variable()::labelOf).forEach(rows::warning);
    }
}
