package codeframe.llm.confidence;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives codes the probability with which their values were written as their confidence. Of a choice of one it is that of the
 * category; of a list that of each value where it stands, after those before it; of a number that of all its digits. A text
 * has none: it could always be put otherwise.
 */
public final class ValueConfidence {
    private final ChoicePath path;

    public ValueConfidence(AnswerTokens tokens, AnswerLayer layer) {
        this.path = new ChoicePath(tokens, layer);
    }

    /** The text that the places are of. */
    public String text() {
        return path.text();
    }

    /**
     * Where a value stands.
     *
     * @param start its first byte
     * @param list whether it is one
     * @param items where those of a list begin
     * @param end behind a list
     */
    public record Place(int start, boolean list, List<Integer> items, int end) {}

    /** @param codes what was read at the place */
    public List<Code> of(Variable variable, boolean mayNotApply, List<Code> codes, Place place) {
        if (variable.type() == VariableType.TEXT || codes.isEmpty()) {
            return codes;
        } else if (!place.list()) {
            return codes.size() == 1 ? List.of(one(variable, mayNotApply, codes.get(0), place.start())) : codes;
        } else if (place.items().isEmpty()) {
            double probability = path.product(place.start() + 1, place.end());
            return codes.stream().map(code -> with(code, probability, Map.of())).toList();
        } else if (codes.size() != place.items().size()) {
            return codes;
        }
        return items(variable, mayNotApply, codes, place);
    }

    private Code one(Variable variable, boolean mayNotApply, Code code, int start) {
        if (variable.type() == VariableType.NUMBER && code.state() == CodeState.CODED) {
            var written = Written.of(path.text().substring(start));
            return written.closed() ? with(code, path.product(start, start + written.length()), Map.of()) : code;
        }
        return path.of(start, Integer.MAX_VALUE, Forms.of(variable, mayNotApply), Forms.answer(code))
                .map(chosen -> with(code, chosen.probability(), values(chosen.shares())))
                .orElse(code);
    }

    private List<Code> items(Variable variable, boolean mayNotApply, List<Code> codes, Place place) {
        var given = new ArrayList<Code>();
        var before = new HashSet<String>();
        int from = place.start() + 1;
        for (int i = 0; i < codes.size(); i++) {
            int start = place.items().get(i);
            var code = codes.get(i);
            var forms = Forms.of(variable, mayNotApply).without(before);
            given.add(path.of(start, from, forms, Forms.answer(code))
                    .map(chosen -> with(code, chosen.probability(), Map.of()))
                    .orElse(code));
            before.add(Forms.answer(code));
            from = start + Written.of(path.text().substring(start)).length();
        }
        return given;
    }

    /** Those of answers without a value are left out. */
    private static Map<String, Double> values(Map<String, Double> shares) {
        var values = new LinkedHashMap<String, Double>();
        shares.forEach((answer, share) -> {
            if (!answer.startsWith("(")) {
                values.put(answer, Math.round(share * 1e6) / 1e6);
            }
        });
        return values;
    }

    private static Code with(Code code, double probability, Map<String, Double> shares) {
        var detail = shares.size() < 2 ? code.detail() : Json.of(Map.of("shares", shares));
        return new Code(
                code.variable(), code.value(), code.state(), Math.min(1, Math.round(probability * 1e6) / 1e6), detail);
    }
}
