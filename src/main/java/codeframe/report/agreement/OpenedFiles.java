package codeframe.report.agreement;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.AgreementJson;
import codeframe.report.figures.FigureJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the agreement pages show, as JSON and as CSV: the same figures with all digits. */
public final class OpenedFiles {
    private OpenedFiles() {}

    public static ObjectNode json(AgreementStudy.Opened opened) {
        var node = AgreementJson.of(opened.line().report(), opened.words());
        node.put("variable", opened.line().variable().key());
        node.put("unit", opened.line().variable().unit().word());
        within(opened.line().within(), node);
        if (!opened.withoutOne().isEmpty()) {
            var list = node.putArray("without_one");
            for (var one : opened.withoutOne()) {
                list.addObject().put("coder", one.name()).set("alpha", FigureJson.of(one.alpha()));
            }
        }
        var drift = node.putObject("drift");
        VariableTests.of(List.of(opened.line())).rows().get(0).write(node.putObject("tests"));
        periods(opened.drift().weeks(), drift.putArray("weeks"));
        periods(opened.drift().thirds(), drift.putArray("thirds"));
        opened.compared().ifPresent(two -> node.set("comparison", TwoAlphasFiles.json(two)));
        return node;
    }

    private static void within(WithinCoders within, ObjectNode node) {
        within.all().ifPresent(all -> {
            var own = node.putObject("within_coders");
            own.put("n", all.units()).set("alpha", FigureJson.of(all.alpha()));
            var coders = own.putArray("coders");
            within.coders()
                    .forEach(line -> coders.addObject()
                            .put("coder", line.name())
                            .put("n", line.units())
                            .set("alpha", FigureJson.of(line.alpha())));
        });
    }

    private static void within(WithinCoders within, AgreementCsv.Rows rows) {
        within.all().ifPresent(all -> rows.add("alpha_within_coders", "", all.units(), all.alpha()));
        within.coders().forEach(line -> rows.add("alpha_within_coder", line.name(), line.units(), line.alpha()));
    }

    private static void periods(List<Drift.Period> periods, ArrayNode list) {
        for (var period : periods) {
            list.addObject()
                    .put("coded", period.name())
                    .put("n", period.units())
                    .set("alpha", FigureJson.of(period.alpha()));
        }
    }

    public static String csv(AgreementStudy.Opened opened) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, opened.line().variable());
            opened.words().forEach(rows::note);
            AgreementCsv.write(rows, opened.line().report());
            within(opened.line().within(), rows);
            opened.compared().ifPresent(two -> TwoAlphasFiles.write(rows, two));
            long n = opened.line().report().pairable().units();
            opened.withoutOne().forEach(one -> rows.add("alpha_without", one.name(), n, one.alpha()));
            VariableTests.of(List.of(opened.line())).rows().get(0).write(rows, n);
            opened.drift().weeks().forEach(week -> rows.add("alpha_by_week", week.name(), week.units(), week.alpha()));
            opened.drift()
                    .thirds()
                    .forEach(third -> rows.add("alpha_by_third", third.name(), third.units(), third.alpha()));
        });
    }

    /** All variables, in the order of the page. */
    public static ObjectNode json(AgreementStudy.Strip strip) {
        var node = JsonNodeFactory.instance.objectNode();
        var words = strip.words();
        for (var row : strip.tests().rows()) {
            var line = row.line();
            var report = AgreementJson.of(line.report(), line.variable().said(words));
            report.put("unit", line.variable().unit().word());
            within(line.within(), report);
            row.write(report.putObject("tests"));
            node.set(line.variable().key(), report);
        }
        return node;
    }

    public static String csv(AgreementStudy.Strip strip) {
        return AgreementCsv.text(csv -> {
            var options = new AgreementCsv.Rows(csv, "");
            strip.words().forEach(options::note);
            strip.tests().rows().forEach(row -> {
                var line = row.line();
                var rows = new AgreementCsv.Rows(csv, line.variable());
                AgreementCsv.write(rows, line.report());
                within(line.within(), rows);
                row.write(rows, line.report().pairable().units());
            });
        });
    }
}
