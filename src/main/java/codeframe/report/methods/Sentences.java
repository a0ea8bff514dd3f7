package codeframe.report.methods;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.figures.AgreementReport;
import codeframe.report.figures.FigureText;
import codeframe.report.regression.Regressed;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidatedRun;
import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reliability and validation paragraphs (wording of statistics.md, section 6). */
final class Sentences {
    private Sentences() {}

    static List<String> reliability(List<AgreementStudy.Opened> agreement, List<StudySamples.Drawn> samples) {
        var sentences = new ArrayList<String>();
        for (var opened : agreement) {
            var report = opened.line().report();
            if (report.pairable().units() > 0) {
                sentences.add(opened.line().variable().label() + ": " + drawn(report, samples) + alpha(report));
            }
            within(opened.line()).ifPresent(sentences::add);
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    "No image of a closed sample was coded by two people yet, so there is no reliability to report.");
        }
        samples.forEach(drawn -> sentences.addAll(drawn.removedWords()));
        return sentences;
    }

    /** Of coders with themselves, where some images came to them again. */
    private static Optional<String> within(AgreementStudy.Line line) {
        return line.within()
                .all()
                .map(all -> line.variable().label() + ": "
                        + NumberText.count(all.units(), "coding was", "codings were")
                        + " repeated by the same coder, unannounced. Krippendorff's α within coders "
                        + (FigureText.defined(all.alpha())
                                ? "= " + FigureText.value(all.alpha()) + ", 95 % CI " + FigureText.limits(all.alpha())
                                        + "."
                                : "is undefined: " + FigureText.value(all.alpha()) + "."));
    }

    private static String drawn(AgreementReport report, List<StudySamples.Drawn> samples) {
        long n = report.pairable().units();
        var coders = " independently coded by " + report.coders() + " coders. ";
        var assessed = "Reliability was assessed on n = " + NumberText.count(n);
        if (samples.size() != 1) {
            return assessed + " units, which were not one random sample," + coders;
        }
        var drawn = samples.get(0);
        return assessed + " randomly drawn units (" + NumberText.percent(n, drawn.frameSize()) + " of N = "
                + NumberText.count(drawn.frameSize()) + ")" + coders;
    }

    private static String alpha(AgreementReport report) {
        var alpha = report.alpha();
        if (!FigureText.defined(alpha.figure())) {
            return "Krippendorff's α is undefined: " + FigureText.value(alpha.figure()) + ".";
        }
        return "Krippendorff's α (" + report.variable().levelWord() + ") = " + FigureText.value(alpha.figure())
                + ", 95 % CI " + FigureText.limits(alpha.figure()) + " (" + FigureText.method(alpha.figure()) + ", "
                + NumberText.count(alpha.asked().replicates()) + " replicates, seed "
                + alpha.asked().seed() + "); agreement "
                + percent(report.coefficients().get("percent_agreement")) + ".";
    }

    private static String percent(Figure share) {
        return share.number().isPresent() ? NumberText.percent(share.number().getAsDouble()) : FigureText.value(share);
    }

    static List<String> validity(
            List<Validated> validations, Optional<Regressed> regression, List<MethodsRows.RunFacts> runs) {
        var sentences = new ArrayList<String>();
        validations.forEach(validated -> validated.runs().forEach(held -> sentences.add(validated(validated, held))));
        if (sentences.isEmpty()) {
            sentences.add("No run was validated against gold yet, so there is no validation to report.");
        }
        validations.stream()
                .flatMap(validated -> validated.goldSample().sample().stream())
                .flatMap(drawn -> drawn.removedWords().stream())
                .distinct()
                .forEach(sentences::add);
        sentences.addAll(ClipSight.sentences(runs));
        regression.map(Regressions::sentence).ifPresent(sentences::add);
        return sentences;
    }

    private static String validated(Validated validated, ValidatedRun held) {
        var goldSample = validated.goldSample();
        var drawn = goldSample
                .sample()
                .map(sample -> "of the sample \"" + sample.name() + "\" (" + sample.design() + " random, "
                        + NumberText.count(sample.size()) + " of " + NumberText.count(sample.frameSize())
                        + " images, seed " + sample.seed() + ")")
                .orElse("that were not one random sample");
        return validated.variable().label() + ": " + held.machine().name() + " ("
                + held.machine().described() + ") was validated against gold on n = "
                + NumberText.count(goldSample.units().size()) + " images " + drawn + ". "
                + figures(held) + people(held);
    }

    private static String figures(ValidatedRun held) {
        return held.report()
                .map(report -> (report.judged().predictions().weighted()
                                ? "Weighted by inverse inclusion probability, accuracy "
                                : "Accuracy ")
                        + told(report.accuracy()) + ", macro F1 "
                        + told(report.composites().get("macro_f1")) + ", Matthews correlation "
                        + told(report.composites().get("mcc")) + ", Krippendorff's α with gold "
                        + told(report.composites().get("alpha")) + "; coverage "
                        + percent(report.coverage()) + ".")
                .orElseGet(() -> held.labels()
                        .map(labels -> "The whole set of labels was right for " + told(labels.exact())
                                + ", mean Jaccard overlap " + told(labels.jaccard()) + "; coverage "
                                + percent(labels.coverage()) + ".")
                        .orElse(""));
    }

    private static String people(ValidatedRun held) {
        var humans = held.humans();
        if (humans.between().number().isEmpty()) {
            return "";
        }
        return " Among people α was " + told(humans.between()) + " on the same images."
                + humans.altTest()
                        .map(test ->
                                " Alternative annotator test (ε = " + NumberText.decimal(test.epsilon(), 2) + "): ω = "
                                        + NumberText.decimal(test.winningRate(), 2) + ", ρ = "
                                        + NumberText.decimal(test.advantage(), 2) + ".")
                        .orElse("");
    }

    static String told(Figure figure) {
        var limits = FigureText.limits(figure);
        return figure.number().isEmpty()
                ? "undefined (" + FigureText.value(figure) + ")"
                : FigureText.value(figure) + (limits.isEmpty() ? "" : ", 95 % CI " + limits);
    }
}
