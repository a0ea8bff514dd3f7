package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.statistics.vote.VoteVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vote comes to for one image and variable.
 *
 * @param said what each voter said, in their order
 * @param verdicts one, or one for each category of a choice of several
 * @param differing share of pairs of voters who said different things; empty where fewer than two said something
 */
record VoteDecision(
        Variable variable,
        List<Said> said,
        Applicability applicability,
        Map<Motion, VoteVerdict> verdicts,
        Optional<Double> differing)
        implements ImageDecision {

    /** Whether enough said something. */
    @Override
    public boolean decided() {
        return applicability.state().isPresent()
                || verdicts.values().stream().noneMatch(VoteVerdict.TooFew.class::isInstance);
    }

    @Override
    public List<Code> codes() {
        if (!decided()) {
            return List.of();
        }
        var state = applicability.state();
        if (state.isPresent()) {
            return List.of(without(state.get(), applicability.confidence()));
        }
        double least = verdicts.values().stream()
                .mapToDouble(VoteDecision::confidence)
                .min()
                .orElse(0);
        if (verdicts.values().stream().anyMatch(VoteVerdict.Unsure.class::isInstance)) {
            return List.of(without(CodeState.UNSURE, least));
        }
        var values = values();
        return (values.isEmpty() ? List.of(Variable.NONE) : values)
                .stream()
                        .map(value -> new Code(variable.key(), value, CodeState.CODED, least, detail()))
                        .toList();
    }

    /** Of a choice of several, the categories that were voted for. */
    private List<String> values() {
        var values = new ArrayList<String>();
        verdicts.forEach((motion, verdict) -> {
            int found = verdict.label().orElseThrow();
            if (motion.category().isEmpty()) {
                values.add(motion.options().get(found));
            } else if (found == 0) {
                values.add(motion.category());
            }
        });
        return values;
    }

    private Code without(CodeState state, double confidence) {
        return new Code(variable.key(), null, state, confidence, detail());
    }

    /** Who said what, and of a choice of several which categories were tied. */
    private Json detail() {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("votes", said);
        differing.ifPresent(share -> detail.put("differing", share));
        var tied = verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof VoteVerdict.Unsure)
                .map(entry -> entry.getKey().category())
                .filter(category -> !category.isEmpty())
                .toList();
        if (!tied.isEmpty()) {
            detail.put("tied", tied);
        }
        return Json.of(detail);
    }

    private static double confidence(VoteVerdict verdict) {
        if (verdict instanceof VoteVerdict.Elected elected) {
            return elected.confidence();
        }
        return verdict instanceof VoteVerdict.Unsure unsure ? unsure.confidence() : 0;
    }
}
