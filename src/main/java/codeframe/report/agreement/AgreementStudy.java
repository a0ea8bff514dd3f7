package codeframe.report.agreement;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Clustering;
import codeframe.report.study.CodedRows;
import codeframe.report.study.CodedVariables;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.Offered;
import codeframe.report.study.OtherSide;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.Selections;
import codeframe.statistics.agreement.OrderTrend;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The agreement of a project's coders, through a lens: one query, then arithmetic. */
public final class AgreementStudy {
    private final AnswerReading answers;
    private final Calculations calculations;

    public AgreementStudy(Selections selections, CodedRows rows, ReportBasis basis, Calculations calculations) {
        answers = new AnswerReading(selections, rows, basis);
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
            return Stream.concat(choiceWords().stream(), leftOutWords().stream())
                    .toList();
        }

        public List<String> choiceWords() {
            return said(choices.words());
        }

        public List<String> leftOutWords() {
            return said(leftOut.words());
        }

        /** What stands before n: "posts", or "units" where variables are asked of different things. */
        public String counted() {
            return lines.isEmpty() ? Unit.IMAGE.many() : Unit.common(units());
        }

        private List<String> said(List<String> ofImages) {
            var names = choices.names();
            return ofImages.stream()
                    .map(words -> units().size() > 1
                            ? Unit.saidOfUnits(words, names)
                            : units().stream().findFirst().orElse(Unit.IMAGE).said(words, names))
                    .toList();
        }

        private List<Unit> units() {
            return lines.stream().map(line -> line.variable().unit()).distinct().toList();
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
            return Stream.concat(choiceWords().stream(), leftOutWords().stream())
                    .toList();
        }

        /** What the figures rest on, said of what n counts. */
        public List<String> choiceWords() {
            var variable = line.variable();
            return variable.said(choices.of(variable.key()).words(), choices.names());
        }

        public List<String> leftOutWords() {
            return line.variable().said(leftOut.words());
        }

        /** How the limits of its figures are drawn. */
        public Clustering clustering() {
            return options.intervals().clustering().of(line.variable().unit(), () -> false);
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
        return new Offered(answers.selections(), answers.basis(), project);
    }

    /** Worst first; what is undefined comes last. */
    public Strip strip(Membership project, AgreementOptions asked) {
        return calculations.run(() -> computed(project, asked));
    }

    private Strip computed(Membership project, AgreementOptions asked) {
        var variables = answers.coded(project, asked);
        var read = answers.read(project, asked, variables);
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
        var variable = answers.variable(project, asked, key);
        var read = answers.read(project, asked, List.of(variable));
        return other.map(side -> compared(project, read, variable, side))
                .orElseGet(() -> opened(read, read.choices(), variable));
    }

    /** Both α have their limits drawn in one way, which is the same when the sides are exchanged. */
    private Opened compared(Membership project, AgreementAnswers read, Variable variable, OtherSide side) {
        var options = side.of(read.options());
        var asked = answers.variable(project, options, variable.key());
        var other = answers.read(project, options, List.of(asked));
        var clustering = read.clustering(variable, other);
        var here = read.with(clustering);
        var there = other.with(clustering.kept());
        var opened = opened(here, here.choices(), variable);
        var line = line(there, asked, options.intervals().asked().withoutKalpha());
        return opened.with(TwoAlphas.of(side, here, opened.line(), there, line));
    }

    /** All variables with all that their pages open, in the order of the codebook. */
    public List<Opened> everything(Membership project, AgreementOptions asked) {
        var variables = answers.coded(project, asked);
        var read = answers.read(project, asked, variables);
        return calculations.run(() -> variables.parallelStream()
                .map(variable -> openedOrNot(read, read.choices(), variable))
                .toList());
    }

    private static Opened openedOrNot(AgreementAnswers read, AgreementChoices choices, Variable variable) {
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

    private static Opened opened(AgreementAnswers read, AgreementChoices choices, Variable variable) {
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
        var variable = answers.variable(project, asked, key);
        var read = answers.read(project, asked, List.of(variable));
        return new AnsweredImages(
                variable, read.options(), read.coders(), read.answers().get(key));
    }

    /** One variable that cannot be computed with leaves the others their figures. */
    private static Line lineOrNot(AgreementAnswers read, Variable variable, AgreementQuestion asked) {
        try {
            return line(read, variable, asked);
        } catch (Problem.TooLarge e) {
            return undefined(read, variable, e);
        }
    }

    private static Line undefined(AgreementAnswers read, Variable variable, Problem.TooLarge reason) {
        var coders = read.coders().stream().map(ReportedCoder::name).toList();
        return new Line(
                variable,
                AgreementReport.undefined(coders, reason.getMessage().replaceAll("\\.$", "")),
                WithinCoders.NONE,
                Optional.empty());
    }

    private static Line line(AgreementAnswers read, Variable variable, AgreementQuestion asked) {
        var answers = read.answers().get(variable.key());
        var coded = CodedVariables.of(variable, read.options().recode().of(variable.key()), answers, read.coders());
        return new Line(
                variable,
                AgreementReport.of(coded, asked, sums -> read.drawn(sums, variable)),
                read.within(variable, asked),
                Drift.trend(coded, answers));
    }
}
