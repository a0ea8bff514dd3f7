package codeframe.coding.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What one result of an annotation says, as values, or why codes cannot hold it. */
record LabelStudioValue(List<String> values, String notTaken) {
    private static final List<String> SHAPE =
            List.of("x", "y", "points", "vertices", "rle", "brushlabels", "keypointlabels");

    static LabelStudioValue read(JsonNode result) {
        var value = result.path("value");
        if (SHAPE.stream().anyMatch(value::has)) {
            return left("It marks a part of the image; a code is about the whole image.");
        } else if (value.has("choices")) {
            return of(paths(value.get("choices")));
        } else if (value.has("taxonomy")) {
            return of(paths(value.get("taxonomy")));
        } else if (value.has("rating")) {
            return of(List.of(value.get("rating").asText()));
        } else if (value.has("number")) {
            return of(List.of(value.get("number").asText()));
        } else if (value.has("text")) {
            return of(List.of(text(value.get("text"))));
        }
        return left("Codes have no counterpart to this kind of answer.");
    }

    private static LabelStudioValue of(List<String> values) {
        return new LabelStudioValue(values, "");
    }

    private static LabelStudioValue left(String reason) {
        return new LabelStudioValue(List.of(), reason);
    }

    /** A choice is a word, or the way down to it: "Setting > Outdoors". */
    private static List<String> paths(JsonNode list) {
        var paths = new ArrayList<String>();
        list.forEach(one -> paths.add(one.isArray() ? joined(one, " > ") : one.asText()));
        return paths;
    }

    /** One text, or a list of the lines that a coder entered. */
    private static String text(JsonNode text) {
        return text.isArray() ? joined(text, "\n") : text.asText();
    }

    private static String joined(JsonNode list, String between) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(between));
    }
}
