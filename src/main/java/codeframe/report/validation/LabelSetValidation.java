package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.figures.LabelsReport;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.CountedUnit;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.Wilson;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.MeanOf;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Sets of labels of a machine held against those of gold. */
final class LabelSetValidation {
    private static final int GIVEN = 1;

    private final MachineLabels machine;
    private final GoldSample goldSample;
    private final List<Long> units;
    private final CountedPosts counted;
    private final ImageClusters clusters;
    private final boolean missing;
    private final AgreementQuestion asked = AgreementQuestion.DEFAULT;

    LabelSetValidation(MachineLabels machine, GoldSample goldSample, ValidationQuestion question) {
        this.machine = machine;
        this.goldSample = goldSample;
        this.counted = new CountedPosts(question.unit(), machine.dealt(), post -> true);
        this.clusters = new ImageClusters(question.cluster(), counted);
        this.missing = question.review() == UndecidedRule.MISSING;
        this.units = goldSample.units().stream()
                .filter(image -> !missing || machine.answered(image))
                .toList();
    }

    LabelsReport report(Variable variable, VariableAnswers both) {
        long answered = goldSample.units().stream().filter(machine::answered).count();
        var pair = List.<ReportedCoder>of(goldSample.gold(), machine.machine());
        var alpha = CodedVariables.of(variable, Recode.NONE, both, pair).alpha();
        var labels = new LinkedHashSet<>(variable.values());
        labels.addAll(goldSample.answers().values());
        labels.addAll(machine.said().values());
        return new LabelsReport(
                units.size(),
                goldSample.units().size() - answered,
                coverage((double) answered),
                mean(units, image -> gold(image).equals(said(image)) ? 1 : 0),
                mean(units, image -> jaccard(gold(image), said(image))),
                ofSets(alpha, both.images()),
                labels.parallelStream().map(this::ofLabel).toList(),
                asked);
    }

    private Figure mean(List<Long> images, ToDoubleFunction<Long> value) {
        var mean = new MeanOf(images.stream().mapToDouble(value).toArray(), weights(images), goldSample.design(images));
        return overClusters(mean.interval(asked.replicates(), asked.seed()), images, value);
    }

    /** As many as answered, by pictures; by posts their mean. */
    private Figure coverage(double answered) {
        var all = goldSample.units();
        ToDoubleFunction<Long> value = image -> machine.answered(image) ? 1 : 0;
        return counted.unit() == CountedUnit.POSTS
                ? mean(all, value)
                : overClusters(Wilson.figure(answered, all.size(), "there is no unit with gold"), all, value);
    }

    private Figure overClusters(Figure figure, List<Long> images, ToDoubleFunction<Long> value) {
        var members = counted.of(images);
        var each = CountedPosts.images(members);
        return clusters.over(
                figure,
                new MeanOf(
                        each.stream().mapToDouble(value).toArray(), goldSample.weights(each), goldSample.design(each)),
                members);
    }

    /** Of pictures, whatever is counted. */
    private Figure ofSets(Alpha alpha, List<Long> images) {
        var pictures = counted.pictures();
        return new ImageClusters(clusters.cluster(), pictures)
                .over(Resampling.figure(alpha, asked.replicates(), asked.seed()), alpha, pictures.of(images));
    }

    private double[] weights(List<Long> images) {
        return images.stream()
                .mapToDouble(image -> goldSample.weight(image) * counted.times(image))
                .toArray();
    }

    private static double jaccard(Set<String> gold, Set<String> said) {
        var all = new HashSet<>(gold);
        all.addAll(said);
        return all.isEmpty() ? 1 : gold.stream().filter(said::contains).count() / (double) all.size();
    }

    private LabelsReport.OfLabel ofLabel(String label) {
        var gold = units.stream().mapToInt(image -> given(gold(image), label)).toArray();
        var members = counted.of(units);
        ToIntFunction<Long> column = image -> column(image, label);
        var judged = new Judged(
                List.of("not given", label),
                predictions(units, label).times(counted.times(units)),
                counted.unlabelled(new HashSet<>(goldSample.units()), 2, column),
                Optional.empty(),
                clusters.of(members, predictions(CountedPosts.images(members), label), column),
                counted.posts(units, column));
        var figures = judged.figures(asked.replicates(), asked.seed());
        var shares = figures.shares(List.of(Part.precision(GIVEN), Part.recall(GIVEN)));
        return new LabelsReport.OfLabel(
                label,
                IntStream.of(gold).filter(code -> code == GIVEN).count(),
                shares.get(0),
                shares.get(1),
                figures.ofClasses(List.of(table -> Composite.f1(table, GIVEN))).get(0),
                ClassShare.of(judged, figures).get(GIVEN));
    }

    private Predictions predictions(List<Long> images, String label) {
        return new Predictions(
                2,
                images.stream().mapToInt(image -> given(gold(image), label)).toArray(),
                images.stream().mapToInt(image -> said(image, label)).toArray(),
                goldSample.weights(images),
                goldSample.design(images));
    }

    private int column(long image, String label) {
        int said = said(image, label);
        int none = missing ? -1 : 2;
        return said < 0 ? none : said;
    }

    private int said(long image, String label) {
        return machine.answered(image) ? given(said(image), label) : Predictions.ABSTAINED;
    }

    private static int given(Set<String> labels, String label) {
        return labels.contains(label) ? GIVEN : 0;
    }

    private Set<String> gold(long image) {
        return goldSample.answers().of(image, goldSample.gold().id());
    }

    private Set<String> said(long image) {
        return machine.said().of(image, machine.machine().id());
    }
}
