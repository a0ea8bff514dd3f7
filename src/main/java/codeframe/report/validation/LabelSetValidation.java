package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ClassShare;
import codeframe.report.figures.Judged;
import codeframe.report.figures.LabelsReport;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Resampling;
import codeframe.statistics.agreement.StratifiedDesign;
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
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Sets of labels of a machine held against those of gold. */
final class LabelSetValidation {
    private static final int GIVEN = 1;

    private final MachineLabels machine;
    private final GoldSample goldSample;
    private final List<Long> units;
    private final ImageClusters clusters;
    private final boolean missing;
    private final AgreementQuestion asked = AgreementQuestion.DEFAULT;

    LabelSetValidation(MachineLabels machine, GoldSample goldSample, ValidationQuestion question) {
        this.machine = machine;
        this.goldSample = goldSample;
        this.clusters = new ImageClusters(question.cluster(), machine.dealt());
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
                mean((gold, said) -> gold.equals(said) ? 1 : 0),
                mean(LabelSetValidation::jaccard),
                clusters.over(Resampling.figure(alpha, asked.replicates(), asked.seed()), alpha, both.images()),
                labels.parallelStream().map(this::ofLabel).toList(),
                asked);
    }

    private Figure mean(ToDoubleBiFunction<Set<String>, Set<String>> value) {
        var values = units.stream()
                .mapToDouble(image -> value.applyAsDouble(gold(image), said(image)))
                .toArray();
        var mean = new MeanOf(values, goldSample.weights(units), design());
        return clusters.over(mean.interval(asked.replicates(), asked.seed()), mean, units);
    }

    private Figure coverage(double answered) {
        var all = goldSample.units();
        var values = all.stream()
                .mapToDouble(image -> machine.answered(image) ? 1 : 0)
                .toArray();
        var share = Wilson.figure(answered, all.size(), "there is no unit with gold");
        return clusters.over(share, MeanOf.plain(values), all);
    }

    private static double jaccard(Set<String> gold, Set<String> said) {
        var all = new HashSet<>(gold);
        all.addAll(said);
        return all.isEmpty() ? 1 : gold.stream().filter(said::contains).count() / (double) all.size();
    }

    private LabelsReport.OfLabel ofLabel(String label) {
        var gold = units.stream().mapToInt(image -> given(gold(image), label)).toArray();
        var predicted = units.stream().mapToInt(image -> said(image, label)).toArray();
        var predictions = new Predictions(2, gold, predicted, goldSample.weights(units), design());
        var judged = new Judged(
                List.of("not given", label),
                predictions,
                unlabelled(label),
                Optional.empty(),
                clusters.of(predictions, units, image -> true, image -> column(image, label)));
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

    private double[] unlabelled(String label) {
        var gold = new HashSet<>(goldSample.units());
        var counts = new double[3];
        machine.dealt().keySet().stream()
                .filter(image -> !gold.contains(image))
                .mapToInt(image -> column(image, label))
                .filter(column -> column >= 0)
                .forEach(column -> counts[column]++);
        return counts;
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

    private StratifiedDesign design() {
        return goldSample.design(units);
    }
}
