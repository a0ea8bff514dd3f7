package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.report.validation.Annotators;
import codeframe.report.validation.Subject;
import codeframe.report.validation.UndecidedRule;
import codeframe.report.validation.ValidationQuestion;
import codeframe.statistics.regression.Link;
import codeframe.web.Links;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A regression as it stands in an address.
 *
 * @param asked whose labels, against which gold, on which images
 * @param outcome with an empty key as long as nothing was asked
 * @param covariates by their tokens, such as "account" or "coded:indoors"
 */
public record RegressionQuestion(
        ValidationQuestion asked, OutcomeVariable outcome, List<String> covariates, Link link, Clustering clustering) {
    public static final RegressionQuestion NONE = new RegressionQuestion(
            ValidationQuestion.NONE, OutcomeVariable.of(""), List.of(), Link.LINEAR, Clustering.USUAL);

    /** Every parameter of the address. */
    public static final Set<String> NAMES = Set.of(
            "variable",
            "coder",
            "run",
            "gold",
            "sample",
            "version",
            "account",
            "from",
            "to",
            "outcome",
            "covariate",
            "model",
            "cluster");

    /** @param subject whose labels, and the variable that was looked at before */
    static RegressionQuestion read(AddressReading address, Subject subject) {
        var key = subject.variable().map(Variable::key).orElse("");
        var asked = new ValidationQuestion(
                key,
                subject.coders(),
                address.coder("gold"),
                address.scope(),
                Recode.NONE,
                UndecidedRule.ERROR,
                Annotators.STUDENTS,
                "");
        return new RegressionQuestion(
                asked,
                OutcomeVariable.of(outcome(address)),
                address.texts("covariate"),
                address.read("model", Link.LINEAR, () -> link(address.text("model"))),
                address.clustering());
    }

    private static String outcome(AddressReading address) {
        var text = address.text("outcome");
        var known = address.offered().variables(0).stream()
                .filter(Sources::possible)
                .toList();
        var key = OutcomeVariable.of(text).key();
        if (text.isEmpty() || known.stream().anyMatch(variable -> variable.key().equals(key))) {
            return text;
        }
        address.mistake(
                "outcome",
                "There is no variable \"" + key + "\" to be an outcome. Variables are "
                        + known.stream().map(Variable::key).collect(Collectors.joining(", ")) + ".");
        return "";
    }

    /** The share of one category, by machine and by gold, with nothing to explain it. */
    public static RegressionQuestion share(String key, String category, long machine, Scope scope) {
        var asked = new ValidationQuestion(
                key, List.of(machine), 0, scope, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");
        return new RegressionQuestion(
                asked, new OutcomeVariable(key, category), List.of(), Link.LINEAR, Clustering.USUAL);
    }

    private static Link link(String word) {
        return switch (word) {
            case "", "linear" -> Link.LINEAR;
            case "logistic" -> Link.LOGISTIC;
            default -> throw new Problem.Invalid("model must be linear or logistic, not \"" + word + "\".");
        };
    }

    public String model() {
        return link.name().toLowerCase(Locale.ROOT);
    }

    /** Of the same outcome and labels, with nothing further. */
    RegressionQuestion plain() {
        var plain = new ValidationQuestion(
                asked.key(), asked.machines(), 0, Scope.ALL, Recode.NONE, UndecidedRule.ERROR, asked.annotators(), "");
        return new RegressionQuestion(plain, outcome, List.of(), Link.LINEAR, Clustering.USUAL);
    }

    public Cluster cluster() {
        return clustering.cluster();
    }

    /** With errors that take other images together. */
    RegressionQuestion with(Clustering other) {
        return new RegressionQuestion(asked, outcome, covariates, link, other);
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
        parts.put("cluster", clustering.part());
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
