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

    /** Below 90 % only where the page warned in most of the samples. */
    @Test
    void limits_hold_the_truth_or_the_page_warns() {
        List<String> failed = new ArrayList<>();
        for (int classes : new int[] {2, 4}) {
            for (boolean byLabel : new boolean[] {false, true}) {
                for (int n : new int[] {30, 60, 200}) {
                    for (double prevalence : new double[] {0.05, 0.2, 0.5}) {
                        held(new MachineCoverage(classes, n, prevalence, byLabel), failed);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    private static void held(MachineCoverage cell, List<String> failed) {
        var held = cell.over(SAMPLES, 1);
        var line = held.counts().keySet().stream()
                .map(name -> String.format(Locale.ROOT, "%s %.1f", name, 100 * held.of(name)))
                .collect(Collectors.joining("  "));
        System.out.printf(Locale.ROOT, "%s  warned %.0f  %s%n", cell, 100.0 * held.warned() / held.samples(), line);
        boolean warned = held.warned() > held.samples() / 2;
        held.counts().keySet().stream()
                .filter(name -> !warned && held.of(name) < 0.9 - CHANCE)
                .forEach(name -> failed.add(cell + ": " + name));
    }
}
