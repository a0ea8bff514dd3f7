package codeframe.report.validation;

import codeframe.report.figures.LabelsReport;
import codeframe.report.figures.ValidationReport;
import codeframe.report.study.ReportedCoder;
import java.util.List;
import java.util.Optional;

/**
 * One machine against gold.
 *
 * @param report of a choice of one category
 * @param labels of a choice of several; one of the two is there
 * @param worth of a vote
 * @param scaling what one temperature would do to its probabilities, where it has those of every class
 * @param platt what its confidence is worth, where it has that of its answers alone
 */
public record ValidatedRun(
        ReportedCoder machine,
        Optional<ValidationReport> report,
        Optional<LabelsReport> labels,
        HumanBenchmark humans,
        Optional<TemperatureScaling> scaling,
        Optional<PlattScaling> platt,
        List<GroupShare> groups,
        Optional<VoteWorth> worth) {
    /** With what it is worth beside its voters. */
    ValidatedRun worth(Optional<VoteWorth> found) {
        return new ValidatedRun(machine, report, labels, humans, scaling, platt, groups, found);
    }
}
