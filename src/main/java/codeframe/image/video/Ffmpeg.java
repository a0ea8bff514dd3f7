package codeframe.image.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** ffmpeg and ffprobe as they are installed on this server: started without a shell, bounded, and ended with all they started. */
public final class Ffmpeg {
    static final String ABSENT =
            "Videos are not taken on this server, because ffmpeg is not installed on it: install ffmpeg"
                    + " (it brings ffprobe), or set CODEFRAME_FFMPEG to where it lies, and import the file again.";

    private static final long MOST_WRITTEN = 2L << 30;
    private static final long LEAST_ROOM = 16L << 20;
    /** By the signals 9 and 15. */
    private static final Set<Integer> KILLED = Set.of(128 + 9, 128 + 15);

    private static final int LONGEST_COMPLAINT = 300;
    private static final Duration VERSION = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final String ffmpeg;
    private final String ffprobe;
    private volatile boolean installed;

    private Ffmpeg(String ffmpeg, String ffprobe) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
    }

    /** @param setting a command, its path, or the folder that holds both */
    public static Ffmpeg of(String setting) {
        var given = Path.of(setting);
        if (Files.isDirectory(given)) {
            return new Ffmpeg(
                    given.resolve("ffmpeg").toString(), given.resolve("ffprobe").toString());
        }
        var probe = given.getFileName().toString().replace("ffmpeg", "ffprobe");
        return new Ffmpeg(setting, given.resolveSibling(probe).toString());
    }

    /** Asked anew as long as it is not: it may be installed while this program runs. */
    public boolean isInstalled() {
        installed = installed || (tellsItsVersion(ffmpeg) && tellsItsVersion(ffprobe));
        return installed;
    }

    private static boolean tellsItsVersion(String program) {
        try {
            var process = new ProcessBuilder(program, "-version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(VERSION.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    /** What a program wrote and said before it ended by itself. */
    record Ended(int exit, Path output, String complaint) {}

    /** A limit of its own, in seconds of a processor, ends it where this program is no longer there to do so. */
    Ended ffmpeg(VideoFolder in, List<String> arguments, Duration most) throws IOException, VideoRefused {
        var all = new ArrayList<>(List.of("-timelimit", Long.toString(2 * most.toSeconds() + 10)));
        all.addAll(arguments);
        return run(ffmpeg, in, all, most);
    }

    Ended ffprobe(VideoFolder in, List<String> arguments, Duration most) throws IOException, VideoRefused {
        return run(ffprobe, in, arguments, most);
    }

    private Ended run(String program, VideoFolder in, List<String> arguments, Duration most)
            throws IOException, VideoRefused {
        var all = new ArrayList<>(List.of(program));
        all.addAll(arguments);
        var output = in.path().resolve("output");
        var said = in.path().resolve("said");
        var builder = new ProcessBuilder(all)
                .directory(in.path().toFile())
                .redirectOutput(output.toFile())
                .redirectError(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CODEFRAME_") || name.equals("DATABASE_URL"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            if (isInstalled()) {
                throw e;
            }
            throw new VideoRefused(ABSENT);
        }
        process.getOutputStream().close();
        end(process, in, most);
        checkServer(process.exitValue(), in);
        return new Ended(process.exitValue(), output, complaint(said));
    }

    /** What it made is less than the video holds when the system ended it, or there was no room for it. */
    private static void checkServer(int exit, VideoFolder in) throws IOException {
        if (KILLED.contains(exit)) {
            throw new IOException("the system ended ffmpeg, which takes memory for one; exit code " + exit);
        } else if (Files.getFileStore(in.path()).getUsableSpace() < LEAST_ROOM) {
            throw new IOException("there is no room left for the frames of videos where temporary files lie");
        }
    }

    private static void end(Process process, VideoFolder in, Duration most) throws IOException, VideoRefused {
        try {
            for (long last = System.nanoTime() + most.toNanos(); !ended(process); ) {
                if (System.nanoTime() > last) {
                    throw new VideoRefused("ffmpeg took longer than %d seconds over the video and was ended."
                            .formatted(most.toSeconds()));
                } else if (in.written() > MOST_WRITTEN) {
                    throw new VideoRefused("ffmpeg wrote more than 2 GB of the video's frames and was ended.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops while ffmpeg is at work", e);
        } finally {
            if (process.isAlive()) {
                kill(process);
            }
        }
    }

    private static boolean ended(Process process) throws InterruptedException {
        return process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** With all that it started. */
    private static void kill(Process process) {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** The beginning of what it said, without addresses in memory, which differ every time. */
    private static String complaint(Path said) throws IOException {
        try (var in = Files.newInputStream(said)) {
            return new String(in.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8)
                    .replaceAll("\\[([\\w,]+) @ 0x[0-9a-f]+\\] ", "$1: ")
                    .replaceAll("[\\s\\p{Cntrl}]+", " ")
                    .strip();
        }
    }
}
