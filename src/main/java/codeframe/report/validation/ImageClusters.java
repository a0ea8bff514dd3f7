package codeframe.report.validation;

import codeframe.report.study.Cluster;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.UnitSums;
import codeframe.statistics.validation.ClusterLimits;
import codeframe.statistics.validation.Clusters;
import codeframe.statistics.validation.Predictions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The accounts or posts of a machine's images, where intervals are to speak about new ones. */
record ImageClusters(Cluster cluster, Map<Long, ValidationRows.Dealt> dealt) {
    /**
     * @param members the units with gold
     * @param column of an image in what was said: its class, or the last for no answer; less than 0 where it is left out
     */
    Optional<Clusters> of(
            Predictions members, List<Long> units, Predicate<ValidationRows.Dealt> meant, ToIntFunction<Long> column) {
        if (cluster == Cluster.IMAGE) {
            return Optional.empty();
        }
        Map<String, double[]> said = new LinkedHashMap<>();
        for (var image : dealt.values()) {
            int given = meant.test(image) ? column.applyAsInt(image.image()) : -1;
            if (given >= 0) {
                said.computeIfAbsent(name(image), none -> new double[members.classes() + 1])[given]++;
            }
        }
        return Optional.of(new Clusters(cluster.plural(), members, names(units), said));
    }

    /** Of another figure over these images. */
    Figure over(Figure figure, UnitSums sums, List<Long> images) {
        return cluster == Cluster.IMAGE
                ? figure
                : new ClusterLimits(cluster.plural(), names(images)).over(figure, sums);
    }

    private List<String> names(List<Long> units) {
        return units.stream().map(image -> name(dealt.get(image))).toList();
    }

    private String name(ValidationRows.Dealt image) {
        return cluster.of(image.image(), known(image.post()), known(image.account()));
    }

    private static String known(String name) {
        return name.isEmpty() ? null : name;
    }
}
