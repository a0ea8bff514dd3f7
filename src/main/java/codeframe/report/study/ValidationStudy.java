package codeframe.report.study;

import codeframe.agreement.validation.Predictions;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.export.ExportCoder;
import codeframe.report.export.Selections;
import codeframe.report.figures.AgreementQuestion;
import codeframe.report.figures.Judged;
import codeframe.report.figures.ReportPlots;
import codeframe.report.figures.ValidationReport;
import codeframe.user.User;
import codeframe.web.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A run, or any coder, held against gold on the images that both have. */
public final class ValidationStudy {
    private final Selections selections;
    private final CodedRows rows;

    public ValidationStudy(Selections selections, CodedRows rows) {
        this.selections = selections;
        this.rows = rows;
    }

    /** Who was held against whom, on what. */
    public record Held(Variable variable, ExportCoder machine, ExportCoder gold, Lens lens, ValidationReport report) {
        /** Into the gallery, for classes that are categories and not several taken together. */
        public ReportPlots.CellLinks links(long project) {
            return (truth, said) -> lens.collapse().isEmpty()
                    ? "/projects/" + project + "/images?code=" + code(gold, truth) + "&code=" + code(machine, said)
                    : "";
        }

        private String code(ExportCoder coder, String value) {
            return URLEncoder.encode(coder.id() + ":" + variable.key() + ":" + value, StandardCharsets.UTF_8);
        }
    }

    /** Adjudicated here, or brought along by somebody who called it so. */
    static boolean isGold(ExportCoder coder) {
        return coder.kind().equals("gold") || coder.name().equalsIgnoreCase("gold");
    }

    /** @param gold the number of a coder, or 0 for the project's gold */
    public Held held(Membership project, User user, Lens lens, String key, long machine, long gold) {
        var all = selections.coders(project, user);
        var variable =
                selections.codebook(project.id()).variable(key).orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() != VariableType.SINGLE && variable.type() != VariableType.BOOLEAN) {
            throw new Problem.Invalid(
                    variable.label() + " is not a choice of one category, so it has no confusion table.");
        }
        var judge = all.stream()
                .filter(coder -> gold == 0 ? isGold(coder) : coder.id() == gold)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("gold"));
        var judged = all.stream()
                .filter(coder -> coder.id() == machine)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("run"));
        var report =
                ValidationReport.of(judged(project.id(), variable, lens, judged, judge), AgreementQuestion.DEFAULT);
        return new Held(variable, judged, judge, lens, report);
    }

    /** The coder that a run is; another project's run is not there. */
    public long coderOfRun(long project, long run) {
        return rows.coderOfRun(project, run).orElseThrow(() -> new Problem.NotFound("run"));
    }

    public List<ExportCoder> coders(Membership project, User user) {
        return selections.coders(project, user);
    }

    public List<Variable> variables(long project) {
        return selections.codebook(project).variables().stream()
                .filter(v -> v.type() == VariableType.SINGLE || v.type() == VariableType.BOOLEAN)
                .toList();
    }

    private Judged judged(long project, Variable variable, Lens lens, ExportCoder machine, ExportCoder gold) {
        var keys = List.of(variable.key());
        var truth = new Answers(lens);
        rows.codes(project, List.of(gold.id()), keys, lens.sample()).forEach(truth::add);
        var said = new Answers(lens);
        rows.codes(project, List.of(machine.id()), keys, 0).forEach(said::add);
        Set<Long> seen = new HashSet<>(rows.unanswered(project, machine.id()));
        seen.addAll(rows.imagesOf(project, machine.id()));
        var classes = classes(variable, lens, truth, said);
        var units = truth.images().stream().filter(seen::contains).toList();
        if (units.isEmpty()) {
            throw new Problem.Invalid(machine.name() + " and " + gold.name() + " have no image in common.");
        }
        var golds = units.stream()
                .mapToInt(image -> index(classes, truth.of(image, gold.id())))
                .toArray();
        var predicted = units.stream()
                .mapToInt(image -> index(classes, said.of(image, machine.id())))
                .toArray();
        var unlabelled = new double[classes.size() + 1];
        units.forEach(seen::remove);
        for (long image : seen) {
            int given = index(classes, said.of(image, machine.id()));
            unlabelled[given < 0 ? classes.size() : given]++;
        }
        var predictions = Predictions.simple(classes.size(), golds, predicted);
        return new Judged(classes, predictions, unlabelled, Optional.empty());
    }

    private static int index(List<String> classes, Set<String> given) {
        return given.isEmpty()
                ? Predictions.ABSTAINED
                : classes.indexOf(given.iterator().next());
    }

    private static List<String> classes(Variable variable, Lens lens, Answers truth, Answers said) {
        var merged = lens.merged();
        var classes = new LinkedHashSet<String>();
        Stream.of(variable.values(), truth.values(), said.values())
                .flatMap(values -> values.stream())
                .forEach(key -> classes.add(merged.getOrDefault(key, key)));
        return new ArrayList<>(classes);
    }
}
