package codeframe.feature.vision;

import codeframe.feature.FeatureRows.Feature;
import codeframe.image.Detection;
import codeframe.image.Detection.Corner;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Google answered about one image: results, an error of its own inside a reply of 200, or both. */
record VisionAnswer(VisionPicture picture, JsonNode response) {
    /** google.rpc.Code: the quota is used up. */
    private static final int RESOURCE_EXHAUSTED = 8;

    private static final int MOST_WORDS = 1000;
    private static final int LONGEST_ERROR = 500;

    /** The image was not looked at and waits on. */
    boolean isPostponed() {
        return response.path("error").path("code").asInt() == RESOURCE_EXHAUSTED;
    }

    String error() {
        var error = response.path("error");
        return shortened(error.path("message").asText("without a word") + " (code "
                + error.path("code").asInt() + ")");
    }

    static String shortened(String text) {
        var plain = clean(text);
        return plain.length() <= LONGEST_ERROR ? plain : plain.substring(0, LONGEST_ERROR) + "…";
    }

    /** One for each feature that was asked for. What was found beside an error counts. */
    List<Feature> features() {
        return picture.features().stream().map(this::feature).toList();
    }

    private Feature feature(VisionFeature feature) {
        var things = things(feature);
        var text = feature == VisionFeature.TEXT
                ? clean(response.path("textAnnotations")
                                .path(0)
                                .path("description")
                                .asText(""))
                        .strip()
                : things.stream().map(Detection::name).collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            return new Feature(feature.word(), picture.image(), "done", text, things, null);
        }
        boolean failed = response.hasNonNull("error");
        return new Feature(
                feature.word(), picture.image(), failed ? "error" : "empty", "", List.of(), failed ? error() : null);
    }

    /** PostgreSQL keeps no NUL. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private List<Detection> things(VisionFeature feature) {
        return switch (feature) {
            case OBJECTS -> list("localizedObjectAnnotations", "name", 0);
            // The first is the whole text.
            case TEXT -> list("textAnnotations", "description", 1);
            case LABELS -> list("labelAnnotations", "description", 0);
        };
    }

    private List<Detection> list(String field, String name, int from) {
        var all = response.path(field);
        var things = new ArrayList<Detection>();
        for (int i = from; i < Math.min(all.size(), MOST_WORDS + from); i++) {
            var one = all.get(i);
            var said = clean(one.path(name).asText("")).strip();
            if (!said.isEmpty()) {
                things.add(new Detection(said, score(one.path("score")), corners(one.path("boundingPoly"))));
            }
        }
        return things;
    }

    private static Double score(JsonNode score) {
        return score.isNumber() ? Double.valueOf(share(score.asDouble())) : null;
    }

    /** Objects come in shares of the picture, words in pixels of it; zeros are left out of both. */
    private List<Corner> corners(JsonNode poly) {
        var corners = new ArrayList<Corner>();
        for (var one : poly.path("normalizedVertices")) {
            corners.add(new Corner(
                    share(one.path("x").asDouble(0)), share(one.path("y").asDouble(0))));
        }
        for (var one : corners.isEmpty() ? poly.path("vertices") : List.<JsonNode>of()) {
            corners.add(new Corner(
                    share(one.path("x").asDouble(0) / picture.width()),
                    share(one.path("y").asDouble(0) / picture.height())));
        }
        return corners;
    }

    /** Boxes of words at the edge reach a little outside. */
    private static double share(double value) {
        return Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, value));
    }
}
