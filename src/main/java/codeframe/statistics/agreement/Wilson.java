package codeframe.statistics.agreement;

/** The score interval of a proportion (Wilson 1927; Newcombe 1998, method 3). */
public final class Wilson {
    private static final String METHOD = "Wilson";

    private Wilson() {}

    public static Interval interval(double successes, double trials) {
        double z = Interval.normalQuantile(0.975);
        double share = successes / trials;
        double centre = share + z * z / (2 * trials);
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        double scale = 1 + z * z / trials;
        double low = successes == 0 ? 0 : (centre - half) / scale;
        double high = successes == trials ? 1 : (centre + half) / scale;
        return new Interval(low, high, METHOD);
    }

    /** A share of counted units with its standard error, which none or all leave unknown, and Wilson's limits. */
    public static Figure figure(double successes, double trials, String reason) {
        if (trials <= 0) {
            return Figure.undefined(reason);
        }
        double share = successes / trials;
        var limits = interval(successes, trials);
        return share > 0 && share < 1
                ? Figure.of(share).within(Math.sqrt(share * (1 - share) / trials), limits)
                : Figure.of(share).within(limits);
    }
}
