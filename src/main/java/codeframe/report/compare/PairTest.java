package codeframe.report.compare;

import codeframe.agreement.Difference;
import codeframe.agreement.Figure;
import codeframe.agreement.Interval;
import codeframe.agreement.Taylor;
import codeframe.agreement.validation.Composite;
import codeframe.agreement.validation.Holm;
import codeframe.agreement.validation.McNemar;
import codeframe.agreement.validation.Metric;
import codeframe.agreement.validation.Pairing;
import codeframe.agreement.validation.Predictions;
import codeframe.report.figures.AgreementQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two runs on the same images with gold.
 *
 * @param f1 difference of macro F1, first less second
 * @param p that there is none
 * @param holm the p of McNemar's test, adjusted for the number of pairs
 */
public record PairTest(String first, String second, McNemar mcNemar, double holm, Figure f1, double p) {

    /** All pairs of runs; McNemar's p is adjusted over them. */
    static List<PairTest> of(List<String> names, List<Predictions> predictions) {
        var tests = new ArrayList<PairTest>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                tests.add(of(names.get(a), names.get(b), predictions.get(a), predictions.get(b)));
            }
        }
        var adjusted = Holm.adjust(
                tests.stream().mapToDouble(test -> test.mcNemar.exact()).toArray());
        return IntStream.range(0, tests.size())
                .mapToObj(at -> tests.get(at).adjusted(adjusted[at]))
                .toList();
    }

    private static PairTest of(String first, String second, Predictions one, Predictions two) {
        var counts = McNemar.of(one, two);
        if (one.weighted()) {
            var difference = new Difference(new Metric(one, Composite::macroF1), new Metric(two, Composite::macroF1));
            var figure = Taylor.figure(difference, one.design());
            return new PairTest(first, second, counts, 1, figure, twoSided(figure));
        }
        var asked = AgreementQuestion.DEFAULT;
        var pairing = Pairing.of(one, two, Composite::macroF1, asked.replicates(), asked.seed());
        return new PairTest(first, second, counts, 1, pairing.difference(), pairing.p());
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
        return new PairTest(first, second, mcNemar, p, f1, this.p);
    }
}
