package codeframe.statistics.validation;

import codeframe.statistics.agreement.Contribution;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.UnitSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A measure of a corpus over its clusters: each adds its part of the table, and what the machine said of all its units. */
final class CorpusTables implements UnitSums {
    private final CorpusMeasure measure;
    private final int classes;
    private final int cells;
    private final List<double[]> parts;

    CorpusTables(Clusters clusters, CorpusMeasure measure) {
        this.measure = measure;
        this.classes = clusters.members().classes();
        this.cells = classes * (classes + 1);
        Map<String, double[]> byCluster = new LinkedHashMap<>();
        clusters.said().forEach((name, said) -> System.arraycopy(said, 0, part(byCluster, name), cells, classes + 1));
        var members = clusters.members();
        for (int member = 0; member < members.units(); member++) {
            part(byCluster, clusters.ofMember().get(member))[Metric.cell(members, member)] += members.weight()[member];
        }
        this.parts = new ArrayList<>(byCluster.values());
    }

    private double[] part(Map<String, double[]> byCluster, String name) {
        return byCluster.computeIfAbsent(name, none -> new double[length()]);
    }

    @Override
    public int units() {
        return parts.size();
    }

    @Override
    public int length() {
        return cells + classes + 1;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void contribute(int cluster, Contribution into) {
        var part = parts.get(cluster);
        for (int i = 0; i < part.length; i++) {
            if (part[i] != 0) {
                into.add(i, part[i]);
            }
        }
    }

    @Override
    public Figure figure(double[] sums) {
        return measure.of(
                new Confusion(classes, Arrays.copyOf(sums, cells)), Arrays.copyOfRange(sums, cells, sums.length));
    }
}
