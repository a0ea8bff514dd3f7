package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
import codeframe.report.study.CountedUnit;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.web.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is validated against gold, and how.
 *
 * @param key of the variable; empty as long as nothing was asked
 * @param gold the number of a coder, or 0 for the project's gold
 * @param by groups of the prevalence: "", "account" or "week"
 * @param clustering what intervals speak about: the images, or new posts or accounts like theirs
 */
public record ValidationQuestion(
        String key,
        List<Long> machines,
        long gold,
        Scope scope,
        Recode recode,
        UndecidedRule review,
        Annotators annotators,
        String by,
        Clustering clustering,
        CountedUnit unit) {
    public static final ValidationQuestion NONE = new ValidationQuestion(
            "", List.of(), 0, Scope.ALL, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");

    /** Of pictures, with intervals that speak about them. */
    public ValidationQuestion(
            String key,
            List<Long> machines,
            long gold,
            Scope scope,
            Recode recode,
            UndecidedRule review,
            Annotators annotators,
            String by) {
        this(key, machines, gold, scope, recode, review, annotators, by, Clustering.USUAL, CountedUnit.PICTURES);
    }

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
            "collapse",
            "review",
            "annotators",
            "by",
            "cluster",
            "unit");

    /**
     * Of what the address leaves open the usual holds.
     *
     * @param subject which variable and whose answers, as far as they are known
     */
    public static ValidationQuestion read(AddressReading address, Subject subject) {
        var scope = address.scope();
        var groups = address.groups(subject.variable().map(List::of).orElse(List.of()), 0);
        var key = subject.variable().map(Variable::key).orElse("");
        return new ValidationQuestion(
                key,
                subject.coders(),
                address.coder("gold"),
                scope,
                new Recode("missing", groups).of(key),
                address.word("review", UndecidedRule.ERROR, UndecidedRule.values()),
                address.word("annotators", Annotators.STUDENTS, Annotators.values()),
                by(address),
                address.clustering(),
                counted(address, subject));
    }

    /** Only a picture counts once for each post that shows it: a post or a video is counted once. */
    private static CountedUnit counted(AddressReading address, Subject subject) {
        var unit = address.word("unit", CountedUnit.PICTURES, CountedUnit.values());
        boolean several = subject.variable().filter(one -> one.unit().several()).isPresent();
        return several ? CountedUnit.PICTURES : unit;
    }

    private static String by(AddressReading address) {
        var by = address.text("by");
        if (!Set.of("", "account", "week").contains(by)) {
            address.mistake("by", "by must be account or week, not \"" + by + "\".");
            return "";
        }
        return by;
    }

    public Cluster cluster() {
        return clustering.cluster();
    }

    public ValidationQuestion with(List<Long> runs) {
        return of(key, runs);
    }

    public ValidationQuestion of(String variable, List<Long> runs) {
        return new ValidationQuestion(variable, runs, gold, scope, recode, review, annotators, by, clustering, unit);
    }

    /** With another rule for what no answer counts as. */
    ValidationQuestion of(UndecidedRule rule) {
        return new ValidationQuestion(key, machines, gold, scope, recode, rule, annotators, by, clustering, unit);
    }

    /** With intervals that speak about something else. */
    ValidationQuestion about(Clustering other) {
        return new ValidationQuestion(key, machines, gold, scope, recode, review, annotators, by, other, unit);
    }

    public ValidationQuestion about(Subject subject) {
        return of(subject.variable().map(Variable::key).orElse(""), subject.coders());
    }

    public boolean asked() {
        return !key.isEmpty() && !machines.isEmpty();
    }

    /** The same variable, answers, gold and images, for reports that know nothing further. */
    public String plainQuery() {
        return new ValidationQuestion(
                        key, machines, gold, scope, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "")
                .query();
    }

    /** The question in an address. */
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("variable", key);
        parts.put("coder", machines.stream().map(String::valueOf).collect(Collectors.joining(",")));
        parts.put("gold", gold == 0 ? "" : Long.toString(gold));
        parts.putAll(scope.parts());
        parts.putAll(recode.parts());
        parts.put("review", review == UndecidedRule.ERROR ? "" : review.word());
        parts.put("annotators", annotators == Annotators.STUDENTS ? "" : annotators.word());
        parts.put("by", by);
        parts.put("cluster", clustering.part());
        parts.put("unit", unit.part());
        return "?"
                + parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> part.getKey() + "=" + Links.encode(part.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** In words, for pages and exports. */
    public List<String> words() {
        var words = new ArrayList<>(scope.ofSample(0).words());
        words.addAll(recode.words().stream().skip(1).toList());
        words.add(review.sentence());
        return words;
    }
}
