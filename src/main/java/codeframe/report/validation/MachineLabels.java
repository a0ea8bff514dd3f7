package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one machine said of all its images. */
public record MachineLabels(
        ReportedCoder machine,
        VariableAnswers said,
        Map<Long, List<ValidationRows.Dealt>> dealt,
        Map<Long, ValidationRows.Sureness> sureness) {
    public static final String NO_ANSWER = "no answer";

    public boolean dealtWith(long image) {
        return dealt.containsKey(image);
    }

    public boolean answered(long image) {
        return !said.of(image, machine.id()).isEmpty();
    }

    /** Gold and prediction of these units, every unit as it is. */
    public Predictions predictions(GoldSample goldSample, List<Long> units, List<String> classes) {
        var gold = units.stream()
                .mapToInt(image -> index(
                        classes,
                        goldSample.answers().of(image, goldSample.gold().id())))
                .toArray();
        var predicted = units.stream()
                .mapToInt(image -> index(classes, said.of(image, machine.id())))
                .toArray();
        return new Predictions(classes.size(), gold, predicted, goldSample.weights(units), goldSample.design(units));
    }

    /** For sets of labels: right when the whole set is. */
    public Predictions wholeSets(GoldSample goldSample) {
        var units = goldSample.units();
        var right = units.stream()
                .mapToInt(image ->
                        goldSample.answers().of(image, goldSample.gold().id()).equals(said.of(image, machine.id()))
                                ? 1
                                : 0)
                .toArray();
        var gold = new int[right.length];
        Arrays.fill(gold, 1);
        return new Predictions(2, gold, right, goldSample.weights(units), goldSample.design(units));
    }

    /** Answered or not, whatever the answer: what a set of labels is, tells nothing of whether it was given. */
    public Predictions anyAnswer(GoldSample goldSample) {
        var units = goldSample.units();
        var given = units.stream()
                .mapToInt(image -> answered(image) ? 0 : Predictions.ABSTAINED)
                .toArray();
        return new Predictions(1, new int[given.length], given, goldSample.weights(units), goldSample.design(units));
    }

    /** Only where every answer has one. */
    Optional<double[]> confidence(List<Long> units) {
        boolean complete =
                !sureness.isEmpty() && units.stream().filter(this::answered).allMatch(sureness::containsKey);
        return complete
                ? Optional.of(units.stream()
                        .mapToDouble(
                                image -> answered(image) ? sureness.get(image).confidence() : 0)
                        .toArray())
                : Optional.empty();
    }

    static int index(List<String> classes, Set<String> given) {
        return given.isEmpty()
                ? Predictions.ABSTAINED
                : classes.indexOf(given.iterator().next());
    }

    /** Of the class that the machine gave the image. */
    int index(List<String> classes, long image) {
        return index(classes, said.of(image, machine.id()));
    }

    /** Dealt with, by image, with every post that shows it. */
    static Map<Long, List<ValidationRows.Dealt>> byImage(List<ValidationRows.Dealt> dealt) {
        return dealt.stream()
                .collect(Collectors.groupingBy(ValidationRows.Dealt::image, LinkedHashMap::new, Collectors.toList()));
    }

    /** The classes of a table: those of the codebook, of gold and of the machines, with those merged that count as one. */
    static List<String> classes(Variable variable, Recode recode, GoldSample goldSample, List<MachineLabels> machines) {
        var merged = recode.merged();
        var classes = new LinkedHashSet<String>();
        Stream.concat(
                        Stream.of(variable.values(), goldSample.answers().values())
                                .flatMap(values -> values.stream()),
                        machines.stream().flatMap(machine -> machine.said().values().stream()))
                .forEach(key -> classes.add(merged.getOrDefault(key, key)));
        return new ArrayList<>(classes);
    }
}
