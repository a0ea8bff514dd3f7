package codeframe.llm.answer;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the value that an answer has for one variable.
 *
 * @param describes whether it is a caption, which is no code and as long as the answer may be
 */
record ValueReader(Variable variable, boolean mayNotApply, boolean describes, List<ValueMapping> mappings) {

    ValueReading read(JsonNode value) {
        if (value.isMissingNode()) {
            return new ValueReading(List.of(), List.of(), List.of());
        } else if (value.isNull()) {
            return nothing("null");
        } else if (!value.isArray()) {
            return scalar(value);
        } else if (value.isEmpty()) {
            return variable.type() == VariableType.MULTI
                    ? ValueReading.of(Code.of(variable.key(), Variable.NONE))
                    : nothing("an empty list");
        } else if (variable.type() == VariableType.MULTI) {
            return list(value);
        }
        return value.size() == 1
                ? scalar(value.get(0))
                : ValueReading.mistaken("“%s” takes one value, not %d: %s."
                        .formatted(variable.key(), value.size(), Shortened.of(value.toString())));
    }

    /** Where a code may be left out, saying so is an answer: nothing of the variable applies. */
    private ValueReading nothing(String word) {
        return variable.required()
                ? ValueReading.mistaken("“" + variable.key() + "” needs a value, and the answer has " + word + ".")
                : ValueReading.of(Code.without(variable.key(), CodeState.NOT_APPLICABLE));
    }

    private ValueReading scalar(JsonNode value) {
        if (value.isContainerNode() || value.isNull()) {
            return ValueReading.mistaken(
                    "“%s” has no readable value: %s.".formatted(variable.key(), Shortened.of(value.toString())));
        } else if (value.asText().isBlank()) {
            return nothing("an empty text");
        }
        return code(value).map(ValueReading::of).orElseGet(() -> outside(value));
    }

    private Optional<Code> code(JsonNode value) {
        return ValueWords.value(variable, value, describes)
                .map(word -> Code.of(variable.key(), word))
                .or(() -> ValueWords.state(variable, value.asText(), mayNotApply)
                        .map(state -> Code.without(variable.key(), state)));
    }

    private ValueReading outside(JsonNode value) {
        var mapped = mapped(value).flatMap(this::code);
        return new ValueReading(
                mapped.stream().toList(),
                mapped.isPresent() ? List.of() : List.of(refusal(value)),
                hasCategories() ? List.of(OutsideValue.of(variable.key(), value.asText())) : List.of());
    }

    private boolean hasCategories() {
        return variable.type() != VariableType.TEXT && variable.type() != VariableType.NUMBER;
    }

    private Optional<JsonNode> mapped(JsonNode value) {
        return ValueMapping.meaning(mappings, variable.key(), value.asText()).map(TextNode::valueOf);
    }

    private ValueReading list(JsonNode values) {
        if (values.size() == 1) {
            return scalar(values.get(0));
        }
        var codes = new ArrayList<Code>();
        var outside = new ArrayList<OutsideValue>();
        var mistakes = new ArrayList<String>();
        for (var value : values) {
            var word = category(value);
            if (word.isEmpty() && value.isValueNode() && !value.isNull()) {
                outside.add(OutsideValue.of(variable.key(), value.asText()));
                word = mapped(value).flatMap(this::category);
            }
            word.ifPresentOrElse(key -> codes.add(Code.of(variable.key(), key)), () -> mistakes.add(refusal(value)));
        }
        if (mistakes.isEmpty()
                && codes.contains(Code.of(variable.key(), Variable.NONE))
                && codes.stream().distinct().count() > 1) {
            mistakes.add("“" + variable.key() + "” says that none applies, beside categories that do.");
        }
        return new ValueReading(mistakes.isEmpty() ? codes.stream().distinct().toList() : List.of(), mistakes, outside);
    }

    private Optional<String> category(JsonNode value) {
        return value.isValueNode() ? ValueWords.value(variable, value, describes) : Optional.empty();
    }

    private String refusal(JsonNode value) {
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
