package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.figures.FigureJson;
import codeframe.report.figures.LabelsReport;
import codeframe.report.figures.ValidationJson;
import codeframe.statistics.validation.AltTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** A validation as the API gives it: the first run's figures, and all runs in a list where there are several. */
public final class ValidatedJson {
    private ValidatedJson() {}

    public static ObjectNode of(Validated validated) {
        var node = of(validated, validated.runs().get(0));
        if (validated.runs().size() > 1) {
            var runs = node.putArray("runs");
            validated.runs().forEach(held -> runs.add(of(validated, held)));
        }
        return node;
    }

    private static ObjectNode of(Validated validated, ValidatedRun held) {
        var node = held.report()
                .map(report -> ValidationJson.of(
                        report,
                        validated.variable().said(report.warnings(UnaryOperator.identity())),
                        validated.words()))
                .orElseGet(() -> labels(held.labels().orElseThrow(), validated));
        node.put("variable", validated.variable().key());
        node.put("unit", validated.variable().unit().word());
        node.put("counted", validated.question().unit().word());
        node.put("intervals_about", validated.question().cluster().target());
        node.put("coder", held.machine().id());
        node.put("name", held.machine().name());
        node.put("gold_coder", validated.goldSample().gold().name());
        validated.goldSample().sample().ifPresent(sample -> node.put("sample", sample.id()));
        node.set("humans", humans(held.humans()));
        held.scaling().ifPresent(scaling -> {
            var fitted = node.putObject("calibration_with_temperature");
            fitted.put("temperature", scaling.temperature());
            ValidationJson.calibration(scaling.fitted(), fitted);
        });
        held.platt().ifPresent(scaling -> {
            var fitted = node.putObject("calibration_with_platt_scaling");
            fitted.put("slope", scaling.platt().slope());
            fitted.put("intercept", scaling.platt().intercept());
            ValidationJson.calibration(scaling.fitted(), fitted);
        });
        held.worth().ifPresent(worth -> worth(worth, validated.variable(), node.putObject("vote")));
        if (!held.groups().isEmpty()) {
            groups(held, node.putObject("groups"));
        }
        return node;
    }

    private static void worth(VoteWorth worth, Variable variable, ObjectNode node) {
        node.put("sentence", variable.said(worth.sentence(), worth.names()));
        node.put("images", worth.images());
        var silent = node.putArray("voters_without_answer");
        worth.silent().forEach(silent::add);
        var changed = node.putArray("changed_voters");
        worth.changed().forEach(changed::add);
        worth.figures().ifPresent(figures -> figures(figures, node));
    }

    private static void figures(VoteFigures worth, ObjectNode node) {
        node.put("voters", worth.voters());
        node.set("effective_votes", FigureJson.of(worth.effective()));
        node.set("error_correlation", FigureJson.of(worth.correlation()));
        node.put("pairs_without_correlation", worth.leftOut());
        node.put("accuracy_if_independent", worth.independent());
        node.set("same_wrong_answer", FigureJson.of(worth.sameWrong()));
        node.set("wrong_together", FigureJson.of(worth.doubleFault()));
        node.put("best_voter", worth.best());
        node.set("difference_to_best_voter", FigureJson.of(worth.difference()));
    }

    private static ObjectNode labels(LabelsReport report, Validated validated) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("n", report.units());
        node.put("abstained", report.abstained());
        node.set("coverage", FigureJson.of(report.coverage()));
        node.set("whole_set_right", FigureJson.of(report.exact()));
        node.set("jaccard", FigureJson.of(report.jaccard()));
        node.set("alpha", FigureJson.of(report.alpha()));
        var classes = node.putObject("classes");
        var prevalence = node.putObject("prevalence");
        for (var label : report.labels()) {
            var entry = classes.putObject(label.label());
            entry.set("precision", FigureJson.of(label.precision()));
            entry.set("recall", FigureJson.of(label.recall()));
            entry.set("f1", FigureJson.of(label.f1()));
            entry.put("support", label.support());
            ValidationJson.share(label.share(), prevalence.putObject(label.label()));
        }
        node.put("replicates", report.asked().replicates());
        node.put("seed", report.asked().seed());
        var notes = node.putArray("notes");
        validated.words().forEach(notes::add);
        return node;
    }

    private static ObjectNode humans(HumanBenchmark humans) {
        var node = JsonNodeFactory.instance.objectNode();
        node.set("alpha", FigureJson.of(humans.between()));
        var each = node.putArray("each");
        for (var human : humans.each()) {
            var entry = each.addObject();
            entry.put("name", human.name());
            entry.put("n", human.n());
            entry.set("person_with_majority", FigureJson.of(human.person()));
            entry.set("machine_with_majority", FigureJson.of(human.machine()));
            entry.set("alpha_with_machine", FigureJson.of(human.alpha()));
        }
        humans.altTest().ifPresent(test -> altTest(humans, test, node.putObject("alt_test")));
        return node;
    }

    private static void altTest(HumanBenchmark humans, AltTest test, ObjectNode node) {
        node.put("epsilon", test.epsilon());
        node.put("winning_rate", test.winningRate());
        node.put("advantage", test.advantage());
        node.put("passed", test.passed());
        var list = node.putArray("humans");
        for (var human : test.humans()) {
            list.addObject()
                    .put("name", humans.name(human))
                    .put("n", human.units())
                    .put("machine_wins", human.machineWins())
                    .put("human_wins", human.humanWins())
                    .put("p", human.p())
                    .put("beaten", human.beaten());
        }
    }

    private static void groups(ValidatedRun held, ObjectNode node) {
        for (var group : held.groups()) {
            var entry = node.putObject(group.group());
            entry.put("n", group.labelled());
            entry.put("gold", group.gold());
            var shares = entry.putObject("prevalence");
            group.shares().forEach(share -> ValidationJson.share(share, shares.putObject(share.label())));
        }
    }
}
