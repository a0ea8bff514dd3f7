package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.Selections;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.util.List;

/** What a vote is worth, variable by variable, on the project's own gold. */
public final class VoteStudy {
    private final Selections selections;
    private final ValidationStudy validation;
    private final Calculations calculations;

    public VoteStudy(Selections selections, ValidationStudy validation, Calculations calculations) {
        this.selections = selections;
        this.validation = validation;
        this.calculations = calculations;
    }

    /** Nothing of a run that is no vote. */
    List<VoteOfVariable> worth(Membership project, long run) {
        long coder = validation.coderOfRun(project.id(), run);
        var all = selections.everybody(project.id());
        return all.stream()
                .filter(one -> one.id() == coder && one.isVote())
                .flatMap(vote -> ReportedVariables.chosen(
                                selections.codebook(project.id()).variables())
                        .stream()
                        .filter(variable -> vote.codes(variable.key()))
                        .map(variable -> calculations.run(() -> worth(project, all, vote, variable))))
                .toList();
    }

    private VoteOfVariable worth(Membership project, List<ReportedCoder> all, ReportedCoder vote, Variable variable) {
        var question = ValidationQuestion.NONE.of(variable.key(), List.of(vote.id()));
        try {
            return validation
                    .worth(project, all, question)
                    .map(worth -> VoteOfVariable.of(variable, worth))
                    .orElseGet(() -> VoteOfVariable.unknown(variable, "Fewer than two of its voters are still here."));
        } catch (Problem.NotFound noGold) {
            return VoteOfVariable.unknown(variable, "That is told once a sample with gold is closed.");
        } catch (Problem.Invalid | Problem.TooLarge e) {
            return VoteOfVariable.unknown(variable, e.getMessage());
        }
    }
}
