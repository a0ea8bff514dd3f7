package codeframe.llm.answer;

import codeframe.coding.Code;
import codeframe.run.Outcome;
import java.util.List;

/**
 * What was made of one reply of the model.
 *
 * @param outcome coded, partly coded, refused, invalid answer or truncated
 * @param codes of those variables whose answer is valid
 * @param raw the reply verbatim, apart from characters that the database cannot hold
 * @param mistakes sentences: what is not valid, and what was left aside
 * @param outside values that the codebook does not have, those among them that are mapped to one that it has
 */
public record ModelAnswer(
        Outcome outcome, List<Code> codes, String raw, List<String> mistakes, List<OutsideValue> outside) {
    public ModelAnswer {
        codes = List.copyOf(codes);
        mistakes = List.copyOf(mistakes);
        outside = List.copyOf(outside);
    }

    static ModelAnswer without(Outcome outcome, String raw, String sentence) {
        return new ModelAnswer(outcome, List.of(), raw, List.of(sentence), List.of());
    }
}
