package codeframe.report.study;

import codeframe.agreement.Clustered;
import codeframe.agreement.UnitSums;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.export.ExportCoder;
import codeframe.report.export.Selections;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.AgreementReport;
import codeframe.user.User;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agreement of a project's coders, through a lens: one query, then arithmetic. */
public final class AgreementStudy {
    private final Selections selections;
    private final CodedRows rows;
    private final StudySamples samples;

    public AgreementStudy(Selections selections, CodedRows rows, StudySamples samples) {
        this.selections = selections;
        this.rows = rows;
        this.samples = samples;
    }

    /** Everything a page of agreement shows. */
    public record Strip(Lens lens, LensChoices choices, List<Line> lines, LeftOut leftOut) {
        /** The lens, and what was left out, as exports name them. */
        public List<String> words() {
            return Stream.concat(choices.words().stream(), leftOut.words().stream())
                    .toList();
        }
    }

    public record Line(Variable variable, AgreementReport report) {}

    /** One variable with all that its page opens. */
    public record Opened(
            Lens lens, LensChoices choices, Line line, Drift drift, List<WithoutOne> withoutOne, LeftOut leftOut) {
        public List<String> words() {
            return Stream.concat(choices.words().stream(), leftOut.words().stream())
                    .toList();
        }
    }

    /** The answers to some variables, and what was left out of them. */
    private record Read(
            Lens lens,
            List<ExportCoder> coders,
            Map<String, Answers> answers,
            LeftOut leftOut,
            Map<Long, String> clusters) {
        /** What intervals draw: units, or clusters of them in the order of the answers. */
        UnitSums drawn(UnitSums coefficient, Answers of) {
            return clusters.isEmpty()
                    ? coefficient
                    : new Clustered(
                            coefficient, of.images().stream().map(clusters::get).toList());
        }
    }

    /** Worst first; what is undefined comes last. */
    public Strip strip(Membership project, User user, Lens asked) {
        var variables = coded(project, asked);
        var read = read(project, user, asked, variables);
        var lines = variables.parallelStream()
                .map(variable -> line(read, variable, asked.reckoning().asked().withoutKalpha()))
                .sorted(Comparator.comparingDouble(
                        line -> line.report().alpha().figure().number().orElse(2)))
                .toList();
        return new Strip(read.lens(), choices(project, user, read.lens()), lines, read.leftOut());
    }

    public Opened opened(Membership project, User user, Lens asked, String key) {
        var variable = variable(project, asked, key);
        var read = read(project, user, asked, List.of(variable));
        return opened(read, choices(project, user, read.lens()), variable);
    }

    /** All variables with all that their pages open, in the order of the codebook. */
    public List<Opened> everything(Membership project, User user, Lens asked) {
        var variables = coded(project, asked);
        var read = read(project, user, asked, variables);
        var choices = choices(project, user, read.lens());
        return variables.parallelStream()
                .map(variable -> opened(read, choices, variable))
                .toList();
    }

    private static Opened opened(Read read, LensChoices choices, Variable variable) {
        var line = line(read, variable, read.lens().reckoning().asked());
        return new Opened(
                read.lens(),
                choices,
                line,
                Drift.of(line.report().variable(), read.answers().get(variable.key())),
                WithoutOne.of(line.report().variable(), read.coders()),
                read.leftOut());
    }

    /** The answers themselves, for showing the images behind a number. */
    public AnsweredImages images(Membership project, User user, Lens asked, String key) {
        var variable = variable(project, asked, key);
        var read = read(project, user, asked, List.of(variable));
        return new AnsweredImages(
                variable, read.lens(), read.coders(), read.answers().get(key));
    }

    private LensChoices choices(Membership project, User user, Lens lens) {
        return new LensChoices(
                lens,
                selections.coders(project, user),
                samples.samples(project.id()),
                samples.versions(project.id()),
                samples.accounts(project.id()));
    }

    private Variable variable(Membership project, Lens lens, String key) {
        var variable = codebook(project, lens).stream()
                .filter(v -> v.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() == VariableType.TEXT) {
            throw new Problem.Invalid(variable.label() + " is free text, for which there is no agreement.");
        }
        return variable;
    }

    private List<Variable> coded(Membership project, Lens lens) {
        return codebook(project, lens).stream()
                .filter(variable -> variable.type() != VariableType.TEXT)
                .toList();
    }

    private List<Variable> codebook(Membership project, Lens lens) {
        return selections.codebook(project.id(), lens.scope().version()).variables();
    }

    private static Line line(Read read, Variable variable, AgreementQuestion asked) {
        var answers = read.answers().get(variable.key());
        var coded = CodedVariables.of(variable, read.lens().recode(), answers, read.coders());
        return new Line(variable, AgreementReport.of(coded, asked, sums -> read.drawn(sums, answers)));
    }

    private Read read(Membership project, User user, Lens asked, List<Variable> variables) {
        var all = selections.coders(project, user);
        var lens = chosen(all, asked);
        checkSample(project.id(), lens.scope().sample());
        var keys = variables.stream().map(Variable::key).toList();
        Map<String, Answers> answers = new HashMap<>();
        keys.forEach(key -> answers.put(key, new Answers(lens.recode())));
        var leftOut = new LeftOut();
        for (var row :
                rows.codes(project.id(), lens.counted(), keys, lens.scope().seenBy(user))) {
            if (row.counted()) {
                answers.get(row.variable()).add(row);
            } else {
                leftOut.add(row);
            }
        }
        var coders = all.stream()
                .filter(coder -> lens.counted().contains(coder.id()))
                .toList();
        return new Read(
                lens,
                coders,
                answers,
                leftOut,
                clusters(project.id(), lens.reckoning().cluster()));
    }

    private Map<Long, String> clusters(long project, Cluster cluster) {
        return cluster == Cluster.IMAGE
                ? Map.of()
                : rows.origins(project).stream()
                        .collect(Collectors.toMap(
                                CodedRows.Origin::image,
                                origin -> cluster.of(origin.image(), origin.post(), origin.account())));
    }

    private void checkSample(long project, long sample) {
        if (sample > 0 && samples.samples(project).stream().noneMatch(drawn -> drawn.id() == sample)) {
            throw new Problem.NotFound("sample");
        }
    }

    /** Without a choice all people; a coder of another project is not there. */
    private static Lens chosen(List<ExportCoder> all, Lens lens) {
        if (lens.coders().isEmpty()) {
            return lens.with(all.stream()
                    .filter(coder -> !coder.kind().equals("run") && !ValidationStudy.isGold(coder))
                    .map(ExportCoder::id)
                    .toList());
        }
        var known = all.stream().map(ExportCoder::id).toList();
        if (!known.containsAll(lens.coders())) {
            throw new Problem.NotFound("coder");
        }
        return lens;
    }
}
