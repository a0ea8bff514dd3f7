package codeframe.report.methods;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.FigureText;
import codeframe.report.regression.Regressed;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import codeframe.web.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The points of the checklist that are figures: of variables, categories, machines and estimates. */
final class JudgedPoints {
    private final Known known;
    private final List<AgreementStudy.Opened> agreement;
    private final List<Validated> validations;
    private final Optional<Regressed> regression;

    JudgedPoints(
            Known known,
            List<AgreementStudy.Opened> agreement,
            List<Validated> validations,
            Optional<Regressed> regression) {
        this.known = known;
        this.agreement = agreement;
        this.validations = validations;
        this.regression = regression;
    }

    ChecklistItem variables() {
        var facts = new ChecklistItem.Facts();
        for (var opened : agreement) {
            facts.add(opened.line().variable().label(), variable(opened.line().report()));
        }
        return facts.item(5, "Reliability by variable");
    }

    private static String variable(AgreementReport report) {
        var alpha = report.alpha();
        var chances = alpha.chances()
                .map(chance -> "; P(α < .667) " + NumberText.decimal(chance.below667(), 3) + ", P(α < .800) "
                        + NumberText.decimal(chance.below800(), 3))
                .orElse("");
        return NumberText.count(report.pairable().units(), "unit", "units") + " with two codes or more, "
                + report.coders() + " coders, "
                + NumberText.count(report.pairable().codes()) + " pairable codes; α ("
                + report.variable().levelWord() + ") " + Sentences.told(alpha.figure()) + chances
                + "; percent agreement, mean over units, "
                + Sentences.told(report.coefficients().get("percent_agreement")) + "; Gwet's AC1 "
                + Sentences.told(report.gwet());
    }

    ChecklistItem categories() {
        var facts = new ChecklistItem.Facts();
        for (var opened : agreement) {
            var label = opened.line().variable().label();
            var report = opened.line().report();
            for (var category : report.categories()) {
                facts.add(
                        label + ", " + opened.line().variable().labelOf(category.category()),
                        "n = " + NumberText.count(category.n()) + ", specific agreement "
                                + Sentences.told(category.specific()) + ", α against the rest "
                                + Sentences.told(category.alpha()));
            }
            for (var pair : report.pairs()) {
                facts.add(
                        label + ", " + pair.a() + " and " + pair.b(),
                        "n = " + NumberText.count(pair.found().n()) + ", α "
                                + FigureText.value(pair.found().alpha()));
            }
            report.pairs().stream()
                    .filter(pair -> pair.found().alpha().number().isPresent())
                    .min(Comparator.comparingDouble(
                            pair -> pair.found().alpha().number().orElseThrow()))
                    .ifPresent(pair -> facts.add(label + ", lowest pair", pair.a() + " and " + pair.b()));
        }
        return facts.item(6, "Reliability by category and pair");
    }

    ChecklistItem machine() {
        var facts = new ChecklistItem.Facts();
        for (var run : known.runs()) {
            facts.add(
                    "run " + run.id() + ", " + run.name(),
                    run.kind() + ", model " + run.model() + ", codebook version " + run.codebookVersion()
                            + ", variables " + String.join(", ", run.variables()) + ", seed " + run.seed() + ", "
                            + run.state() + ", "
                            + (run.startedAt() == null ? "not started" : NumberText.moment(run.startedAt()))
                            + (run.finishedAt() == null ? "" : " to " + NumberText.moment(run.finishedAt()))
                            + ", cost " + run.cost().stripTrailingZeros().toPlainString() + ", outcomes "
                            + run.outcomes().text() + ", parameters "
                            + run.parameters().text());
        }
        if (known.runs().isEmpty()) {
            facts.add("runs", "");
        }
        return facts.add("images used as examples in prompts", NumberText.count(known.examples()))
                .item(8, "Machine");
    }

    ChecklistItem validation() {
        var facts = new ChecklistItem.Facts();
        for (var validated : validations) {
            validated.runs().forEach(held -> facts.add(name(validated, held), validation(validated, held)));
        }
        if (validations.isEmpty()) {
            facts.add("runs validated against gold", "");
        }
        return facts.item(9, "Validation");
    }

    private static String validation(Validated validated, ValidatedRun held) {
        var words = String.join(" ", validated.words());
        var measures = validated.compared().stream()
                .map(compared -> compared.name() + " "
                        + Sentences.told(compared.figures().get(validated.runs().indexOf(held))))
                .collect(Collectors.joining("; "));
        var people = held.humans().each().isEmpty()
                ? ""
                : "; α among people " + Sentences.told(held.humans().between());
        var altTest = held.humans()
                .altTest()
                .map(test -> "; alternative annotator test ε " + test.epsilon() + ", ω "
                        + NumberText.decimal(test.winningRate(), 2) + ", ρ " + NumberText.decimal(test.advantage(), 2)
                        + ", p "
                        + test.humans().stream()
                                .map(human -> held.humans().name(human) + " " + NumberText.p(human.p()))
                                .collect(Collectors.joining(", ")))
                .orElse("");
        var calibration = held.report()
                .flatMap(report -> report.calibration())
                .map(found -> "; ECE " + NumberText.decimal(found.expectedError(), 3) + " (n = " + Math.round(found.n())
                        + "), Brier " + NumberText.decimal(found.brier(), 3))
                .orElse("");
        return words + " " + measures + people + altTest + calibration;
    }

    ChecklistItem estimates() {
        var facts = new ChecklistItem.Facts();
        for (var validated : validations) {
            for (var held : validated.runs()) {
                held.report()
                        .ifPresent(report -> report.prevalence()
                                .forEach(share -> facts.add(
                                        name(validated, held) + ", "
                                                + validated.variable().labelOf(share.label()),
                                        "naive " + Sentences.told(share.naive()) + "; corrected "
                                                + Sentences.told(share.corrected()) + ", "
                                                + FigureText.method(share.corrected())
                                                + (share.effectiveGold().isPresent()
                                                        ? "; effective gold n "
                                                                + NumberText.decimal(
                                                                        share.effectiveGold()
                                                                                .getAsDouble(),
                                                                        0)
                                                        : ""))));
            }
        }
        if (validations.isEmpty()) {
            facts.add("corrected shares", "");
        }
        regression.map(Regressions::sentence).ifPresent(sentence -> facts.add("regression", sentence));
        return facts.add("regression outside", "one row per image with R script in the replication archive")
                .item(10, "Substantive estimates");
    }

    private static String name(Validated validated, ValidatedRun held) {
        return validated.variable().label() + ", " + held.machine().name();
    }
}
