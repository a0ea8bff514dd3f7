package codeframe.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench test}: a table of how often default limits hold the truth, and the gate on it. */
@Tag("bench")
final class CoverageBenchTest {
    private static final int SAMPLES = Integer.getInteger("coverage.samples", 300);

    /** Three errors of a share of .9 among so many samples. */
    private static final double CHANCE = 3 * Math.sqrt(0.9 * 0.1 / SAMPLES);

    /** Below 90 % only where the page warned in most of the samples; what holds in more than 99 % is printed as wide. */
    @Test
    void limits_hold_the_truth_or_the_page_warns() {
        List<String> failed = new ArrayList<>();
        for (int classes : new int[] {2, 4}) {
            for (boolean byLabel : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        var cell = new MachineCoverage(classes, n, prevalence, byLabel);
                        held(cell.toString(), cell.over(SAMPLES, 1), failed);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    /** Images drawn one by one from accounts that differ, and accounts drawn whole. */
    @Test
    void limits_hold_the_truth_of_these_images_and_of_new_accounts_or_the_page_warns() {
        List<String> failed = new ArrayList<>();
        for (int classes : new int[] {2, 4}) {
            for (boolean newAccounts : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        var cell = new AccountCoverage(classes, n, prevalence, newAccounts);
                        held(cell.toString(), cell.over(SAMPLES, 1), failed);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    private static void held(String cell, CoverageTally held, List<String> failed) {
        var line = held.counts().keySet().stream()
                .map(name -> String.format(Locale.ROOT, "%s %.1f", name, 100 * held.of(name)))
                .collect(Collectors.joining("  "));
        double warned = held.warned() / (double) held.samples();
        System.out.printf(Locale.ROOT, "%s  warned %.0f  %s%n", cell, 100 * warned, line);
        held.counts().keySet().forEach(name -> {
            if (warned <= 0.5 && held.of(name) < 0.9 - CHANCE) {
                failed.add(cell + ": " + name);
            } else if (held.of(name) > 0.99) {
                System.out.println("  wide: " + name);
            }
        });
    }
}
