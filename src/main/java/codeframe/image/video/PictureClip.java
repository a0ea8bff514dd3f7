package codeframe.image.video;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Makes a video of pictures: MP4 with H.264, as every browser plays it. */
public final class PictureClip {
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Ffmpeg ffmpeg;

    public PictureClip(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    public boolean isPossible() {
        return ffmpeg.isInstalled();
    }

    /**
     * @param jpegs all of one size, with even sides
     * @param rate pictures a second
     * @throws VideoRefused when ffmpeg cannot make it, as where it has no encoder
     */
    public byte[] of(List<byte[]> jpegs, int rate) throws IOException, VideoRefused {
        var all = new ByteArrayOutputStream();
        jpegs.forEach(all::writeBytes);
        try (var folder = VideoFolder.of(new ByteArrayInputStream(all.toByteArray()), Long.MAX_VALUE)) {
            var made = folder.path().resolve("clip");
            var ended = ffmpeg.ffmpeg(folder, arguments(folder, rate, made.toString()), MOST);
            if (ended.exit() != 0) {
                throw new VideoRefused("ffmpeg could not make a clip: " + ended.complaint());
            }
            return Files.readAllBytes(made);
        }
    }

    private static List<String> arguments(VideoFolder folder, int rate, String made) {
        return List.of(
                "-nostdin",
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-threads",
                "1",
                "-f",
                "mjpeg",
                "-framerate",
                Integer.toString(rate),
                "-i",
                folder.video().toString(),
                "-c:v",
                "libx264",
                "-threads",
                "1",
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "+faststart",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-f",
                "mp4",
                made);
    }
}
