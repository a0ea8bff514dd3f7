package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.VideoFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos that are broken, lie, or were made to do harm. */
final class HostileVideoTest {
    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);
    private static byte[] whole;

    @BeforeAll
    static void draw() {
        whole = Clips.threeShots("mp4", "96x64", "-movflags", "+faststart", "-x264-params", "keyint=10");
    }

    private interface Look {
        void at(TakenVideo video) throws IOException;
    }

    private static void take(byte[] bytes, VideoFormat format, VideoLimits limits, Look look)
            throws IOException, VideoRefused {
        try (var folder = Clips.folder(bytes)) {
            look.at(Clips.taking(DECODER, limits).take(folder, format, FrameRule.DEFAULT));
        }
    }

    private static void take(byte[] bytes, Look look) throws IOException, VideoRefused {
        take(bytes, VideoFormat.of(bytes).orElseThrow(), Clips.limits(), look);
    }

    private static void refused(byte[] bytes, VideoFormat format, VideoLimits limits, String because) {
        assertThatThrownBy(() -> take(bytes, format, limits, video -> {}))
                .isInstanceOf(VideoRefused.class)
                .hasMessageContaining(because);
        assertThat(ProcessHandle.current().descendants().filter(HostileVideoTest::isFfmpeg))
                .isEmpty();
    }

    private static boolean isFfmpeg(ProcessHandle one) {
        return one.info().command().orElse("").contains("ffmpeg");
    }

    private static VideoLimits limits(long pixels, int frames, Duration time) {
        return new VideoLimits(100_000_000, pixels, frames, time);
    }

    private static List<Integer> times(TakenVideo video) {
        return video.frames().stream().map(TakenVideo.Frame::ms).toList();
    }

    @Test
    void a_whole_video_is_counted_frame_by_frame_and_twice_the_same() throws Exception {
        var first = new java.util.ArrayList<String>();
        take(whole, video -> {
            assertThat(video.facts())
                    .isEqualTo(new VideoFacts(
                            VideoFormat.MP4, "h264", false, Optional.empty(), 96, 64, 6000, 0, 150, 25.0, List.of()));
            assertThat(times(video)).containsExactly(0, 2000, 4000);
            video.frames().forEach(frame -> first.add(frame.sha256()));
            assertThat(Files.getPosixFilePermissions(video.folder().video().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        });
        take(
                whole,
                video -> assertThat(video.frames().stream().map(TakenVideo.Frame::sha256))
                        .containsExactlyElementsOf(first));
    }

    /** The rule of the second also wants the last of each shot, which nobody can foresee: it decodes twice. */
    @Test
    void frames_of_the_first_pass_are_those_that_a_second_would_write() throws Exception {
        var once = new java.util.TreeMap<Integer, String>();
        take(whole, video -> video.frames().forEach(frame -> once.put(frame.ms(), frame.sha256())));
        try (var folder = Clips.folder(whole)) {
            var rule = new FrameRule(2, List.of("first", "last"), 0.3, 20);
            var twice = Clips.taking(DECODER).take(folder, VideoFormat.MP4, rule);
            assertThat(times(twice)).containsExactly(0, 1960, 2000, 3960, 4000, 5960);
            twice.frames().stream()
                    .filter(frame -> frame.ms() % 2000 == 0)
                    .forEach(frame -> assertThat(frame.sha256()).isEqualTo(once.get(frame.ms())));
        }
        try (var folder = Clips.folder(whole)) {
            var early = EarlyFrames.of(FrameRule.DEFAULT, folder, 6);
            assertThat(early).as("foreseen").isPresent();
            var reader = new VideoReader(Ffmpeg.of("ffmpeg"), Clips.limits());
            var seen = reader.look(folder, VideoFormat.MP4, FrameRule.DEFAULT);
            assertThat(early.get()
                            .files(
                                    seen.listing(),
                                    List.of(seen.frames().get(0), seen.frames().get(50))))
                    .as("of the first pass")
                    .isPresent();
            assertThat(EarlyFrames.of(FrameRule.DEFAULT, folder, 3_600))
                    .as("long")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mkv", "avi", "mov", "ts"})
    void every_container_is_told_by_its_bytes(String ending) throws Exception {
        var bytes = Clips.threeShots(ending);
        take(bytes, video -> {
            assertThat(video.facts().frames()).isEqualTo(150);
            assertThat(times(video)).containsExactly(0, 2000, 4000);
        });
    }

    @Test
    void a_file_that_was_cut_off_is_taken_as_far_as_it_decodes_and_says_so() throws Exception {
        take(Arrays.copyOf(whole, whole.length * 7 / 10), video -> {
            assertThat(video.facts().frames()).isBetween(1, 149);
            assertThat(video.warning()).startsWith("Only the first ").contains(" of 6.0 seconds can be decoded");
        });
    }

    @Test
    void a_file_of_which_nothing_decodes_is_refused() {
        refused(Arrays.copyOf(whole, 40), VideoFormat.MP4, Clips.limits(), "");
        refused(Arrays.copyOf(whole, 2_500), VideoFormat.MP4, Clips.limits(), "");
    }

    @Test
    void a_turned_video_is_shown_upright() throws Exception {
        var turned = whole.clone();
        int matrix = index(turned, "tkhd") + 4 + 40;
        int[] quarter = {0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000};
        for (int i = 0; i < quarter.length; i++) {
            java.nio.ByteBuffer.wrap(turned).putInt(matrix + 4 * i, quarter[i]);
        }
        take(turned, video -> {
            assertThat(video.facts().width()).isEqualTo(64);
            assertThat(video.facts().height()).isEqualTo(96);
            assertThat(video.facts().rotation()).isIn(90, 270);
            assertThat(video.frames().get(0).taken().width()).isEqualTo(64);
        });
    }

    @Test
    void times_are_right_where_frames_come_at_no_steady_rate() throws Exception {
        var uneven = Clips.made(
                "mkv",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=96x64:r=25:d=6,select='lt(n,25)+not(mod(n,20))'",
                        "-fps_mode",
                        "vfr"));
        take(uneven, video -> {
            assertThat(video.facts().frames()).isEqualTo(25 + 6);
            assertThat(times(video)).startsWith(0).contains(2400, 4000).isSorted();
        });
    }

    /** Two thousand frames a second in a file that counts in milliseconds: red, blue, and a pattern. */
    @Test
    void a_frame_is_the_one_of_its_time_where_two_have_the_same() throws Exception {
        var drawn = "color=red:s=96x64:d=0.05:r=2000[a];color=blue:s=96x64:d=0.05:r=2000[b];"
                + "testsrc=s=96x64:d=0.05:r=2000[c];[a][b][c]concat=n=3:v=1[v]";
        var fast = Clips.made(
                "mkv", List.of("-filter_complex", drawn, "-map", "[v]", "-fps_mode", "passthrough", "-c:v", "mjpeg"));
        take(fast, video -> {
            assertThat(times(video)).containsExactly(0, 50, 100);
            assertThat(video.frames().stream().map(TakenVideo.Frame::sha256).distinct())
                    .as("none of them is shown twice")
                    .hasSize(3);
        });
    }

    @Test
    void the_length_of_its_sound_is_its_own() throws Exception {
        var brief = List.of("-f", "lavfi", "-i", "color=red:s=64x64:d=4:r=5", "-f", "lavfi", "-i", "sine=d=1.5");
        take(
                Clips.made("mp4", brief),
                video -> assertThat(video.facts().soundMs().orElseThrow()).isBetween(1500, 1600));
        take(whole, video -> assertThat(video.facts().soundMs()).isEmpty());
    }

    @Test
    void sound_alone_is_refused_even_with_a_cover() {
        var sound = Clips.made("m4a", List.of("-f", "lavfi", "-i", "sine=d=1"));
        refused(sound, VideoFormat.MP4, Clips.limits(), "sound and no moving picture");
        var covered = Clips.made(
                "mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:s=64x64:d=1:r=1",
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "png",
                        "-disposition:v:0",
                        "attached_pic"));
        refused(covered, VideoFormat.MP4, Clips.limits(), "sound and no moving picture");
    }

    @Test
    void more_frames_pixels_or_seconds_than_are_allowed_end_it() {
        var tiny = Clips.made(
                "avi",
                List.of("-f", "lavfi", "-i", "color=red:s=16x16:r=1000:d=20", "-vf", "scale=1:1", "-c:v", "rawvideo"));
        refused(tiny, VideoFormat.AVI, limits(1_000_000, 1_000, Duration.ofSeconds(60)), "more than 1,000 frames");
        refused(
                whole,
                VideoFormat.MP4,
                limits(6_000, 1_000, Duration.ofSeconds(60)),
                "96 × 64 pixels large; the limit");
        refused(whole, VideoFormat.MP4, limits(1_000_000, 1_000, Duration.ofMillis(1)), "took longer than");
        assertThatThrownBy(() -> VideoFolder.of(new java.io.ByteArrayInputStream(whole), 1_000))
                .isInstanceOf(VideoRefused.class)
                .hasMessageContaining("CODEFRAME_MAX_VIDEO_MB");
    }

    @Test
    void a_header_that_claims_sixteen_thousand_pixels_a_side_is_refused_unseen() {
        var claims = Clips.made(
                "avi",
                List.of("-f", "lavfi", "-i", "color=red:s=16x16:r=5:d=1", "-c:v", "rawvideo", "-pix_fmt", "bgr24"));
        int format = index(claims, "strf") + 8;
        var bytes = java.nio.ByteBuffer.wrap(claims).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(format + 4, 16_384).putInt(format + 8, 16_384);
        refused(claims, VideoFormat.AVI, Clips.limits(), "36.0 million pixels");
    }

    @Test
    void what_is_attached_stays_inside() throws Exception {
        var attached =
                Files.writeString(Files.createTempDirectory("codeframe-clip").resolve("note.txt"), "attached");
        var bytes = Clips.threeShots(
                "mkv",
                "96x64",
                "-attach",
                attached.toString(),
                "-metadata:s:t",
                "mimetype=text/plain",
                "-metadata:s:t",
                "filename=../../evil.txt");
        take(bytes, video -> {
            assertThat(video.facts().frames()).isEqualTo(150);
            try (var files = Files.list(video.folder().video().getParent())) {
                assertThat(files.map(Path::getFileName)
                                .map(Path::toString)
                                .filter(name -> !name.matches("frame-[123]\\.jpg-(256|1024)")))
                        .containsExactlyInAnyOrder(
                                "video", "output", "said", "frame-1.jpg", "frame-2.jpg", "frame-3.jpg");
            }
        });
    }

    /** Whatever a file refers to, no file is read and nobody is called. */
    @Test
    void references_to_other_files_and_addresses_are_not_followed() throws Exception {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(300);
            var address = "http://127.0.0.1:" + socket.getLocalPort() + "/a.mp4";
            var playlist = text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + address + "\n#EXT-X-ENDLIST\n");
            var concat = text("ffconcat version 1.0\nfile '" + address + "'\n");
            for (byte[] bytes : List.of(playlist, concat)) {
                assertThat(VideoFormat.of(bytes)).isEmpty();
                refused(bytes, VideoFormat.MP4, Clips.limits(), "");
                var behind = new byte[20 + bytes.length];
                System.arraycopy(whole, 0, behind, 0, 20);
                System.arraycopy(bytes, 0, behind, 20, bytes.length);
                refused(behind, VideoFormat.MP4, Clips.limits(), "");
            }
            take(
                    ReferringMp4.toAddress(Clips.threeShots("mp4"), address),
                    video -> assertThat(times(video)).hasSize(3));
            assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void an_alias_of_another_file_is_not_followed() throws Exception {
        var mp4 = Clips.threeShots("mp4");
        try (var folder = Clips.folder(ReferringMp4.toFile(mp4, "/x/other.mp4"))) {
            Files.write(folder.video().resolveSibling("other.mp4"), mp4);
            assertThatThrownBy(() -> Clips.taking(DECODER).take(folder, VideoFormat.MP4, FrameRule.DEFAULT))
                    .isInstanceOf(VideoRefused.class);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int index(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
    }
}
