package codeframe.report.results;

import codeframe.report.validation.GoldSample;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.association.Crosstab;
import codeframe.statistics.association.RaoScott;
import codeframe.statistics.association.TableUnit;
import codeframe.web.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tests whether groups and categories go with each other, of the images of which both are known.
 *
 * @param gold the sample whose design counts, where codes or groups are those of gold
 */
record AssociationOf(
        List<ResultsRows.Tally> known, List<String> groups, List<String> categories, Optional<GoldSample> gold) {
    private static final int MOST_GROUPS = 40;
    private static final double SPARSE = 0.2;

    static AssociationOf of(
            List<ResultsRows.Tally> tallies,
            Comparator<String> order,
            List<String> classes,
            Optional<GoldSample> gold) {
        var known = tallies.stream()
                .filter(tally -> !tally.part().isEmpty() && !tally.labels().isEmpty())
                .toList();
        var used = known.stream().map(tally -> tally.labels().get(0)).collect(Collectors.toSet());
        return new AssociationOf(
                known,
                known.stream()
                        .map(ResultsRows.Tally::part)
                        .distinct()
                        .sorted(order)
                        .toList(),
                classes.stream().filter(used::contains).toList(),
                gold);
    }

    Association found() {
        if (groups.size() < 2 || categories.size() < 2) {
            return refused("Nothing is tested: it takes two groups and two categories that occur.");
        }
        if (groups.size() > MOST_GROUPS) {
            return refused("Nothing is tested: a table of " + NumberText.count(groups.size())
                    + " groups says little; at most " + MOST_GROUPS + " are taken.");
        }
        long alone = ofOneCluster();
        if (alone > 0) {
            return refused("Nothing is tested: " + NumberText.count(alone, "group has", "groups have")
                    + " images of one account or post alone, and intervals that speak about new ones take two in every"
                    + " group.");
        }
        var units = units();
        var table = new Crosstab(groups.size(), categories.size(), units);
        boolean alike = units.stream().mapToDouble(TableUnit::weight).distinct().count() == 1;
        if (alike && units.stream().allMatch(unit -> unit.cluster().isEmpty())) {
            return told(table, table.pearson(), 1, cell -> table.residual(cell[0], cell[1]));
        }
        var design = new RaoScott(table, sizes());
        return design.test()
                .map(found -> told(table, found.test(), found.effect(), cell -> design.residual(cell[0], cell[1])))
                .orElseGet(() ->
                        refused("Nothing is tested: the design of the sample leaves too few independent images."));
    }

    /** Groups in which nothing varies between clusters, so that it is not known how much it would in another sample. */
    private long ofOneCluster() {
        return known.stream()
                .collect(Collectors.groupingBy(
                        ResultsRows.Tally::part, Collectors.mapping(ResultsRows.Tally::cluster, Collectors.toSet())))
                .values()
                .stream()
                .filter(clusters -> clusters.size() == 1 && !clusters.contains(""))
                .count();
    }

    /** @param reason why nothing is tested, as a sentence */
    Association refused(String reason) {
        return new Association(
                groups, categories, 0, Optional.empty(), Figure.undefined(reason), counts(), List.of(), List.of());
    }

    private Association told(Crosstab table, Crosstab.Test test, double effect, Function<int[], Double> residual) {
        return new Association(
                groups,
                categories,
                Math.round(table.n()),
                Optional.of(test),
                Figure.of(table.cramersV()).within(table.limits(effect)),
                counts(),
                cells(residual),
                warnings(table));
    }

    private List<List<Long>> counts() {
        var counts = new long[groups.size()][categories.size()];
        known.forEach(
                tally -> counts[groups.indexOf(tally.part())][
                        categories.indexOf(tally.labels().get(0))] += tally.n());
        return cells(cell -> counts[cell[0]][cell[1]]);
    }

    private <T> List<List<T>> cells(Function<int[], T> of) {
        return IntStream.range(0, groups.size())
                .mapToObj(group -> IntStream.range(0, categories.size())
                        .mapToObj(category -> of.apply(new int[] {group, category}))
                        .toList())
                .toList();
    }

    private static List<String> warnings(Crosstab table) {
        return table.sparse() > SPARSE
                ? List.of("In " + NumberText.percent(table.sparse()) + " of the cells fewer than five images would be"
                        + " expected: the p is rough. Take groups or categories together.")
                : List.of();
    }

    private List<TableUnit> units() {
        var strata = strata();
        return known.stream()
                .map(tally -> new TableUnit(
                        groups.indexOf(tally.part()),
                        categories.indexOf(tally.labels().get(0)),
                        gold.map(sample -> sample.weights(List.of(tally.unit()))[0])
                                .orElse(1.0),
                        strata.getOrDefault(tally.unit(), 0),
                        tally.cluster(),
                        tally.n()))
                .toList();
    }

    private List<Long> images() {
        return known.stream().map(ResultsRows.Tally::unit).toList();
    }

    private Map<Long, Integer> strata() {
        var images = images();
        return gold.map(sample -> sample.design(images))
                .map(design -> IntStream.range(0, images.size())
                        .boxed()
                        .collect(Collectors.toMap(images::get, design::stratum, (first, second) -> first)))
                .orElse(Map.of());
    }

    /** How many images of the frame each stratum has: one over what share of it one image is. */
    private double[] sizes() {
        var images = images();
        return gold.map(sample -> sample.design(images))
                .map(design -> {
                    int strata = 1
                            + IntStream.range(0, images.size())
                                    .map(design::stratum)
                                    .max()
                                    .orElse(0);
                    return IntStream.range(0, strata)
                            .mapToDouble(stratum -> 1 / design.fraction(stratum, 1))
                            .toArray();
                })
                .orElseGet(() -> new double[] {Double.POSITIVE_INFINITY});
    }
}
