package codeframe.report.study;

import codeframe.web.Links;
import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How codes are looked at: whose, which of them, and what they are taken for.
 *
 * @param without the coder who is left out, or 0
 */
public record AgreementOptions(List<Long> coders, long without, Scope scope, Recode recode, IntervalOptions intervals) {
    public static final AgreementOptions PLAIN =
            new AgreementOptions(List.of(), 0, Scope.ALL, Recode.NONE, IntervalOptions.USUAL);

    public static AgreementOptions of(Context ctx) {
        return new AgreementOptions(
                numbers(ctx, "coders"),
                Params.number(ctx, "without", 0, 0, Long.MAX_VALUE),
                Scope.of(ctx),
                Recode.of(ctx),
                IntervalOptions.of(ctx));
    }

    /** Numbers of coders, given with commas or one by one. */
    public static List<Long> numbers(Context ctx, String name) {
        try {
            return ctx.queryParams(name).stream()
                    .flatMap(text -> Arrays.stream(text.split(",")))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Long::parseLong)
                    .distinct()
                    .toList();
        } catch (NumberFormatException e) {
            throw new Problem.Invalid(name + " must be the numbers of coders, with commas.");
        }
    }

    /** Those chosen, but for the one left out. */
    public List<Long> counted() {
        return coders.stream().filter(coder -> coder != without).toList();
    }

    /** Whether it looks at less than all codes, at other categories, or reckons otherwise than usual. */
    public boolean narrowed() {
        return scope.narrowed() || !recode.collapse().isEmpty() || !intervals.usual();
    }

    /** The lens in an address, so that what is seen can be sent to somebody. */
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("coders", coders.stream().map(String::valueOf).collect(Collectors.joining(",")));
        parts.put("without", without == 0 ? "" : Long.toString(without));
        parts.putAll(scope.parts());
        parts.putAll(recode.parts());
        parts.putAll(intervals.parts());
        var query = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + Links.encode(part.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The address of something under the same lens. */
    public String query(String further) {
        var query = query();
        return query + (query.isEmpty() ? "?" : "&") + further;
    }

    /** In words, for pages and exports. */
    public List<String> words() {
        var words = new ArrayList<>(scope.words());
        words.addAll(recode.words());
        words.addAll(intervals.words());
        return words;
    }

    public AgreementOptions with(List<Long> chosen) {
        return new AgreementOptions(chosen, without, scope, recode, intervals);
    }
}
