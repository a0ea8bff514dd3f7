package codeframe.report.compare;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.study.CodedRows;
import codeframe.report.study.Counted;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Scope;
import codeframe.report.study.Selections;
import codeframe.report.study.VariableAnswers;
import codeframe.report.validation.MachineLabels;
import codeframe.report.validation.ValidationRows;
import codeframe.report.validation.ValidationStudy;
import codeframe.statistics.validation.Composite;
import codeframe.statistics.validation.Metric;
import codeframe.statistics.validation.Part;
import codeframe.statistics.validation.Predictions;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import codeframe.web.plot.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Two runs side by side, image by image, and all chosen runs against gold. */
public final class CompareStudy {
    private static final int MOST_CLASSES = 40;

    private final Selections selections;
    private final CodedRows rows;
    private final ValidationRows dealt;
    private final ReportBasis basis;
    private final MethodRows methods;
    private final ValidationStudy validation;
    private final Calculations calculations;

    /** Where it reads. */
    public record Rows(CodedRows coded, ValidationRows dealt, ReportBasis basis, MethodRows methods) {}

    public CompareStudy(Selections selections, Rows rows, ValidationStudy validation, Calculations calculations) {
        this.selections = selections;
        this.rows = rows.coded();
        this.dealt = rows.dealt();
        this.basis = rows.basis();
        this.methods = rows.methods();
        this.validation = validation;
        this.calculations = calculations;
    }

    public Comparison comparison(Membership project, CompareQuestion question) {
        return calculations.run(() -> computed(project, question));
    }

    private Comparison computed(Membership project, CompareQuestion question) {
        var all = selections.everybody(project.id());
        var variable = variable(project, question);
        var coders =
                question.coders().stream().map(number -> named(all, number)).toList();
        coders.forEach(coder -> rows.checkUnit(project.id(), coder, variable));
        var counted = counted(project, question);
        var leftOut = new ExcludedCodings(counted.leftOut());
        var changes = changes(project, variable, coders, question, leftOut);
        var notes = new ArrayList<>(question.asked().words());
        notes.addAll(leftOut.words());
        var gold = againstGold(project, all, question, variable, notes);
        var names = new ArrayList<>(all.stream().map(ReportedCoder::name).toList());
        names.add(question.asked().scope().account());
        return new Comparison(
                question,
                variable,
                coders,
                changes.images().size(),
                changes.changed().size(),
                matrix(project, question, variable, changes),
                changes.classes(),
                gold.images(),
                gold.tests(),
                gold.methods(),
                gold.alike(),
                variable.said(gold.recommendation(), names),
                variable.said(notes.stream().distinct().toList(), names));
    }

    /** The images of a cell, and what the two gave to each. */
    Changed images(Membership project, CompareQuestion question, String row, String column) {
        var all = selections.everybody(project.id());
        var variable = variable(project, question);
        var coders =
                question.coders().stream().map(number -> named(all, number)).toList();
        var changes = changes(project, variable, coders, question, new ExcludedCodings(List.of()));
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

    private Counted counted(Membership project, CompareQuestion question) {
        return basis.of(project.id()).images(question.asked().scope().sample());
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
        var kept = new HashSet<List<Long>>();
        var without = new HashSet<List<Long>>();
        var samples = counted(project, question).ids();
        for (var row : rows.codes(project.id(), pair, List.of(variable.key()), samples, scope)) {
            if (row.counted()) {
                answers.add(row);
                kept.add(List.of(row.coder(), row.image()));
            } else {
                leftOut.add(row);
                without.add(List.of(row.coder(), row.image()));
            }
        }
        without.removeAll(kept);
        var images = both(
                        project.id(),
                        pair,
                        scope,
                        kept.stream().map(one -> one.get(1)).toList())
                .stream()
                .filter(inSamples(project.id(), samples))
                .filter(image -> pair.stream().noneMatch(coder -> without.contains(List.of(coder, image))))
                .sorted()
                .toList();
        return new Changes(variable, images, answers, pair.get(0), pair.get(1));
    }

    private Predicate<Long> inSamples(long project, List<Long> samples) {
        Set<Long> images = new HashSet<>();
        samples.forEach(sample -> basis.samples().units(project, sample).forEach(unit -> images.add(unit.image())));
        return image -> samples.isEmpty() || images.contains(image);
    }

    /** Dealt with by both, whatever came of it. */
    private Set<Long> both(long project, List<Long> pair, Scope scope, List<Long> kept) {
        var second = dealt.dealt(project, pair.get(1), kept, scope).stream()
                .map(ValidationRows.Dealt::image)
                .collect(Collectors.toSet());
        return dealt.dealt(project, pair.get(0), kept, scope).stream()
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

    /** All that were chosen on the same images with gold. */
    private record AgainstGold(
            long images, List<PairTest> tests, List<Method> methods, List<MethodPair> alike, String recommendation) {}

    /** Without gold there is nothing to test, and the page says so. */
    private AgainstGold againstGold(
            Membership project,
            List<ReportedCoder> all,
            CompareQuestion question,
            Variable variable,
            List<String> notes) {
        try {
            var asked = validation.asked(project, all, question.asked());
            var goldSample = asked.goldSample();
            notes.addAll(goldSample.notes());
            var coders = asked.machines().stream().map(MachineLabels::machine).toList();
            var predictions = asked.machines().stream()
                    .map(machine -> variable.type() == VariableType.MULTI
                            ? machine.wholeSets(goldSample)
                            : machine.predictions(goldSample, goldSample.units(), asked.classes()))
                    .toList();
            if (variable.type() != VariableType.MULTI) {
                notes.addAll(PairTest.few(
                        variable, asked.classes(), predictions.get(0).gold()));
            }
            var tests = PairTest.of(coders, predictions);
            var methods = methods(project.id(), asked, predictions);
            long images = goldSample.units().size();
            var alike = MethodPair.of(asked.machines(), goldSample);
            return new AgainstGold(images, tests, methods, alike, Recommendation.of(methods, tests, images));
        } catch (Problem.NotFound | Problem.Invalid | Problem.TooLarge e) {
            notes.add("The runs are not tested against gold: " + e.getMessage());
            return new AgainstGold(0, List.of(), List.of(), List.of(), "");
        }
    }

    private List<Method> methods(long project, ValidationStudy.Asked asked, List<Predictions> predictions) {
        var coders =
                asked.machines().stream().map(machine -> machine.machine().id()).toList();
        var taken = methods
                .taken(
                        project,
                        coders,
                        asked.variable().key(),
                        asked.goldSample().gold().id(),
                        asked.goldSample().units())
                .stream()
                .collect(Collectors.toMap(MethodRows.Taken::coder, Function.identity()));
        var found = new ArrayList<Method>();
        for (int i = 0; i < coders.size(); i++) {
            var machine = asked.machines().get(i);
            var random = AgreementQuestion.DEFAULT;
            found.add(Method.of(
                    machine.machine(),
                    taken.get(coders.get(i)),
                    Metric.share(predictions.get(i), Part.accuracy()),
                    new Metric(predictions.get(i), Composite::macroF1).composite(random.replicates(), random.seed()),
                    Metric.share(machine.anyAnswer(asked.goldSample()), Part.coverage())));
        }
        return found;
    }
}
