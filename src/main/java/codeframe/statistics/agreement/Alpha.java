package codeframe.statistics.agreement;

/** Krippendorff's α = 1 − observed / expected disagreement (Krippendorff 2011, p. 1; 2018, ch. 12). */
public interface Alpha extends UnitSums {
    Disagreement disagreement(double[] sums);

    /** How often each category was given on units with two codes or more. */
    double[] margins(double[] sums);

    /** The δ² that holds at these sums. */
    Distance distance(double[] sums);

    @Override
    default Figure figure(double[] sums) {
        var found = disagreement(sums);
        if (found.pairable() < 0.5) {
            return Figure.undefined("no unit was coded by two coders");
        }
        if (used(margins(sums)) < 2) {
            return Figure.undefined("only one category was used");
        }
        if (!(found.expected() > 0)) {
            return Figure.undefined("all values are the same number, so nothing could differ by chance");
        }
        return Figure.of(1 - found.observed() / found.expected());
    }

    @Override
    default double fall(double[] sums) {
        var distance = distance(sums);
        return Hidden.greatest(margins(sums), distance::squared)
                / disagreement(sums).expected();
    }

    /** Rounding of sums leaves traces of categories that are not there, hence the margin. */
    private static int used(double[] margins) {
        int used = 0;
        for (double uses : margins) {
            used += uses > 1e-6 ? 1 : 0;
        }
        return used;
    }

    /** Mean δ² within units, and of all pairable codes taken together. */
    record Disagreement(double observed, double expected, double pairable) {}

    static Alpha of(Codes codes, MeasurementLevel level, double... values) {
        if (level == MeasurementLevel.ORDINAL) {
            return new OrdinalAlpha(codes);
        }
        return new FixedAlpha(codes, distance(level, values));
    }

    private static Distance distance(MeasurementLevel level, double... values) {
        if (level == MeasurementLevel.NOMINAL) {
            return Distance.nominal();
        }
        return level == MeasurementLevel.INTERVAL ? Distance.interval(values) : Distance.ratio(values);
    }
}
