package codeframe.report.validation;

import codeframe.codebook.Variable;
import java.util.Optional;

/**
 * What a vote is worth for one of its variables.
 *
 * @param reason why that cannot be told; empty exactly where it can
 */
public record VoteOfVariable(Variable variable, Optional<VoteWorth> worth, String reason) {
    static VoteOfVariable of(Variable variable, VoteWorth worth) {
        return new VoteOfVariable(variable, Optional.of(worth), "");
    }

    static VoteOfVariable unknown(Variable variable, String reason) {
        return new VoteOfVariable(variable, Optional.empty(), reason);
    }
}
