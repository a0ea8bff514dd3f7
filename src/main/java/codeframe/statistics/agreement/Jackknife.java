package codeframe.statistics.agreement;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Leaving out one unit at a time (Efron and Tibshirani 1993, eq. 11.5 and 14.15): the standard error of any coefficient,
 * and the acceleration of its BCa interval. No standard error where leaving out some unit leaves nothing defined.
 */
public record Jackknife(OptionalDouble se, double acceleration, long units) {
    public static Jackknife of(UnitSums coefficient) {
        return of(coefficient, Patterns.of(coefficient));
    }

    static Jackknife of(UnitSums coefficient, Patterns patterns) {
        var total = new double[coefficient.length()];
        IntStream.range(0, patterns.size()).forEach(p -> patterns.add(p, patterns.uses(p), total));
        var without = new OptionalDouble[patterns.size()];
        var sums = total.clone();
        for (int pattern = 0; pattern < without.length; pattern++) {
            patterns.add(pattern, -1, sums);
            without[pattern] = coefficient.figure(sums).number();
            patterns.restore(pattern, total, sums);
        }
        return of(without, patterns);
    }

    private static Jackknife of(OptionalDouble[] without, Patterns patterns) {
        double n = 0;
        double sum = 0;
        for (int pattern = 0; pattern < without.length; pattern++) {
            if (without[pattern].isPresent()) {
                n += patterns.uses(pattern);
                sum += patterns.uses(pattern) * without[pattern].getAsDouble();
            }
        }
        double squares = 0;
        double cubes = 0;
        for (int pattern = 0; pattern < without.length; pattern++) {
            if (without[pattern].isPresent()) {
                double from = sum / n - without[pattern].getAsDouble();
                squares += patterns.uses(pattern) * from * from;
                cubes += patterns.uses(pattern) * from * from * from;
            }
        }
        boolean complete = n == patterns.units() && n >= 2;
        var se = complete ? OptionalDouble.of(Math.sqrt((n - 1) / n * squares)) : OptionalDouble.empty();
        double acceleration = squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
        return new Jackknife(se, acceleration, patterns.units());
    }

    /** The coefficient with its jackknife standard error and t interval; where nothing varies with what may be hidden. */
    public static Figure figure(UnitSums coefficient) {
        var figure = coefficient.figure();
        if (figure.number().isEmpty()) {
            return figure;
        }
        var jackknife = coefficient.units() > Resampling.DIRECT ? Influence.of(coefficient) : of(coefficient);
        double value = figure.number().getAsDouble();
        if (jackknife.se().isEmpty()) {
            return figure;
        }
        double se = jackknife.se().getAsDouble();
        return se > 1e-12
                ? figure.within(
                        se,
                        Interval.student(
                                        value,
                                        se,
                                        jackknife.units() - 1.0,
                                        "jackknife over " + coefficient.drawn() + ", t")
                                .cut(coefficient.least(), 1))
                : figure.within(hidden(coefficient, value, (double) jackknife.units()));
    }

    static Interval hidden(UnitSums coefficient, double value, double units) {
        return Hidden.around(value, units, coefficient.fall(coefficient.total()), coefficient.least());
    }
}
