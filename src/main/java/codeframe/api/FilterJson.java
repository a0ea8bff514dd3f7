package codeframe.api;

import codeframe.image.ImageFilter;
import codeframe.web.Links;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The gallery's filter as {@code {"filter":{"account":["name"]}}}. What is not understood is refused, for without it too
 * many images would be chosen.
 */
final class FilterJson {
    private FilterJson() {}

    static ImageFilter read(JsonNode images) {
        var filter = images.path("filter");
        boolean nothingElse = images.size() == (images.has("filter") ? 1 : 0);
        if (!objectOrAbsent(images) || !objectOrAbsent(filter) || !nothingElse) {
            throw new Problem.Invalid("\"images\" must be an object such as {\"filter\":{\"account\":[\"name\"]}}.");
        }
        var pairs = new ArrayList<String>();
        for (var part : filter.properties()) {
            if (!ImageFilter.PARTS.contains(part.getKey())) {
                throw new Problem.Invalid("Images are filtered by " + String.join(", ", ImageFilter.PARTS)
                        + ", not by \"" + part.getKey() + "\".");
            }
            var values = part.getValue().isArray() ? part.getValue() : List.of(part.getValue());
            if (part.getValue().isArray() && part.getValue().isEmpty()) {
                throw new Problem.Invalid("In the filter, \"" + part.getKey() + "\" is an empty list; leave it out.");
            }
            values.forEach(value -> pairs.add(part.getKey() + "=" + Links.encode(text(part.getKey(), value))));
        }
        return ImageFilter.fromQuery(String.join("&", pairs));
    }

    private static boolean objectOrAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isObject();
    }

    /** An empty text would be passed over as if it had not been asked for. */
    private static String text(String part, JsonNode value) {
        if ((!value.isTextual() && !value.isIntegralNumber()) || value.asText().isEmpty()) {
            throw new Problem.Invalid("In the filter, \"" + part + "\" must be a text or a list of texts.");
        }
        return value.asText();
    }
}
