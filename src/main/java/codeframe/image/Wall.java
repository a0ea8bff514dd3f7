package codeframe.image;

/**
 * What the gallery shows, and how: it goes with every link from a picture to its page and back.
 *
 * @param shown whose codes, or which features, stand on the pictures
 */
public record Wall(ImageFilter filter, ImageOrder order, Shown shown) {

    /**
     * @param coder 0 for none
     * @param variable one of theirs, empty for all
     * @param kind the word of a {@link FeatureKind} instead of codes, empty for none
     */
    public record Shown(long coder, String variable, String kind) {
        private static final String SEEN = "seen:";

        static Shown of(String text) {
            int colon = text.indexOf(':');
            if (text.isEmpty()) {
                return new Shown(0, "", "");
            } else if (text.startsWith(SEEN)) {
                var kind = FeatureKind.ofWord(text.substring(SEEN.length()));
                return new Shown(0, "", kind.map(FeatureKind::word).orElse(""));
            }
            return colon < 0
                    ? new Shown(FilterQuery.number(text), "", "")
                    : new Shown(FilterQuery.number(text.substring(0, colon)), text.substring(colon + 1), "");
        }

        public boolean any() {
            return coder > 0 || !kind.isEmpty();
        }

        @Override
        public String toString() {
            return !kind.isEmpty() ? SEEN + kind : coder == 0 ? "" : coder + (variable.isEmpty() ? "" : ":" + variable);
        }
    }

    static Wall of(String query, long viewer) {
        var values = FilterQuery.of(query);
        return new Wall(
                ImageFilter.fromQuery(query).seenBy(viewer),
                ImageOrder.of(values.text("sort")),
                Shown.of(values.text("show")));
    }

    /** As it stands in an address; empty for all images as they came. */
    public String toQuery() {
        return new FilterQuery.Writing()
                .addWhole(filter.toQuery())
                .add("sort", order.toString())
                .add("show", shown.toString())
                .toString();
    }

    /** For the end of an address without a query. */
    public String ending() {
        return toQuery().isEmpty() ? "" : "?" + toQuery();
    }

    /** For the end of an address whose query it may begin. */
    String with(String pair) {
        return toQuery().isEmpty() ? "?" + pair : "?" + toQuery() + "&" + pair;
    }
}
