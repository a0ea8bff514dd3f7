package codeframe.image.video;

import codeframe.image.decode.VideoFormat;
import codeframe.web.NumberText;
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

    /** Where a part ends that begins at a moment, in milliseconds: where it is quiet, if it must end before the sound does. */
    public long cut(SoundTrack track, long from, long most) throws IOException {
        return SoundCut.after(track.raw(), from, most, track.ms());
    }

    /** @throws VideoRefused when it took too long */
    public SoundPart part(Opened opened, SoundTrack track, long from, long to) throws IOException, VideoRefused {
        if (from == 0 && to == track.ms()) {
            return new SoundPart(track.file(), from, to);
        }
        var flac = opened.folder().path().resolve("part.flac");
        reader.part(opened.folder(), track.raw(), from, to, output("flac", flac));
        return new SoundPart(flac, from, to);
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
            var track = track(folder, VideoFormat.ofMediaType(stored.mediaType()));
            track.ifPresent(one -> videos.heard(stored.sha256(), Math.toIntExact(one.ms())));
            return new Opened(folder, track);
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
        var sound = reader.sound(in, format, outputs);
        if (sound.isEmpty()) {
            return Optional.empty();
        }
        long ms = Files.exists(raw) ? Files.size(raw) * 1000 / (RATE * BYTES_OF_A_SAMPLE) : 0;
        if (ms == 0) {
            throw new VideoRefused("The video has a sound track, of which nothing could be decoded%s."
                    .formatted(VideoReader.because(sound.get().complaint())));
        }
        return Optional.of(new SoundTrack(flac, raw, ms, isSilent(raw), missing(ms, sound.get())));
    }

    /** The header of a file that was cut off still tells of all of it. */
    private static String missing(long ms, VideoReader.Sound sound) {
        double told = sound.header().soundSeconds();
        return ms < told * 900 - 500
                ? "Only the first %s of %s seconds of the sound can be decoded: the file is cut off or damaged."
                        .formatted(NumberText.decimal(ms / 1e3, 1), NumberText.decimal(told, 1))
                : "";
    }

    private static List<String> output(String format, Path file) {
        return List.of(
                "-y",
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
