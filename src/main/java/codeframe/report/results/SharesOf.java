package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.figures.ReportSize;
import codeframe.report.validation.GoldSample;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How common each category is in a group: as it was coded, and where there is gold corrected, by the estimator of the
 * validation page and by the gold of that group alone.
 *
 * @param uncorrected why nothing is corrected, where there is no gold to do it by
 */
record SharesOf(
        Variable variable, List<String> classes, Optional<GoldSample> goldSample, boolean ofGold, String uncorrected) {
    private static final String NO_IMAGE = "there is no image";
    private static final int GIVEN = 1;

    boolean many() {
        return variable.type() == VariableType.MULTI;
    }

    GroupShares of(GroupLabels group) {
        var units = group.units();
        var shares = new ArrayList<ResultShare>();
        var corrected = goldSample.isEmpty() || units.isEmpty() ? List.<Figure>of() : corrected(group, units);
        for (int k = 0; k < classes.size(); k++) {
            long given = group.given(classes.get(k), many());
            var coded = Wilson.figure((double) given, (double) group.images(), NO_IMAGE);
            shares.add(
                    new ResultShare(classes.get(k), given, coded, corrected.isEmpty() ? refusal() : corrected.get(k)));
        }
        return new GroupShares(group.group(), group.images(), units.size(), group.unanswered(), shares);
    }

    private Figure refusal() {
        return goldSample.isEmpty()
                ? Figure.undefined(uncorrected)
                : ClassShare.refused(0).orElseThrow();
    }

    private List<Figure> corrected(GroupLabels group, Map<Long, List<String>> units) {
        var few = ClassShare.refused(units.size());
        if (few.isPresent()) {
            return classes.stream().map(category -> few.get()).toList();
        }
        return many()
                ? classes.stream().map(label -> ofLabel(group, units, label)).toList()
                : ofClasses(judged(group, units), !group.group().isEmpty());
    }

    private List<Figure> ofClasses(Judged judged, boolean part) {
        if (ofGold) {
            return drawn(judged);
        }
        var asked = AgreementQuestion.DEFAULT;
        ReportSize.of(judged, asked).check();
        var shares = part
                ? ClassShare.ofGroup(judged, asked)
                : ClassShare.of(judged, judged.figures(asked.replicates(), asked.seed()));
        return shares.stream().map(ClassShare::corrected).toList();
    }

    /** Gold itself is not wrong: it is weighted by how likely each image was drawn. */
    private static List<Figure> drawn(Judged gold) {
        var asked = AgreementQuestion.DEFAULT;
        var parts = IntStream.range(0, gold.classes().size())
                .mapToObj(Part::prevalence)
                .toList();
        return gold.figures(asked.replicates(), asked.seed()).shares(parts);
    }

    private Judged judged(GroupLabels group, Map<Long, List<String>> units) {
        var images = List.copyOf(units.keySet());
        var gold = images.stream()
                .mapToInt(image -> GroupLabels.index(classes, gold(image)))
                .toArray();
        var said = images.stream()
                .mapToInt(image -> GroupLabels.index(classes, units.get(image)))
                .toArray();
        return new Judged(
                classes, predictions(images, classes.size(), gold, said), group.unlabelled(classes), Optional.empty());
    }

    private Figure ofLabel(GroupLabels group, Map<Long, List<String>> units, String label) {
        var images = List.copyOf(units.keySet());
        var gold = images.stream()
                .mapToInt(image -> gold(image).contains(label) ? GIVEN : 0)
                .toArray();
        var said = images.stream()
                .mapToInt(image -> units.get(image).isEmpty()
                        ? Predictions.ABSTAINED
                        : units.get(image).contains(label) ? GIVEN : 0)
                .toArray();
        var predictions = predictions(images, 2, gold, said);
        var judged = new Judged(List.of("not given", label), predictions, group.unlabelled(label), Optional.empty());
        return ofClasses(judged, !group.group().isEmpty()).get(GIVEN);
    }

    private Predictions predictions(List<Long> images, int q, int[] gold, int... said) {
        if (ofGold) {
            Arrays.fill(said, Predictions.ABSTAINED);
        }
        var sample = goldSample.orElseThrow();
        return new Predictions(q, gold, said, sample.weights(images), sample.design(images));
    }

    private List<String> gold(long image) {
        var sample = goldSample.orElseThrow();
        return List.copyOf(sample.answers().of(image, sample.gold().id()));
    }
}
