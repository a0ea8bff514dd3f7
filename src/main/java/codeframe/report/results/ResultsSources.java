package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selections;
import codeframe.report.validation.GoldSample;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;

/** Finds the variable, the coder and the gold that an address names. */
final class ResultsSources {
    private final Selections selections;
    private final ValidationStudy validation;

    ResultsSources(Selections selections, ValidationStudy validation) {
        this.selections = selections;
        this.validation = validation;
    }

    ResultsBasis basis(Membership project, ResultsQuestion question) {
        var all = selections.everybody(project.id());
        var coder = all.stream()
                .filter(one -> one.id() == question.coder())
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("coder"));
        var found = new ResultsBasis(
                variable(project, question.key()),
                coder,
                Optional.empty(),
                "people are not corrected: gold is made of their codes",
                placing(project, all, question));
        if (coder.kind().equals("person")) {
            return found;
        }
        if (validation.askedLeftOpen(project.id(), coder.id())) {
            return found.uncorrected("it was " + ValidationStudy.LEFT_OPEN);
        }
        if (found.placing().isPresent() && !coder.isGold()) {
            return found.uncorrected("only the images with gold are in a group: choose gold as the coder as well");
        }
        var gold = gold(project, all, coder.isGold() ? question.ofGold() : question);
        var both = gold.map(sample -> validation.votersOfGold(project.id(), coder, found.variable(), sample))
                .orElse(List.of());
        if (!both.isEmpty()) {
            return found.uncorrected("it counts the codes of " + String.join(", ", both) + ", which made the gold");
        }
        return new ResultsBasis(found.variable(), coder, gold, "no image has gold for this variable", found.placing());
    }

    private Optional<GoldSample> placing(Membership project, List<ReportedCoder> all, ResultsQuestion question) {
        return question.by()
                .coded()
                .filter(groups -> groups.coder().isGold())
                .map(groups -> gold(project, all, question.goldOf(groups))
                        .orElseThrow(() -> new Problem.Invalid(groups.coder().name() + " has no closed answer about "
                                + groups.variable().label() + ", so it tells no images apart.")));
    }

    private Optional<GoldSample> gold(Membership project, List<ReportedCoder> all, ResultsQuestion question) {
        return validation
                .gold(project, all, question.validation())
                .filter(found -> !found.units().isEmpty());
    }

    Variable variable(Membership project, String key) {
        return selections.codebook(project.id()).variable(key).orElseThrow(() -> new Problem.NotFound("variable"));
    }
}
