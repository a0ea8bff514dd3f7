package codeframe.image.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what ffmpeg's filter "metadata" prints of frames: a line with the time, and one with the change. */
final class FrameListing {
    private static final Pattern FRAME =
            Pattern.compile("frame:(\\d{1,9})\\s+pts:(-?\\d{1,18})\\s+pts_time:(-?[0-9.]+(?:e[-+]?\\d+)?)");
    private static final String CHANGE = "lavfi.scene_score=";

    private FrameListing() {}

    static List<SeenFrame> read(Path listing) throws IOException {
        var frames = new ArrayList<SeenFrame>();
        try (var lines = Files.newBufferedReader(listing, StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var frame = FRAME.matcher(line);
                if (frame.lookingAt()) {
                    frames.add(new SeenFrame(Integer.parseInt(frame.group(1)), ms(frame.group(3)), 0));
                } else if (line.startsWith(CHANGE) && !frames.isEmpty()) {
                    var last = frames.remove(frames.size() - 1);
                    frames.add(new SeenFrame(last.number(), last.ms(), change(line)));
                }
            }
        }
        return frames;
    }

    /** The time stamps alone, as the file counts them. */
    static List<Long> stamps(Path listing) throws IOException {
        try (var lines = Files.lines(listing, StandardCharsets.ISO_8859_1)) {
            return lines.map(FRAME::matcher)
                    .filter(Matcher::lookingAt)
                    .map(frame -> Long.valueOf(frame.group(2)))
                    .toList();
        }
    }

    private static int ms(String seconds) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.round(Double.parseDouble(seconds) * 1000)));
    }

    private static double change(String line) {
        try {
            return Double.parseDouble(line.substring(CHANGE.length()));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
