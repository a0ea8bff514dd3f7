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
import java.util.function.ToIntFunction;

/** The accounts or posts of a machine's images, where intervals are to speak about new ones. */
record ImageClusters(Cluster cluster, CountedPosts counted) {
    /**
     * @param members the units with gold, and what was said of each
     * @param column of an image in what was said: its class, or the last for no answer; less than 0 where it is left out
     */
    Optional<Clusters> of(List<ValidationRows.Dealt> members, Predictions said, ToIntFunction<Long> column) {
        if (cluster == Cluster.IMAGE) {
            return Optional.empty();
        }
        Map<String, double[]> all = new LinkedHashMap<>();
        for (long image : counted.dealt().keySet()) {
            int given = column.applyAsInt(image);
            if (given >= 0) {
                counted.of(image)
                        .forEach(post ->
                                all.computeIfAbsent(name(post), none -> new double[said.classes() + 1])[given]++);
            }
        }
        return Optional.of(new Clusters(cluster.plural(), said, names(members), all));
    }

    /** Of another figure over these units. */
    Figure over(Figure figure, UnitSums sums, List<ValidationRows.Dealt> members) {
        return cluster == Cluster.IMAGE
                ? figure
                : new ClusterLimits(cluster.plural(), names(members)).over(figure, sums);
    }

    private List<String> names(List<ValidationRows.Dealt> members) {
        return members.stream().map(this::name).toList();
    }

    private String name(ValidationRows.Dealt image) {
        return cluster.of(image.image(), known(image.post()), known(image.account()));
    }

    private static String known(String name) {
        return name.isEmpty() ? null : name;
    }
}
