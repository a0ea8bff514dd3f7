package codeframe.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits hold the truth about as often as they say, in a few cells of what {@link CoverageBenchTest} goes through. */
final class CoverageTest {
    private static final int SAMPLES = 100;

    /** So few samples do not tell 95 from 88 %; without what is assumed of errors not seen it is far less. */
    private static final double LEAST = 0.85;

    @ParameterizedTest
    @CsvSource({"2, 60, .2, true", "2, 200, .05, true", "4, 100, .2, false"})
    void limits_of_95_percent_hold_the_truth(int classes, int n, double prevalence, boolean byLabel) {
        holds(new MachineCoverage(classes, n, prevalence, byLabel).over(SAMPLES, 1));
    }

    @ParameterizedTest
    @CsvSource({"2, 60, .2, false", "2, 60, .2, true"})
    void limits_hold_the_truth_of_these_images_and_of_new_accounts(
            int classes, int n, double prevalence, boolean newAccounts) {
        holds(new AccountCoverage(classes, n, prevalence, newAccounts).over(SAMPLES, 1));
    }

    @ParameterizedTest
    @CsvSource({"2, 60, .2, false", "4, 200, .2, true"})
    void limits_of_an_agreement_hold_the_truth(int categories, int n, double prevalence, boolean newAccounts) {
        holds(new AgreementCoverage(categories, n, prevalence, newAccounts).over(SAMPLES, 1));
    }

    private static void holds(CoverageTally held) {
        held.all().forEach((figure, share) -> {
            assertThat(share.figures()).as(figure).isPositive();
            assertThat(share.of()).as("%s of %s", figure, share.figures()).isGreaterThanOrEqualTo(LEAST);
        });
    }
}
