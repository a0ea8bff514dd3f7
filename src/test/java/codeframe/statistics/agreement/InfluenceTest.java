package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The infinitesimal jackknife against what it is of a mean: the skewness of the units over 6 √n. */
final class InfluenceTest {
    /** A mean of ones and zeros of which so many are ones, as a coefficient whose sums are the ones and the units. */
    private record Share(int units, int ones) implements UnitSums {
        @Override
        public int length() {
            return 2;
        }

        @Override
        public void contribute(int unit, Contribution into) {
            into.add(0, unit % (units / ones) == 0 && unit / (units / ones) < ones ? 1 : 0);
            into.add(1, 1);
        }

        @Override
        public Figure figure(double[] sums) {
            return Figure.of(sums[0] / sums[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 10", "100, 50", "90, 30"})
    void error_and_acceleration_of_a_share(int units, int ones) {
        double p = (double) ones / units;
        var found = Influence.of(new Share(units, ones));
        assertThat(found.se().orElseThrow()).isCloseTo(Math.sqrt(p * (1 - p) / units), within(1e-6));
        assertThat(found.acceleration()).isCloseTo((1 - 2 * p) / (6 * Math.sqrt(units * p * (1 - p))), within(1e-5));
        assertThat(found.units()).isEqualTo(units);
    }

    /** Of every fifth unit one half are ones, though of all units only a tenth. */
    @Test
    void every_fifth_unit_stands_for_five() {
        var found = Influence.of(new Share(1_000, 100), 5);
        assertThat(found.se().orElseThrow()).isCloseTo(Math.sqrt(0.5 * 0.5 / 1_000), within(1e-6));
        assertThat(found.acceleration()).isCloseTo(0, within(1e-6));
        assertThat(found.units()).isEqualTo(1_000);
    }
}
