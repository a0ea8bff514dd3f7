package codeframe.report.compare;

import codeframe.codebook.Variable;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.RareClasses;
import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.Difference;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Taylor;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Confusion;
import codeframe.statistics.validation.Holm;
import codeframe.statistics.validation.McNemar;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Pairing;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Two runs on the same images with gold.
 *
 * @param accuracy difference of accuracy, first less second, where images have different weights: McNemar's test counts
 *     images, and so would answer for the sample and not for the corpus
 * @param equal p of equal accuracy: McNemar's, or of the weighted difference
 * @param holm the same adjusted for the number of pairs
 * @param f1 difference of macro F1, first less second
 * @param p that there is none
 */
public record PairTest(
        ReportedCoder first,
        ReportedCoder second,
        McNemar mcNemar,
        Optional<Figure> accuracy,
        double equal,
        double holm,
        Figure f1,
        double p) {

    /** All pairs of runs; the p of equal accuracy is adjusted over them. */
    static List<PairTest> of(List<ReportedCoder> coders, List<Predictions> predictions) {
        var tests = new ArrayList<PairTest>();
        for (int a = 0; a < coders.size(); a++) {
            for (int b = a + 1; b < coders.size(); b++) {
                tests.add(of(coders.get(a), coders.get(b), predictions.get(a), predictions.get(b)));
            }
        }
        var adjusted = Holm.adjust(tests.stream().mapToDouble(PairTest::equal).toArray());
        return IntStream.range(0, tests.size())
                .mapToObj(at -> tests.get(at).adjusted(adjusted[at]))
                .toList();
    }

    private static PairTest of(ReportedCoder first, ReportedCoder second, Predictions one, Predictions two) {
        var counts = McNemar.of(one, two);
        if (one.weighted()) {
            var accuracy = difference(one, two, Part.accuracy());
            var f1 = difference(one, two, Composite::macroF1);
            double equal = twoSided(accuracy);
            return new PairTest(first, second, counts, Optional.of(accuracy), equal, equal, f1, twoSided(f1));
        }
        var asked = AgreementQuestion.DEFAULT;
        var pairing = Pairing.of(one, two, Composite::macroF1, asked.replicates(), asked.seed());
        double equal = counts.exact();
        return new PairTest(first, second, counts, Optional.empty(), equal, equal, pairing.difference(), pairing.p());
    }

    /** By the design of the sample, paired by image because both are sums over the same images. */
    private static Figure difference(Predictions one, Predictions two, Function<Confusion, Figure> measure) {
        return Taylor.figure(new Difference(new Metric(one, measure), new Metric(two, measure)), one.design());
    }

    private static double twoSided(Figure figure) {
        if (!(figure instanceof Figure.Estimate estimate) || !(estimate.se().orElse(0) > 0)) {
            return 1;
        }
        return 2
                * Interval.normalProbability(
                        -Math.abs(estimate.value()) / estimate.se().orElseThrow());
    }

    private PairTest adjusted(double p) {
        return new PairTest(first, second, mcNemar, accuracy, equal, p, f1, this.p);
    }

    /** Every mean over classes rests on them as much as on the common ones. */
    static List<String> few(Variable variable, List<String> classes, int[] gold) {
        IntToLongFunction uses = k -> IntStream.of(gold).filter(of -> of == k).count();
        var rare = RareClasses.named(
                classes,
                variable::labelOf,
                k -> uses.applyAsLong(k) > 0 && uses.applyAsLong(k) < RareClasses.FEW,
                uses::applyAsLong);
        return rare.isEmpty()
                ? List.of()
                : List.of("Fewer than " + RareClasses.FEW + " units have this class in gold: " + rare
                        + ". The limits of macro F1, and of differences between methods, may be too narrow.");
    }
}
