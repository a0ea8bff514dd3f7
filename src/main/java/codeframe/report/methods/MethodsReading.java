package codeframe.report.methods;

import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.methods.section.Material;
import codeframe.report.methods.section.MethodsRows;
import codeframe.report.results.ResultsStudy;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Basis;
import codeframe.report.study.Clustering;
import codeframe.report.study.IntervalOptions;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.report.study.Selections;
import codeframe.report.validation.Annotators;
import codeframe.report.validation.UndecidedRule;
import codeframe.report.validation.Validated;
import codeframe.report.validation.ValidationQuestion;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes what a methods section tells: agreement at each stage, and every run against gold. */
final class MethodsReading {
    private static final Set<VariableType> JUDGED =
            Set.of(VariableType.SINGLE, VariableType.BOOLEAN, VariableType.MULTI);

    /** Of a stage the value matters more than its limits. */
    private static final int FEW_REPLICATES = 500;

    private final Selections selections;
    private final AgreementStudy agreement;
    private final ValidationStudy validation;
    private final ResultsStudy results;

    MethodsReading(Selections selections, MethodsStudy.Studies studies) {
        this.selections = selections;
        this.agreement = studies.agreement();
        this.validation = studies.validation();
        this.results = studies.results();
    }

    List<AgreementStudy.Opened> agreement(Membership project) {
        return agreement.everything(project, AgreementOptions.PLAIN);
    }

    /** Closed samples in which two people coded, but for those that reliability rests on anyhow; the oldest first. */
    List<Material.Stage> stages(Membership project, Basis basis) {
        var stages = new ArrayList<Material.Stage>();
        for (var sample : basis.samples()) {
            if (sample.counts() && !basis.reliability().has(sample)) {
                var lines = agreement.strip(project, options(sample.id())).lines();
                if (lines.stream().anyMatch(line -> line.report().pairable().units() > 0)) {
                    stages.add(0, new Material.Stage(sample, lines));
                }
            }
        }
        return stages;
    }

    private static AgreementOptions options(long sample) {
        var asked = AgreementQuestion.of("", FEW_REPLICATES, 1).withoutKalpha();
        return new AgreementOptions(
                List.of(), 0, Scope.ALL.ofSample(sample), Recode.NONE, new IntervalOptions(Clustering.USUAL, asked));
    }

    /** Every run on every variable it coded and that has gold; where that cannot be measured it is left out. */
    List<Validated> validations(Membership project, List<MethodsRows.RunFacts> runs) {
        var found = new ArrayList<Validated>();
        for (var variable : selections.codebook(project.id()).variables()) {
            if (JUDGED.contains(variable.type())) {
                runs.stream()
                        .filter(run -> run.variables().contains(variable.key()))
                        .forEach(run ->
                                held(project, variable.key(), run.coderId()).ifPresent(found::add));
            }
        }
        return found;
    }

    List<Material.Kept> results(Membership project, List<String> addresses) {
        return addresses.stream().map(address -> kept(project, address)).toList();
    }

    private Material.Kept kept(Membership project, String address) {
        try {
            var found = results.results(project, results.kept(project, address));
            return new Material.Kept(address, Optional.of(found), "");
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge gone) {
            return new Material.Kept(address, Optional.empty(), reason(gone));
        }
    }

    private static String reason(Problem gone) {
        return gone.mistakes().isEmpty()
                ? gone.getMessage()
                : gone.mistakes().stream().map(Problem.Mistake::message).collect(Collectors.joining(" "));
    }

    private Optional<Validated> held(Membership project, String variable, long run) {
        var question = new ValidationQuestion(
                variable, List.of(run), 0, Scope.ALL, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");
        try {
            return Optional.of(validation.held(project, question));
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge noGold) {
            return Optional.empty();
        }
    }
}
