package codeframe.statistics.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/** A number of a report, or the reason why there is none: never NaN, 0 or blank in its place. */
public sealed interface Figure {
    record Estimate(double value, OptionalDouble se, Optional<Interval> interval) implements Figure {
        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public Figure within(double standardError, Interval limits) {
            return new Estimate(value, OptionalDouble.of(standardError), Optional.of(limits));
        }

        @Override
        public Figure within(Interval limits) {
            return new Estimate(value, se, Optional.of(limits));
        }

        @Override
        public Figure called(String method) {
            return new Estimate(value, se, interval.map(limits -> se.isPresent() ? limits.called(method) : limits));
        }

        @Override
        public Figure cut(double least, double most) {
            return new Estimate(
                    Math.min(most, Math.max(least, value)), se, interval.map(limits -> limits.cut(least, most)));
        }
    }

    record Undefined(String reason) implements Figure {
        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }

        @Override
        public Figure within(double standardError, Interval limits) {
            return this;
        }

        @Override
        public Figure within(Interval limits) {
            return this;
        }

        @Override
        public Figure called(String method) {
            return this;
        }

        @Override
        public Figure cut(double least, double most) {
            return this;
        }
    }

    /** What is no number is undefined, whichever way it came about. */
    static Figure of(double value) {
        return Double.isFinite(value)
                ? new Estimate(value, OptionalDouble.empty(), Optional.empty())
                : undefined("the values give nothing to divide by");
    }

    /** A number of things, exactly. */
    static Figure count(long things) {
        return of((double) things);
    }

    static Figure undefined(String reason) {
        return new Undefined(reason);
    }

    /** A share, undefined with this reason when it is a share of nothing. */
    static Figure ratio(double part, double whole, String reason) {
        return whole > 0 ? of(part / whole) : undefined(reason);
    }

    OptionalDouble number();

    Figure within(double standardError, Interval limits);

    Figure within(Interval limits);

    /** With this name for how its limits were drawn, where they rest on a standard error. */
    Figure called(String method);

    /** Value and limits without what lies outside of a range. */
    Figure cut(double least, double most);
}
