package codeframe.statistics.agreement;

/**
 * Gwet's linearisation (2014, ch. 5; what irrCAC computes in its .raw functions): var = Σ_u (κ*_u − κ)²/(n(n − 1)) with
 * κ*_u = (pa_u − p_e)/(1 − p_e) − 2(1 − κ)(pe_u − p_e)/(1 − p_e).
 */
final class Linearised {
    private static final String METHOD = "analytic (Gwet's linearisation), t";

    private final double estimate;
    private final double centre;
    private final double expected;
    private double squares;
    private long units;

    /** The centre is the estimate, except for α, where it lacks the small-sample term. */
    Linearised(double estimate, double centre, double expected) {
        this.estimate = estimate;
        this.centre = centre;
        this.expected = expected;
    }

    /** One unit: its agreement above chance, and its part in chance. */
    void add(double above, double chance) {
        double value = (above - 2 * (1 - centre) * (chance - expected)) / (1 - expected);
        squares += (value - centre) * (value - centre);
        units++;
    }

    /**
     * @param pairable units that could differ
     * @param fall how far the coefficient falls for every share of units that differ as far as they can
     */
    Figure figure(double freedom, double pairable, double fall, double least) {
        if (units < 2) {
            return Figure.of(estimate);
        }
        double se = Math.sqrt(squares / (units * (units - 1.0)));
        return se > 1e-12
                ? Figure.of(estimate)
                        .within(
                                se,
                                Interval.student(estimate, se, freedom, METHOD).cut(least, 1))
                : Figure.of(estimate).within(Hidden.around(estimate, pairable, fall, least));
    }
}
