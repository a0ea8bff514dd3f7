package codeframe.report.agreement;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.study.AgreementChoices;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
import codeframe.report.study.CodedRows;
import codeframe.report.study.ExcludedCodings;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.Selections;
import codeframe.report.study.VariableAnswers;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the answers that a report of agreement rests on: all variables of a unit in one query. */
record AnswerReading(Selections selections, CodedRows rows, ReportBasis basis) {
    AgreementAnswers read(Membership project, AgreementOptions asked, List<Variable> variables) {
        var all = selections.everybody(project.id());
        var options = chosen(all, asked);
        var choices = choices(project, all, options, variables);
        var counted = choices.counted();
        Map<String, VariableAnswers> answers = new HashMap<>();
        var leftOut = new ExcludedCodings(counted.leftOut());
        var repeated = new ArrayList<CodedRows.Repeated>();
        keysByUnit(variables).forEach((unit, keys) -> {
            keys.forEach(
                    key -> answers.put(key, new VariableAnswers(options.recode().of(key))));
            var samples = choices.counted(unit).ids();
            for (var row : rows.codes(project.id(), options.counted(), keys, samples, options.scope())) {
                if (row.counted()) {
                    answers.get(row.variable()).add(row);
                } else {
                    leftOut.add(row);
                }
            }
            repeated.addAll(rows.repeated(project.id(), options.counted(), keys, samples, options.scope()));
        });
        var origins = origins(project.id(), options, answers.values(), repeated);
        var clustered = options.with(clustering(options, variables, answers, origins));
        long images = answers.values().stream()
                .mapToLong(of -> of.images().size())
                .max()
                .orElse(0);
        var coders = all.stream()
                .filter(coder -> options.counted().contains(coder.id()))
                .toList();
        return new AgreementAnswers(
                clustered, choices.with(clustered).of(images), coders, answers, leftOut, origins, repeated);
    }

    /** Each unit rests on samples of its own, so that a variable has the same figures beside others and by itself. */
    private static Map<Unit, List<String>> keysByUnit(List<Variable> variables) {
        return variables.stream()
                .collect(Collectors.groupingBy(
                        Variable::unit,
                        () -> new EnumMap<>(Unit.class),
                        Collectors.mapping(Variable::key, Collectors.toList())));
    }

    /** What all images are parts of, also those whose first coding does not count; nothing where it is not asked. */
    private Map<Long, CodedRows.Origin> origins(
            long project,
            AgreementOptions options,
            Collection<VariableAnswers> answers,
            List<CodedRows.Repeated> repeated) {
        var asked = options.intervals().clustering();
        if (asked.chosen() && asked.cluster() == Cluster.IMAGE) {
            return Map.of();
        }
        var images = Stream.concat(
                        answers.stream().flatMap(of -> of.images().stream()),
                        repeated.stream().map(CodedRows.Repeated::image))
                .distinct()
                .toList();
        return rows.origins(project, images).stream()
                .collect(Collectors.toMap(CodedRows.Origin::image, Function.identity()));
    }

    /** Of the whole report: as soon as one of the variables has several units of one post or video. */
    private static Clustering clustering(
            AgreementOptions options,
            List<Variable> variables,
            Map<String, VariableAnswers> answers,
            Map<Long, CodedRows.Origin> origins) {
        var asked = options.intervals().clustering();
        var several = variables.stream().filter(one -> one.unit() != Unit.POST).toList();
        if (several.isEmpty()) {
            return variables.isEmpty() ? asked : asked.of(Unit.POST, () -> false);
        }
        return asked.of(
                Unit.IMAGE,
                () -> several.stream()
                        .anyMatch(one -> Clustering.repeated(answers.get(one.key()).images().stream()
                                .map(image -> origins.get(image).post())
                                .toList())));
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

    private AgreementChoices choices(
            Membership project, List<ReportedCoder> all, AgreementOptions options, List<Variable> variables) {
        return new AgreementChoices(
                options,
                all,
                basis.of(project.id())
                        .of(variables.stream().map(Variable::unit).distinct().toList()),
                basis.samples().versions(project.id()),
                basis.samples().accounts(project.id()),
                0);
    }

    Variable variable(Membership project, AgreementOptions options, String key) {
        var variable = codebook(project, options).stream()
                .filter(v -> v.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("variable"));
        if (variable.type() == VariableType.TEXT) {
            throw new Problem.Invalid(variable.label() + " is free text, for which there is no agreement.");
        }
        return variable;
    }

    List<Variable> coded(Membership project, AgreementOptions options) {
        return ReportedVariables.counted(codebook(project, options));
    }

    private List<Variable> codebook(Membership project, AgreementOptions options) {
        return selections.codebook(project.id(), options.scope().version()).variables();
    }
}
