package codeframe.report.study;

import codeframe.codebook.VariableType;
import codeframe.report.export.ExportCoder;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one machine after another against the same gold, with the same people beside it. */
record Holding(
        CodedRows rows,
        long project,
        ValidationStudy.Asked asked,
        List<ExportCoder> people,
        ValidationQuestion question) {
    Held held(MachineLabels machine) {
        return asked.variable().type() == VariableType.MULTI ? sets(machine) : single(machine);
    }

    private Held sets(MachineLabels machine) {
        var truth = asked.truth();
        var both = together(List.of(truth.gold(), machine.machine()));
        var labels = new LabelSetsHeld(machine, truth, question.review()).report(asked.variable(), both);
        return new Held(
                machine.machine(), Optional.empty(), Optional.of(labels), humans(machine), Optional.empty(), List.of());
    }

    private Held single(MachineLabels machine) {
        var truth = asked.truth();
        var judged = machine.judged(truth, truth.units(), asked.classes(), question.review(), image -> true);
        var report = ValidationReport.of(judged, AgreementQuestion.DEFAULT)
                .covering(machine.predictions(truth, truth.units(), asked.classes()));
        return new Held(
                machine.machine(),
                Optional.of(report),
                Optional.empty(),
                humans(machine),
                Sure.of(machine, truth, truth.units(), asked.classes(), AgreementQuestion.DEFAULT.seed()),
                GroupShare.of(machine, truth, asked.classes(), question));
    }

    private Humans humans(MachineLabels machine) {
        var everybody = new ArrayList<>(people);
        everybody.add(machine.machine());
        var answers = together(everybody);
        everybody.removeIf(coder -> coder.id() != machine.machine().id()
                && answers.images().stream()
                        .allMatch(image -> answers.of(image, coder.id()).isEmpty()));
        return Humans.of(asked.variable(), question.recode(), answers, everybody, question.annotators());
    }

    /** The answers of all of them to the images with gold. */
    private Answers together(List<ExportCoder> coders) {
        var answers = new Answers(question.recode());
        var numbers = coders.stream().map(ExportCoder::id).toList();
        rows.codes(project, numbers, List.of(asked.variable().key()), question.scope()).stream()
                .filter(CodedRows.Row::counted)
                .forEach(answers::add);
        answers.retain(asked.truth().units());
        return answers;
    }
}
