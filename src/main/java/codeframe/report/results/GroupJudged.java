package codeframe.report.results;

import codeframe.report.figures.Judged;
import codeframe.report.study.Cluster;
import codeframe.report.validation.GoldSample;
import codeframe.statistics.validation.Clusters;
import codeframe.statistics.validation.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The labels of a group held against its gold: all categories at once, or each by itself where an image may have several. */
record GroupJudged(ResultsBasis basis, List<String> classes, GoldSample goldSample, Cluster cluster) {
    /** Of a category by itself. */
    static final int GIVEN = 1;

    List<Judged> of(GroupLabels group) {
        return basis.many()
                ? classes.stream().map(label -> ofLabel(group, label)).toList()
                : List.of(judged(group, classes, labels -> GroupLabels.index(classes, labels)));
    }

    private Judged ofLabel(GroupLabels group, String label) {
        return judged(
                group,
                List.of("not given", label),
                labels -> labels.isEmpty() ? Predictions.ABSTAINED : labels.contains(label) ? GIVEN : 0);
    }

    /** @param which of the classes some labels are */
    private Judged judged(GroupLabels group, List<String> of, ToIntFunction<List<String>> which) {
        var units = group.units();
        var images = List.copyOf(units.keySet());
        var said = images.stream()
                .mapToInt(image -> which.applyAsInt(units.get(image)))
                .toArray();
        if (basis.coder().isGold()) {
            Arrays.fill(said, Predictions.ABSTAINED);
        }
        var gold = images.stream()
                .mapToInt(image -> Math.max(0, which.applyAsInt(gold(image))))
                .toArray();
        var predictions = new Predictions(of.size(), gold, said, goldSample.weights(images), goldSample.design(images));
        ToIntFunction<List<String>> column = labels -> {
            int found = which.applyAsInt(labels);
            return found == Predictions.ABSTAINED ? of.size() : found;
        };
        return new Judged(
                of,
                predictions,
                group.unlabelled(of.size() + 1, column),
                Optional.empty(),
                clusters(group, predictions, images, column),
                Optional.empty());
    }

    private Optional<Clusters> clusters(
            GroupLabels group, Predictions predictions, List<Long> images, ToIntFunction<List<String>> column) {
        var names = group.clusters();
        return cluster == Cluster.IMAGE
                ? Optional.empty()
                : Optional.of(new Clusters(
                        cluster.plural(),
                        predictions,
                        images.stream().map(names::get).toList(),
                        group.byCluster(of(predictions), column)));
    }

    /** Every class, and no answer. */
    private static int of(Predictions predictions) {
        return predictions.classes() + 1;
    }

    private List<String> gold(long image) {
        return List.copyOf(goldSample.answers().of(image, goldSample.gold().id()));
    }
}
