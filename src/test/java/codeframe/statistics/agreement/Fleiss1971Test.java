package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Fleiss (1971): 30 patients, six raters each; κ printed as .430. */
final class Fleiss1971Test {
    private final Codes codes = Dataset.of("fleiss1971").codes();

    @Test
    void kappa_is_as_printed() {
        var kappa = ChanceCorrected.fleiss(codes, Weights.identity(5));
        assertThat(kappa.figure().number().orElseThrow()).isCloseTo(0.4302445201, within(1e-9));
    }

    @Test
    void light_is_the_mean_over_pairs() {
        var light = new LightKappa(codes, Weights.identity(5));
        assertThat(light.figure().number().orElseThrow()).isCloseTo(0.459, within(5e-4));
        assertThat(light.figure(light.total()).number().orElseThrow())
                .isCloseTo(light.figure().number().orElseThrow(), within(1e-12));
        assertThat(light.undefinedPairs()).isZero();
    }

    @Test
    void the_three_percent_agreements_are_three_numbers() {
        var missing = Dataset.of("k2011_CD").codes();
        assertThat(percent(ChanceCorrected.percent(missing, Weights.identity(5))))
                .isCloseTo(0.8182, within(5e-5));
        assertThat(percent(PairAgreement.byPairs(missing))).isCloseTo(0.8, within(1e-12));
        assertThat(percent(PairAgreement.allEqual(missing))).isCloseTo(8.0 / 11, within(1e-12));
    }

    private static double percent(UnitSums agreement) {
        return agreement.figure().number().orElseThrow();
    }
}
