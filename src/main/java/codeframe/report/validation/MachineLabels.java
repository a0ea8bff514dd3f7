package codeframe.report.validation;

import codeframe.report.figures.Judged;
import codeframe.report.study.Cluster;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.validation.Abstention;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What one machine said of all its images. */
public record MachineLabels(
        ReportedCoder machine,
        VariableAnswers said,
        Map<Long, ValidationRows.Dealt> dealt,
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

    /** With the reader's choice of what no answer counts as and of what intervals speak about; only of images meant. */
    Judged judged(
            GoldSample goldSample,
            List<String> classes,
            UndecidedRule review,
            Cluster cluster,
            Predicate<ValidationRows.Dealt> meant) {
        var units = goldSample.units().stream()
                .filter(image -> meant.test(dealt.get(image)))
                .filter(image -> review != UndecidedRule.MISSING || answered(image))
                .toList();
        var plain = predictions(goldSample, units, classes);
        boolean own = review == UndecidedRule.CLASS;
        var labels = new ArrayList<>(classes);
        if (own) {
            labels.add(NO_ANSWER);
        }
        var predictions = own ? Abstention.OWN_CLASS.apply(plain) : plain;
        ToIntFunction<Long> column = image -> {
            int given = index(classes, said.of(image, machine.id()));
            int none = review == UndecidedRule.MISSING ? -1 : classes.size();
            return given < 0 ? none : given;
        };
        return new Judged(
                labels,
                predictions,
                unlabelled(new HashSet<>(goldSample.units()), labels.size(), column, meant),
                confidence(units),
                new ImageClusters(cluster, dealt).of(predictions, units, meant, column));
    }

    private double[] unlabelled(
            Set<Long> gold, int classes, ToIntFunction<Long> column, Predicate<ValidationRows.Dealt> meant) {
        var counts = new double[classes + 1];
        for (var image : dealt.values()) {
            int given = !gold.contains(image.image()) && meant.test(image) ? column.applyAsInt(image.image()) : -1;
            if (given >= 0) {
                counts[given]++;
            }
        }
        return counts;
    }

    /** Only where every answer has one. */
    private Optional<double[]> confidence(List<Long> units) {
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

    /** Dealt with, by image. */
    static Map<Long, ValidationRows.Dealt> byImage(List<ValidationRows.Dealt> dealt) {
        return dealt.stream().collect(Collectors.toMap(ValidationRows.Dealt::image, image -> image));
    }
}
