package codeframe.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench test}: a table of how often default limits hold the truth, and the gate on it. */
@Tag("bench")
final class CoverageBenchTest {
    private static final int SAMPLES = Integer.getInteger("coverage.samples", 300);

    /** So many figures tell 90 from 78 % or less. */
    private static final int ENOUGH = 60;

    private final List<String> failed = new ArrayList<>();

    /** Figures of cells that were judged by the samples without a warning. */
    private int unwarned;

    /**
     * Below 90 % only where the page warned of most samples. The samples without a warning hold the truth as often for
     * themselves, wherever there are enough of them, be they the fewer ones of their cell.
     */
    @Test
    void limits_hold_the_truth_or_the_page_warns() {
        for (int classes : new int[] {2, 4}) {
            for (boolean byLabel : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        var cell = new MachineCoverage(classes, n, prevalence, byLabel);
                        held(cell.toString(), cell.over(SAMPLES, 1));
                    }
                }
            }
        }
        judged();
    }

    /** Images drawn one by one from accounts that differ, and accounts drawn whole. */
    @Test
    void limits_hold_the_truth_of_these_images_and_of_new_accounts_or_the_page_warns() {
        for (int classes : new int[] {2, 4}) {
            for (boolean newAccounts : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        var cell = new AccountCoverage(classes, n, prevalence, newAccounts);
                        held(cell.toString(), cell.over(SAMPLES, 1));
                    }
                }
            }
        }
        judged();
    }

    /** Two coders: images drawn one by one, and accounts drawn whole. */
    @Test
    void limits_of_an_agreement_hold_the_truth_or_the_page_warns() {
        for (int categories : new int[] {2, 4}) {
            for (boolean newAccounts : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        var cell = new AgreementCoverage(categories, n, prevalence, newAccounts);
                        held(cell.toString(), cell.over(SAMPLES, 1));
                    }
                }
            }
        }
        judged();
    }

    private void judged() {
        System.out.println("Judged without a warning: " + unwarned + " figures of cells.");
        assertThat(failed).isEmpty();
        assertThat(unwarned)
                .as("figures of cells with enough samples without a warning")
                .isGreaterThan(100);
    }

    /** What holds in more than 99 % is printed as wide. */
    private void held(String cell, CoverageTally held) {
        System.out.printf(
                Locale.ROOT, "%s  warned %.0f  %s%n", cell, 100.0 * held.warned() / held.samples(), words(held.all()));
        held.all().forEach((name, share) -> {
            if (share.of() > 0.99) {
                System.out.println("  wide: " + name);
            }
        });
        if (held.samples() > 2 * held.warned()) {
            below(held.all(), cell);
        }
        var enough = held.unwarned().entrySet().stream()
                .filter(share -> share.getValue().figures() >= ENOUGH)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        unwarned += enough.size();
        below(enough, cell + " without a warning");
    }

    private static String words(Map<String, CoverageTally.Share> shares) {
        return shares.entrySet().stream()
                .map(share -> String.format(
                        Locale.ROOT,
                        "%s %.1f",
                        share.getKey(),
                        100 * share.getValue().of()))
                .collect(Collectors.joining("  "));
    }

    /** Below 90 % by more than three errors of so many figures. */
    private void below(Map<String, CoverageTally.Share> shares, String cell) {
        shares.forEach((name, share) -> {
            if (share.figures() > 0 && share.of() < 0.9 - 3 * Math.sqrt(0.9 * 0.1 / share.figures())) {
                failed.add(
                        String.format(Locale.ROOT, "%s: %s %.1f of %d", cell, name, 100 * share.of(), share.figures()));
            }
        });
    }
}
