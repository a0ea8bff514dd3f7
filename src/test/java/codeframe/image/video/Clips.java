package codeframe.image.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import codeframe.image.decode.ImageDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Videos drawn for the tests by ffmpeg; where it is missing such a test says so and is left out. */
public final class Clips {
    /** Three shots of two seconds each: red, blue, and a pattern. */
    private static final String THREE_SHOTS = "color=red:s=%1$s:d=2:r=25[a];color=blue:s=%1$s:d=2:r=25[b];"
            + "testsrc=s=%1$s:d=2:r=25[c];[a][b][c]concat=n=3:v=1[v]";

    private Clips() {}

    public static void assumeInstalled() {
        assumeTrue(Ffmpeg.of("ffmpeg").isInstalled(), "ffmpeg is not installed here: videos are not tested");
    }

    public static VideoLimits limits() {
        return VideoLimits.of(100_000_000, 100_000_000, Duration.ofSeconds(60));
    }

    public static VideoTaking taking(ImageDecoder decoder) {
        return taking(decoder, limits());
    }

    public static VideoTaking taking(ImageDecoder decoder, VideoLimits limits) {
        return new VideoTaking(new VideoReader(Ffmpeg.of("ffmpeg"), limits), decoder);
    }

    public static byte[] threeShots(String ending) {
        return threeShots(ending, "96x64");
    }

    public static byte[] threeShots(String ending, String size, String... further) {
        var all = new ArrayList<>(List.of("-filter_complex", THREE_SHOTS.formatted(size), "-map", "[v]"));
        all.addAll(List.of(further));
        return made(ending, all);
    }

    /** @param arguments of ffmpeg, without the file that it writes */
    public static byte[] made(String ending, List<String> arguments) {
        assumeInstalled();
        try {
            var folder = Files.createTempDirectory("codeframe-clip");
            var file = folder.resolve("clip." + ending);
            run(arguments, file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> arguments, Path file) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        all.addAll(arguments);
        all.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", file.toString()));
        var process = new ProcessBuilder(all).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("ffmpeg could not draw: " + all);
        }
    }

    static VideoFolder folder(byte[] video) throws IOException, VideoRefused {
        return VideoFolder.of(new ByteArrayInputStream(video), Long.MAX_VALUE);
    }
}
