package codeframe.llm.confidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an answer token by token and multiplies the probabilities of those by which one value was chosen of several. A
 * token that every possible value has in common, or that only spells out what is chosen already, decides nothing and counts
 * for nothing. What an alternative token would have made of the value is told where it leaves one value alone.
 */
final class ChoicePath {
    private final AnswerTokens tokens;
    private final AnswerLayer layer;
    private final String answer;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    ChoicePath(AnswerTokens tokens, AnswerLayer layer) {
        this.tokens = tokens;
        this.layer = layer;
        this.answer = tokens.bytes();
        this.text = layer.of(answer);
        int n = tokens.tokens().size();
        this.starts = new int[n];
        var tokenEnds = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            starts[i] = at;
            at += tokens.tokens().get(i).bytes().length();
            tokenEnds[i] = at;
        }
        this.ends = layer.ends(answer, tokenEnds);
    }

    /** The text that holds the JSON. */
    String text() {
        return text;
    }

    /** @param shares of the answers that could be told apart, the chosen one among them */
    record Chosen(double probability, Map<String, Double> shares) {}

    /** Where the text stands before a token. */
    private int from(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }

    /** The product of the tokens that have a part of it. */
    double product(int start, int end) {
        double product = 1;
        for (int i : touching(start, end)) {
            product *= tokens.tokens().get(i).probability();
        }
        return product;
    }

    private List<Integer> touching(int start, int end) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] > start && from(i) < end) {
                found.add(i);
            }
        }
        return found;
    }

    /**
     * @param start of the value in the text
     * @param decided from where on every token counts up to the value's first, as between the values of a list; beyond
     *     {@code start} where none does
     * @param chosen what it was read as
     */
    Optional<Chosen> of(int start, int decided, Forms forms, String chosen) {
        var whole = Written.of(text.substring(start));
        if (!whole.closed()) {
            return Optional.empty();
        }
        var all = forms.with(whole, chosen);
        var shares = new LinkedHashMap<String, Double>();
        var open = all.open(Written.of(""));
        double product = 1;
        for (int i : touching(Math.min(start, decided), start + whole.length())) {
            boolean before = ends[i] <= start;
            var left = before ? open : both(open, all.open(Written.of(text.substring(start, ends[i]))));
            boolean between = decided <= start && from(i) <= start;
            var others = before ? Others.NONE : others(i, start, all, open);
            if (between || left.size() < open.size() || others.decide()) {
                double path = product;
                others.shares().forEach((answer, share) -> shares.merge(answer, path * share, Double::sum));
                product *= tokens.tokens().get(i).probability();
            }
            open = left;
            if (open.size() == 1 && !before) {
                break;
            }
        }
        shares.merge(chosen, product, Double::sum);
        shares.replaceAll((answer, share) -> Math.min(1, share));
        return Optional.of(new Chosen(shares.get(chosen), shares));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /**
     * What alternatives to a token would have made of the value.
     *
     * @param shares of the answers of which one alone would be open
     * @param decide whether there is an alternative after which fewer would be open
     */
    private record Others(Map<String, Double> shares, boolean decide) {
        static final Others NONE = new Others(Map.of(), false);
    }

    private Others others(int token, int start, Forms forms, Set<String> open) {
        var shares = new LinkedHashMap<String, Double>();
        boolean decide = false;
        for (var other : tokens.tokens().get(token).others().entrySet()) {
            var left = both(
                    open, instead(token, start, other.getKey()).map(forms::open).orElse(Set.of()));
            decide |= !left.isEmpty() && left.size() < open.size();
            if (left.size() == 1) {
                shares.merge(left.iterator().next(), Math.exp(other.getValue()), Double::sum);
            }
        }
        return new Others(shares, decide);
    }

    /** The beginning of the value with another token; empty where that is not about this value. */
    private Optional<Written> instead(int token, int start, String other) {
        var changed = layer.of(answer.substring(0, starts[token]) + other);
        int from = Math.min(from(token), changed.length());
        if (start <= from) {
            return Optional.of(Written.of(changed.substring(start)));
        }
        var lead = text.substring(from, start).stripLeading();
        var now = changed.substring(from).stripLeading();
        return now.startsWith(lead) ? Optional.of(Written.of(now.substring(lead.length()))) : Optional.empty();
    }
}
