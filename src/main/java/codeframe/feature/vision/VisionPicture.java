package codeframe.feature.vision;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.Reduced;
import java.util.Base64;
import java.util.List;

/**
 * An image as it is sent, with what is asked about it.
 *
 * @param content as Base64
 * @param features those of which nothing is known yet
 * @param refusal why there is no picture; empty where there is one
 */
record VisionPicture(long image, String content, int width, int height, List<VisionFeature> features, String refusal) {
    /** Google recommends 1024 × 768 for text and less for the rest; this is enough for small print. */
    static final int LONGEST_EDGE = 2048;

    static VisionPicture of(long image, byte[] bytes, List<VisionFeature> features, ImageDecoder decoder) {
        return decoder.decode(
                bytes,
                verdict -> verdict.map(
                        picture -> {
                            var sent = Reduced.of(picture, LONGEST_EDGE, "jpeg");
                            var content = Base64.getEncoder().encodeToString(sent.bytes());
                            return new VisionPicture(image, content, sent.width(), sent.height(), features, "");
                        },
                        rejected -> new VisionPicture(image, "", 0, 0, features, rejected.reason())));
    }

    boolean isReadable() {
        return refusal.isEmpty();
    }
}
