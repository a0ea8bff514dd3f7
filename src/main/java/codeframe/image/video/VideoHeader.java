package codeframe.image.video;

import codeframe.db.Json;
import codeframe.web.NumberText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file says of itself, as ffprobe reads it: enough to refuse it, and to tell afterwards what is missing.
 *
 * @param seconds 0 where it says nothing, as of {@code soundSeconds}
 */
record VideoHeader(
        String codec, int width, int height, int rotation, boolean audio, double soundSeconds, double seconds) {

    private static final Pattern TOO_LARGE = Pattern.compile("Picture size (\\d+)x(\\d+) exceeds");

    /** @throws VideoRefused when there is no picture that moves, or one that is too large */
    static VideoHeader of(String ffprobe, VideoLimits limits) throws VideoRefused {
        JsonNode said = new Json(ffprobe).tree();
        JsonNode picture = null;
        JsonNode sound = null;
        for (JsonNode stream : said.path("streams")) {
            var type = stream.path("codec_type").asText();
            sound = sound == null && type.equals("audio") ? stream : sound;
            // A cover is a picture that is attached.
            boolean moves = type.equals("video")
                    && stream.at("/disposition/attached_pic").asInt() == 0;
            picture = picture == null && moves ? stream : picture;
        }
        if (picture == null) {
            throw new VideoRefused(
                    sound != null
                            ? "The file has sound and no moving picture: there is nothing to look at."
                            : "ffmpeg finds no moving picture in this file.");
        }
        return of(picture, sound, said.at("/format/duration").asDouble(0)).within(limits);
    }

    /** Not every container tells of each stream how long it is. */
    Optional<Integer> soundMs() {
        double told = audio ? (soundSeconds > 0 ? soundSeconds : seconds) * 1000 : 0;
        return told > 0 && told < Integer.MAX_VALUE ? Optional.of((int) Math.ceil(told)) : Optional.empty();
    }

    private static VideoHeader of(JsonNode picture, JsonNode sound, double seconds) {
        int rotation = 0;
        for (JsonNode side : picture.path("side_data_list")) {
            rotation = side.path("rotation").asInt(rotation);
        }
        boolean lies = Math.abs(rotation) % 180 == 90;
        int width = picture.path("width").asInt();
        int height = picture.path("height").asInt();
        return new VideoHeader(
                picture.path("codec_name").asText("unknown"),
                lies ? height : width,
                lies ? width : height,
                Math.floorMod(rotation, 360),
                sound != null,
                sound == null ? 0 : sound.path("duration").asDouble(0),
                seconds);
    }

    private VideoHeader within(VideoLimits limits) throws VideoRefused {
        if (width < 1 || height < 1) {
            throw new VideoRefused("The video does not say how large its picture is, or it is larger than the limit of "
                    + millions(limits) + " million pixels.");
        } else if ((long) width * height > limits.pixels()) {
            throw beyond(width + " × " + height, limits);
        }
        return this;
    }

    /** What ffprobe says of a picture that it does not touch for its size. */
    static Optional<VideoRefused> tooLarge(String complaint, VideoLimits limits) {
        var size = TOO_LARGE.matcher(complaint);
        return size.find() ? Optional.of(beyond(size.group(1) + " × " + size.group(2), limits)) : Optional.empty();
    }

    private static VideoRefused beyond(String size, VideoLimits limits) {
        return new VideoRefused(
                "The video is %s pixels large; the limit is %s million pixels.".formatted(size, millions(limits)));
    }

    private static String millions(VideoLimits limits) {
        return NumberText.decimal(limits.pixels() / 1e6, 1);
    }
}
