package codeframe.report.validation;

import codeframe.report.study.AgreementOptions;
import codeframe.report.study.Recode;
import codeframe.report.study.Scope;
import codeframe.user.User;
import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
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
 */
public record ValidationQuestion(
        String key,
        List<Long> machines,
        long gold,
        Scope scope,
        Recode recode,
        UndecidedRule review,
        Annotators annotators,
        String by) {
    public static final ValidationQuestion NONE = new ValidationQuestion(
            "", List.of(), 0, Scope.ALL, Recode.NONE, UndecidedRule.ERROR, Annotators.STUDENTS, "");

    public static ValidationQuestion of(Context ctx) {
        var by = Params.query(ctx, "by");
        if (!Set.of("", "account", "week").contains(by)) {
            throw new Problem.Invalid("by must be account or week, not \"" + by + "\".");
        }
        return new ValidationQuestion(
                Params.query(ctx, "variable"),
                AgreementOptions.numbers(ctx, "coder"),
                Params.number(ctx, "gold", 0, 0, Long.MAX_VALUE),
                Scope.of(ctx),
                new Recode("missing", Recode.of(ctx).collapse()),
                UndecidedRule.ofWord(Params.query(ctx, "review")),
                Annotators.ofWord(Params.query(ctx, "annotators")),
                by);
    }

    /** As this person may read its answer. */
    ValidationQuestion seenBy(User user) {
        return new ValidationQuestion(key, machines, gold, scope.seenBy(user), recode, review, annotators, by);
    }

    public ValidationQuestion with(List<Long> runs) {
        return of(key, runs);
    }

    public ValidationQuestion of(String variable, List<Long> runs) {
        return new ValidationQuestion(variable, runs, gold, scope, recode, review, annotators, by);
    }

    public boolean asked() {
        return !key.isEmpty() && !machines.isEmpty();
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
