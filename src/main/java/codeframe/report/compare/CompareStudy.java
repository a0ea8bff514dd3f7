package codeframe.report.compare;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selections;
import codeframe.report.study.VariableAnswers;
import codeframe.report.validation.ValidationRows;
import codeframe.report.validation.ValidationStudy;
import codeframe.user.User;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import codeframe.web.plot.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two runs side by side, image by image, and all chosen runs against gold. */
public final class CompareStudy {
    private static final int MOST_CLASSES = 40;

    private final Selections selections;
    private final CodedRows rows;
    private final ValidationRows dealt;
    private final ValidationStudy validation;
    private final Calculations calculations;

    public CompareStudy(
            Selections selections,
            CodedRows rows,
            ValidationRows dealt,
            ValidationStudy validation,
            Calculations calculations) {
        this.selections = selections;
        this.rows = rows;
        this.dealt = dealt;
        this.validation = validation;
        this.calculations = calculations;
    }

    public Comparison comparison(Membership project, User user, CompareQuestion question) {
        return calculations.run(() -> computed(project, user, question));
    }

    private Comparison computed(Membership project, User user, CompareQuestion question) {
        var all = selections.coders(project, user);
        var variable = variable(project, question);
        var coders =
                question.coders().stream().map(number -> named(all, number)).toList();
        var leftOut = new ExcludedCodings();
        var changes = changes(project, variable, coders, question, leftOut);
        var notes = new ArrayList<>(question.asked().words());
        notes.addAll(leftOut.words());
        var tests = tests(project, all, question, variable, notes);
        return new Comparison(
                question,
                variable,
                coders,
                changes.images().size(),
                changes.changed().size(),
                matrix(project, question, variable, changes),
                changes.classes(),
                tests,
                notes);
    }

    /** The images of a cell, and what the two gave to each. */
    Changed images(Membership project, User user, CompareQuestion question, String row, String column) {
        var all = selections.coders(project, user);
        var variable = variable(project, question);
        var coders =
                question.coders().stream().map(number -> named(all, number)).toList();
        var changes = changes(project, variable, coders, question, new ExcludedCodings());
        return new Changed(variable, coders, changes, changes.cell(row, column));
    }

    record Changed(Variable variable, List<ReportedCoder> coders, Changes changes, List<Long> images) {
        List<String> said(long image) {
            return changes.said(coders.get(0).name(), coders.get(1).name(), image);
        }
    }

    private Variable variable(Membership project, CompareQuestion question) {
        var variable = selections
                .codebook(project.id())
                .variable(question.asked().key())
                .orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() == VariableType.TEXT) {
            throw new Problem.Invalid(variable.label() + " is free text; two texts are not the same code or another.");
        }
        return variable;
    }

    private static ReportedCoder named(List<ReportedCoder> all, long number) {
        return all.stream()
                .filter(coder -> coder.id() == number)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("run"));
    }

    private Changes changes(
            Membership project,
            Variable variable,
            List<ReportedCoder> coders,
            CompareQuestion question,
            ExcludedCodings leftOut) {
        var pair = coders.stream().limit(2).map(ReportedCoder::id).toList();
        var scope = question.asked().scope();
        var answers = new VariableAnswers(question.asked().recode());
        var sealed = new HashSet<Long>();
        for (var row : rows.codes(project.id(), pair, List.of(variable.key()), scope)) {
            if (row.counted()) {
                answers.add(row);
            } else {
                leftOut.add(row);
                sealed.add(row.image());
            }
        }
        var images = both(project.id(), pair, question).stream()
                .filter(image -> !sealed.contains(image))
                .sorted()
                .toList();
        return new Changes(variable, images, answers, pair.get(0), pair.get(1));
    }

    /** Dealt with by both, whatever came of it. */
    private Set<Long> both(long project, List<Long> pair, CompareQuestion question) {
        var second = dealt.dealt(project, pair.get(1), question.asked().scope()).stream()
                .map(ValidationRows.Dealt::image)
                .collect(Collectors.toSet());
        return dealt.dealt(project, pair.get(0), question.asked().scope()).stream()
                .map(ValidationRows.Dealt::image)
                .filter(second::contains)
                .collect(Collectors.toSet());
    }

    private static Matrix matrix(Membership project, CompareQuestion question, Variable variable, Changes changes) {
        boolean drawn = variable.type() != VariableType.MULTI && changes.names().size() <= MOST_CLASSES;
        return drawn
                ? changes.matrix((row, column) -> question.images(project.id(), row, column))
                : new Matrix("First", "Second", List.of(), List.of(), List.of());
    }

    /** Without gold there is nothing to test, and the page says so. */
    private List<PairTest> tests(
            Membership project,
            List<ReportedCoder> all,
            CompareQuestion question,
            Variable variable,
            List<String> notes) {
        try {
            var asked = validation.asked(project, all, question.asked());
            var goldSample = asked.goldSample();
            notes.addAll(goldSample.notes());
            var names = asked.machines().stream()
                    .map(machine -> machine.machine().name())
                    .toList();
            var predictions = asked.machines().stream()
                    .map(machine -> variable.type() == VariableType.MULTI
                            ? machine.wholeSets(goldSample)
                            : machine.predictions(goldSample, goldSample.units(), asked.classes()))
                    .toList();
            return PairTest.of(names, predictions);
        } catch (Problem.NotFound | Problem.Invalid | Problem.TooLarge e) {
            notes.add("The runs are not tested against gold: " + e.getMessage());
            return List.of();
        }
    }
}
