package codeframe.llm.example;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.AnswerValue;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The codes of an example as they are typed, and what is wrong with them. A choice is sent as {@code =key} for a value
 * and as {@code ?unsure} for a state, so that a category may be called anything.
 */
public record ExampleForm(Codebook codebook, Map<String, List<String>> typed, Map<String, String> mistakes) {
    private static final String VALUE = "=";
    private static final String STATE = "?";

    /** As stored. */
    static ExampleForm of(Codebook codebook, List<Code> codes) {
        var typed = new LinkedHashMap<String, List<String>>();
        for (var code : codes) {
            typed.computeIfAbsent(code.variable(), variable -> new ArrayList<>())
                    .add(
                            code.state() == CodeState.CODED
                                    ? VALUE + code.value()
                                    : STATE + code.state().word());
        }
        return new ExampleForm(codebook, typed, Map.of());
    }

    static ExampleForm of(Codebook codebook, Context ctx) {
        var typed = new LinkedHashMap<String, List<String>>();
        for (var variable : codebook.variables()) {
            var text = Params.text(ctx, "text:" + variable.key());
            typed.put(
                    variable.key(),
                    Stream.concat(
                                    ctx.formParams("code:" + variable.key()).stream(),
                                    Stream.of(text.isEmpty() ? "" : VALUE + text))
                            .filter(one -> !one.isEmpty())
                            .toList());
        }
        return checked(codebook, typed);
    }

    private static ExampleForm checked(Codebook codebook, Map<String, List<String>> typed) {
        var mistakes = new LinkedHashMap<String, String>();
        for (var variable : codebook.variables()) {
            mistake(variable, typed.get(variable.key())).forEach(said -> mistakes.putIfAbsent(variable.key(), said));
        }
        return new ExampleForm(codebook, typed, mistakes);
    }

    private static Stream<String> mistake(Variable variable, List<String> given) {
        var values = given.stream()
                .filter(one -> one.startsWith(VALUE))
                .map(one -> one.substring(1))
                .toList();
        var wrong = values.stream()
                .filter(value -> AnswerValue.of(variable, value).isEmpty())
                .map(value -> AnswerValue.refusal(variable, value));
        boolean alone = given.size() > 1
                && (variable.type() != VariableType.MULTI
                        || values.size() < given.size()
                        || values.contains(Variable.NONE));
        var states = given.stream()
                .filter(one -> !one.startsWith(VALUE) && !states(variable).contains(one))
                .map(one -> "“" + variable.label() + "” cannot be answered with “" + one + "”.");
        return Stream.of(
                        wrong,
                        states,
                        alone
                                ? Stream.of("“" + variable.label() + "” has answers that exclude each other.")
                                : Stream.<String>empty())
                .flatMap(one -> one);
    }

    private static List<String> states(Variable variable) {
        return variable.unsure() ? List.of("?unsure", "?not_applicable") : List.of("?not_applicable");
    }

    public List<Code> codes() {
        var codes = new ArrayList<Code>();
        for (var variable : codebook.variables()) {
            for (var one : typed.getOrDefault(variable.key(), List.of())) {
                var word = one.substring(1);
                codes.add(
                        one.startsWith(VALUE)
                                ? Code.of(
                                        variable.key(),
                                        AnswerValue.of(variable, word).orElse(word))
                                : Code.without(variable.key(), CodeState.ofWord(word)));
            }
        }
        return codes.stream().distinct().toList();
    }

    public boolean chosen(Variable variable, String choice) {
        return typed.getOrDefault(variable.key(), List.of()).contains(choice);
    }

    /** What was typed for a number or a text. */
    public String text(Variable variable) {
        return typed.getOrDefault(variable.key(), List.of()).stream()
                .filter(one -> one.startsWith(VALUE))
                .map(one -> one.substring(1))
                .findFirst()
                .orElse("");
    }

    public String mistake(Variable variable) {
        return mistakes.getOrDefault(variable.key(), "");
    }
}
