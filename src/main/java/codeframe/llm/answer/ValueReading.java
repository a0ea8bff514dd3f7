package codeframe.llm.answer;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One variable's value in an answer as its codes; no code where the value is not valid. */
record ValueReading(List<Code> codes, List<String> mistakes) {

    static ValueReading mistaken(String sentence) {
        return new ValueReading(List.of(), List.of(sentence));
    }

    private static ValueReading of(Code code) {
        return new ValueReading(List.of(code), List.of());
    }

    static ValueReading of(Variable variable, JsonNode value, boolean mayNotApply) {
        if (value.isMissingNode()) {
            return new ValueReading(List.of(), List.of());
        } else if (value.isNull()) {
            return nothing(variable, "null");
        } else if (!value.isArray()) {
            return scalar(variable, value, mayNotApply);
        } else if (value.isEmpty()) {
            return variable.type() == VariableType.MULTI
                    ? of(Code.of(variable.key(), Variable.NONE))
                    : nothing(variable, "an empty list");
        } else if (variable.type() == VariableType.MULTI) {
            return list(variable, value, mayNotApply);
        }
        return value.size() == 1
                ? scalar(variable, value.get(0), mayNotApply)
                : mistaken("“%s” takes one value, not %d: %s."
                        .formatted(variable.key(), value.size(), Shortened.of(value.toString())));
    }

    /** Where a code may be left out, saying so is an answer: nothing of the variable applies. */
    private static ValueReading nothing(Variable variable, String word) {
        return variable.required()
                ? mistaken("“" + variable.key() + "” needs a value, and the answer has " + word + ".")
                : of(Code.without(variable.key(), CodeState.NOT_APPLICABLE));
    }

    private static ValueReading scalar(Variable variable, JsonNode value, boolean mayNotApply) {
        if (value.isContainerNode() || value.isNull()) {
            return mistaken(
                    "“%s” has no readable value: %s.".formatted(variable.key(), Shortened.of(value.toString())));
        }
        if (value.asText().isBlank()) {
            return nothing(variable, "an empty text");
        }
        return ValueWords.value(variable, value)
                .map(word -> of(Code.of(variable.key(), word)))
                .or(() -> ValueWords.state(variable, value.asText(), mayNotApply)
                        .map(state -> of(Code.without(variable.key(), state))))
                .orElseGet(() -> mistaken(refusal(variable, value)));
    }

    private static ValueReading list(Variable variable, JsonNode values, boolean mayNotApply) {
        if (values.size() == 1) {
            return scalar(variable, values.get(0), mayNotApply);
        }
        var codes = new ArrayList<Code>();
        for (var value : values) {
            var read = value.isValueNode() ? ValueWords.value(variable, value) : Optional.<String>empty();
            if (read.isEmpty()) {
                return mistaken(refusal(variable, value));
            }
            codes.add(Code.of(variable.key(), read.get()));
        }
        if (codes.contains(Code.of(variable.key(), Variable.NONE))) {
            return mistaken("“" + variable.key() + "” says that none applies, beside categories that do.");
        }
        return new ValueReading(codes.stream().distinct().toList(), List.of());
    }

    private static String refusal(Variable variable, JsonNode value) {
        var said = Shortened.of(value.isTextual() ? value.textValue() : value.toString());
        return switch (variable.type()) {
            case SINGLE, MULTI -> "“%s” is no category of “%s”.".formatted(said, variable.key());
            case BOOLEAN -> "“%s” is neither yes nor no, for “%s”.".formatted(said, variable.key());
            case NUMBER -> "“%s” is no number, for “%s”.".formatted(said, variable.key());
            case TEXT ->
                AnswerValue.fits(value.asText())
                        ? "“%s” is no text, for “%s”.".formatted(said, variable.key())
                        : "The text for “%s” is too long; it may have %s.".formatted(variable.key(), AnswerValue.LIMIT);
        };
    }
}
