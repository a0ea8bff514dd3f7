package codeframe.image;

import codeframe.web.Problem;
import codeframe.web.Word;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The voters of a vote differed this far on a variable; {@code coder} is the vote's. */
public record VoteSplit(long coder, String variable, Extent extent) {
    /** How many of the pairs of voters said different things. */
    public enum Extent implements Word {
        NONE("voters agree", "%s = 0"),
        HALF("up to half of the pairs of voters differ", "%1$s > 0 and %1$s <= 0.5"),
        MOST("more than half of the pairs of voters differ", "%s > 0.5");

        private final String label;
        private final String condition;

        Extent(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }

        String holds(String share) {
            return condition.formatted(share);
        }

        /** An expression for the label of a share of pairs that differ. */
        public static String labels(String share) {
            return Arrays.stream(values())
                    .map(one -> "when " + one.holds(share) + " then '" + one.label + "'")
                    .collect(Collectors.joining(" ", "case ", " end"));
        }

        static String words(String share) {
            return Arrays.stream(values())
                    .map(one -> "when " + one.holds(share) + " then '" + one.word() + "'")
                    .collect(Collectors.joining(" ", "case ", " end"));
        }
    }

    static VoteSplit of(String text) {
        var parts = text.split(":", 3);
        var extent = Word.named(Extent.values(), parts[parts.length - 1]);
        if (parts.length < 3 || extent.isEmpty()) {
            throw new Problem.Invalid(
                    "A filter by disagreement of voters must be coder:variable and none, half or most,"
                            + " such as 3:image_type:most, not \"" + text + "\".");
        }
        return new VoteSplit(FilterQuery.number(parts[0]), parts[1], extent.get());
    }

    @Override
    public String toString() {
        return coder + ":" + variable + ":" + extent.word();
    }

    String inWords() {
        return extent.label() + " in " + variable + " (coder " + coder + ")";
    }
}
