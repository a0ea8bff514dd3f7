package codeframe.report.results;

import codeframe.report.study.AddressReading;
import codeframe.report.study.Cluster;
import codeframe.report.study.Clustering;
import codeframe.report.study.Scope;
import codeframe.report.validation.ValidationQuestion;
import codeframe.web.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which variable by whose codes, and told apart by what.
 *
 * @param key of the variable; empty as long as there is nothing to ask about
 * @param coder its number, or 0
 * @param gold the number of the coder that is gold, or 0 for the project's
 * @param clustering what limits speak about: these images, or new accounts or posts like theirs
 * @param against the group that others are compared with; empty for the first whose shares are known
 * @param asCoded shows shares as they were coded although they could be corrected
 */
public record ResultsQuestion(
        String key,
        long coder,
        long gold,
        Grouping by,
        boolean asCoded,
        Clustering clustering,
        Scope scope,
        String against) {
    /** Every parameter of the address. */
    public static final Set<String> NAMES = Set.of(
            "variable",
            "coder",
            "run",
            "gold",
            "by",
            CodedGroups.CODER,
            "shares",
            "cluster",
            "against",
            "sample",
            "version",
            "account",
            "from",
            "to");

    private static final String AS_CODED = "coded";

    /** @param columns of the metadata, which are read only where one is named */
    static ResultsQuestion read(AddressReading address, String key, long coder, Supplier<List<String>> columns) {
        return new ResultsQuestion(
                key,
                coder,
                address.coder("gold"),
                by(address, key, coder, columns),
                asCoded(address),
                address.clustering(),
                address.scope(),
                address.text("against"));
    }

    private static Grouping by(AddressReading address, String key, long coder, Supplier<List<String>> columns) {
        var text = address.text("by");
        if (text.startsWith(Grouping.OF_VARIABLE)) {
            return CodedGroups.read(address, text.substring(Grouping.OF_VARIABLE.length()), key, coder)
                    .map(Grouping::of)
                    .orElse(Grouping.NONE);
        }
        var by = Grouping.read(text)
                .filter(found -> found.column().isEmpty() || columns.get().contains(found.column()));
        if (by.isEmpty()) {
            address.mistake(
                    "by",
                    "by must be day, week, month, account, variable: and its key, or a column of the metadata"
                            + columns.get().stream()
                                    .limit(20)
                                    .collect(Collectors.collectingAndThen(
                                            Collectors.joining(", column:"),
                                            names -> names.isEmpty() ? "" : ", such as column:" + names))
                            + ", not \"" + text + "\".");
        }
        return by.orElse(Grouping.NONE);
    }

    private static boolean asCoded(AddressReading address) {
        var text = address.text("shares");
        if (!Set.of("", "corrected", AS_CODED).contains(text)) {
            address.mistake("shares", "shares must be corrected or coded, not \"" + text + "\".");
        }
        return text.equals(AS_CODED);
    }

    /** Whether figures may be so narrow that they tell what was given to one image. */
    public boolean ofFew() {
        return by.asked() || scope.narrowed();
    }

    boolean asked() {
        return !key.isEmpty() && coder > 0;
    }

    /** The same of all images, corrected where that can be. */
    ResultsQuestion usual() {
        return plain(key, coder);
    }

    public static ResultsQuestion plain(String key, long coder) {
        return new ResultsQuestion(key, coder, 0, Grouping.NONE, false, Clustering.USUAL, Scope.ALL, "");
    }

    ValidationQuestion validation() {
        var none = ValidationQuestion.NONE;
        return new ValidationQuestion(
                key, List.of(coder), gold, scope, none.recode(), none.review(), none.annotators(), "");
    }

    Cluster cluster() {
        return clustering.cluster();
    }

    /** With limits that speak about something else. */
    ResultsQuestion about(Clustering other) {
        return new ResultsQuestion(key, coder, gold, by, asCoded, other, scope, against);
    }

    boolean clustered() {
        return cluster() != Cluster.IMAGE;
    }

    /** What limits of a group speak about: of one account there are no others like it in the group. */
    Cluster ofGroups() {
        return by.kind() == Grouping.Kind.ACCOUNT && cluster() == Cluster.ACCOUNT ? Cluster.IMAGE : cluster();
    }

    /** With the coder itself as the gold. */
    ResultsQuestion ofGold() {
        return new ResultsQuestion(key, coder, coder, by, asCoded, clustering, scope, against);
    }

    /** The gold of another variable, which tells images apart. */
    ResultsQuestion goldOf(CodedGroups groups) {
        long other = groups.coder().id();
        return new ResultsQuestion(
                groups.variable().key(), other, other, Grouping.NONE, asCoded, clustering, scope, "");
    }

    ResultsQuestion by(Grouping other) {
        return new ResultsQuestion(key, coder, gold, other, asCoded, clustering, scope, "");
    }

    public String sharesWord() {
        return asCoded ? AS_CODED : "corrected";
    }

    /** Whose answers tell images apart, in an address; nothing where it is the coder of the shares. */
    public String groupCoder() {
        return by.coded()
                .map(groups -> groups.coder().id())
                .filter(other -> other != coder)
                .map(other -> Long.toString(other))
                .orElse("");
    }

    /** The question in an address. */
    public String query() {
        return "?"
                + parts().entrySet().stream()
                        .map(part -> part.getKey() + "=" + Links.encode(part.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Its parameters that are not as usual. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("variable", key);
        parts.put("coder", Long.toString(coder));
        parts.put("gold", gold == 0 ? "" : Long.toString(gold));
        parts.put("by", by.text());
        parts.put(CodedGroups.CODER, groupCoder());
        parts.put("shares", asCoded ? AS_CODED : "");
        parts.put("cluster", clustering.part());
        parts.put("against", against);
        parts.putAll(scope.parts());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }
}
