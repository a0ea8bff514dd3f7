package codeframe.report.study;

import codeframe.codebook.Variable;
import codeframe.web.Links;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How codes are looked at: whose, which of them, and what they are taken for.
 *
 * @param without the coder who is left out, or 0
 */
public record AgreementOptions(List<Long> coders, long without, Scope scope, Recode recode, IntervalOptions intervals) {
    public static final AgreementOptions PLAIN =
            new AgreementOptions(List.of(), 0, Scope.ALL, Recode.NONE, IntervalOptions.USUAL);

    /** Every parameter of the address. */
    public static final Set<String> NAMES = Set.of(
            "coders",
            "without",
            "sample",
            "version",
            "account",
            "from",
            "to",
            "unsure",
            "collapse",
            "cluster",
            "weights",
            "replicates",
            "seed");

    /** @param shown picks the variables that the report is of from those of the codebook */
    public static AgreementOptions read(AddressReading address, UnaryOperator<List<Variable>> shown) {
        var coders = address.coders("coders");
        var scope = address.scope();
        var variables = shown.apply(address.offered().variables(scope.version()));
        return new AgreementOptions(
                coders,
                without(address, coders),
                scope,
                new Recode(address.unsure(), address.groups(variables, scope.version())),
                address.intervals());
    }

    /** Nobody is left out who was not in. */
    private static long without(AddressReading address, List<Long> coders) {
        long asked = address.coder("without");
        boolean counted = coders.isEmpty()
                ? address.offered().coders().stream()
                        .anyMatch(coder -> coder.id() == asked && !coder.isRun() && !coder.isGold())
                : coders.contains(asked);
        if (asked > 0 && !counted) {
            address.mistake("without", "Coder " + asked + " is not among the coders here, so nobody is left out.");
            return 0;
        }
        return asked;
    }

    /** Numbers of coders, given with commas or one by one. */
    public static List<Long> numbers(List<String> given, String name) {
        try {
            return given.stream()
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

    /** How many of the further choices are not the usual ones. */
    public long further() {
        return Stream.of(
                        without > 0,
                        scope.version() > 0,
                        !scope.account().isEmpty(),
                        !scope.from().isEmpty(),
                        !scope.to().isEmpty(),
                        intervals.clustering().chosen(),
                        !intervals.asked().equals(IntervalOptions.USUAL.asked()))
                .filter(set -> set)
                .count();
    }

    /** The lens as an address or a form names it. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("coders", coders.stream().map(String::valueOf).collect(Collectors.joining(",")));
        parts.put("without", without == 0 ? "" : Long.toString(without));
        parts.putAll(scope.parts());
        parts.putAll(recode.parts());
        parts.putAll(intervals.parts());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** The lens in an address, so that what is seen can be sent to somebody. */
    public String query() {
        var query = parts().entrySet().stream()
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

    /** With the groups of this variable's categories alone. */
    AgreementOptions of(String variable) {
        return new AgreementOptions(coders, without, scope, recode.of(variable), intervals);
    }

    public AgreementOptions with(Clustering clustering) {
        return new AgreementOptions(coders, without, scope, recode, intervals.with(clustering));
    }

    public AgreementOptions with(List<Long> chosen) {
        return new AgreementOptions(chosen, without, scope, recode, intervals);
    }
}
