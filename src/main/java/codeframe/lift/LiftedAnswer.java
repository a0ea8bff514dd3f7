package codeframe.lift;

import codeframe.coding.CodeState;
import java.util.List;

/**
 * What the images of a unit come to.
 *
 * @param values empty unless it is coded
 * @param confidence the share of the images or the mean probability, or null where the rule knows none
 */
record LiftedAnswer(CodeState state, List<String> values, Double confidence) {
    static LiftedAnswer of(String value, Double confidence) {
        return new LiftedAnswer(CodeState.CODED, List.of(value), confidence);
    }

    static LiftedAnswer of(List<String> values) {
        return new LiftedAnswer(CodeState.CODED, values, null);
    }

    static LiftedAnswer without(CodeState state) {
        return new LiftedAnswer(state, List.of(), null);
    }
}
