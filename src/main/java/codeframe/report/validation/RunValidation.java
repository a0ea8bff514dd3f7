package codeframe.report.validation;

import codeframe.codebook.VariableType;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.Judged;
import codeframe.report.figures.ValidationReport;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.validation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one machine after another against the same gold, with the same people beside it. */
record RunValidation(
        CodedRows rows,
        long project,
        ValidationStudy.Asked asked,
        List<ReportedCoder> people,
        ValidationQuestion question) {
    ValidatedRun held(MachineLabels machine) {
        return asked.variable().type() == VariableType.MULTI ? sets(machine) : single(machine);
    }

    private ValidatedRun sets(MachineLabels machine) {
        var goldSample = asked.goldSample();
        var both = together(List.of(goldSample.gold(), machine.machine()));
        var labels = new LabelSetValidation(machine, goldSample, question).report(asked.variable(), both);
        return new ValidatedRun(
                machine.machine(),
                Optional.empty(),
                Optional.of(labels),
                humans(machine),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private ValidatedRun single(MachineLabels machine) {
        var goldSample = asked.goldSample();
        var judged = judged(machine, question.review());
        var report = ValidationReport.of(judged, AgreementQuestion.DEFAULT)
                .covering(judged(machine, UndecidedRule.ERROR).figures(1, 0).share(Part.coverage()));
        long seed = AgreementQuestion.DEFAULT.seed();
        var scaling = TemperatureScaling.of(machine, goldSample, goldSample.units(), asked.classes(), seed);
        return new ValidatedRun(
                machine.machine(),
                Optional.of(report),
                Optional.empty(),
                humans(machine),
                scaling,
                scaling.isPresent() ? Optional.empty() : PlattScaling.of(machine, goldSample, asked.classes(), seed),
                GroupShare.of(machine, goldSample, asked.classes(), question),
                Optional.empty());
    }

    private Judged judged(MachineLabels machine, UndecidedRule review) {
        return JudgedMachine.of(machine, asked.goldSample(), asked.classes(), question.of(review), post -> true)
                .judged();
    }

    private HumanBenchmark humans(MachineLabels machine) {
        var everybody = new ArrayList<>(people);
        everybody.add(machine.machine());
        var answers = together(everybody);
        everybody.removeIf(coder -> coder.id() != machine.machine().id()
                && answers.images().stream()
                        .allMatch(image -> answers.of(image, coder.id()).isEmpty()));
        return HumanBenchmark.of(asked.variable(), question.recode(), answers, everybody, question.annotators());
    }

    /** The answers of all of them to the images with gold. */
    private VariableAnswers together(List<ReportedCoder> coders) {
        var answers = new VariableAnswers(question.recode());
        var numbers = coders.stream().map(ReportedCoder::id).toList();
        rows
                .codes(
                        project,
                        numbers,
                        List.of(asked.variable().key()),
                        asked.goldSample().samples(),
                        question.scope())
                .stream()
                .filter(asked.goldSample()::counts)
                .forEach(answers::add);
        answers.retain(asked.goldSample().units());
        return answers;
    }
}
