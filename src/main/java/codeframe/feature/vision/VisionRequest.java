package codeframe.feature.vision;

import codeframe.db.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of {@code images:annotate}: all features of an image at once. Google takes at most 16 images and 10 MB of JSON
 * (cloud.google.com/vision/quotas).
 */
record VisionRequest(List<VisionPicture> pictures, List<String> hints) {
    static final int MOST_IMAGES = 16;
    static final int MOST_BYTES = 10_000_000;
    private static final int MOST_FINDINGS = 100;

    /** What stands around a picture, and around all. */
    private static final int FRAME = 2_000;

    /** As few requests as take them. */
    static List<List<VisionPicture>> packed(List<VisionPicture> pictures) {
        var packs = new ArrayList<List<VisionPicture>>();
        var pack = new ArrayList<VisionPicture>();
        long bytes = FRAME;
        for (var picture : pictures) {
            long more = (long) picture.content().length() + FRAME;
            if (!pack.isEmpty() && (pack.size() == MOST_IMAGES || bytes + more > MOST_BYTES)) {
                packs.add(List.copyOf(pack));
                pack.clear();
                bytes = FRAME;
            }
            pack.add(picture);
            bytes += more;
        }
        if (!pack.isEmpty()) {
            packs.add(List.copyOf(pack));
        }
        return packs;
    }

    byte[] json() {
        var body = Json.MAPPER.createObjectNode();
        var requests = body.putArray("requests");
        pictures.forEach(picture -> fill(requests.addObject(), picture));
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(ObjectNode request, VisionPicture picture) {
        request.putObject("image").put("content", picture.content());
        var features = request.putArray("features");
        for (var feature : picture.features()) {
            var one = features.addObject().put("type", feature.type());
            if (feature != VisionFeature.TEXT) {
                one.put("maxResults", MOST_FINDINGS);
            }
        }
        if (!hints.isEmpty() && picture.features().contains(VisionFeature.TEXT)) {
            var list = request.putObject("imageContext").putArray("languageHints");
            hints.forEach(list::add);
        }
    }

    long units(VisionFeature feature) {
        return pictures.stream()
                .filter(picture -> picture.features().contains(feature))
                .count();
    }
}
