package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose answer a cascade takes for one image and variable: as it is, with its own confidence, for two coders' confidences
 * do not measure the same.
 *
 * @param said what each voter said, in their order
 * @param decider whose answer it is; empty where it was passed on and nobody answered
 * @param values the answer; none where it is a state
 */
record CascadeDecision(
        Variable variable,
        List<Said> said,
        Optional<Voter> decider,
        Set<String> values,
        CodeState state,
        Double confidence,
        Optional<Double> differing)
        implements ImageDecision {
    static CascadeDecision of(
            Variable variable,
            List<Said> said,
            Optional<Voter> decider,
            VotersAnswers answers,
            long image,
            Optional<Double> differing) {
        var coder = decider.map(Voter::coder).orElse(0L);
        return new CascadeDecision(
                variable,
                said,
                decider,
                answers.values(image, variable.key(), coder),
                answers.state(image, variable.key(), coder),
                answers.confidence(image, variable.key(), coder).orElse(null),
                differing);
    }

    /** A category that this codebook does not have any more is no answer. */
    @Override
    public boolean decided() {
        return decider.isPresent()
                && values.stream()
                        .allMatch(value ->
                                value.equals(Variable.NONE) || variable.values().contains(value));
    }

    @Override
    public List<Code> codes() {
        if (!decided()) {
            return List.of();
        }
        return values.isEmpty()
                ? List.of(new Code(variable.key(), null, state, confidence, detail()))
                : values.stream()
                        .map(value -> new Code(variable.key(), value, CodeState.CODED, confidence, detail()))
                        .toList();
    }

    private Json detail() {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("votes", said);
        detail.put("decided_by", decider.orElseThrow().name());
        differing.ifPresent(share -> detail.put("differing", share));
        return Json.of(detail);
    }
}
