package codeframe.feature.intake;

import codeframe.db.Json;
import codeframe.image.Detection.Corner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The corners of an object as tools write them, in shares of the image or in its pixels: JSON or Python lists of pairs, Google's
 * {@code [{"x": 0.1, "y": 0.2}, …]} and its printed form {@code x: 0.1 y: 0.2}.
 */
final class Corners {
    private static final Pattern PRINTED =
            Pattern.compile("(?:x:\\s*([-+\\w.]+)\\s*,?\\s*)?(?:y:\\s*([-+\\w.]+))?", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 1000;

    private Corners() {}

    /** Why a box is not taken, as the end of a sentence. */
    static final class NoBox extends Exception {
        private static final long serialVersionUID = 1L;

        NoBox(String reason) {
            super(reason, null, false, false);
        }
    }

    /** An image's width and height in pixels. */
    record Size(int width, int height) {
        /** Of an image that nobody knows. */
        static final Size UNKNOWN = new Size(0, 0);

        boolean isKnown() {
            return width > 0 && height > 0;
        }
    }

    static List<Corner> of(String text, Size size) throws NoBox {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return List.of();
        }
        return checked(
                plain.matches("(?s).*\\b[xy]:.*") && !plain.contains("\"") ? printed(plain) : listed(plain),
                plain,
                size);
    }

    /** Of Google's JSON, which leaves a zero out. */
    static List<Corner> of(JsonNode vertices, Size size) throws NoBox {
        return vertices.isEmpty() ? List.of() : checked(corners(vertices), vertices.toString(), size);
    }

    private static List<Corner> printed(String text) throws NoBox {
        var corners = new ArrayList<Corner>();
        var found = PRINTED.matcher(text);
        while (found.find()) {
            if (found.group(1) != null || found.group(2) != null) {
                corners.add(new Corner(number(found.group(1), text), number(found.group(2), text)));
            }
        }
        return corners;
    }

    private static double number(String text, String all) throws NoBox {
        try {
            return text == null ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw unreadable(all);
        }
    }

    private static List<Corner> listed(String text) throws NoBox {
        try {
            var json = Json.MAPPER.readTree(
                    text.replace('(', '[').replace(')', ']').replace('\'', '"'));
            if (json != null && json.isArray()) {
                return corners(json);
            }
        } catch (JsonProcessingException none) {
            // told below, like JSON that is no list
        }
        throw unreadable(text);
    }

    private static List<Corner> corners(JsonNode list) throws NoBox {
        var corners = new ArrayList<Corner>();
        for (var one : list) {
            if (one.isArray()
                    && one.size() == 2
                    && one.get(0).isNumber()
                    && one.get(1).isNumber()) {
                corners.add(new Corner(one.get(0).asDouble(), one.get(1).asDouble()));
            } else if (one.isObject()
                    && (one.path("x").isNumber() || one.path("y").isNumber() || one.isEmpty())) {
                corners.add(new Corner(one.path("x").asDouble(0), one.path("y").asDouble(0)));
            } else {
                throw unreadable(list.toString());
            }
        }
        return corners;
    }

    private static List<Corner> checked(List<Corner> written, String text, Size size) throws NoBox {
        if (written.size() < 2 || written.size() > MOST) {
            throw unreadable(text);
        }
        var corners = inShares(written, size);
        for (var corner : corners) {
            if (!isShare(corner.x()) || !isShare(corner.y())) {
                throw new NoBox("its corners " + shortened(text)
                        + " reach outside the image: they must be shares of its width and height, from 0 to 1, "
                        + (size.isKnown() ? "or pixels of its " + size.width + " × " + size.height : "and no pixels"));
            }
        }
        return corners.size() == 2 ? box(corners.get(0), corners.get(1)) : List.copyOf(corners);
    }

    /** A share of more than two is none: those are pixels. One beyond the edge is the edge. */
    private static List<Corner> inShares(List<Corner> corners, Size size) {
        boolean pixels = size.isKnown() && corners.stream().anyMatch(corner -> corner.x() > 2 || corner.y() > 2);
        return pixels
                ? corners.stream()
                        .map(corner -> new Corner(share(corner.x(), size.width), share(corner.y(), size.height)))
                        .toList()
                : corners;
    }

    private static double share(double pixel, int side) {
        return pixel > side && pixel <= side + 1 ? 1 : pixel < 0 && pixel >= -1 ? 0 : pixel / side;
    }

    /** NaN is none. */
    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static List<Corner> box(Corner one, Corner other) {
        return List.of(one, new Corner(other.x(), one.y()), other, new Corner(one.x(), other.y()));
    }

    private static NoBox unreadable(String text) {
        return new NoBox(
                "its corners " + shortened(text) + " are no list of points such as [[0.1, 0.2], [0.5, 0.2], …]");
    }

    private static String shortened(String text) {
        return "\"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
    }
}
