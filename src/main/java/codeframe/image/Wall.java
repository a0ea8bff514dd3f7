package codeframe.image;

/**
 * What the gallery shows, and how: it goes with every link from a picture to its page and back.
 *
 * @param shown whose codes stand on the pictures
 */
public record Wall(ImageFilter filter, ImageOrder order, Shown shown) {

    /** A coder, 0 for none, and one of their variables, empty for all. */
    public record Shown(long coder, String variable) {
        static Shown of(String text) {
            int colon = text.indexOf(':');
            if (text.isEmpty()) {
                return new Shown(0, "");
            }
            return colon < 0
                    ? new Shown(FilterQuery.number(text), "")
                    : new Shown(FilterQuery.number(text.substring(0, colon)), text.substring(colon + 1));
        }

        public boolean any() {
            return coder > 0;
        }

        @Override
        public String toString() {
            return coder == 0 ? "" : coder + (variable.isEmpty() ? "" : ":" + variable);
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
