package codeframe.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the German methods text takes from elsewhere is German there too. */
final class GermanSentencesTest {
    /** Of three words or more, whole: not joined with a value. */
    private static final Pattern WORDS = Pattern.compile("(?<!\\+ )\"([^\"\\n]* [^\"\\n]* [^\"\\n]*)\"(?! \\+)");

    private static TreeSet<String> written(String under) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/codeframe", under))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file)
                        .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                        .replaceAll("(?s)throw .*?;", "")
                        .replaceAll("\"\\s*\\+\\s*\"", "");
                code.lines().forEach(line -> WORDS.matcher(line).results().forEach(one -> found.add(one.group(1))));
            }
        }
        return found;
    }

    private static String method(String english) {
        var figure = Figure.of(1).within(new Interval(0, 2, english));
        return BilingualNumbers.method(figure).german();
    }

    @Test
    void every_reason_and_method_of_the_statistics_has_its_german() throws IOException {
        assertThat(written("statistics"))
                .hasSizeGreaterThan(40)
                .filteredOn(english -> Bilingual.said(english).german().equals(english))
                .filteredOn(english -> method(english).equals(english))
                .filteredOn(english -> !english.matches(".* [:+] .*"))
                .isEmpty();
    }

    @Test
    void every_reason_why_a_video_is_refused_has_its_german() throws IOException {
        var words = Pattern.compile("\"((?:[^\"\\n]|\"\\s*\\+\\s*\")*)\"");
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/codeframe/image/video"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("(?s)VideoRefused\\(.*?;")
                        .matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""))
                        .results()
                        .flatMap(refused -> words.matcher(refused.group()).results())
                        .map(sentence -> sentence.group(1)
                                .replace("%s pixels", "7 × 7 pixels")
                                .replaceAll("%[ds]", "7"))
                        .filter(sentence -> sentence.endsWith(".") && !sentence.startsWith(" "))
                        .forEach(found::add);
            }
        }
        assertThat(found)
                .hasSizeGreaterThan(6)
                .filteredOn(english -> Bilingual.said(english).german().equals(english))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "only 1 unit has gold here; 10 are needed|Einheiten mit Gold hier: 1, nötig sind 10",
                "12 units are too few for 14 coefficients|12 Einheiten sind zu wenige für 14 Koeffizienten",
                "Nothing is tested: a table of 1,234 groups says little; at most 40 are taken.|Nichts wird getestet: eine"
                        + " Tafel von 1.234 Gruppen sagt wenig, höchstens 40 sind möglich.",
                "χ²(4, N = 120) = 12.30, p < .001, Cramér's V = .32, 95 % CI [.20, .45]|χ²(4, N = 120) = 12,30,"
                        + " p < ,001, Cramérs V = ,32, 95-%-KI [,20; ,45]",
                "\"Party {x}\" was single (nominal) and is now number (ratio).|„Party {x}“ war eine Kategorie (nominal) und"
                        + " ist jetzt eine Zahl (verhältnisskaliert).",
                "The JPEG data cannot be decoded.|Die Daten (JPEG) sind nicht zu lesen.",
                "The JPEG data cannot be decoded (no end).|Die Daten (JPEG) sind nicht zu lesen (no end).",
                "Icon files are not supported: save it as PNG.|Nicht unterstützt: Icon files.",
                "ffmpeg took longer than 600 seconds over the video and was ended.|ffmpeg brauchte für das Video länger als"
                        + " 600 Sekunden und wurde beendet.",
                "ffmpeg cannot read this MP4 video (moov atom not found).|ffmpeg kann dieses Video (MP4) nicht lesen (moov"
                        + " atom not found).",
                "No frame of the MP4 video could be decoded.|Kein Frame des Videos (MP4) war zu lesen.",
                "The video is 9000 × 9000 pixels large; the limit is 36.0 million pixels.|Das Video ist 9000 × 9000 Pixel groß,"
                        + " erlaubt sind 36,0 Millionen Pixel.",
                "Something that nobody translated.|Something that nobody translated."
            })
    void numbers_and_names_are_taken_over(String english, String german) {
        assertThat(Bilingual.said(english).german()).isEqualTo(german);
    }
}
