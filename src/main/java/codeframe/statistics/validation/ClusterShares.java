package codeframe.statistics.validation;

import codeframe.statistics.agreement.Contribution;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.UnitSums;
import java.util.List;
import java.util.Map;

/** How common something is among all units of some clusters, with limits about new clusters like these. */
public final class ClusterShares implements UnitSums {
    private final List<double[]> counts;

    private ClusterShares(List<double[]> counts) {
        this.counts = counts;
    }

    /**
     * @param units the share with limits about these units
     * @param kind what clusters are, in the plural: accounts, posts
     * @param counts by cluster: how many units do not have it, and how many have
     */
    public static Figure figure(Figure units, String kind, Map<String, double[]> counts) {
        return new ClusterLimits(kind, List.copyOf(counts.keySet()))
                .overCorpus(units, new ClusterShares(List.copyOf(counts.values())));
    }

    @Override
    public int units() {
        return counts.size();
    }

    @Override
    public int length() {
        return 2;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void contribute(int cluster, Contribution into) {
        into.add(0, counts.get(cluster)[0]);
        into.add(1, counts.get(cluster)[1]);
    }

    @Override
    public Figure figure(double[] sums) {
        return Figure.ratio(sums[1], sums[0] + sums[1], "there is no unit");
    }
}
