package codeframe.lift;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.run.RunPlan;
import java.util.Optional;
import java.util.function.Function;

/** What speaks against a lift, as a sentence. */
final class LiftObjections {
    private final LiftRows rows;

    LiftObjections(LiftRows rows) {
        this.rows = rows;
    }

    Optional<String> to(RunPlan plan, LiftRule rule) {
        var terms = LiftTerms.of(plan.parameters());
        var source = rows.candidate(plan.project(), terms.source());
        if (source.isEmpty()) {
            return Optional.of("There is no coder " + terms.source()
                    + " of images here: codes of whole posts and videos are not lifted again.");
        }
        return standing(source.get(), terms.unit())
                .or(() -> first(plan, variable -> unit(variable, terms.unit())))
                .or(() -> first(plan, variable -> silent(variable, source.get())))
                .or(() -> first(
                        plan,
                        variable -> Optional.of(rule.objection(variable)).filter(sentence -> !sentence.isEmpty())))
                .or(() -> method(plan, rule, terms.unit(), source.get()));
    }

    private static Optional<String> first(RunPlan plan, Function<Variable, Optional<String>> objection) {
        return plan.chosen().stream()
                .flatMap(variable -> objection.apply(variable).stream())
                .findFirst();
    }

    private static Optional<String> standing(LiftRows.Candidate source, Unit unit) {
        long units = unit == Unit.POST ? source.posts() : source.videos();
        if (source.going()) {
            return Optional.of(source.name() + " is not finished: its codes would be lifted by half. Wait until it is"
                    + " done, or cancel it.");
        }
        return units > 0
                ? Optional.empty()
                : Optional.of(source.name() + " has no closed codes of images of a " + unit.one()
                        + ", so there is nothing to lift.");
    }

    private static Optional<String> unit(Variable variable, Unit unit) {
        return variable.unit() == unit
                ? Optional.empty()
                : Optional.of("\"" + variable.label() + "\" is asked of "
                        + variable.unit().many() + " and cannot be lifted to " + unit.many()
                        + ". Choose another variable, or set its unit in the codebook and publish it.");
    }

    private static Optional<String> silent(Variable variable, LiftRows.Candidate source) {
        return source.variables().contains(variable.key())
                ? Optional.empty()
                : Optional.of(source.name() + " has no closed codes of \"" + variable.label()
                        + "\": what is still coded in an open or sealed sample, or was coded with suggestions in sight,"
                        + " is not lifted.");
    }

    private static Optional<String> method(RunPlan plan, LiftRule rule, Unit unit, LiftRows.Candidate source) {
        if (unit != Unit.VIDEO && (rule.byTime() || rule.method() == LiftMethod.LONGEST_SHOT)) {
            return Optional.of(
                    "Pictures of a post have no time and no shots: that rule is for videos. Choose another one.");
        } else if (rule.method() != LiftMethod.MEAN_PROBABILITY) {
            return Optional.empty();
        }
        return first(
                plan,
                variable -> source.scored().contains(variable.key())
                        ? Optional.empty()
                        : Optional.of(source.name() + " does not tell a probability of every category of \""
                                + variable.label() + "\". Lift a CLIP run, or choose another rule."));
    }
}
