package codeframe.vote;

import codeframe.coding.CodeState;
import java.util.Optional;

/**
 * Whether a variable applies to an image, counted by heads before it is counted how.
 *
 * @param without voters who found that it does not apply
 * @param with voters who gave an answer
 * @param needed how many must have said one of the two
 * @param unanimous whether one who differs makes it unsure
 */
record Applicability(long without, long with, int needed, boolean unanimous) {
    /** Not applicable, or unsure whether it applies; empty where the answers decide. */
    Optional<CodeState> state() {
        if (without == 0 || without + with < needed) {
            return Optional.empty();
        } else if (with == 0 || (!unanimous && without > with)) {
            return Optional.of(CodeState.NOT_APPLICABLE);
        }
        return unanimous || without == with ? Optional.of(CodeState.UNSURE) : Optional.empty();
    }

    /** Share of those who said the one that more said. */
    double confidence() {
        return Math.max(without, with) / (double) (without + with);
    }
}
