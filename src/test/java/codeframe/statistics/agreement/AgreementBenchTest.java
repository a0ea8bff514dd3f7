package codeframe.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The promises about speed, measured: {@code mvn -Pbench test}. */
@Tag("bench")
final class AgreementBenchTest {
    @Test
    void a_million_units_take_a_second_and_dkpro_takes_at_least_twice_as_long() throws Exception {
        var options = new OptionsBuilder()
                .include(AgreementBench.class.getName())
                .forks(0)
                .build();
        Map<String, Double> millis = new Runner(options)
                .run().stream()
                        .collect(Collectors.toMap(
                                run -> run.getParams().getBenchmark().replaceAll(".*\\.", ""),
                                run -> run.getPrimaryResult().getScore()));
        double here = millis.get("alpha_of_100_000_units_here");
        double ratio = here / millis.get("alpha_of_100_000_units_in_dkpro");
        System.out.printf("alpha at 100,000 x 5: %.3f of DKPro Statistics 2.2.1's time%n", ratio);
        assertThat(ratio).isLessThan(0.5);
        assertThat(millis.get("nominal_alpha_of_a_million_units")).isLessThan(1_000);
        assertThat(millis.get("ordinal_alpha_of_a_million_units")).isLessThan(1_000);
        assertThat(millis.get("nominal_interval_of_a_million_units")).isLessThan(1_000);
        assertThat(millis.get("ordinal_interval_of_a_million_units")).isLessThan(1_000);
        assertThat(millis.get("thirty_variables_of_a_report")).isLessThan(5_000);
    }
}
