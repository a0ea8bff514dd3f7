package codeframe.report.agreement;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Cluster;
import codeframe.report.study.CodedRows;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.Offered;
import codeframe.report.study.OtherSide;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.Selections;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.OrderTrend;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agreement of a project's coders, through a lens: one query, then arithmetic. */
public final class AgreementStudy {
    private final Selections selections;
    private final CodedRows rows;
    private final ReportBasis basis;
    private final Calculations calculations;

    public AgreementStudy(Selections selections, CodedRows rows, ReportBasis basis, Calculations calculations) {
        this.selections = selections;
        this.rows = rows;
        this.basis = basis;
        this.calculations = calculations;
    }

    /** Everything a page of agreement shows. */
    public record Strip(AgreementOptions options, AgreementChoices choices, List<Line> lines, ExcludedCodings leftOut) {
        /** Whether anybody coded something twice. */
        public boolean repeated() {
            return lines.stream().anyMatch(line -> line.within().any());
        }

        /** What is tested of every variable, with p for all of them together. */
        public VariableTests tests() {
            return VariableTests.of(lines);
        }

        /** The options, and what was left out, as exports name them. */
        public List<String> words() {
            return Stream.concat(choices.words().stream(), leftOut.words().stream())
                    .toList();
        }
    }

    /**
     * @param within how far each coder agrees with themselves
     * @param drift whether coders differ more on what was coded later; nothing where it cannot be tested
     */
    public record Line(Variable variable, AgreementReport report, WithinCoders within, Optional<OrderTrend> drift) {}

    /** One variable with all that its page opens. */
    public record Opened(
            AgreementOptions options,
            AgreementChoices choices,
            Line line,
            Drift drift,
            List<WithoutOne> withoutOne,
            Optional<TwoAlphas> compared,
            ExcludedCodings leftOut) {
        public List<String> words() {
            return Stream.concat(choices.of(line.variable().key()).words().stream(), leftOut.words().stream())
                    .toList();
        }

        /** Of this page in an address, with what it is compared with. */
        public String query() {
            return compared.map(two -> two.asked().query(options)).orElseGet(options::query);
        }

        Opened with(TwoAlphas two) {
            return new Opened(options, choices, line, drift, withoutOne, Optional.of(two), leftOut);
        }
    }

    /** What an address of these reports may name. */
    public Offered offered(Membership project) {
        return new Offered(selections, basis, project);
    }

    /** Worst first; what is undefined comes last. */
    public Strip strip(Membership project, AgreementOptions asked) {
        return calculations.run(() -> computed(project, asked));
    }

    private Strip computed(Membership project, AgreementOptions asked) {
        var variables = coded(project, asked);
        var read = read(project, asked, variables);
        var lines = variables.parallelStream()
                .map(variable ->
                        lineOrNot(read, variable, asked.intervals().asked().withoutKalpha()))
                .sorted(Comparator.comparingDouble(
                        line -> line.report().alpha().figure().number().orElse(2)))
                .toList();
        return new Strip(read.options(), read.choices(), lines, read.leftOut());
    }

    /** @param other what it is compared with, if with anything */
    public Opened opened(Membership project, AgreementOptions asked, Optional<OtherSide> other, String key) {
        return calculations.run(() -> computed(project, asked, other, key));
    }

    private Opened computed(Membership project, AgreementOptions asked, Optional<OtherSide> other, String key) {
        var variable = variable(project, asked, key);
        var read = read(project, asked, List.of(variable));
        var opened = opened(read, read.choices(), variable);
        return other.map(side -> opened.with(compared(project, read, opened.line(), side)))
                .orElse(opened);
    }

    private TwoAlphas compared(Membership project, LensAnswers here, Line line, OtherSide side) {
        var options = side.of(here.options());
        var variable = variable(project, options, line.variable().key());
        var there = read(project, options, List.of(variable));
        var other = line(there, variable, options.intervals().asked().withoutKalpha());
        return TwoAlphas.of(side, here, line, there, other);
    }

    /** All variables with all that their pages open, in the order of the codebook. */
    public List<Opened> everything(Membership project, AgreementOptions asked) {
        var variables = coded(project, asked);
        var read = read(project, asked, variables);
        return calculations.run(() -> variables.parallelStream()
                .map(variable -> openedOrNot(read, read.choices(), variable))
                .toList());
    }

    private static Opened openedOrNot(LensAnswers read, AgreementChoices choices, Variable variable) {
        try {
            return opened(read, choices, variable);
        } catch (Problem.TooLarge e) {
            var none = new Drift(List.of(), List.of());
            return new Opened(
                    read.options(),
                    choices,
                    undefined(read, variable, e),
                    none,
                    List.of(),
                    Optional.empty(),
                    read.leftOut());
        }
    }

