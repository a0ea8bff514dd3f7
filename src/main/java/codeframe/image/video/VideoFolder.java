package codeframe.image.video;

import codeframe.web.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A private folder (0700) with a video under a name of ours, and what ffmpeg makes of it. Gone when it is closed. */
public final class VideoFolder implements AutoCloseable {
    private static final String NAME = "codeframe-video";
    private static final Pattern OF_A_PROCESS = Pattern.compile(NAME + "-(\\d{1,18})-.*");
    private static final int PIECE = 1 << 16;

    private final Path folder;
    private String sha256 = "";

    private VideoFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws VideoRefused when there are more bytes than are taken */
    public static VideoFolder of(InputStream bytes, long most) throws IOException, VideoRefused {
        var made = new VideoFolder(
                Files.createTempDirectory(NAME + "-" + ProcessHandle.current().pid() + "-"));
        try {
            made.spool(bytes, most);
            return made;
        } catch (IOException | VideoRefused | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** Removes from a folder of temporary files what programs left that were killed. */
    public static void sweep(Path temporary) {
        try (Stream<Path> all = Files.list(temporary)) {
            for (var folder : all.filter(VideoFolder::isLeft).toList()) {
                new VideoFolder(folder).close();
            }
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(VideoFolder.class).warn("Files of videos were not swept from {}.", temporary, e);
        }
    }

    /** A process that began after the folder is another one under the same number. */
    private static boolean isLeft(Path folder) {
        var name = OF_A_PROCESS.matcher(folder.getFileName().toString());
        if (!name.matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var began = ProcessHandle.of(Long.parseLong(name.group(1)))
                .map(one -> one.info().startInstant().orElse(Instant.MIN));
        try {
            var changed = Files.getLastModifiedTime(folder).toInstant();
            return began.isEmpty() || began.get().isAfter(changed);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private void spool(InputStream bytes, long most) throws IOException, VideoRefused {
        var digest = digest();
        long size = 0;
        byte[] piece = new byte[PIECE];
        try (var out = new DigestOutputStream(Files.newOutputStream(video()), digest)) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                size += read;
                if (size > most) {
                    throw new VideoRefused(
                            "The video has more than %s, the limit of this server (CODEFRAME_MAX_VIDEO_MB)."
                                    .formatted(NumberText.bytes(most)));
                }
                out.write(piece, 0, read);
            }
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The key of the content, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public long size() throws IOException {
        return Files.size(video());
    }

    public Path video() {
        return folder.resolve("video");
    }

    Path path() {
        return folder;
    }

    /** What all files besides the video take. */
    long written() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.equals(video())).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Waits for whoever looks through it. */
    @Override
    public synchronized void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
