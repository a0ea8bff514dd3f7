package codeframe.web.plot;

import codeframe.web.NumberText;
import java.util.Optional;

/** A row of a plot: a named value with its n and, where one exists, its interval. */
public record Estimate(String label, double value, Optional<Interval> interval, long n) {
    public record Interval(double low, double high) {}

    public static Estimate of(String label, double value, long n) {
        return new Estimate(label, value, Optional.empty(), n);
    }

    public static Estimate between(String label, double value, double low, double high, long n) {
        return new Estimate(label, value, Optional.of(new Interval(low, high)), n);
    }

    /** 0.74 [0.68, 0.79] */
    public String text(int digits) {
        return NumberText.decimal(value, digits)
                + interval.map(i -> " [" + NumberText.decimal(i.low(), digits) + ", "
                                + NumberText.decimal(i.high(), digits) + "]")
                        .orElse("");
    }
}
