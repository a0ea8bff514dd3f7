package codeframe.report.compare;

import codeframe.report.figures.AgreementCsv;
import codeframe.report.figures.FigureJson;
import codeframe.statistics.agreement.Figure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A comparison as JSON and as CSV: the same figures with all digits. */
public final class ComparisonFiles {
    private ComparisonFiles() {}

    public static ObjectNode json(Comparison comparison) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("variable", comparison.variable().key());
        node.put("unit", comparison.variable().unit().word());
        var coders = node.putArray("coders");
        comparison
                .coders()
                .forEach(coder -> coders.addObject().put("id", coder.id()).put("name", coder.name()));
        node.put("images", comparison.images());
        node.put("changed", comparison.changed());
        var classes = node.putObject("classes");
        for (var change : comparison.classes()) {
            classes.putObject(change.label())
                    .put("first", change.first())
                    .put("second", change.second())
                    .put("kept", change.kept())
                    .put("lost", change.lost())
                    .put("gained", change.gained());
        }
        changes(comparison, node.putObject("changes"));
        tests(comparison, node);
        methods(comparison, node);
        var notes = node.putArray("notes");
        comparison.notes().forEach(notes::add);
        return node;
    }

    private static void changes(Comparison comparison, ObjectNode node) {
        var labels = node.putArray("labels");
        comparison.changes().rows().forEach(labels::add);
        var rows = node.putArray("rows");
        comparison.changes().cells().forEach(cells -> {
            var row = rows.addArray();
            cells.forEach(cell -> row.add(cell.n()));
        });
    }

    private static void tests(Comparison comparison, ObjectNode node) {
        var tests = node.putArray("tests");
        for (var test : comparison.tests()) {
            var entry = tests.addObject();
            entry.put("first", test.first().name()).put("second", test.second().name());
            entry.put("first_coder", test.first().id())
                    .put("second_coder", test.second().id());
            entry.put("only_first_right", test.mcNemar().onlyFirst());
            entry.put("only_second_right", test.mcNemar().onlySecond());
            entry.put("mcnemar_exact_p", test.mcNemar().exact());
            entry.put("mcnemar_corrected_p", test.mcNemar().corrected());
            test.accuracy().ifPresent(figure -> {
                entry.set("accuracy_difference", FigureJson.of(figure));
                entry.put("equal_accuracy_p", test.equal());
            });
            entry.put("holm_p", test.holm());
            entry.set("macro_f1_difference", FigureJson.of(test.f1()));
            entry.put("macro_f1_p", test.p());
        }
    }

    private static void methods(Comparison comparison, ObjectNode node) {
        node.put("gold_images", comparison.gold());
        var methods = node.putArray("methods");
        for (var method : comparison.methods()) {
            var entry = methods.addObject();
            entry.put("coder", method.coder().id()).put("name", method.coder().name());
            entry.put(
                    "kind",
                    method.coder().isRun()
                            ? method.coder().runKind()
                            : method.coder().kind());
            entry.set("accuracy", FigureJson.of(method.accuracy()));
            entry.set("macro_f1", FigureJson.of(method.macroF1()));
            entry.set("coverage", FigureJson.of(method.coverage()));
            method.dollars().ifPresent(sum -> entry.put("dollars_per_1000", sum));
            method.seconds().ifPresent(sum -> entry.put("seconds_per_1000", sum));
            entry.put("made_gold", method.madeGold());
        }
        var alike = node.putArray("alike");
        for (var pair : comparison.alike()) {
            var entry = alike.addObject();
            entry.put("first_coder", pair.first().id())
                    .put("second_coder", pair.second().id());
            entry.set("same_answer", FigureJson.of(pair.same()));
        }
        node.put("recommendation", comparison.recommendation());
    }

    public static String csv(Comparison comparison) {
        return AgreementCsv.text(csv -> {
            var rows = new AgreementCsv.Rows(csv, comparison.variable());
            comparison.notes().forEach(rows::note);
            long n = comparison.images();
            rows.add("changed", "", n, Figure.count(comparison.changed()));
            for (var change : comparison.classes()) {
                rows.add("first", change.label(), n, Figure.count(change.first()));
                rows.add("second", change.label(), n, Figure.count(change.second()));
                rows.add("kept", change.label(), n, Figure.count(change.kept()));
                rows.add("lost", change.label(), n, Figure.count(change.lost()));
                rows.add("gained", change.label(), n, Figure.count(change.gained()));
            }
            long gold = comparison.gold();
            comparison.tests().forEach(test -> test(rows, test, gold));
            for (var method : comparison.methods()) {
                rows.add("accuracy", method.coder().name(), gold, method.accuracy());
                rows.add("macro_f1", method.coder().name(), gold, method.macroF1());
                rows.add("coverage", method.coder().name(), gold, method.coverage());
            }
            for (var pair : comparison.alike()) {
                rows.add(
                        "same_answer",
                        pair.first().name() + " | " + pair.second().name(),
                        gold,
                        pair.same());
            }
        });
    }

    private static void test(AgreementCsv.Rows rows, PairTest test, long gold) {
        var pair = test.first().name() + " | " + test.second().name();
        long discordant = test.mcNemar().onlyFirst() + (long) test.mcNemar().onlySecond();
        rows.add("only_first_right", pair, discordant, Figure.of(test.mcNemar().onlyFirst()));
        rows.add("only_second_right", pair, discordant, Figure.of(test.mcNemar().onlySecond()));
        rows.add("mcnemar_exact_p", pair, discordant, Figure.of(test.mcNemar().exact()));
        test.accuracy().ifPresent(figure -> {
            rows.add("accuracy_difference", pair, gold, figure);
            rows.add("equal_accuracy_p", pair, gold, Figure.of(test.equal()));
        });
        rows.add("holm_p", pair, discordant, Figure.of(test.holm()));
        rows.add("macro_f1_difference", pair, gold, test.f1());
        rows.add("macro_f1_p", pair, gold, Figure.of(test.p()));
    }
}
