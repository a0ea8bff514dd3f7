package codeframe.feature.intake;

import codeframe.db.Json;
import codeframe.image.Detection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects and labels as cells hold them: names between separators, counted ones ("3x Person"), or JSON like Google's. */
final class Things {
    /** A picture in which more is found is none that a person could check. */
    static final int MOST = 5_000;

    static final int LONGEST_NAME = 500;

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,3})\\s?[x×]\\s+(.+)");

    private final String separator;
    private final Consumer<String> remarks;
    private Corners.Size size = Corners.Size.UNKNOWN;

    /** @param remarks takes sentences about what is not kept of a thing */
    Things(String separator, Consumer<String> remarks) {
        this.separator = separator;
        this.remarks = remarks;
    }

    /** From now on they are of an image of this size. */
    void of(Corners.Size image) {
        size = image;
    }

    /** No further than one more than is taken: a short cell may count any number of them. */
    List<Detection> list(String cell) {
        if (cell.startsWith("[")) {
            try {
                var json = Json.MAPPER.readTree(cell.contains("\"") ? cell : cell.replace('\'', '"'));
                if (json.isArray()) {
                    return ofJson(json);
                }
            } catch (JsonProcessingException plainText) {
                // a list between separators may begin with a bracket
            }
        }
        var things = new ArrayList<Detection>();
        Pattern.compile(Pattern.quote(separator))
                .splitAsStream(cell)
                .takeWhile(next -> things.size() <= MOST)
                .forEach(name -> counted(name.strip(), things));
        return things;
    }

    private void counted(String name, List<Detection> things) {
        var counted = COUNTED.matcher(name);
        if (counted.matches()) {
            int n = Integer.parseInt(counted.group(1));
            var thing = Detection.named(counted.group(2));
            for (int i = 0; i < n && things.size() <= MOST; i++) {
                add(thing, things);
            }
        } else {
            add(Detection.named(name), things);
        }
    }

    private List<Detection> ofJson(JsonNode list) {
        var things = new ArrayList<Detection>();
        for (var one : list) {
            if (things.size() > MOST) {
                return things;
            } else if (one.isObject()) {
                add(ofObject(one), things);
            } else {
                add(Detection.named(one.asText("")), things);
            }
        }
        return things;
    }

    private Detection ofObject(JsonNode object) {
        var name = first(object, "name", "description", "label", "object_name");
        var confidence = confidence(name, first(object, "score", "confidence", "probability"));
        var poly = object.path("boundingPoly");
        var vertices = Stream.of(poly.path("normalizedVertices"), poly.path("vertices"), object.path("vertices"))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(MissingNode.getInstance());
        try {
            return new Detection(name, confidence, Corners.of(vertices, size));
        } catch (Corners.NoBox reason) {
            remarks.accept(withoutBox(name, reason));
            return new Detection(name, confidence, List.of());
        }
    }

    private static String first(JsonNode object, String... names) {
        return Arrays.stream(names)
                .map(name -> object.path(name).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Of a row that tells one thing. */
    Detection one(String name, String confidenceText, String corners) {
        var confidence = confidence(name, confidenceText);
        try {
            return new Detection(name, confidence, Corners.of(corners, size));
        } catch (Corners.NoBox reason) {
            remarks.accept(withoutBox(name, reason));
            return new Detection(name, confidence, List.of());
        }
    }

    private static String withoutBox(String name, Corners.NoBox reason) {
        return "\"" + name + "\" is kept without a place, because " + reason.getMessage() + ".";
    }

    /** Null where there is none. */
    private Double confidence(String name, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException none) {
            // told below, like a number out of range
        }
        remarks.accept("\"" + name + "\" is kept without a confidence, because \""
                + text.substring(0, Math.min(40, text.length())) + "\" is no number from 0 to 1.");
        return null;
    }

    private void add(Detection thing, List<Detection> things) {
        if (!thing.name().isBlank()) {
            things.add(thing);
        }
    }
}
