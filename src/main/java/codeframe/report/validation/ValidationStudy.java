package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.image.ImageFilter;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Clustering;
import codeframe.report.study.CodedRows;
import codeframe.report.study.CountedUnit;
import codeframe.report.study.Offered;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.Selections;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs, or any coders, validated against gold on the images that all of them have. */
public final class ValidationStudy {
    private static final Set<VariableType> CHOSEN =
            Set.of(VariableType.SINGLE, VariableType.BOOLEAN, VariableType.MULTI);

    /** Why the figures of such a run say little. */
    public static final String LEFT_OPEN = "asked only what another left open: judge the cascade instead";

    private final Selections selections;
    private final CodedRows rows;
    private final ValidationRows validation;
    private final ReportBasis basis;
    private final GoldLookup goldLookup;
    private final MachineReading reading;
    private final Calculations calculations;

    public ValidationStudy(
            Selections selections,
            CodedRows rows,
            ValidationRows validation,
            ReportBasis basis,
            Calculations calculations) {
        this.selections = selections;
        this.rows = rows;
        this.validation = validation;
        this.basis = basis;
        this.goldLookup = new GoldLookup(rows, validation, basis);
        this.reading = new MachineReading(rows, validation);
        this.calculations = calculations;
    }

    /** What is held against what, before anything is computed. */
    public record Asked(Variable variable, GoldSample goldSample, List<MachineLabels> machines, List<String> classes) {}

    /** What an address of these reports may name. */
    public Offered offered(Membership project) {
        return new Offered(selections, basis, project);
    }

    public Validated held(Membership project, ValidationQuestion question) {
        return calculations.run(() -> computed(project, question));
    }

    private Validated computed(Membership project, ValidationQuestion open) {
        var all = selections.everybody(project.id());
        var asked = asked(project, all, open);
        var question = open.about(clustering(open, asked));
        var people = all.stream()
                .filter(coder -> !coder.kind().equals("run") && !coder.isGold())
                .filter(coder -> !question.machines().contains(coder.id()))
                .toList();
        var holding = new RunValidation(rows, project.id(), asked, people, question);
        var runs = asked.machines().stream()
                .map(machine -> holding.held(machine).worth(reading.worth(project.id(), all, question, asked, machine)))
                .toList();
        var words = new IntervalTarget(
                        question,
                        asked.variable().unit(),
                        asked.goldSample(),
                        asked.machines().get(0))
                .words();
        var notes = new ArrayList<>(words);
        notes.addAll(tuned(project.id(), asked));
        return new Validated(question, asked.variable(), asked.goldSample().with(notes), runs);
    }

    /** Of runs that have learned from the gold that they are held against. */
    private List<String> tuned(long project, Asked asked) {
        var coders =
                asked.machines().stream().map(machine -> machine.machine().id()).toList();
        var gold = asked.goldSample();
        return validation.tuned(project, coders, asked.variable().key(), gold.samples()).stream()
                .map(run -> "\"" + run + "\" took its threshold from dev gold that is counted here, so its figures are"
                        + " flattered; those on a test sample are not.")
                .toList();
    }

    /** By all that the machines dealt with, as results do: shares are said of that, and gold is of a part of it. */
    private static Clustering clustering(ValidationQuestion question, Asked asked) {
        return question.clustering()
                .of(
                        asked.variable().unit(),
                        () -> asked.machines().stream()
                                .anyMatch(machine -> together(question.unit(), machine.dealt())));
    }

    private static boolean together(CountedUnit unit, Map<Long, List<ValidationRows.Dealt>> dealt) {
        var posts = new CountedPosts(unit, dealt, post -> true).of(dealt.keySet());
        return Clustering.repeated(
                posts.stream().map(ValidationRows.Dealt::post).toList());
    }

    private List<String> leftOpen(long project, List<MachineLabels> machines) {
        return machines.stream()
                .map(MachineLabels::machine)
                .filter(machine -> askedLeftOpen(project, machine.id()))
                .map(machine -> machine.name() + " was " + LEFT_OPEN + ".")
                .toList();
    }

    /** Whether a coder is a run that was asked only what others left open: the rest of the images it never saw. */
    public boolean askedLeftOpen(long project, long coder) {
        return !ImageFilter.fromQuery(validation.asked(project, coder)).left().isEmpty();
    }

    /** What the only coder that is asked about is worth beside its voters; empty where it is no vote. */
    Optional<VoteWorth> worth(Membership project, List<ReportedCoder> all, ValidationQuestion question) {
        var asked = asked(project, all, question);
        return reading.worth(
                project.id(), all, question, asked, asked.machines().get(0));
    }

