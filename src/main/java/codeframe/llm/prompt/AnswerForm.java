package codeframe.llm.prompt;

import codeframe.codebook.Variable;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Codes written the way a model is asked to answer: what an example shows. */
public final class AnswerForm {
    private AnswerForm() {}

    /** Nothing when a variable has no code, or one that the codebook does not have. */
    public static Optional<ObjectNode> of(List<Variable> variables, List<Code> codes) {
        var answer = Json.MAPPER.createObjectNode();
        for (var variable : variables) {
            var own = codes.stream()
                    .filter(code -> code.variable().equals(variable.key()))
                    .toList();
            if (own.isEmpty() || !own.stream().allMatch(code -> known(variable, code))) {
                return Optional.empty();
            }
            answer.set(variable.key(), value(variable, own));
        }
        return Optional.of(answer);
    }

    /** Whether the codebook, as it is now, has the code. */
    private static boolean known(Variable variable, Code code) {
        return switch (code.state()) {
            case CODED -> AnswerValue.of(variable, code.value()).isPresent();
            case UNSURE, NOT_CODABLE -> variable.unsure();
            case NOT_APPLICABLE -> true;
        };
    }

    private static JsonNode value(Variable variable, List<Code> codes) {
        var nodes = Json.MAPPER.getNodeFactory();
        var first = codes.get(0);
        var words = AnswerWords.of(variable);
        if (first.state() == CodeState.NOT_APPLICABLE) {
            return nodes.textNode(words.notApplicable());
        } else if (first.state() != CodeState.CODED) {
            return nodes.textNode(words.unsure());
        }
        return switch (variable.type()) {
            case SINGLE, BOOLEAN, TEXT -> nodes.textNode(first.value());
            case NUMBER -> nodes.numberNode(new BigDecimal(first.value()));
            case MULTI -> {
                var list = nodes.arrayNode();
                codes.stream()
                        .map(Code::value)
                        .filter(value -> !value.equals(Variable.NONE))
                        .forEach(list::add);
                yield list;
            }
        };
    }
}
