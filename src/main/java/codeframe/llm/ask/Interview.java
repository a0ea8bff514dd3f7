package codeframe.llm.ask;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.llm.answer.ModelAnswer;
import codeframe.llm.answer.OutsideValue;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Askings;
import codeframe.llm.prompt.Condition;
import codeframe.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests about one image, one after another, and what comes of them all. */
public final class Interview {
    private final Askings askings;
    private final long image;
    private final List<ModelAnswer> answers = new ArrayList<>();
    private int step;

    public Interview(Askings askings, long image) {
        this.askings = askings;
        this.image = image;
    }

    /** The next request; none when everything has been asked or is hidden by what was answered. */
    public Optional<Asking> next() {
        while (step < askings.steps()) {
            var visible =
                    askings.variables(step).stream().filter(this::toBeAsked).toList();
            if (!visible.isEmpty()) {
                return Optional.of(askings.asking(step, image, visible));
            }
            step++;
        }
        return Optional.empty();
    }

    private boolean toBeAsked(Variable variable) {
        return !askings.sequential() || condition(variable, given()) == Condition.HOLDS;
    }

    /** Takes the answer to the request that {@link #next} gave. */
    public void take(ModelAnswer answer) {
        answers.add(answer);
        step++;
    }

    public List<ModelAnswer> answers() {
        return List.copyOf(answers);
    }

    /** By variable, in the order of the run. One that a condition hides is not applicable, whatever was said of it. */
    public List<Code> codes() {
        var given = given();
        var codes = new ArrayList<Code>();
        for (var variable : askings.all().values()) {
            if (condition(variable, given) == Condition.FAILS) {
                codes.add(Code.without(variable.key(), CodeState.NOT_APPLICABLE));
            } else {
                codes.addAll(of(variable, given));
            }
        }
        return codes;
    }

    /** What is wrong with the answers, in sentences for the owner. */
    public List<String> mistakes() {
        var given = given();
        var mistakes = new ArrayList<>(
                answers.stream().flatMap(answer -> answer.mistakes().stream()).toList());
        for (var variable : askings.all().values()) {
            var condition = condition(variable, given);
            var own = of(variable, given);
            if (condition == Condition.UNKNOWN && own.isEmpty()) {
                mistakes.add("“" + variable.key() + "” could not be asked for, because “"
                        + variable.showIf().variable() + "” has no valid answer.");
            } else if (condition == Condition.FAILS && own.stream().anyMatch(code -> code.value() != null)) {
                mistakes.add("“" + variable.key() + "” was answered although its condition is not met; it counts as"
                        + " not applicable.");
            }
        }
        return mistakes;
    }

    /** What was said that the codebook does not have. */
    public List<OutsideValue> outside() {
        return answers.stream()
                .flatMap(answer -> answer.outside().stream())
                .distinct()
                .toList();
    }

    /** Exactly one, once everything has been asked. */
    public Outcome outcome() {
        var codes = codes();
        long answered = askings.all().values().stream()
                .filter(variable -> !of(variable, codes).isEmpty())
                .count();
        if (answered == askings.all().size()) {
            return Outcome.CODED;
        }
        return answered > 0
                ? Outcome.PARTLY_CODED
                : answers.stream().map(ModelAnswer::outcome).findFirst().orElse(Outcome.INVALID_ANSWER);
    }

    private Condition condition(Variable variable, List<Code> given) {
        return Condition.of(variable, askings.all(), given);
    }

    private List<Code> given() {
        return answers.stream().flatMap(answer -> answer.codes().stream()).toList();
    }

    private static List<Code> of(Variable variable, List<Code> codes) {
        return codes.stream()
                .filter(code -> code.variable().equals(variable.key()))
                .toList();
    }
}
