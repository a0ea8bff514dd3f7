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
import codeframe.report.study.Offered;
import codeframe.report.study.Recode;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.Scope;
import codeframe.report.study.Selections;
import codeframe.report.validation.Annotators;
import codeframe.report.validation.UndecidedRule;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
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
    private final ReportBasis basis;
    private final AgreementStudy agreement;
    private final ValidationStudy validation;
    private final RegressionStudy regression;
    private final MethodsRows rows;
    private final Clock clock;

    public MethodsStudy(Selections selections, ReportBasis basis, Studies studies, MethodsRows rows, Clock clock) {
        this.selections = selections;
        this.basis = basis;
        this.agreement = studies.agreement();
        this.validation = studies.validation();
        this.regression = studies.regression();
        this.rows = rows;
        this.clock = clock;
    }

    /** The studies that the section rests on. */
    public record Studies(AgreementStudy agreement, ValidationStudy validation, RegressionStudy regression) {}

    /** What an address may name. */
    public Offered offered(Membership project) {
        return new Offered(selections, basis, project);
    }

    RegressionQuestion asked(Membership project, AddressReading address) {
        return regression.asked(project, address);
    }

    /** @param question of a regression that belongs in it, or one that asks nothing */
    public Methods methods(Membership project, RegressionQuestion question) {
        var known = known(project.id());
        var found = agreement.everything(project, AgreementOptions.PLAIN);
        var held = validations(project, known);
        Optional<Regressed> regressed =
                question.asksSomething() ? Optional.of(regression.regressed(project, question)) : Optional.empty();
        var version = Optional.ofNullable(MethodsStudy.class.getPackage().getImplementationVersion());
        var study = new Methods.Study(
                project.name(), clock.instant(), rows.hash(project.id()), version.orElse("development"));
        return new Methods(
                study,
                found,
                held,
                regressed,
                known.basis(),
                Sentences.reliability(found, known.basis().reliability().samples()),
                Sentences.validity(held, regressed, known.runs()),
                Tables.of(found, held, regressed),
                new Checklist(known, found, held, regressed).items(study));
    }

    private Known known(long project) {
        var found = basis.of(project);
        return new Known(
                rows.corpus(project),
                rows.versions(project),
                rows.coders(project),
                found.samples(),
                found,
                rows.overlaps(project),
                rows.routes(project),
                rows.runs(project),
                rows.examples(project));
    }

    /** Every run on every variable it coded and that has gold; where that cannot be measured it is left out. */
    private List<Validated> validations(Membership project, Known known) {
        var found = new ArrayList<Validated>();
        for (var variable : selections.codebook(project.id()).variables()) {
            var runs = known.runs().stream()
                    .filter(run -> run.variables().contains(variable.key()))
                    .map(MethodsRows.RunFacts::coderId)
                    .toList();
            if (JUDGED.contains(variable.type())) {
                runs.forEach(run -> held(project, variable, run).ifPresent(found::add));
            }
        }
        return found;
    }

    private Optional<Validated> held(Membership project, Variable variable, long run) {
        var question = new ValidationQuestion(
                variable.key(), List.of(run), 0, Scope.ALL, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");
        try {
            return Optional.of(validation.held(project, question));
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge noGold) {
            return Optional.empty();
        }
    }
}
