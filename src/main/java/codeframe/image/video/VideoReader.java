package codeframe.image.video;

import codeframe.image.decode.VideoFormat;
import codeframe.web.NumberText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks through a video by ffmpeg, which reads one file with one reader and reaches no network: first what the header
 * says, then every frame, then the chosen ones as JPEGs; of short videos the last two in one pass.
 */
public final class VideoReader {
    private static final Duration HEADER = Duration.ofSeconds(20);
    private static final String COUNTED = "scale=192:108:flags=area,select=gte(scene\\,0),metadata=mode=print:file=-";

    static final List<String> JPEG =
            List.of("-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-flags", "bitexact", "-f", "image2");

    private static final String MOST_MEMORY = Integer.toString(1_000_000_000);

    private final Ffmpeg ffmpeg;
    private final VideoLimits limits;

    public VideoReader(Ffmpeg ffmpeg, VideoLimits limits) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
    }

    public VideoLimits limits() {
        return limits;
    }

    /** @throws VideoRefused with what to install where there is no ffmpeg */
    public void checkInstalled() throws VideoRefused {
        if (!ffmpeg.isInstalled()) {
            throw new VideoRefused(Ffmpeg.ABSENT);
        }
    }

    boolean isInstalled() {
        return ffmpeg.isInstalled();
    }

    /**
     * What was seen, and every frame of it in order.
     *
     * @param listing of ffmpeg, until it is called again
     * @param early those that were written already
     */
    record Seen(VideoFacts facts, List<SeenFrame> frames, Path listing, Optional<EarlyFrames> early) {}

    Seen look(VideoFolder in, VideoFormat format, FrameRule rule) throws IOException, VideoRefused {
        var header = header(in, format);
        var early = EarlyFrames.of(rule, in, header.seconds());
        var all = early.map(guess -> counted(in, format, guess)).orElseGet(() -> counted(in, format));
        var ended = ffmpeg.ffmpeg(in, all, limits.time());
        var frames = FrameListing.read(ended.output());
        if (frames.isEmpty()) {
            throw new VideoRefused("No frame of the %s video could be decoded%s."
                    .formatted(format.label(), because(ended.complaint())));
        } else if (frames.size() > limits.frames()) {
            throw new VideoRefused("The video has more than %s frames, the most that are followed: cut it into parts."
                    .formatted(NumberText.count(limits.frames())));
        }
        return new Seen(facts(format, header, frames, ended), frames, ended.output(), early);
    }

    /** Small and without their shape: for counting and comparing. */
    private List<String> counted(VideoFolder in, VideoFormat format) {
        var all = new ArrayList<>(input(in, format));
        all.addAll(List.of("-map", "0:V:0", "-vf", COUNTED));
        all.addAll(nowhere());
        return all;
    }

    /** The input ends for both where one would have enough: otherwise the other went on to the end. */
    private List<String> counted(VideoFolder in, VideoFormat format, EarlyFrames early) {
        var all = new ArrayList<>(input(in, format));
        all.addAll(List.of("-filter_complex_threads", "1", "-filter_complex"));
        all.add("[0:V:0]trim=end_frame=%d,split[a][b];[a]%s[small];[b]%s[large]"
                .formatted(limits.frames() + 1, COUNTED, early.filter()));
        all.addAll(List.of("-map", "[small]"));
        all.addAll(nowhere());
        all.addAll(List.of("-map", "[large]", "-threads", "1"));
        all.addAll(early.output());
        return all;
    }

    /** One more than are allowed tells that there are more. */
    private List<String> nowhere() {
        return List.of(
                "-frames:v",
                Integer.toString(limits.frames() + 1),
                "-fps_mode",
                "passthrough",
                "-f",
                "null",
                "/dev/null");
    }

    private VideoHeader header(VideoFolder in, VideoFormat format) throws IOException, VideoRefused {
        var all = new ArrayList<>(reading(format));
        all.addAll(List.of(
                "-show_entries",
                "format=duration:stream=codec_type,codec_name,width,height,duration:"
                        + "stream_disposition=attached_pic:stream_side_data=rotation"));
        all.addAll(List.of("-of", "json", "-i", in.video().toString()));
        var ended = ffmpeg.ffprobe(in, all, HEADER);
        var tooLarge = VideoHeader.tooLarge(ended.complaint(), limits);
        if (tooLarge.isPresent()) {
            throw tooLarge.get();
        } else if (ended.exit() != 0) {
            throw new VideoRefused(
                    "ffmpeg cannot read this %s video%s.".formatted(format.label(), because(ended.complaint())));
        }
        return VideoHeader.of(Files.readString(ended.output(), StandardCharsets.UTF_8), limits);
    }

    /** No protocol but files, no reader but the one of these first bytes, no frame larger than is allowed. */
    private List<String> reading(VideoFormat format) {
        return List.of(
                "-v",
                "error",
                "-max_alloc",
                MOST_MEMORY,
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                format.demuxer(),
                "-f",
                format.demuxer(),
                "-max_pixels",
                Long.toString(limits.pixels()));
    }

    private List<String> input(VideoFolder in, VideoFormat format) {
        var all = new ArrayList<>(List.of("-nostdin"));
        all.addAll(reading(format));
        all.addAll(List.of("-threads", "1", "-i", in.video().toString()));
        all.addAll(List.of("-an", "-sn", "-dn", "-threads", "1", "-filter_threads", "1"));
        return all;
    }

    static String because(String complaint) {
        return complaint.isEmpty() ? "" : " (" + complaint + ")";
    }

    private static VideoFacts facts(
            VideoFormat format, VideoHeader header, List<SeenFrame> frames, Ffmpeg.Ended ended) {
        int last = frames.get(frames.size() - 1).ms();
        int step = frames.size() == 1 ? 0 : last / (frames.size() - 1);
        int duration = last + step;
        double rate = duration == 0 ? 0 : frames.size() * 1000.0 / duration;
        return new VideoFacts(
                format,
                header.codec(),
                header.audio(),
                header.soundMs(),
                header.width(),
                header.height(),
                duration,
                header.rotation(),
                frames.size(),
                rate,
                warnings(header, duration, ended));
    }

    /** The header of a file that was cut off still tells of all of it. */
    private static List<String> warnings(VideoHeader header, int duration, Ffmpeg.Ended ended) {
        var warnings = new ArrayList<String>();
        if (duration < header.seconds() * 900 - 500) {
            warnings.add("Only the first %s of %s seconds can be decoded: the file is cut off or damaged."
                    .formatted(NumberText.decimal(duration / 1e3, 1), NumberText.decimal(header.seconds(), 1)));
        } else if (!ended.complaint().isEmpty() || ended.exit() != 0) {
            warnings.add("ffmpeg complained while it decoded this video%s.".formatted(because(ended.complaint())));
        }
        return warnings;
    }

    /** What came of a sound: what the header says of it, and what ffmpeg complained of. */
    record Sound(VideoHeader header, String complaint) {}

    /**
     * Writes the sound.
     *
     * @param outputs of ffmpeg, with the files
     * @return nothing where the video has no sound track
     */
    Optional<Sound> sound(VideoFolder in, VideoFormat format, List<String> outputs) throws IOException, VideoRefused {
        var header = header(in, format);
        if (!header.audio()) {
            return Optional.empty();
        }
        var all = new ArrayList<>(List.of("-nostdin"));
        all.addAll(reading(format));
        all.addAll(List.of("-threads", "1", "-i", in.video().toString()));
        all.addAll(outputs);
        return Optional.of(
                new Sound(header, ffmpeg.ffmpeg(in, all, limits.time()).complaint()));
    }

    /**
     * Writes a part of a sound that lies there.
     *
     * @param raw 16,000 signed numbers of 16 bits a second
     * @param from in milliseconds, as is {@code to}
     */
    void part(VideoFolder in, Path raw, long from, long to, List<String> output) throws IOException, VideoRefused {
        var all = new ArrayList<>(List.of("-nostdin", "-v", "error", "-protocol_whitelist", "file"));
        all.addAll(List.of("-f", "s16le", "-ar", "16000", "-ac", "1", "-ss", from + "ms", "-t", (to - from) + "ms"));
        all.addAll(List.of("-i", raw.toString()));
        all.addAll(output);
        var ended = ffmpeg.ffmpeg(in, all, limits.time());
        if (ended.exit() != 0) {
            throw new IOException("a part of a sound was not written" + because(ended.complaint()));
        }
    }

    /** The chosen frames as JPEGs, upright, in the order of their numbers; fewer where the video ends earlier this time. */
    List<Path> take(VideoFolder in, VideoFormat format, List<SeenFrame> chosen) throws IOException, VideoRefused {
        var all = new ArrayList<>(input(in, format));
        var named = chosen.stream().map(one -> "eq(n\\," + one.number() + ")").collect(Collectors.joining("+"));
        all.addAll(List.of("-map", "0:V:0", "-vf", "select=" + named, "-fps_mode", "passthrough"));
        all.addAll(List.of("-frames:v", Integer.toString(chosen.size())));
        all.addAll(JPEG);
        all.add(in.path().resolve("frame-%d.jpg").toString());
        ffmpeg.ffmpeg(in, all, limits.time());
        var files = new ArrayList<Path>();
        for (int i = 1; i <= chosen.size() && Files.exists(in.path().resolve("frame-" + i + ".jpg")); i++) {
            files.add(in.path().resolve("frame-" + i + ".jpg"));
        }
        return files;
    }
}
