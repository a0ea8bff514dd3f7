package codeframe.report.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other features say in English, in German: reasons, tests, changes of a codebook, by the patterns of german.txt. */
final class GermanSentences {
    private static final Pattern HOLE = Pattern.compile("\\{([nxt])}|\\[([^\\[\\]]*\\|[^\\[\\]]*)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String NUMBER = "((?:[<=] )?-?[\\d,]*\\.?\\d+(?: %)?)";
    private static final List<GermanSentences> ALL = read();

    private final Pattern english;
    private final String german;
    private final List<String> holes;

    private GermanSentences(String english, String german) {
        this.holes = HOLE.matcher(english)
                .results()
                .map(hole -> hole.group(1))
                .filter(kind -> kind != null)
                .toList();
        this.english = Pattern.compile(pattern(english));
        this.german = german;
    }

    /** Nothing where nobody has written the German. */
    static Optional<String> of(String english) {
        return ALL.stream().flatMap(sentence -> sentence.told(english).stream()).findFirst();
    }

    private static String pattern(String english) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var hole : HOLE.matcher(english).results().toList()) {
            pattern.append(Pattern.quote(english.substring(end, hole.start())))
                    .append(hole(hole.group(1), hole.group(2)));
            end = hole.end();
        }
        return pattern + Pattern.quote(english.substring(end));
    }

    private static String hole(String kind, String words) {
        if (kind == null) {
            return "(?:"
                    + String.join(
                            "|",
                            Arrays.stream(words.split("\\|", -1))
                                    .map(Pattern::quote)
                                    .toList()) + ")";
        }
        return kind.equals("n") ? NUMBER : "(.+?)";
    }

    private Optional<String> told(String sentence) {
        var found = english.matcher(sentence);
        return found.matches()
                ? Optional.of(PLACE.matcher(german)
                        .replaceAll(place -> Matcher.quoteReplacement(part(found, Integer.parseInt(place.group(1))))))
                : Optional.empty();
    }

    private String part(Matcher found, int number) {
        var text = found.group(number);
        return switch (holes.get(number - 1)) {
            case "n" -> number(text);
            case "t" -> of(text).orElse(text);
            default -> text;
        };
    }

    /** 1,234.5 as 1.234,5 */
    private static String number(String english) {
        return english.replace(',', ' ').replace('.', ',').replaceAll("(?<=\\d) (?=\\d)", ".");
    }

    private static List<GermanSentences> read() {
        try (var file = GermanSentences.class.getResourceAsStream("german.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .map(both -> new GermanSentences(both[0], both[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
