package codeframe.statistics.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What was drawn, stratum by stratum: what share of the corpus a stratum is, how often each class was predicted in it, and
 * what gold said then. Where weights differ within a stratum, counts are those of as many units as tell the same: n_e =
 * (Σw)²/Σw² (Kish 1965, section 11.7; Korn and Graubard 1998). What was drawn of a stratum is known; only the rest is drawn
 * at random, with (1 − f) of the parameters, so that variances have the finite population's factor 1 − f.
 */
final class Sampled {
    /** Of a stratum; predicted classes are columns, abstentions the last, and counts[column] are of gold. */
    record Stratum(double share, double fraction, double[] predicted, double[][] counts, double[][] seen) {
        double units() {
            return Arrays.stream(predicted).sum();
        }
    }

    private final int classes;
    private final List<Stratum> strata = new ArrayList<>();
    private final double[] predicted;

    Sampled(Predictions drawn) {
        this.classes = drawn.classes();
        this.predicted = new double[classes + 1];
        for (int h = 0; h < drawn.design().strata(); h++) {
            int stratum = h;
            var units = IntStream.range(0, drawn.units())
                    .filter(unit -> drawn.design().stratum(unit) == stratum)
                    .toArray();
            if (units.length > 0) {
                strata.add(stratum(drawn, drawn.design().fraction(h, units.length), units));
            }
        }
    }

    private Stratum stratum(Predictions drawn, double fraction, int... units) {
        double sum = 0;
        double squares = 0;
        for (int unit : units) {
            sum += drawn.weight()[unit];
            squares += drawn.weight()[unit] * drawn.weight()[unit];
        }
        var counts = new double[classes + 1][classes];
        var columns = new double[classes + 1];
        for (int unit : units) {
            int said = drawn.predicted()[unit] == Predictions.ABSTAINED ? classes : drawn.predicted()[unit];
            double count = drawn.weight()[unit] * sum / squares;
            counts[said][drawn.gold()[unit]] += count;
            columns[said] += count;
            predicted[said] += count;
        }
        var seen = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
        return new Stratum(sum / drawn.units(), fraction, columns, counts, seen);
    }

    /** Adds to every count its part of what is assumed beforehand for its predicted class. */
    void assume(double[][] prior) {
        for (var stratum : strata) {
            for (int j = 0; j <= classes; j++) {
                double part = predicted[j] > 0 ? stratum.predicted[j] / predicted[j] : 0;
                for (int k = 0; k < classes; k++) {
                    stratum.counts[j][k] += part * prior[j][k];
                }
            }
        }
    }

    /** A table that the corpus may have, as counts of so many units. */
    Confusion draw(SplittableRandom random, double units) {
        var cells = new double[classes * (classes + 1)];
        for (var stratum : strata) {
            double whole = stratum.share * units;
            double known = stratum.fraction * whole / stratum.units();
            addDrawn(stratum, random, (1 - stratum.fraction) * whole, cells);
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] += known * stratum.seen[cell % (classes + 1)][cell / (classes + 1)];
            }
        }
        return new Confusion(classes, cells);
    }

    private void addDrawn(Stratum stratum, SplittableRandom random, double whole, double[] cells) {
        double rest = 1 - stratum.fraction;
        var columns = new double[classes + 1];
        var given = new double[classes];
        Gammas.shares(random, stratum.predicted, rest, whole, columns);
        for (int j = 0; j <= classes; j++) {
            if (columns[j] > 0) {
                Gammas.shares(random, stratum.counts[j], rest, columns[j], given);
                for (int k = 0; k < classes; k++) {
                    cells[k * (classes + 1) + j] += given[k];
                }
            }
        }
    }
}