    private static Opened opened(LensAnswers read, AgreementChoices choices, Variable variable) {
        var line = line(read, variable, read.options().intervals().asked());
        return new Opened(
                read.options(),
                choices,
                line,
                Drift.of(line.report().variable(), read.answers().get(variable.key())),
                WithoutOne.of(line.report().variable(), read.coders()),
                Optional.empty(),
                read.leftOut());
    }

    /** The answers themselves, for showing the images behind a number. */
    public AnsweredImages images(Membership project, AgreementOptions asked, String key) {
        var variable = variable(project, asked, key);
        var read = read(project, asked, List.of(variable));
        return new AnsweredImages(
                variable, read.options(), read.coders(), read.answers().get(key));
    }

    private AgreementChoices choices(Membership project, List<ReportedCoder> all, AgreementOptions options) {
        return new AgreementChoices(
                options,
                all,
                basis.of(project.id()),
                basis.samples().versions(project.id()),
                basis.samples().accounts(project.id()));
    }

    private Variable variable(Membership project, AgreementOptions options, String key) {
        var variable = codebook(project, options).stream()
                .filter(v -> v.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() == VariableType.TEXT) {
            throw new Problem.Invalid(variable.label() + " is free text, for which there is no agreement.");
        }
        return variable;
    }

    private List<Variable> coded(Membership project, AgreementOptions options) {
        return ReportedVariables.counted(codebook(project, options));
    }

    private List<Variable> codebook(Membership project, AgreementOptions options) {
        return selections.codebook(project.id(), options.scope().version()).variables();
    }

    /** One variable that cannot be computed with leaves the others their figures. */
    private static Line lineOrNot(LensAnswers read, Variable variable, AgreementQuestion asked) {
        try {
            return line(read, variable, asked);
        } catch (Problem.TooLarge e) {
            return undefined(read, variable, e);
        }
    }

    private static Line undefined(LensAnswers read, Variable variable, Problem.TooLarge reason) {
        var coders = read.coders().stream().map(ReportedCoder::name).toList();
        return new Line(
                variable,
                AgreementReport.undefined(coders, reason.getMessage().replaceAll("\\.$", "")),
                WithinCoders.NONE,
                Optional.empty());
    }

    private static Line line(LensAnswers read, Variable variable, AgreementQuestion asked) {
        var answers = read.answers().get(variable.key());
        var coded = CodedVariables.of(variable, read.options().recode().of(variable.key()), answers, read.coders());
        return new Line(
                variable,
                AgreementReport.of(coded, asked, sums -> read.drawn(sums, answers)),
                within(read, variable, asked),
                Drift.trend(coded, answers));
    }

    private static WithinCoders within(LensAnswers read, Variable variable, AgreementQuestion asked) {
        var rows = read.repeated().stream()
                .filter(row -> row.variable().equals(variable.key()))
                .toList();
        var recode = read.options().recode().of(variable.key());
        return WithinCoders.of(new WithinCoders.Lens(variable, recode, asked, read.clusters()), rows, read.coders());
    }

    private LensAnswers read(Membership project, AgreementOptions asked, List<Variable> variables) {
        var all = selections.everybody(project.id());
        var options = chosen(all, asked);
        var choices = choices(project, all, options);
        var counted = choices.counted();
        var keys = variables.stream().map(Variable::key).toList();
        Map<String, VariableAnswers> answers = new HashMap<>();
        keys.forEach(
                key -> answers.put(key, new VariableAnswers(options.recode().of(key))));
        var leftOut = new ExcludedCodings(counted.leftOut());
        for (var row : rows.codes(project.id(), options.counted(), keys, counted.ids(), options.scope())) {
            if (row.counted()) {
                answers.get(row.variable()).add(row);
            } else {
                leftOut.add(row);
            }
        }
        var coders = all.stream()
                .filter(coder -> options.counted().contains(coder.id()))
                .toList();
        return new LensAnswers(
                options,
                choices,
                coders,
                answers,
                leftOut,
                clusters(project.id(), options.intervals().cluster()),
                rows.repeated(project.id(), options.counted(), keys, counted.ids(), options.scope()));
    }

    private Map<Long, String> clusters(long project, Cluster cluster) {
        return cluster == Cluster.IMAGE
                ? Map.of()
                : rows.origins(project).stream()
                        .collect(Collectors.toMap(
                                CodedRows.Origin::image,
                                origin -> cluster.of(origin.image(), origin.post(), origin.account())));
    }

    /** Without a choice all people; a coder of another project is not there. */
    private static AgreementOptions chosen(List<ReportedCoder> all, AgreementOptions options) {
        if (options.coders().isEmpty()) {
            return options.with(all.stream()
                    .filter(coder -> !coder.kind().equals("run") && !coder.isGold())
                    .map(ReportedCoder::id)
                    .toList());
        }
        var known = all.stream().map(ReportedCoder::id).toList();
        if (!known.containsAll(options.coders())) {
            throw new Problem.NotFound("coder");
        }
        return options;
    }
}
