package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.Basis;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Scope;
import codeframe.report.study.StudySamples;
import codeframe.report.study.VariableAnswers;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the gold that something may be held against, and refuses what must not be measured. */
final class GoldLookup {
    private final CodedRows rows;
    private final ValidationRows validation;
    private final ReportBasis basis;

    GoldLookup(CodedRows rows, ValidationRows validation, ReportBasis basis) {
        this.rows = rows;
        this.validation = validation;
        this.basis = basis;
    }

    GoldSample of(long project, ReportedCoder gold, Variable variable, Scope scope, Recode recode) {
        var found = basis.of(project).of(List.of(variable.unit()));
        var counted = found.validation(scope.sample());
        counted.only().ifPresent(GoldLookup::check);
        var answers = new VariableAnswers(recode);
        var leftOut = new ExcludedCodings(counted.leftOut());
        Set<Long> coded = new HashSet<>();
        for (var row : rows.codes(project, List.of(gold.id()), List.of(variable.key()), counted.ids(), scope)) {
            if (row.counted()) {
                answers.add(row);
                coded.add(row.sample());
            } else {
                leftOut.add(row);
            }
        }
        var notes = new ArrayList<>(counted.words());
        notes.addAll(leftOut.words());
        var sample = counted.only().or(() -> only(found, coded));
        sample.ifPresent(drawn -> notes.addAll(drawn.removedWords()));
        var units = measurable(project, answers.images(), notes);
        return new GoldSample(gold, answers, units, sample, drawn(project, sample, units, notes), counted.ids(), notes);
    }

    private static void check(StudySamples.Drawn sample) {
        if (sample.handpicked()) {
            throw new Problem.Invalid("This sample was picked by hand: what is measured on it says nothing of other"
                    + " images. It may be used for training.");
        }
        if (sample.purpose().equals("training")) {
            throw new Problem.Invalid(
                    "This sample is for training: what was learned from its images must not be measured on them.");
        }
    }

    /** All gold of one drawn sample has that sample's design, even when nobody asked for it. */
    private static Optional<StudySamples.Drawn> only(Basis found, Set<Long> coded) {
        return coded.size() != 1
                ? Optional.empty()
                : found.samples().stream()
                        .filter(drawn -> coded.contains(drawn.id()))
                        .findFirst();
    }

    private List<Long> measurable(long project, List<Long> images, List<String> notes) {
        Map<Long, String> spent = validation.spent(project).stream()
                .collect(Collectors.toMap(ValidationRows.Spent::image, ValidationRows.Spent::reason, (a, b) -> a));
        say(notes, images, spent, "training", "for training");
        say(notes, images, spent, "example", "as examples in a prompt");
        return images.stream().filter(image -> !spent.containsKey(image)).toList();
    }

    private static void say(List<String> notes, List<Long> images, Map<Long, String> spent, String reason, String use) {
        long n =
                images.stream().filter(image -> reason.equals(spent.get(image))).count();
        if (n > 0) {
            notes.add(NumberText.count(n, "image with gold was", "images with gold were") + " used " + use
                    + " and left out.");
        }
    }

    private Map<Long, StudySamples.Sampled> drawn(
            long project, Optional<StudySamples.Drawn> sample, List<Long> units, List<String> notes) {
        if (sample.isEmpty()) {
            notes.add("The gold is not that of one drawn sample, so every image counts once and nothing is weighted.");
            return Map.of();
        }
        Map<Long, StudySamples.Sampled> drawn = basis
                .samples()
                .units(project, sample.get().id())
                .stream()
                .collect(Collectors.toMap(StudySamples.Sampled::image, Function.identity()));
        return drawn.keySet().containsAll(units) ? drawn : Map.of();
    }
}
