package codeframe.image.video;

import codeframe.image.decode.VideoFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found by decoding a video.
 *
 * @param soundMs as the header has it
 * @param width as it is shown, turned where the file says so, in pixels
 * @param durationMs to the end of the last frame that could be decoded
 * @param rotation by how many degrees the file has it turned
 * @param frames that were decoded
 * @param rate frames a second, on average
 */
public record VideoFacts(
        VideoFormat format,
        String codec,
        boolean audio,
        Optional<Integer> soundMs,
        int width,
        int height,
        int durationMs,
        int rotation,
        int frames,
        double rate,
        List<String> warnings) {
    VideoFacts warned(String warning) {
        return new VideoFacts(
                format,
                codec,
                audio,
                soundMs,
                width,
                height,
                durationMs,
                rotation,
                frames,
                rate,
                Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }
}
