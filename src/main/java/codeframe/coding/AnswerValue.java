package codeframe.coding;

import codeframe.codebook.Variable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One value as typed, in the form in which it is stored. */
public final class AnswerValue {
    private static final int LONGEST_NUMBER = 40;
    /** In bytes: answers are looked up by an index, and PostgreSQL keeps no longer a text in one. */
    private static final int LONGEST_TEXT = 2_500;

    /** The end of a sentence about a text that is too long. */
    public static final String LIMIT = "2,500 letters, or fewer of an alphabet that is not Latin";

    private AnswerValue() {}

    /** Empty where the variable cannot have it. */
    public static Optional<String> of(Variable variable, String text) {
        return switch (variable.type()) {
            case SINGLE, BOOLEAN -> Optional.of(text).filter(variable.values()::contains);
            case MULTI -> Optional.of(text).filter(key -> variable.values().contains(key) || key.equals(Variable.NONE));
            case NUMBER -> number(text.strip().replace(',', '.'));
            case TEXT -> Optional.of(text.strip()).filter(t -> !t.isEmpty() && fits(t));
        };
    }

    /** Whether a text is short enough to be kept as an answer. */
    public static boolean fits(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT;
    }

    /** A number in its plain form, so that 1.0 and 1 are one answer. */
    public static Optional<String> number(String text) {
        try {
            var number = new BigDecimal(text).stripTrailingZeros();
            boolean reasonable =
                    Math.abs((long) number.scale()) < LONGEST_NUMBER && number.precision() < LONGEST_NUMBER;
            return reasonable ? Optional.of(number.toPlainString()) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    public static String refusal(Variable variable, String text) {
        var shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return switch (variable.type()) {
            case SINGLE, MULTI -> "\"%s\" is no category of \"%s\".".formatted(shown, variable.label());
            case BOOLEAN -> "\"%s\" is answered with yes or no.".formatted(variable.label());
            case NUMBER -> "\"%s\" needs a number, and \"%s\" is none.".formatted(variable.label(), shown);
            case TEXT -> "\"%s\" takes a text of at most %s.".formatted(variable.label(), LIMIT);
        };
    }
}
