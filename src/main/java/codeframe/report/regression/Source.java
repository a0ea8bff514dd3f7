package codeframe.report.regression;

import codeframe.codebook.Variable;
import java.util.Optional;

/**
 * Where the columns of a covariate come from.
 *
 * @param token its name in an address
 * @param gold the same as gold has it, where a machine coded it
 */
record Source(String token, String label, Kind kind, Values values, Optional<Coded> gold) {
    enum Kind {
        /** Numbers as numbers, anything else as levels. */
        EITHER,
        NUMBER,
        LEVELS,
        /** Several at once, each a column of its own. */
        LABELS
    }

    /** What gold says, and what people read for a value. */
    record Coded(Values gold, Variable variable) {}

    /** Gold where a machine coded it, the value itself where there is nothing to check. */
    Values goldSample() {
        return gold.map(Coded::gold).orElse(values);
    }

    String named(String value) {
        return gold.map(coded -> coded.variable().labelOf(value)).orElse(value);
    }

    boolean known(long image) {
        return known(values, image);
    }

    boolean settled(long image) {
        return known(goldSample(), image);
    }

    private boolean known(Values some, long image) {
        var found = some.of(image);
        return kind == Kind.NUMBER ? Values.number(found).isPresent() : !found.isEmpty();
    }
}
