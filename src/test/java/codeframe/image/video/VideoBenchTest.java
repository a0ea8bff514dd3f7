package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.image.intake.Upload;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pbench test}: an import of many short videos against ffmpeg itself writing the same frames, parts of a video of
 * 100 MB as a player asks for them, and the gallery with 100,000 frames folded into 10,000 videos.
 */
@Tag("bench")
final class VideoBenchTest {
    private static final int CLIPS = Integer.getInteger("bench.clips", 1_000);
    private static final int VIDEOS = 10_000;
    private static final int REQUESTS = 100;

    @Test
    void an_import_of_short_videos_against_ffmpeg_alone() throws Exception {
        var drawn = Clips.threeShots("mp4", "320x240");
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < CLIPS; i++) {
            files.put("c/" + i + ".mp4", numbered(drawn, i));
        }
        double alone = alone(files.values().stream().limit(Math.min(CLIPS, 200)).toList());
        try (var app = TestApp.start()) {
            double imported = CLIPS / imported(app, files);
            System.out.printf(
                    Locale.ROOT,
                    "%,d videos of 6 s and 320 x 240: ffmpeg alone %.2f a second, import %.2f a second (%.0f %%)%n",
                    CLIPS,
                    alone,
                    imported,
                    100 * imported / alone);
        }
    }

    /** The same video under another sum: a box that nobody reads stands behind it. */
    private static byte[] numbered(byte[] video, int number) {
        byte[] more = Arrays.copyOf(video, video.length + 12);
        byte[] box = {0, 0, 0, 12, 'f', 'r', 'e', 'e', 0, 0, (byte) (number >> 8), (byte) number};
        System.arraycopy(box, 0, more, video.length, box.length);
        return more;
    }

    /** Looks for changes of shot and writes the first frame of each and every second second, in one pass. */
    private static double alone(List<byte[]> videos) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("codeframe-bench");
        var file = folder.resolve("in.mp4");
        long nanos = 0;
        for (byte[] video : videos) {
            Files.write(file, video);
            long begin = System.nanoTime();
            var process = new ProcessBuilder(
                            "ffmpeg",
                            "-nostdin",
                            "-v",
                            "error",
                            "-y",
                            "-threads",
                            "1",
                            "-i",
                            file.toString(),
                            "-vf",
                            "select=eq(n\\,0)+gt(scene\\,0.3)",
                            "-fps_mode",
                            "passthrough",
                            "-c:v",
                            "mjpeg",
                            "-q:v",
                            "2",
                            "-pix_fmt",
                            "yuvj420p",
                            folder.resolve("out-%d.jpg").toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
            nanos += System.nanoTime() - begin;
        }
        try (var left = Files.list(folder)) {
            for (var one : left.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
        return videos.size() / (nanos / 1e9);
    }

    /** @return seconds */
    private static double imported(TestApp app, LinkedHashMap<String, byte[]> files) throws Exception {
        var script = app.api(World.ONA);
        var upload = new Upload().file("all.zip", Upload.zip(files));
        long begin = System.nanoTime();
        assertThat(script.send(upload.request(script.request("/api/v1/projects/1/imports")))
                        .statusCode())
                .isEqualTo(202);
        while (!script.json("/api/v1/projects/1/imports/1")
                .path("state")
                .asText()
                .equals("done")) {
            Thread.sleep(200);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<String> found = app.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select count(*) filter (where medium = 'video') || ' '
                                       || count(*) filter (where medium = 'frame') from image
                                """).mapTo(String.class).list());
        assertThat(found).containsExactly(files.size() + " " + 3 * files.size());
        return seconds;
    }

    @Test
    void a_player_seeks_in_100_MB() {
        try (var app = TestApp.start()) {
            app.jdbi().useHandle(handle -> handle.createScript("""
                    insert into blob (sha256, media_type, width, height, size, bytes)
                        values ('\\x01', 'video/mp4', 640, 480, 104857600, '');
                    insert into blob_chunk (sha256, number, bytes)
                        select '\\x01', n, decode(repeat(md5(n::text), 65536), 'hex') from generate_series(0, 99) n;
                    insert into image (project_id, sha256, path, medium) values (1, '\\x01', 'long.mp4', 'video')
                    """).execute());
            var ona = app.browser(World.ONA);
            var random = new Random(3);
            measure("a part of 256 kB anywhere in 100 MB", () -> part(ona, random.nextInt(100 << 20)));
        }
    }

    private static int part(Browser browser, int from) {
        var request = HttpRequest.newBuilder(browser.uri("/projects/1/images/1/file"))
                .header("Range", "bytes=" + from + "-" + (from + (256 << 10) - 1));
        try {
            return browser.sendForBytes(request).statusCode() == 206 ? 200 : 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_gallery_with_100_000_frames_folded() {
        for (boolean frames : new boolean[] {false, true}) {
            try (var app = TestApp.start()) {
                fill(app, frames ? 10 : 0);
                var ona = app.browser(World.ONA);
                var random = new Random(7);
                var of = "%,d videos with %,d frames".formatted(VIDEOS, frames ? 10 * VIDEOS : 0);
                measure(
                        "page of the gallery of " + of,
                        () -> ona.get("/projects/1/images?after=" + random.nextInt(VIDEOS))
                                .statusCode());
                measure(
                        "filter counts of " + of,
                        () -> ona.get("/projects/1/images/filters").statusCode());
                if (frames) {
                    measure(
                            "page with the frames of " + of,
                            () -> ona.get("/projects/1/images?frames=only&after=" + random.nextInt(VIDEOS))
                                    .statusCode());
                }
            }
        }
    }

    private static void fill(TestApp app, int frames) {
        app.jdbi()
                .useHandle(handle ->
                        handle.createScript("""
                set session_replication_role = replica;
                insert into import (project_id, state) values (1, 'done');
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select sha256(convert_to(n || '-' || f, 'UTF8')),
                           case f when 0 then 'video/mp4' else 'image/jpeg' end, 10, 10, 10, ''
                    from generate_series(1, %1$d) n, generate_series(0, %2$d) f;
                insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate)
                    select sha256(convert_to(n || '-0', 'UTF8')), 'MP4', 'h264', true, 20000, 0, 500, 25
                    from generate_series(1, %1$d) n;
                insert into image (id, project_id, sha256, path, account, posted_at, import_id, medium)
                    overriding system value
                    select n, 1, sha256(convert_to(n || '-0', 'UTF8')), 'v/' || n || '.mp4', 'account ' || n %% 60,
                           timestamptz '2021-01-01' + n * interval '5 minutes', 1, 'video'
                    from generate_series(1, %1$d) n;
                insert into image (id, project_id, sha256, path, account, posted_at, import_id, medium, parent_id, t_ms, shot)
                    overriding system value
                    select n * 100 + 1000000 + f, 1, sha256(convert_to(n || '-' || f, 'UTF8')),
                           'v/' || n || '.mp4@' || f || '.jpg', 'account ' || n %% 60,
                           timestamptz '2021-01-01' + n * interval '5 minutes', 1, 'frame', n, f * 2000, f
                    from generate_series(1, %1$d) n, generate_series(1, %2$d) f;
                reset session_replication_role;
                analyze
                """.formatted(VIDEOS, frames)).execute());
    }

    private static void measure(String what, IntSupplier request) {
        double[] millis = new double[REQUESTS];
        for (int i = -10; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            assertThat(request.getAsInt()).isEqualTo(200);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p95 %.1f ms%n",
                what,
                millis[REQUESTS / 2],
                millis[REQUESTS * 95 / 100]);
    }
}
