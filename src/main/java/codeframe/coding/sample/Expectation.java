package codeframe.coding.sample;

import codeframe.statistics.prevalence.HalfWidth;
import java.util.OptionalDouble;

/**
 * What a sample is worth before anybody has coded it.
 *
 * @param several images that several people code
 * @param codings decisions to take, an image counted once per coder
 * @param seconds of coding altogether
 * @param agreement half of the 95 % interval of percent agreement; none below two images that several people code
 * @param f1 half of the 95 % interval of a category's F1
 * @param positives images of that category to expect
 */
public record Expectation(
        int several,
        long codings,
        long seconds,
        long secondsEach,
        OptionalDouble agreement,
        double f1,
        double positives) {
    /** The median time of a decision on two variables, measured with coders of the reference study. */
    static final double SECONDS = 4.3;

    static final int OF_VARIABLES = 2;

    /** What is assumed, as shares. */
    record Assumed(double agreement, double f1, double prevalence) {}

    static Expectation of(SamplePlan plan, int frame, int size, Assumed assumed) {
        int several = plan.work().overlapping(size);
        long codings = size - several + (long) several * plan.work().codersEach();
        double each = SECONDS * plan.work().variables().size() / OF_VARIABLES;
        double seconds = codings * each;
        return new Expectation(
                several,
                codings,
                Math.round(seconds),
                Math.round(seconds / plan.work().people().size()),
                several < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(HalfWidth.agreement(several, frame, assumed.agreement())),
                HalfWidth.f1(size, frame, assumed.prevalence(), assumed.f1()),
                size * assumed.prevalence());
    }
}
