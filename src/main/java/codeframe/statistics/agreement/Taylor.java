package codeframe.statistics.agreement;

/**
 * Taylor linearisation of any smooth function of weighted totals under a design (Särndal, Swensson and Wretman 1992,
 * section 5.5; R's survey): every unit has the score ∇T · f_u, and the variance is that of the total of the scores.
 */
public final class Taylor {
    private static final String METHOD = "Taylor linearisation, design-weighted";

    private Taylor() {}

    public static Figure figure(UnitSums coefficient, StratifiedDesign design) {
        var total = coefficient.total();
        var figure = coefficient.figure(total);
        if (figure.number().isEmpty() || coefficient.units() < 2) {
            return figure;
        }
        var slope = Influence.slope(coefficient, total);
        var scores = new double[coefficient.units()];
        var contribution = new Contribution();
        for (int unit = 0; unit < scores.length; unit++) {
            contribution.clear();
            coefficient.contribute(unit, contribution);
            scores[unit] = contribution.dot(slope);
        }
        double se = Math.sqrt(design.variance(scores));
        double value = figure.number().getAsDouble();
        return se > 1e-12
                ? figure.within(se, Interval.normal(value, se, METHOD).cut(coefficient.least(), 1))
                : figure.within(Jackknife.hidden(coefficient, value, coefficient.units()));
    }
}
