package codeframe.report.plan;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.StudySamples;
import codeframe.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of a project: its closed samples serve as pilots. */
public final class PlanStudy {
    private final AgreementStudy agreement;
    private final ReportBasis basis;

    public PlanStudy(AgreementStudy agreement, ReportBasis basis) {
        this.agreement = agreement;
        this.basis = basis;
    }

    /**
     * What was asked, what may be chosen, and what it takes; nothing is planned where something is wrong.
     *
     * @param units of the variable of the pilot, or of all variables of the codebook: what is to be coded
     */
    public record Answer(
            PlanForm form,
            List<Unit> units,
            List<Choice> variables,
            List<Choice> samples,
            List<Planned> assumed,
            List<Planned> piloted) {
        /** "posts", or "units" where variables are asked of different things. */
        public String counted() {
            return units.isEmpty() ? Unit.IMAGE.many() : Unit.common(units);
        }

        /** In files. */
        String unit() {
            return units.size() > 1
                    ? "unit"
                    : units.stream().findFirst().orElse(Unit.IMAGE).word();
        }

        public List<Planned> all() {
            var all = new ArrayList<>(assumed);
            all.addAll(piloted);
            return all;
        }
    }

    Answer answer(Membership project, PlanForm form) {
        var variables = ReportedVariables.counted(agreement.offered(project).variables(0));
        var pilots = basis.of(project.id()).possible();
        var plan = new Plan(form);
        var variable = variable(form, variables);
        var sample = sample(form, pilots);
        if (sample.isPresent() && variable.isEmpty() && form.isRight()) {
            form.wrong("variable", "A pilot is a variable and a closed sample: choose the variable, too.");
        }
        boolean pilot = sample.isPresent() && variable.isPresent() && form.isRight();
        var assumed = plan.assumed();
        List<Planned> piloted = pilot ? piloted(project, plan, variable.get(), sample.get()) : List.of();
        return new Answer(
                form,
                variable.map(List::of).orElse(variables).stream()
                        .map(Variable::unit)
                        .distinct()
                        .toList(),
                variables(variables),
                samples(pilots),
                assumed,
                piloted);
    }

    private List<Planned> piloted(Membership project, Plan plan, Variable variable, StudySamples.Drawn sample) {
        var options = new AgreementOptions(
                List.of(),
                0,
                AgreementOptions.PLAIN.scope().ofSample(sample.id()),
                AgreementOptions.PLAIN.recode(),
                AgreementOptions.PLAIN.intervals());
        var opened = agreement.opened(project, options, Optional.empty(), variable.key());
        return plan.piloted(variable.unit(), opened.line().report());
    }

    private static Optional<Variable> variable(PlanForm form, List<Variable> variables) {
        var key = form.value("variable");
        var found = variables.stream().filter(one -> one.key().equals(key)).findFirst();
        if (found.isEmpty() && !key.isEmpty()) {
            form.wrong("variable", "The codebook has no variable \"" + key + "\" on which coders could agree.");
        }
        return found;
    }

    private static Optional<StudySamples.Drawn> sample(PlanForm form, List<StudySamples.Drawn> pilots) {
        var number = form.value("sample");
        var found = pilots.stream()
                .filter(one -> Long.toString(one.id()).equals(number))
                .findFirst();
        if (found.isEmpty() && !number.isEmpty()) {
            form.wrong("sample", "There is no closed sample " + number + " here that estimates anything.");
        }
        return found;
    }

    private static List<Choice> variables(List<Variable> variables) {
        var choices = new ArrayList<>(List.of(new Choice("", "no pilot")));
        variables.forEach(variable -> choices.add(new Choice(variable.key(), variable.label())));
        return choices;
    }

    private static List<Choice> samples(List<StudySamples.Drawn> pilots) {
        var choices = new ArrayList<>(List.of(new Choice("", "no pilot")));
        pilots.forEach(sample -> choices.add(new Choice(Long.toString(sample.id()), AgreementChoices.named(sample))));
        return choices;
    }
}
