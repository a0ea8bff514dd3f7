package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** κ of Cohen's (1960, p. 45) example, printed as .492. */
final class Cohen1960Test {
    @Test
    void kappa_has_its_asymptotic_error_and_limits() {
        var codes = Dataset.of("cohen1960").codes();
        var kappa = (Figure.Estimate) new CohenKappa(codes, 0, 1, Weights.identity(3)).asymptotic();
        assertThat(kappa.value()).isCloseTo(0.4915254237, within(1e-9));
        assertThat(kappa.se().orElseThrow()).isCloseTo(0.0510018156, within(1e-9));
        assertThat(kappa.interval().orElseThrow().low()).isCloseTo(0.39156, within(5e-6));
        assertThat(kappa.interval().orElseThrow().high()).isCloseTo(0.59149, within(5e-6));
    }

    @Test
    void conger_and_light_are_cohen_for_two_coders() {
        var codes = Dataset.of("cohen1960").codes();
        var weights = Weights.identity(3);
        double kappa = new CohenKappa(codes, 0, 1, weights).figure().number().orElseThrow();
        assertThat(ChanceCorrected.conger(codes, weights).figure().number().orElseThrow())
                .isCloseTo(kappa, within(1e-12));
        assertThat(new LightKappa(codes, weights).figure().number().orElseThrow())
                .isCloseTo(kappa, within(1e-12));
    }
}
