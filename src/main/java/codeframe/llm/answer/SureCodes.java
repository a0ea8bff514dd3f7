package codeframe.llm.answer;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.llm.confidence.AnswerTokens;
import codeframe.llm.confidence.ValueConfidence;
import java.util.List;

/**
 * Codes with the confidence that the tokens of their answer tell. Only of an object that stands in the answer as it was
 * read, and only where the tokens are those of this very text.
 *
 * @param objects those that were found in the text
 */
record SureCodes(String raw, AnswerTokens tokens, List<JsonInText.Found> objects) {
    @SuppressWarnings("ReferenceEquality") // Of two objects that say the same each has its own place.
    List<Code> of(Variable variable, boolean mayNotApply, List<Code> codes, AnswerKeys.Found answer) {
        var place = answer.places().get(variable.key());
        if (tokens.isEmpty() || place == null || !tokens.areOf(raw)) {
            return codes;
        }
        return objects.stream()
                .filter(object -> object.node() == answer.object())
                .findFirst()
                .map(object -> of(variable, mayNotApply, codes, object, place))
                .orElse(codes);
    }

    private List<Code> of(
            Variable variable, boolean mayNotApply, List<Code> codes, JsonInText.Found object, int place) {
        var confidence = new ValueConfidence(tokens, object.layer());
        var places = JsonPlaces.of(confidence.text(), object.start());
        return place < places.size() ? confidence.of(variable, mayNotApply, codes, places.get(place)) : codes;
    }
}
