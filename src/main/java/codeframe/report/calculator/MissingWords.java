package codeframe.report.calculator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Values that programs and people write where there is no code, and whether they are taken so unless it is said. */
final class MissingWords {
    private static final Set<String> WORDS = Set.of(
            "na", "n/a", "#n/a", "nan", "null", "nil", "none", "#", ".", "..", "-", "--", "\u2013", "\u2014", "k. a.",
            "k.a.");
    private static final Set<String> NUMBERS =
            Set.of("88", "98", "99", "998", "999", "9999", "-9", "-99", "-999", "-9999");

    private MissingWords() {}

    static boolean isWord(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** A number that stands far from all others, as 99 among 1 to 5. */
    static boolean isFarNumber(String text, List<String> others) {
        if (!NUMBERS.contains(text) || others.isEmpty() || !others.stream().allMatch(CategoryScale::isNumber)) {
            return false;
        }
        double number = Double.parseDouble(text);
        return number < 0
                ? numbers(others).allMatch(other -> other >= 0)
                : numbers(others).allMatch(other -> 2 * Math.abs(other) < number);
    }

    private static Stream<Double> numbers(List<String> texts) {
        return texts.stream().filter(text -> !NUMBERS.contains(text)).map(Double::parseDouble);
    }

    /** "None" may be a category of its own where the others are words; among numbers it is none. */
    static boolean isMissing(String word, List<String> others) {
        return !word.strip().equalsIgnoreCase("none") || others.stream().allMatch(CategoryScale::isNumber);
    }
}
