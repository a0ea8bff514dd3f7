package codeframe.llm.run;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.llm.prompt.Evidence;
import codeframe.run.RunPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run by a model judges as one: what its variables are asked of, unless image by image is chosen. */
final class JudgedUnit {
    private JudgedUnit() {}

    /** What is judged by features, or described, is images. */
    static Unit of(RunPlan plan) {
        return Evidence.ofKind(plan.kind()) == Evidence.IMAGE ? of(plan.parameter("unit"), plan.chosen()) : Unit.IMAGE;
    }

    /** @param typed image, post or video; empty for what the variables are asked of */
    static Unit of(String typed, List<Variable> chosen) {
        var units = chosen.stream().map(Variable::unit).distinct().toList();
        return named(typed).orElse(units.size() == 1 && typed.isEmpty() ? units.get(0) : Unit.IMAGE);
    }

    private static Optional<Unit> named(String typed) {
        return Stream.of(Unit.values())
                .filter(unit -> unit.word().equals(typed))
                .findFirst();
    }

    /** Why the variables cannot be judged so, as a sentence. */
    static Optional<String> mistake(RunPlan plan) {
        var typed = plan.parameter("unit");
        if (!typed.isEmpty() && named(typed).isEmpty()) {
            return Optional.of(
                    "A run judges image, post or video; or, if nothing is said, what its variables are asked of.");
        }
        var unit = of(plan);
        var chosen = plan.chosen();
        var other = chosen.stream().filter(variable -> variable.unit() != unit).findFirst();
        return typed.equals(Unit.IMAGE.word())
                ? Optional.empty()
                : other.map(variable -> unit.several() ? notAskedOf(variable, unit) : mixed(chosen));
    }

    private static String notAskedOf(Variable variable, Unit unit) {
        return "“" + variable.label() + "” is asked of " + variable.unit().many() + ", not of " + unit.many()
                + ": leave it out, or have each image judged by itself.";
    }

    private static String mixed(List<Variable> chosen) {
        var first = chosen.get(0);
        var other = chosen.stream()
                .filter(variable -> variable.unit() != first.unit())
                .findFirst()
                .orElseThrow();
        return "“" + first.label() + "” is asked of " + first.unit().many() + " and “" + other.label() + "” of "
                + other.unit().many() + ". Choose variables of one of them, or have each image judged by itself.";
    }

    /** All that are asked of what the first is. */
    static List<String> proposed(List<Variable> variables) {
        return variables.stream()
                .filter(variable -> variable.unit() == variables.get(0).unit())
                .map(Variable::key)
                .toList();
    }
}
