package codeframe.feature.vision;

import java.util.List;

/**
 * How a source asks.
 *
 * @param features words of {@link VisionFeature}s
 * @param hints languages of the text in the images, as BCP 47 codes; none where Google is to find out
 * @param how the same as a sentence
 */
record VisionSettings(List<String> features, List<String> hints, String how) {
    static VisionSettings of(List<String> features, List<String> hints) {
        return new VisionSettings(
                features,
                hints,
                "Asked for %s%s. Pictures are sent upright, without their metadata, %d pixels long at most."
                        .formatted(
                                String.join(", ", features),
                                hints.isEmpty() ? "" : "; language hints: " + String.join(", ", hints),
                                VisionPicture.LONGEST_EDGE));
    }

    List<VisionFeature> chosen() {
        return VisionFeature.ofWords(features);
    }
}
