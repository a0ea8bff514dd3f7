package codeframe.image.video;

import codeframe.image.decode.VideoFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the sound out of stored videos, under the same rules as their frames. */
public final class SoundReader {
    private static final int RATE = 16_000;
    private static final int BYTES_OF_A_SAMPLE = 2;
    private static final int PIECE = 1 << 16;

    /** -60 dB of full scale. */
    private static final int SILENCE = 33;

    private final Videos videos;
    private final VideoReader reader;

    public SoundReader(Videos videos, VideoReader reader) {
        this.videos = videos;
        this.reader = reader;
    }

    public boolean isInstalled() {
        return reader.isInstalled();
    }

    /** A video of a project with its sound, in a private folder; {@code track} is empty where it has none. */
    public record Opened(VideoFolder folder, Optional<SoundTrack> track) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            folder.close();
        }
    }

    /**
     * @return nothing where there is no such video
     * @throws VideoRefused when it has sound and none of it can be decoded
     */
    public Optional<Opened> open(long project, long image) throws IOException, VideoRefused {
        var stored = videos.stored(project, image);
        return stored.isEmpty() ? Optional.empty() : Optional.of(open(stored.get()));
    }

    private Opened open(Videos.Stored stored) throws IOException, VideoRefused {
        var folder = VideoFolder.of(new VideoBytes(videos, stored.sha256(), 0, stored.size()), Long.MAX_VALUE);
        try {
            return new Opened(folder, track(folder, VideoFormat.ofMediaType(stored.mediaType())));
        } catch (IOException | VideoRefused | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    Optional<SoundTrack> track(VideoFolder in, VideoFormat format) throws IOException, VideoRefused {
        var raw = in.path().resolve("sound.raw");
        var flac = in.path().resolve("sound.flac");
        var outputs = new ArrayList<>(output("s16le", raw));
        outputs.addAll(output("flac", flac));
        var complaint = reader.sound(in, format, outputs);
        if (complaint.isEmpty()) {
            return Optional.empty();
        }
        double seconds = Files.exists(raw) ? Files.size(raw) / (double) (RATE * BYTES_OF_A_SAMPLE) : 0;
        if (seconds == 0) {
            throw new VideoRefused("The video has a sound track, of which nothing could be decoded%s."
                    .formatted(VideoReader.because(complaint.get())));
        }
        boolean silent = isSilent(raw);
        Files.delete(raw);
        return Optional.of(new SoundTrack(flac, seconds, silent));
    }

    private static List<String> output(String format, Path file) {
        return List.of(
                "-map",
                "0:a:0",
                "-vn",
                "-sn",
                "-dn",
                "-ac",
                "1",
                "-ar",
                Integer.toString(RATE),
                "-sample_fmt",
                "s16",
                "-flags",
                "bitexact",
                "-map_metadata",
                "-1",
                "-f",
                format,
                file.toString());
    }

    private static boolean isSilent(Path raw) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(raw))) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 1; piece = in.readNBytes(PIECE)) {
                var samples =
                        ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                while (samples.hasRemaining()) {
                    if (Math.abs(samples.get()) > SILENCE) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
