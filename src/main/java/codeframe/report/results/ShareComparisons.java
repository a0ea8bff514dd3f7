package codeframe.report.results;

import codeframe.statistics.prevalence.ShareDifference;
import codeframe.statistics.prevalence.ShareTrend;
import codeframe.statistics.validation.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the shares of groups differ, and whether they go up or down over time; of several tests p is Holm's.
 *
 * @param known groups that can be compared
 * @param against the group that the others are compared with: the one that was asked for, or the first period, or the
 *     largest group
 * @param notCompared groups whose corrected shares are not known
 */
public record ShareComparisons(
        List<String> known, String against, List<Apart> differences, List<String> notCompared, List<Trend> trends) {
    static final int MOST_GROUPS = 60;

    /** How much more common a category is in a group than in the one they are compared with. */
    public record Apart(String group, String category, ShareDifference found, double holm) {}

    /** How the share of a category changes from one period to the next. */
    public record Trend(String category, ShareTrend found, double holm) {}

    /** @param corrects whether the shares are corrected ones; a group without them is then not compared */
    static ShareComparisons of(ResultsQuestion question, boolean corrects, List<GroupShares> groups) {
        var by = question.by();
        var known = groups.stream().filter(row -> !corrects || row.corrected()).toList();
        var unknown = groups.stream()
                .filter(row -> corrects && !row.corrected())
                .map(GroupShares::group)
                .toList();
        var first = known.stream()
                .filter(row -> row.group().equals(question.against()))
                .findFirst()
                .or(() -> known.stream().findFirst());
        return new ShareComparisons(
                known.stream().map(GroupShares::group).toList(),
                first.map(GroupShares::group).orElse(""),
                first.map(from -> differences(corrects, known, from)).orElse(List.of()),
                unknown,
                by.ofTime() ? trends(by, corrects, known) : List.of());
    }

    /** Groups beyond those that are compared, of which a table would be too long to read and Holm's p hopeless. */
    public int beyond() {
        return Math.max(0, known.size() - 1 - MOST_GROUPS);
    }

    private static List<Apart> differences(boolean corrects, List<GroupShares> known, GroupShares from) {
        var found = new ArrayList<Apart>();
        known.stream()
                .filter(row -> !row.group().equals(from.group()))
                .limit(MOST_GROUPS)
                .forEach(row -> {
                    for (int k = 0; k < row.shares().size(); k++) {
                        var share = row.shares().get(k);
                        var first = from.shares().get(k);
                        ShareDifference.of(share.shown(corrects), first.shown(corrects))
                                .ifPresent(
                                        apart -> found.add(new Apart(row.group(), share.category(), apart, apart.p())));
                    }
                });
        var holm = Holm.adjust(found.stream().mapToDouble(Apart::holm).toArray());
        return IntStream.range(0, holm.length)
                .mapToObj(i -> new Apart(
                        found.get(i).group(),
                        found.get(i).category(),
                        found.get(i).found(),
                        holm[i]))
                .toList();
    }

    private static List<Trend> trends(Grouping by, boolean corrects, List<GroupShares> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        var categories =
                known.get(0).shares().stream().map(ResultShare::category).toList();
        var found = IntStream.range(0, categories.size())
                .mapToObj(k -> trend(by, corrects, known, k))
                .toList();
        var holm = Holm.adjust(found.stream().mapToDouble(ShareTrend::p).toArray());
        return IntStream.range(0, holm.length)
                .mapToObj(k -> new Trend(categories.get(k), found.get(k), holm[k]))
                .toList();
    }

    private static ShareTrend trend(Grouping by, boolean corrects, List<GroupShares> known, int category) {
        return ShareTrend.of(known.stream()
                .map(row -> new ShareTrend.Point(
                        (double) by.period(row.group()).orElse(0),
                        row.shares().get(category).shown(corrects)))
                .toList());
    }
}
