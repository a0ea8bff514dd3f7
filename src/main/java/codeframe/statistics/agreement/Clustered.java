package codeframe.statistics.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A coefficient whose units come in clusters (the images of an account or a post): the same coefficient, over clusters,
 * so that jackknife and bootstrap draw clusters whole (Davison and Hinkley 1997, section 3.8).
 */
public final class Clustered implements UnitSums {
    private final UnitSums coefficient;
    private final List<List<Integer>> clusters;

    /** The cluster of every unit, by any name. */
    public Clustered(UnitSums coefficient, List<String> clusterOfUnit) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int unit = 0; unit < coefficient.units(); unit++) {
            members.computeIfAbsent(clusterOfUnit.get(unit), name -> new ArrayList<>())
                    .add(unit);
        }
        this.coefficient = coefficient;
        this.clusters = List.copyOf(members.values());
    }

    @Override
    public int units() {
        return clusters.size();
    }

    /** That of its units that add something; with units of several parts it is of both sides of a difference. */
    @Override
    public int part(int cluster) {
        var parts = clusters.get(cluster).stream()
                .filter(this::adds)
                .map(coefficient::part)
                .distinct()
                .toList();
        return parts.size() > 1 ? Difference.BOTH : parts.stream().findFirst().orElse(0);
    }

    private boolean adds(int unit) {
        var found = new Contribution();
        coefficient.contribute(unit, found);
        return found.size() > 0;
    }

    @Override
    public String drawn() {
        return "clusters of units";
    }

    @Override
    public double least() {
        return coefficient.least();
    }

    @Override
    public double fall(double[] sums) {
        return coefficient.fall(sums);
    }

    @Override
    public int length() {
        return coefficient.length();
    }

    @Override
    public void contribute(int cluster, Contribution into) {
        var sums = new TreeMap<Integer, Double>();
        var member = new Contribution();
        for (int unit : clusters.get(cluster)) {
            member.clear();
            coefficient.contribute(unit, member);
            for (int i = 0; i < member.size(); i++) {
                sums.merge(member.index(i), member.value(i), Double::sum);
            }
        }
        sums.forEach(into::add);
    }

    /** In how many clusters something is that a unit's sums tell. */
    public long holding(Predicate<double[]> sums) {
        return IntStream.range(0, units())
                .filter(cluster -> {
                    var own = new double[length()];
                    var contribution = new Contribution();
                    contribute(cluster, contribution);
                    contribution.addTo(own, 1);
                    return sums.test(own);
                })
                .count();
    }

    @Override
    public Figure figure(double[] sums) {
        return coefficient.figure(sums);
    }
}
