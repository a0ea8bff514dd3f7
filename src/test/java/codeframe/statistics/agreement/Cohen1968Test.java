package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Weighted κ with the disagreement weights of Cohen's (1968) example, printed as .348. */
final class Cohen1968Test {
    @Test
    void weighted_kappa_is_as_printed() {
        var weights = Weights.ofDisagreement(new double[][] {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}});
        var kappa = new CohenKappa(Dataset.of("cohen1960").codes(), 0, 1, weights).figure();
        assertThat(kappa.number().orElseThrow()).isCloseTo(0.3478260870, within(1e-9));
    }
}
