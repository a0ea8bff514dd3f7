package codeframe.coding.intake;

import codeframe.codebook.Codebook;
import codeframe.codebook.Flattening;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the words of a file by the codebook: the exact key, else the label. What neither is, is refused with its reason. */
final class ImportedAnswers {
    private static final Map<String, String> YES_NO =
            Map.of("yes", "yes", "true", "yes", "1", "yes", "no", "no", "false", "no", "0", "no");

    private final Codebook codebook;
    private final Map<String, Variable> byColumn = new HashMap<>();

    ImportedAnswers(Codebook codebook) {
        this.codebook = codebook;
        for (var flattening : Flattening.values()) {
            flattening
                    .columns(codebook)
                    .forEach((key, column) ->
                            byColumn.putIfAbsent(column, codebook.variable(key).orElseThrow()));
        }
    }

    /** The sentence that says why an answer is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** By key, by a label that only one variable has, or by the name of its column in a flattened export. */
    Optional<Variable> variable(String text) {
        return codebook.variable(text)
                .or(() -> only(codebook.variables().stream()
                        .filter(variable -> variable.label().equals(text))
                        .toList()))
                .or(() -> Optional.ofNullable(byColumn.get(text)));
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    List<Code> codes(Variable variable, FileAnswer answer) throws Refused {
        if (!answer.state().isBlank() && !word(answer.state()).equals("coded")) {
            return List.of(withoutValue(variable, answer));
        }
        var values = values(variable, answer);
        if (values.isEmpty()) {
            throw new Refused("There is no value for " + variable.key() + ".");
        }
        if (values.size() > 1 && variable.type() != VariableType.MULTI) {
            throw new Refused("%s takes one value, not %d: %s."
                    .formatted(variable.key(), values.size(), String.join(", ", values)));
        }
        var codes = new ArrayList<Code>();
        for (var value : values) {
            codes.add(code(variable, value));
        }
        return codes.stream().distinct().toList();
    }

    /** Several values may also stand in one cell, as the wide export writes them: "flag|lectern". */
    private static List<String> values(Variable variable, FileAnswer answer) {
        return answer.values().stream()
                .flatMap(text -> variable.type() == VariableType.MULTI ? Stream.of(text.split("\\|")) : Stream.of(text))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static Code withoutValue(Variable variable, FileAnswer answer) throws Refused {
        var state = state(answer.state())
                .orElseThrow(() -> new Refused("\"" + answer.state()
                        + "\" is no state; the states are coded, unsure, not_codable and not_applicable."));
        if (answer.values().stream().anyMatch(value -> !value.isBlank())) {
            throw new Refused("A code is either a value or " + state.word() + "; " + variable.key() + " has both.");
        }
        return Code.without(variable.key(), state);
    }

    private static Optional<CodeState> state(String text) {
        try {
            return Optional.of(CodeState.ofWord(word(text)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** In wide tables a state stands where a value would; a category or a text of that name comes first. */
    private static Code code(Variable variable, String text) throws Refused {
        var value = value(variable, text);
        if (value.isPresent()) {
            return Code.of(variable.key(), value.get());
        }
        var state = state(text).filter(found -> found != CodeState.CODED);
        if (state.isPresent()) {
            return Code.without(variable.key(), state.get());
        }
        throw new Refused(
                switch (variable.type()) {
                    case SINGLE, MULTI -> "\"%s\" is no category of %s.".formatted(text, variable.key());
                    case BOOLEAN -> "\"%s\" is neither yes nor no, for %s.".formatted(text, variable.key());
                    case NUMBER -> "\"%s\" is no number, for %s.".formatted(text, variable.key());
                    case TEXT ->
                        "The text for %s is too long; it may have %s.".formatted(variable.key(), AnswerValue.LIMIT);
                });
    }

    private static Optional<String> value(Variable variable, String text) {
        return switch (variable.type()) {
            case SINGLE, MULTI ->
                variable.category(text)
                        .or(() -> only(variable.categories().stream()
                                .filter(category -> category.label().equals(text))
                                .toList()))
                        .map(category -> category.key())
                        .or(() -> none(variable, text));
            case BOOLEAN -> Optional.ofNullable(YES_NO.get(text.toLowerCase(Locale.ROOT)));
            case NUMBER -> AnswerValue.number(text);
            case TEXT -> Optional.of(text).filter(AnswerValue::fits);
        };
    }

    private static Optional<String> none(Variable variable, String text) {
        return variable.type() == VariableType.MULTI && word(text).equals(Variable.NONE)
                ? Optional.of(Variable.NONE)
                : Optional.empty();
    }
}
