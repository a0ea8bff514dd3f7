package codeframe.statistics.agreement;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the coefficients take at the sizes the product promises; run by {@link AgreementBenchTest}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AgreementBench {
    @State(Scope.Benchmark)
    public static class Million {
        final Codes codes = RandomCodes.of(1_000_000, 10, 20, 0.1, 1);
    }

    @State(Scope.Benchmark)
    public static class Dkpro {
        final Codes codes = RandomCodes.of(100_000, 5, 10, 0, 2);
        final CodingAnnotationStudy study = study(codes);

        private static CodingAnnotationStudy study(Codes codes) {
            var study = new CodingAnnotationStudy(codes.coders());
            for (int unit = 0; unit < codes.units(); unit++) {
                int row = unit;
                study.addItemAsArray(IntStream.range(0, codes.coders())
                        .mapToObj(coder -> codes.code(row, coder))
                        .toArray());
            }
            return study;
        }
    }

    @State(Scope.Benchmark)
    public static class Page {
        final Codes[] variables = IntStream.range(0, 30)
                .mapToObj(i -> RandomCodes.of(1_000, 5, 2 + new SplittableRandom(i).nextInt(8), 0.05, i))
                .toArray(Codes[]::new);
    }

    @Benchmark
    public Figure nominal_alpha_of_a_million_units(Million data) {
        return new FixedAlpha(data.codes, Distance.nominal()).figure();
    }

    @Benchmark
    public Figure ordinal_alpha_of_a_million_units(Million data) {
        return new OrdinalAlpha(data.codes).figure();
    }

    @Benchmark
    public Figure nominal_interval_of_a_million_units(Million data) {
        return Resampling.figure(new FixedAlpha(data.codes, Distance.nominal()), 10_000, 1);
    }

    @Benchmark
    public Figure ordinal_interval_of_a_million_units(Million data) {
        return Resampling.figure(new OrdinalAlpha(data.codes), 10_000, 1);
    }

    @Benchmark
    public double thirty_variables_of_a_report(Page page) {
        return IntStream.range(0, page.variables.length)
                .mapToObj(i ->
                        Alpha.of(page.variables[i], i % 3 == 0 ? MeasurementLevel.ORDINAL : MeasurementLevel.NOMINAL))
                .mapToDouble(
                        alpha -> Resampling.figure(alpha, 10_000, 1).number().orElse(0))
                .sum();
    }

    @Benchmark
    public Figure alpha_of_100_000_units_here(Dkpro data) {
        return new FixedAlpha(data.codes, Distance.nominal()).figure();
    }

    @Benchmark
    public double alpha_of_100_000_units_in_dkpro(Dkpro data) {
        return new KrippendorffAlphaAgreement(data.study, new NominalDistanceFunction()).calculateAgreement();
    }
}
