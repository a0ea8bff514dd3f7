package codeframe.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import codeframe.statistics.agreement.Wilson;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Differences as Newcombe (1998, table II, method 10) prints them; trends as R's lm with weights 1/SE² and its sigma taken out. */
class SharesApartTest {
    private static ShareDifference apart(int a, int m, int b, int n) {
        return ShareDifference.of(Wilson.figure((double) a, m, ""), Wilson.figure((double) b, n, ""))
                .orElseThrow();
    }

    private static void printed(ShareDifference found, double value, double low, double high) {
        var estimate = (Figure.Estimate) found.figure();
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(low, within(5e-5));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(high, within(5e-5));
        assertThat(found.p() < 0.05).as("p and the interval say the same").isEqualTo(low > 0 || high < 0);
    }

    @Test
    void differences_are_those_of_Newcombe() {
        printed(apart(56, 70, 48, 80), 0.2, 0.0524, 0.3339);
        printed(apart(9, 10, 3, 10), 0.6, 0.1705, 0.8090);
        printed(apart(10, 10, 0, 20), 1, 0.6791, 1);
        printed(apart(48, 80, 56, 70), -0.2, -0.3339, -0.0524);
        printed(apart(6, 7, 2, 7), 0.5714285714285714, 0.0582, 0.8062);
        assertThat(apart(5, 10, 5, 10).p()).isEqualTo(1);
    }

    @Test
    void without_limits_there_is_no_difference() {
        assertThat(ShareDifference.of(Figure.of(0.5), Wilson.figure(3.0, 10, "")))
                .isEmpty();
        assertThat(ShareDifference.of(Figure.undefined("too little gold"), Wilson.figure(3.0, 10, "")))
                .isEmpty();
    }

    private static List<ShareTrend.Point> points(int... of) {
        double[] y = {.30, .34, .33, .41, .44};
        double[] se = {.05, .04, .06, .05, .045};
        double[] time = {0, 1, 2, 4, 5};
        return IntStream.of(of)
                .mapToObj(i -> new ShareTrend.Point(time[i], Figure.of(y[i]).within(Interval.normal(y[i], se[i], ""))))
                .toList();
    }

    @Test
    void a_trend_is_the_weighted_line_of_R() {
        var trend = ShareTrend.of(points(0, 1, 2, 3, 4));
        var slope = (Figure.Estimate) trend.slope();
        assertThat(slope.value()).isCloseTo(0.0268789127354, within(1e-10));
        assertThat(slope.se().orElseThrow()).isCloseTo(0.0112256903309, within(1e-10));
        assertThat(trend.p()).isCloseTo(0.016647097874, within(1e-9));
        assertThat(trend.periods()).isEqualTo(5);
    }

    @Test
    void two_periods_are_no_trend() {
        assertThat(((Figure.Undefined) ShareTrend.of(points(0, 4)).slope()).reason())
                .isEqualTo("only 2 periods have a share with limits; 3 are needed");
    }
}
