package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a decision to the codebook it was made by. */
final class DecisionCheck {
    private final Map<String, Decision.Given> answers;
    private final Set<String> asked;
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    private DecisionCheck(Codebook codebook, Map<String, Decision.Given> answers) {
        this.answers = answers;
        asked = AskedVariables.of(codebook, values(answers));
    }

    /** @throws Problem.Invalid with a sentence for every variable that is wrong */
    static List<Code> codes(Codebook codebook, Map<String, Decision.Given> answers) {
        var check = new DecisionCheck(codebook, answers);
        answers.keySet().stream()
                .filter(key -> codebook.variable(key).isEmpty())
                .forEach(key -> check.wrong(key, "This sample does not ask for \"" + key + "\"."));
        var codes = new ArrayList<Code>();
        codebook.variables().forEach(variable -> codes.addAll(check.codes(variable)));
        if (!check.mistakes.isEmpty()) {
            throw new Problem.Invalid(
                    String.join(
                            " ",
                            check.mistakes.stream()
                                    .map(Problem.Mistake::message)
                                    .toList()),
                    check.mistakes);
        }
        return codes;
    }

    private static Map<String, List<String>> values(Map<String, Decision.Given> answers) {
        Map<String, List<String>> values = new HashMap<>();
        answers.forEach((key, given) -> values.put(key, given.state().isEmpty() ? given.values() : List.of()));
        return values;
    }

    private List<Code> codes(Variable variable) {
        var given = answers.getOrDefault(variable.key(), new Decision.Given(List.of(), ""));
        boolean answered = !given.values().isEmpty() || !given.state().isEmpty();
        if (!asked.contains(variable.key())) {
            if (answered) {
                wrong(variable.key(), named(variable) + " is not asked here, so it cannot have an answer.");
            }
            return List.of(Code.without(variable.key(), CodeState.NOT_APPLICABLE));
        }
        if (!given.state().isEmpty()) {
            return state(variable, given);
        }
        if (!answered && variable.required()) {
            wrong(variable.key(), named(variable) + " needs an answer.");
        }
        return values(variable, given.values());
    }

    private List<Code> state(Variable variable, Decision.Given given) {
        if (!given.values().isEmpty()) {
            wrong(variable.key(), named(variable) + " has both a value and \"" + given.state() + "\".");
        } else if (given.state().equals("not_codable")) {
            return List.of(Code.without(variable.key(), CodeState.NOT_CODABLE));
        } else if (given.state().equals("unsure") && variable.unsure()) {
            return List.of(Code.without(variable.key(), CodeState.UNSURE));
        } else {
            wrong(variable.key(), named(variable) + " cannot be answered with \"" + given.state() + "\".");
        }
        return List.of();
    }

    private List<Code> values(Variable variable, List<String> given) {
        var codes = new ArrayList<Code>();
        for (var text : given) {
            AnswerValue.of(variable, text)
                    .ifPresentOrElse(
                            value -> codes.add(Code.of(variable.key(), value)),
                            () -> wrong(variable.key(), AnswerValue.refusal(variable, text)));
        }
        several(variable, codes).ifPresent(sentence -> wrong(variable.key(), sentence));
        return codes.stream().distinct().toList();
    }

    private static Optional<String> several(Variable variable, List<Code> codes) {
        if (codes.size() > 1 && variable.type() != codeframe.codebook.VariableType.MULTI) {
            return Optional.of(named(variable) + " takes one answer, not " + codes.size() + ".");
        }
        boolean none = codes.stream().anyMatch(code -> code.value().equals(Variable.NONE));
        return none && codes.size() > 1
                ? Optional.of(named(variable) + " has \"none of these\" beside other answers.")
                : Optional.empty();
    }

    private static String named(Variable variable) {
        return "\"" + variable.label() + "\"";
    }

    private void wrong(String variable, String sentence) {
        mistakes.add(new Problem.Mistake(variable, 0, sentence));
    }
}
