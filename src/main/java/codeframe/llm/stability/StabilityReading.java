package codeframe.llm.stability;

import codeframe.project.Membership;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.IntervalOptions;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.user.User;
import java.util.List;
import java.util.Optional;

/** Looks at the runs of a check as at any coders: agreement is computed where it is always computed. */
public final class StabilityReading {
    private final StabilityChecks checks;
    private final AgreementStudy agreement;

    public StabilityReading(StabilityChecks checks, AgreementStudy agreement) {
        this.checks = checks;
        this.agreement = agreement;
    }

    List<StabilityChecks.Check> all(long project) {
        return checks.checks(project);
    }

    Optional<Stability> of(Membership project, User user, long id) {
        return checks.check(project.id(), id).map(check -> {
            var runs = checks.runs(project.id(), id);
            var usual = runs.stream().filter(Stability::isUsual).toList();
            boolean otherWords = usual.size() < runs.size();
            return new Stability(
                    check,
                    runs,
                    strip(project, usual),
                    otherWords ? strip(project, runs) : Optional.empty(),
                    checks.differing(project.id(), id, user.id(), Stability.MOST_DIFFERING));
        });
    }

    private Optional<AgreementStudy.Strip> strip(Membership project, List<StabilityChecks.CheckRun> runs) {
        if (runs.size() < 2) {
            return Optional.empty();
        }
        var coders = runs.stream().map(StabilityChecks.CheckRun::coder).toList();
        return Optional.of(agreement.strip(
                project,
                new AgreementOptions(
                        coders, 0, Scope.ALL.ofSample(Scope.TOGETHER), Recode.NONE, IntervalOptions.USUAL)));
    }
}
