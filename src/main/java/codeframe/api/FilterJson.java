package codeframe.api;

import codeframe.image.ImageFilter;
import codeframe.web.Links;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The gallery's filter as {@code {"filter":{"account":["name"]}}}. */
final class FilterJson {
    private static final List<String> PARTS =
            List.of("account", "kind", "import", "sample", "selection", "from", "to", "code");

    private FilterJson() {}

    /** A part that nobody knows is refused, for without it too much would be chosen. */
    static ImageFilter read(JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new Problem.Invalid("\"images\" must be an object such as {\"filter\":{\"account\":[\"name\"]}}.");
        }
        var pairs = new ArrayList<String>();
        for (var part : node.path("filter").properties()) {
            if (!PARTS.contains(part.getKey())) {
                throw new Problem.Invalid(
                        "Images are filtered by " + String.join(", ", PARTS) + ", not by \"" + part.getKey() + "\".");
            }
            var values = part.getValue().isArray() ? part.getValue() : List.of(part.getValue());
            values.forEach(value -> pairs.add(part.getKey() + "=" + Links.encode(value.asText())));
        }
        return ImageFilter.fromQuery(String.join("&", pairs));
    }
}
