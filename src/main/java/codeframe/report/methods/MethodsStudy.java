package codeframe.report.methods;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.regression.Regressed;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.regression.RegressionStudy;
import codeframe.report.study.AddressReading;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.IntervalOptions;
import codeframe.report.study.Offered;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.report.study.Selections;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Annotators;
import codeframe.report.validation.UndecidedRule;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.user.User;
import codeframe.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the methods section anew from the database, every time it is asked for. */
public final class MethodsStudy {
    private static final Set<VariableType> JUDGED =
            Set.of(VariableType.SINGLE, VariableType.BOOLEAN, VariableType.MULTI);

    private final Selections selections;
    private final StudySamples samples;
    private final AgreementStudy agreement;
    private final ValidationStudy validation;
    private final RegressionStudy regression;
    private final MethodsRows rows;
    private final Clock clock;

    public MethodsStudy(Selections selections, StudySamples samples, Studies studies, MethodsRows rows, Clock clock) {
        this.selections = selections;
        this.samples = samples;
        this.agreement = studies.agreement();
        this.validation = studies.validation();
        this.regression = studies.regression();
        this.rows = rows;
        this.clock = clock;
    }

    /** The studies that the section rests on. */
    public record Studies(AgreementStudy agreement, ValidationStudy validation, RegressionStudy regression) {}

    /** What an address may name. */
    public Offered offered(Membership project, User user) {
        return new Offered(selections, samples, project, user);
    }

    RegressionQuestion asked(Membership project, AddressReading address) {
        return regression.asked(project, address);
    }

    /** @param question of a regression that belongs in it, or one that asks nothing */
    public Methods methods(Membership project, User user, RegressionQuestion question) {
        var known = known(project.id());
        var scope = Scope.ALL
                .seenBy(user)
                .ofSample(known.reliability().map(StudySamples.Drawn::id).orElse(0L));
        var found = agreement.everything(
                project, user, new AgreementOptions(List.of(), 0, scope, Recode.NONE, IntervalOptions.USUAL));
        var held = validations(project, user, known);
        Optional<Regressed> regressed = question.asksSomething()
                ? Optional.of(regression.regressed(project, user, question))
                : Optional.empty();
        var version = Optional.ofNullable(MethodsStudy.class.getPackage().getImplementationVersion());
        var study = new Methods.Study(
                project.name(), clock.instant(), rows.hash(project.id()), version.orElse("development"));
        return new Methods(
                study,
                found,
                held,
                regressed,
                Sentences.reliability(found, known.reliability()),
                Sentences.validity(held, regressed, known.runs()),
                Tables.of(found, held, regressed),
                new Checklist(known, found, held, regressed).items(study));
    }

    private Known known(long project) {
        var drawn = samples.samples(project);
        var overlaps = rows.overlaps(project);
        return new Known(
                rows.corpus(project),
                rows.versions(project),
                rows.coders(project),
                drawn,
                reliability(drawn, overlaps),
                overlaps,
                rows.routes(project),
                rows.runs(project),
                rows.examples(project));
    }

    /** The newest drawn sample that has images coded by two people or more; not one that only trained them. */
    private static Optional<StudySamples.Drawn> reliability(
            List<StudySamples.Drawn> drawn, List<MethodsRows.Overlap> overlaps) {
        return drawn.stream()
                .filter(sample -> !sample.handpicked() && !sample.purpose().equals("training"))
                .filter(sample ->
                        overlaps.stream().anyMatch(overlap -> overlap.sample() == sample.id() && overlap.codes() > 1))
                .findFirst();
    }

    /** Every run on every variable it coded and that has gold; where that cannot be measured it is left out. */
    private List<Validated> validations(Membership project, User user, Known known) {
        var found = new ArrayList<Validated>();
        for (var variable : selections.codebook(project.id()).variables()) {
            var runs = known.runs().stream()
                    .filter(run -> run.variables().contains(variable.key()))
                    .map(MethodsRows.RunFacts::coderId)
                    .toList();
            if (JUDGED.contains(variable.type())) {
                runs.forEach(run -> held(project, user, variable, run).ifPresent(found::add));
            }
        }
        return found;
    }

    private Optional<Validated> held(Membership project, User user, Variable variable, long run) {
        var question = new ValidationQuestion(
                variable.key(),
                List.of(run),
                0,
                Scope.ALL.seenBy(user),
                Recode.NONE,
                UndecidedRule.ERROR,
                Annotators.STUDENTS,
                "");
        try {
            return Optional.of(validation.held(project, user, question));
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge noGold) {
            return Optional.empty();
        }
    }
}
