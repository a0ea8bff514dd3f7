package codeframe.report.regression;

import codeframe.report.study.Cluster;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.report.validation.Annotators;
import codeframe.report.validation.UndecidedRule;
import codeframe.report.validation.ValidationQuestion;
import codeframe.statistics.regression.Link;
import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A regression as it stands in an address.
 *
 * @param asked whose labels, against which gold, on which images
 * @param outcome with an empty key as long as nothing was asked
 * @param covariates by their tokens, such as "account" or "coded:indoors"
 */
public record RegressionQuestion(
        ValidationQuestion asked, OutcomeVariable outcome, List<String> covariates, Link link, Cluster cluster) {
    public static final RegressionQuestion NONE = new RegressionQuestion(
            ValidationQuestion.NONE, OutcomeVariable.of(""), List.of(), Link.LINEAR, Cluster.IMAGE);

    public static RegressionQuestion of(Context ctx) {
        return new RegressionQuestion(
                ValidationQuestion.of(ctx),
                OutcomeVariable.of(Params.query(ctx, "outcome")),
                ctx.queryParams("covariate").stream()
                        .filter(token -> !token.isBlank())
                        .distinct()
                        .toList(),
                link(Params.query(ctx, "model")),
                Cluster.of(ctx));
    }

    /** The share of one category, by machine and by gold, with nothing to explain it. */
    public static RegressionQuestion share(String key, String category, long machine, Scope scope) {
        var asked = new ValidationQuestion(
                key, List.of(machine), 0, scope, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");
        return new RegressionQuestion(asked, new OutcomeVariable(key, category), List.of(), Link.LINEAR, Cluster.IMAGE);
    }

    private static Link link(String word) {
        return switch (word) {
            case "", "linear" -> Link.LINEAR;
            case "logistic" -> Link.LOGISTIC;
            default -> throw new Problem.Invalid("model must be linear or logistic, not \"" + word + "\".");
        };
    }

    public RegressionQuestion by(List<Long> machines) {
        return new RegressionQuestion(asked.with(machines), outcome, covariates, link, cluster);
    }

    public String model() {
        return link.name().toLowerCase(Locale.ROOT);
    }

    public boolean asksSomething() {
        return !outcome.key().isEmpty();
    }

    /** One variable of the same machine, gold and images; of several machines the first. */
    ValidationQuestion about(String key) {
        var plain = new ValidationQuestion(
                key,
                asked.machines().stream().limit(1).toList(),
                asked.gold(),
                asked.scope(),
                Recode.NONE,
                UndecidedRule.MISSING,
                asked.annotators(),
                "");
        if (plain.machines().isEmpty()) {
            throw mistake("coder", "Choose whose labels are to be explained.");
        }
        return plain;
    }

    static Problem.Invalid mistake(String field, String sentence) {
        return new Problem.Invalid(sentence, List.of(new Problem.Mistake(field, 0, sentence)));
    }

    /** The question in an address. */
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "coder", asked.machines().stream().limit(1).map(String::valueOf).collect(Collectors.joining()));
        parts.put("gold", asked.gold() == 0 ? "" : Long.toString(asked.gold()));
        parts.putAll(asked.scope().parts());
        parts.put("outcome", outcome.text());
        parts.put("model", model());
        parts.put("cluster", cluster.part());
        var pairs = new ArrayList<String>();
        parts.forEach((name, value) -> {
            if (!value.isEmpty()) {
                pairs.add(name + "=" + Links.encode(value));
            }
        });
        covariates.forEach(token -> pairs.add("covariate=" + Links.encode(token)));
        return "?" + String.join("&", pairs);
    }
}
