package codeframe.statistics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.CohenKappa;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.MeasurementLevel;
import codeframe.statistics.agreement.Weights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures of a confusion table against each other and against the coefficients of two coders. */
final class Gorodkin2004Test {
    private static final int[] GOLD =
            IntStream.range(0, 300).map(i -> i % 7 % 3).toArray();
    private static final int[] PREDICTED =
            IntStream.range(0, 300).map(i -> i % 5 == 0 ? i % 2 : i % 7 % 3).toArray();
    private final Predictions predictions = Predictions.simple(3, GOLD, PREDICTED);
    private final Confusion table = Confusion.of(predictions);

    private static double value(Figure figure) {
        return figure.number().orElseThrow();
    }

    @Test
    void kappa_and_alpha_are_those_of_two_coders() {
        var cells = new short[600];
        for (int i = 0; i < 300; i++) {
            cells[2 * i] = (short) GOLD[i];
            cells[2 * i + 1] = (short) PREDICTED[i];
        }
        var codes = new Codes(300, 2, 3, cells);
        var kappa = new CohenKappa(codes, 0, 1, Weights.identity(3)).figure();
        assertThat(value(Composite.kappa(table))).isCloseTo(value(kappa), within(1e-12));
        assertThat(value(Composite.alpha(table)))
                .isCloseTo(value(Alpha.of(codes, MeasurementLevel.NOMINAL).figure()), within(1e-12));
    }

    @Test
    void mcc_of_two_classes_is_their_correlation() {
        var two = Confusion.of(Predictions.simple(2, new int[] {1, 1, 1, 0, 0, 0, 0}, new int[] {1, 1, 0, 0, 0, 1, 0}));
        double tp = 2, tn = 3, fp = 1, fn = 1;
        double expected = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
        assertThat(value(Composite.mcc(two))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void without_abstentions_micro_f1_is_accuracy() {
        assertThat(value(Composite.microF1(table)))
                .isCloseTo(value(Part.accuracy().apply(table)), within(1e-12));
        var figure = (Figure.Estimate) new Metric(predictions, Composite::macroF1).composite(2_000, 1);
        assertThat(figure.interval().orElseThrow().low()).isLessThan(figure.value());
        assertThat(figure.interval().orElseThrow().high()).isGreaterThan(figure.value());
    }

    @Test
    void an_abstention_is_missed_by_recall_and_not_charged_to_precision() {
        var abstaining = Predictions.simple(2, new int[] {0, 0, 0, 0, 1}, new int[] {0, 0, -1, -1, 1});
        var counts = Confusion.of(Abstention.ERROR.apply(abstaining));
        assertThat(value(Part.recall(0).apply(counts))).isEqualTo(0.5);
        assertThat(value(Part.precision(0).apply(counts))).isEqualTo(1);
        assertThat(value(Part.accuracy().apply(counts))).isEqualTo(0.6);
        assertThat(value(Part.coverage().apply(counts))).isEqualTo(0.6);
        var left = Confusion.of(Abstention.MISSING.apply(abstaining));
        assertThat(value(Part.recall(0).apply(left))).isEqualTo(1);
        var own = Confusion.of(Abstention.OWN_CLASS.apply(abstaining));
        assertThat(own.classes()).isEqualTo(3);
        assertThat(own.predicted(2)).isEqualTo(2);
    }

    @Test
    void a_class_that_is_nowhere_enters_no_mean() {
        var wider = Confusion.of(Predictions.simple(5, GOLD, PREDICTED));
        assertThat(Composite.f1(wider, 4)).isInstanceOf(Figure.Undefined.class);
        assertThat(Composite.macroF1(wider)).isEqualTo(Composite.macroF1(table));
        assertThat(Composite.balancedAccuracy(wider)).isEqualTo(Composite.balancedAccuracy(table));
    }

    @Test
    void two_runs_are_compared_on_the_same_units() {
        var worse = Predictions.simple(
                3, GOLD, IntStream.range(0, 300).map(i -> i % 3).toArray());
        var pairing = Pairing.of(predictions, worse, Part.accuracy(), 2_000, 1);
        assertThat(value(pairing.difference())).isPositive();
        assertThat(pairing.p()).isLessThan(0.01);
        assertThat(Pairing.of(predictions, predictions, Part.accuracy(), 500, 1).p())
                .isEqualTo(1);
    }
}