    /** The images behind a cell of a confusion table. */
    record Cell(Variable variable, List<Long> images) {}

    /** Images with this gold and this answer of the machine; of an empty one, without an answer. */
    Cell cell(Membership project, ValidationQuestion question, String gold, String said) {
        var asked = asked(project, selections.everybody(project.id()), question);
        var machine = asked.machines().get(0);
        var expected = said.equals(MachineLabels.NO_ANSWER) ? Set.<String>of() : Set.of(said);
        var images = asked.goldSample().units().stream()
                .filter(image -> asked.goldSample()
                        .answers()
                        .of(image, asked.goldSample().gold().id())
                        .contains(gold))
                .filter(image ->
                        machine.said().of(image, machine.machine().id()).equals(expected))
                .toList();
        return new Cell(asked.variable(), images);
    }

    /** The coder that a run is; another project's run is not there. */
    public long coderOfRun(long project, long run) {
        return rows.coderOfRun(project, run).orElseThrow(() -> new Problem.NotFound("run"));
    }

    /** Which variable and whose answers an address names; {@code run} is a run by its number. */
    public Subject subject(Membership project, AddressReading address, List<Variable> possible) {
        var asked = Subject.asked(address, possible);
        long run = address.number("run", 0, 0, Long.MAX_VALUE);
        var coder = run == 0
                ? Optional.<Long>empty()
                : rows.coderOfRun(project.id(), run)
                        .filter(number -> address.offered().coders().stream().anyMatch(one -> one.id() == number));
        if (run > 0 && coder.isEmpty()) {
            address.mistake("run", "There is no run " + run + " here, or you have no access to it.");
        }
        var coders = Stream.concat(coder.stream(), asked.coders().stream()).distinct();
        return new Subject(asked.variable(), coders.toList());
    }

    /** Those that have gold before those that have none, otherwise in their order. */
    public List<Variable> goldFirst(Membership project, AddressReading address, List<Variable> possible) {
        var golds = address.offered().coders().stream()
                .filter(ReportedCoder::isGold)
                .map(ReportedCoder::id)
                .toList();
        var keys = validation.coded(project.id(), golds);
        return possible.stream()
                .sorted(Comparator.comparing((Variable variable) -> !keys.contains(variable.key())))
                .toList();
    }

    public ValidationForm form(Membership project, ValidationQuestion question, List<Problem.Mistake> mistakes) {
        var variables =
                ReportedVariables.chosen(selections.codebook(project.id()).variables());
        return new ValidationForm(
                question,
                mistakes,
                variables,
                selections.everybody(project.id()),
                basis.of(project.id()),
                basis.samples().accounts(project.id()));
    }

    public Asked asked(Membership project, List<ReportedCoder> all, ValidationQuestion question) {
        var variable = variable(project, question);
        if (!CHOSEN.contains(variable.type())) {
            throw new Problem.Invalid(
                    variable.label() + " is not a choice of categories, so it has no confusion table.");
        }
        return coded(project, all, question);
    }

    private Variable variable(Membership project, ValidationQuestion question) {
        return selections
                .codebook(project.id())
                .variable(question.key())
                .orElseThrow(() -> new Problem.NotFound("variable"));
    }

    /** The same of a variable of any type. */
    public Asked coded(Membership project, List<ReportedCoder> all, ValidationQuestion question) {
        var variable = variable(project, question);
        var goldSample = gold(project, all, question).orElseThrow(() -> new Problem.NotFound("gold"));
        var machines = question.machines().stream()
                .map(number -> reading.of(project.id(), named(all, number), variable, goldSample, question))
                .toList();
        var common = goldSample.common(variable, machines).with(leftOpen(project.id(), machines));
        return new Asked(
                variable, common, machines, MachineLabels.classes(variable, question.recode(), common, machines));
    }

    /** What gold says, and of which images, without what is held against it; nothing where the project has no gold. */
    public Optional<GoldSample> gold(Membership project, List<ReportedCoder> all, ValidationQuestion question) {
        var variable = variable(project, question);
        return all.stream()
                .filter(coder -> question.gold() == 0 ? coder.isGold() : coder.id() == question.gold())
                .findFirst()
                .map(gold -> goldLookup.of(project.id(), gold, variable, question.scope(), question.recode()));
    }

    private static ReportedCoder named(List<ReportedCoder> all, long number) {
        return all.stream()
                .filter(coder -> coder.id() == number)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("run"));
    }

    /** Names of those whose codes a vote counts and who have made the gold; nobody where the coder is no vote. */
    public List<String> votersOfGold(long project, ReportedCoder coder, Variable variable, GoldSample goldSample) {
        return reading.votersOfGold(project, coder, variable, goldSample);
    }
}
