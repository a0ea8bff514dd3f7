package codeframe.report.study;

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

/** The agreement of a project's coders, through a lens: one query, then arithmetic. */
public final class AgreementStudy {
    private final Selections selections;
    private final CodedRows rows;

    public AgreementStudy(Selections selections, CodedRows rows) {
        this.selections = selections;
        this.rows = rows;
    }

    /** Everything a page of agreement shows. */
    public record Strip(Lens lens, List<ExportCoder> all, List<Line> lines, long assisted) {
        public boolean chosen(ExportCoder coder) {
            return lens.coders().contains(coder.id());
        }
    }

    public record Line(Variable variable, AgreementReport report) {}

    /** Worst first; what is undefined comes last. */
    public Strip strip(Membership project, User user, Lens asked) {
        var all = selections.coders(project, user);
        var lens = chosen(all, asked);
        var coders = of(all, lens);
        var variables = selections.codebook(project.id()).variables().stream()
                .filter(variable -> variable.type() != VariableType.TEXT)
                .toList();
        var answers = answers(project.id(), lens, variables);
        var lines = variables.stream()
                .map(variable -> new Line(variable, report(variable, lens, answers.get(variable.key()), coders)))
                .sorted(Comparator.comparingDouble(
                        line -> line.report().alpha().figure().number().orElse(2)))
                .toList();
        return new Strip(lens, all, lines, rows.assisted(project.id(), lens.coders(), lens.sample()));
    }

    public Line line(Membership project, User user, Lens asked, String key) {
        var all = selections.coders(project, user);
        var lens = chosen(all, asked);
        var variable =
                selections.codebook(project.id()).variable(key).orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() == VariableType.TEXT) {
            throw new Problem.Invalid(variable.label() + " is free text, for which there is no agreement.");
        }
        var answers = answers(project.id(), lens, List.of(variable));
        return new Line(variable, report(variable, lens, answers.get(key), of(all, lens)));
    }

    private static AgreementReport report(Variable variable, Lens lens, Answers answers, List<ExportCoder> coders) {
        return AgreementReport.of(CodedVariables.of(variable, lens, answers, coders), AgreementQuestion.DEFAULT);
    }

    private Map<String, Answers> answers(long project, Lens lens, List<Variable> variables) {
        var keys = variables.stream().map(Variable::key).toList();
        Map<String, Answers> answers = new HashMap<>();
        keys.forEach(key -> answers.put(key, new Answers(lens)));
        rows.codes(project, lens.coders(), keys, lens.sample())
                .forEach(row -> answers.get(row.variable()).add(row));
        return answers;
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

    private static List<ExportCoder> of(List<ExportCoder> all, Lens lens) {
        return all.stream().filter(coder -> lens.coders().contains(coder.id())).toList();
    }
}
