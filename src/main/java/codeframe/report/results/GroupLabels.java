package codeframe.report.results;

import codeframe.statistics.validation.Predictions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What a coder said of the images of one group, or of all of them: with gold one by one, the others counted. */
record GroupLabels(String group, List<ResultsRows.Tally> tallies) {
    /** By group; images of which the group is not known are in none. */
    List<GroupLabels> parted(Comparator<String> order) {
        Map<String, List<ResultsRows.Tally>> groups = tallies.stream()
                .collect(Collectors.groupingBy(
                        ResultsRows.Tally::part, () -> new TreeMap<>(order), Collectors.toList()));
        groups.remove("");
        return groups.entrySet().stream()
                .map(entry -> new GroupLabels(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same without telling any image apart. */
    static List<ResultsRows.Tally> counted(List<ResultsRows.Tally> tallies) {
        return tallies.stream()
                .map(tally -> new ResultsRows.Tally(tally.part(), tally.labels(), 0, tally.cluster(), tally.n()))
                .toList();
    }

    long images() {
        return sum(tallies);
    }

    long unanswered() {
        return sum(tallies.stream().filter(tally -> tally.labels().isEmpty()).toList());
    }

    /** @param many whether an image may have several labels, of which each is counted */
    long given(String category, boolean many) {
        return sum(tallies.stream()
                .filter(tally -> has(tally.labels(), category, many))
                .toList());
    }

    private static long sum(List<ResultsRows.Tally> some) {
        return some.stream().mapToLong(ResultsRows.Tally::n).sum();
    }

    static boolean has(List<String> labels, String category, boolean many) {
        return many
                ? labels.contains(category)
                : !labels.isEmpty() && labels.get(0).equals(category);
    }

    /** The images with gold, and what the coder said of them. */
    Map<Long, List<String>> units() {
        return tallies.stream()
                .filter(tally -> tally.unit() > 0)
                .collect(Collectors.toMap(
                        ResultsRows.Tally::unit, ResultsRows.Tally::labels, (first, second) -> first, TreeMap::new));
    }

    /** How many images without gold are in each of some columns. */
    double[] unlabelled(int columns, ToIntFunction<List<String>> column) {
        var counts = new double[columns];
        for (var tally : tallies) {
            if (tally.unit() == 0) {
                counts[column.applyAsInt(tally.labels())] += tally.n();
            }
        }
        return counts;
    }

    /** The account or post of every image with gold. */
    Map<Long, String> clusters() {
        return tallies.stream()
                .filter(tally -> tally.unit() > 0)
                .collect(Collectors.toMap(
                        ResultsRows.Tally::unit, ResultsRows.Tally::cluster, (first, second) -> first));
    }

    /** How many images of each account or post are in each of some columns. */
    Map<String, double[]> byCluster(int columns, ToIntFunction<List<String>> column) {
        Map<String, double[]> counts = new LinkedHashMap<>();
        tallies.forEach(tally -> counts.computeIfAbsent(tally.cluster(), none -> new double[columns])[
                        column.applyAsInt(tally.labels())] +=
                tally.n());
        return counts;
    }

    static int index(List<String> classes, List<String> labels) {
        return labels.isEmpty() ? Predictions.ABSTAINED : classes.indexOf(labels.get(0));
    }
}
