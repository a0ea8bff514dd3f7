package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The hostile files of the shared material, where it is at hand: each gets its expected verdict. */
final class HostileMaterialTest {
    private static final Path HOSTILE = Path.of("..", "shared", "material", "hostile");
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @TestFactory
    List<DynamicTest> every_hostile_file_gets_its_verdict() throws IOException {
        assumeTrue(Files.isDirectory(HOSTILE), "the shared material is not here");
        var tests = new ArrayList<DynamicTest>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(HOSTILE.resolve("expected.csv"))) {
            rows.forEach(row -> tests.add(DynamicTest.dynamicTest(
                    row.getField("file"), () -> check(row.getField("file"), row.getField("verdict")))));
        }
        return tests;
    }

    private void check(String file, String expected) throws IOException {
        byte[] bytes = Files.readAllBytes(HOSTILE.resolve(file));
        var verdict = Assertions.assertTimeout(Duration.ofSeconds(10), () -> decoder.decode(bytes, found -> found));
        assertThat(verdict).matches(allowed(expected), expected);
        boolean mustShowDamage = file.equals("truncated.jpg");
        assertThat(verdict.<Boolean>map(picture -> picture.damage().isEmpty(), rejected -> false))
                .isEqualTo(!mustShowDamage && verdict instanceof Verdict.Picture);
    }

    private static Predicate<Verdict> allowed(String expected) {
        return switch (expected) {
            case "accept" -> Verdict.Picture.class::isInstance;
            case "reject", "unsupported-or-accept" -> Verdict.Rejected.class::isInstance;
            case "limit" ->
                verdict -> verdict instanceof Verdict.Rejected rejected
                        && rejected.reason().contains("limit");
            case "either" -> verdict -> true;
            default -> throw new IllegalArgumentException(expected);
        };
    }
}
