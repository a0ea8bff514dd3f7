package codeframe.report.results;

import codeframe.statistics.validation.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                .map(tally -> new ResultsRows.Tally(tally.part(), tally.labels(), 0, tally.n()))
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

    private static boolean has(List<String> labels, String category, boolean many) {
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

    /** How often each class was said of images without gold, no answer last. */
    double[] unlabelled(List<String> classes) {
        var counts = new double[classes.size() + 1];
        for (var tally : tallies) {
            if (tally.unit() == 0) {
                int said = index(classes, tally.labels());
                counts[said == Predictions.ABSTAINED ? classes.size() : said] += tally.n();
            }
        }
        return counts;
    }

    /** How often a label was not given, given, and not answered, of images without gold. */
    double[] unlabelled(String label) {
        var counts = new double[3];
        for (var tally : tallies) {
            if (tally.unit() == 0) {
                counts[tally.labels().isEmpty() ? 2 : tally.labels().contains(label) ? 1 : 0] += tally.n();
            }
        }
        return counts;
    }

    static int index(List<String> classes, List<String> labels) {
        return labels.isEmpty() ? Predictions.ABSTAINED : classes.indexOf(labels.get(0));
    }
}
