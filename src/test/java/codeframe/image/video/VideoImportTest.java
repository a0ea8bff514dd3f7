package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.image.Gallery;
import codeframe.image.ImageFilter;
import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.intake.Upload;
import codeframe.project.Events;
import codeframe.run.RunImages;
import codeframe.run.UnitFrame;
import codeframe.testing.Api;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ZIP with a clip, its copy, a playlist that calls itself a video and a picture, and a table of them. */
final class VideoImportTest {
    private static TestApp app;
    private static Browser ona;
    private static byte[] clip;
    private static long video;

    @BeforeAll
    static void start() throws Exception {
        clip = Clips.threeShots(
                "mp4",
                "640x480",
                "-b:v",
                "20M",
                "-x264-params",
                "nal-hrd=cbr:force-cfr=1",
                "-minrate",
                "6M",
                "-maxrate",
                "6M",
                "-bufsize",
                "6M");
        app = TestApp.start();
        ona = app.browser(World.ONA);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("p/clip.mp4", clip);
        files.put("p/copy.mp4", clip);
        files.put("p/list.mp4", "#EXTM3U\n/etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        files.put("p/cut.mp4", Arrays.copyOf(clip, 500));
        files.put("p/picture.jpg", Drawn.jpeg(40, 30, 1));
        var table = "image_path,username,timestamp\np/clip.mp4,cleo,2021-04-01 12:00\n";
        send(new Upload().file("all.zip", Upload.zip(files)).file("table.csv", table.getBytes(StandardCharsets.UTF_8)));
        video = number("select id from image where medium = 'video'");
    }

    private static void send(Upload upload) throws Exception {
        Api script = app.api(World.ONA);
        var answer = script.send(upload.request(script.request("/api/v1/projects/1/imports")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var path = "/api/v1/projects/1/imports/"
                + new Json(answer.body()).tree().path("id").asLong();
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until
                && !script.json(path).path("state").asText().equals("done")) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static long number(String sql) {
        return app.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static List<String> column(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void a_video_comes_in_once_with_its_frames_and_what_the_table_says_of_it() {
        assertThat(column("select path || ' ' || verdict from import_item order by part_id, position"))
                .containsExactly(
                        "p/clip.mp4 accepted",
                        "p/copy.mp4 duplicate",
                        "p/list.mp4 rejected",
                        "p/cut.mp4 rejected",
                        "p/picture.jpg accepted",
                        "table.csv table");
        assertThat(
                        column(
                                "select path || ' ' || t_ms || ' ' || shot || ' ' || account from image where medium = 'frame' order by t_ms"))
                .containsExactly(
                        "p/clip.mp4@0.000.jpg 0 1 cleo",
                        "p/clip.mp4@2.000.jpg 2000 2 cleo",
                        "p/clip.mp4@4.000.jpg 4000 3 cleo");
        assertThat(column("select count(*) || ' ' || sum(length(bytes)) from blob_chunk"))
                .containsExactly((clip.length + 1_048_575) / 1_048_576 + " " + clip.length);
        assertThat(number("select length(b.bytes) from blob b join video v using (sha256)"))
                .isZero();
        assertThat(column("select rule ->> 'most' from frame_choice")).containsExactly("20");
        assertThat(column("select reason from import_item where path = 'p/list.mp4'"))
                .containsExactly("This is a text file, not an image.");
    }

    @Test
    void the_gallery_shows_the_video_and_unfolds_its_frames() {
        var wall = ona.get("/projects/1/images").body();
        assertThat(wall)
                .contains("p/clip.mp4", "0:06", "3 frames", "p/picture.jpg")
                .doesNotContain("@2.000.jpg");
        assertThat(ona.get("/projects/1/images/filters").body())
                .contains("Frames of videos", "Shown too (5)", "Alone (3)");
        assertThat(ona.get("/projects/1/images/filters?frames=" + video).body()).contains("Of one video (3)");
        assertThat(ona.get("/projects/1/images?frames=" + video).body())
                .contains("@2.000.jpg")
                .doesNotContain("picture.jpg");
        assertThat(ona.get("/projects/1/images?frames=only").body())
                .contains("@4.000.jpg")
                .doesNotContain("picture.jpg");
        assertThat(ona.get("/projects/1/images?frames=with").body()).contains("@4.000.jpg", "picture.jpg");
        assertThat(ona.get("/projects/1/images?frames=some").statusCode()).isEqualTo(422);
        assertThat(app.api(World.ONA).get("/api/v1/projects/1/images").body())
                .contains("p/clip.mp4")
                .doesNotContain("@2.000.jpg");
        assertThat(ona.get("/").body()).contains("2 images");
    }

    @Test
    void its_page_plays_it_and_a_frame_leads_back_to_it() {
        assertThat(ona.get("/projects/1/images/" + video).body())
                .contains(
                        "<video", "data-seek=\"2000\"", "0:06.000", "MP4, h264, 150 frames decoded, about 25 a second");
        long frame = number("select id from image where t_ms = 2000");
        assertThat(ona.get("/projects/1/images/" + frame).body())
                .contains("At 0:02.000, in shot 2 of", "/projects/1/images/" + video, "Frame before", "Frame after");
    }

    /** Until the job that chooses them has gone: it tells the trail after its last video. */
    private static void awaitFrames() throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < until
                && number("select count(*) from scheduled_tasks where task_name = 'frames'") > 0) {
            Thread.sleep(50);
        }
    }

    @Test
    void frames_are_chosen_anew_and_those_with_codes_stay() throws Exception {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into codebook_version (id, project_id, number, content, published_at) overriding system value
                    values (901, 1, 1, '{"codebook": "C", "variables": []}', now());
                insert into coder (id, project_id, kind, name) overriding system value values (901, 1, 'imported', 'M');
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                    select 1, 901, id, 901 from image where t_ms = 2000;
                """).execute());
        var page = "/projects/1/images/" + video;
        assertThat(ona.get(page).body()).contains("Choose frames anew");
        assertThat(ona.post(page + "/frames", "frames_asked=yes&frames_most=5").statusCode())
                .isEqualTo(422);
        var middle = "frames_asked=yes&frames_shots=middle&frames_threshold=0.3&frames_most=5";
        assertThat(ona.post(page + "/frames", middle).statusCode()).isEqualTo(303);
        awaitFrames();
        assertThat(column("select t_ms::text from image where medium = 'frame' order by image.t_ms"))
                .containsExactly("960", "2000", "2960", "4960");
        assertThat(number("select count(*) from coding where coder_id = 901")).isOne();
        assertThat(column("select what from event where detail ?? 'gone'"))
                .containsExactly("finished choosing the frames of 1 video anew: 2 frames on which nothing hung went");
        assertThat(ona.get(page).body()).contains("the middle frame of each shot");
        assertThat(number(
                        "select count(*) from blob b where not exists (select from image i where i.sha256 = b.sha256)"))
                .isZero();
        var oneShot = "frames_asked=yes&frames_shots=first&frames_every=4&frames_threshold=0.99&frames_most=5";
        assertThat(ona.post(page + "/frames", oneShot).statusCode()).isEqualTo(303);
        awaitFrames();
        assertThat(column("select distinct shot::text from image where medium = 'frame'"))
                .containsExactly("1");
        app.jdbi().useHandle(handle -> handle.execute("delete from coding where coder_id = 901"));
        var ids = "select id::text from image where medium = 'frame' order by t_ms";
        var before = column(ids);
        ona.post(page + "/frames", "");
        awaitFrames();
        assertThat(column(ids)).isEqualTo(before).hasSize(3);
    }

    private static int dropped(String held) {
        return app.jdbi().withHandle(handle -> {
            handle.begin();
            handle.createScript(held.formatted(video)).execute();
            int gone = handle.attach(FrameChoices.class).drop(video, List.of()).size();
            handle.rollback();
            return gone;
        });
    }

    /** It was asked for first, and its bytes are gone. */
    @Test
    void a_video_over_which_the_server_fails_is_given_up_and_keeps_no_other_waiting() {
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    values (sha256('gone'), 'video/mp4', 96, 64, 1000, '');
                insert into image (id, project_id, sha256, path, medium) overriding system value
                    values (0, 1, sha256('gone'), 'gone.mp4', 'video');
                insert into frame_choice (image_id, rule) values (0, '{}');
                """).execute());
        app.jdbi().useExtension(FrameChoices.class, rows -> rows.ask(1, 0, true, FrameRule.DEFAULT.json()));
        var choosing = new FrameChoosing(
                app.jdbi(),
                Clips.taking(new ImageDecoder(ImageLimits.DEFAULT)),
                null,
                app.jdbi().onDemand(Events.class),
                Clock.systemUTC());
        var waiting =
                "select image_id::text || ' ' || tries from frame_choice where wanted is not null order by image_id";
        assertThatThrownBy(() -> choosing.run(1)).isInstanceOf(IllegalStateException.class);
        assertThat(column(waiting)).containsExactly("0 1", video + " 0");
        assertThatThrownBy(() -> choosing.run(1)).isInstanceOf(IllegalStateException.class);
        assertThat(column(waiting)).containsExactly("0 2");
        choosing.run(1);
        assertThat(column(waiting)).isEmpty();
        assertThat(column("select failure from frame_choice where image_id = 0").get(0))
                .startsWith("The server failed three times");
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("update frame_choice set wanted = rule, tries = 3 where image_id = 0"));
        choosing.run(1);
        assertThat(column(waiting)).isEmpty();
        app.jdbi().useHandle(handle -> handle.createScript("""
                delete from image where id = 0;
                delete from blob where sha256 = sha256('gone');
                delete from event where detail ?? 'gone';
                """).execute());
    }

    /** Whoever coded, drew or judged the whole video did so by its frames. */
    @Test
    void frames_of_a_video_that_was_coded_drawn_or_judged_whole_stay() {
        var rows = """
                insert into codebook_version (id, project_id, number, content, published_at) overriding system value
                    values (902, 1, 2, '{"codebook": "C", "variables": []}', now());
                insert into coder (id, project_id, kind, name) overriding system value values (902, 1, 'imported', 'V');
                insert into sample (id, project_id, name, purpose, unit, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each) overriding system value
                    values (902, 1, 'S', 'test', 'video', 'simple', 902, '{}', 1, 1, 1, 1, 1);
                insert into run (id, project_id, kind, name, model, codebook_version_id, variables, parameters, seed, state,
                                 total, unit) overriding system value
                    values (902, 1, 'llm', 'R', 'eye', 902, '{}', '{}', 1, 'done', 1, 'video');
                """;
        assertThat(dropped(rows)).isEqualTo(3);
        assertThat(dropped(rows + "insert into coding (project_id, coder_id, image_id, codebook_version_id)"
                        + " values (1, 902, %d, 902)"))
                .isZero();
        assertThat(dropped(rows + "insert into sample_image (sample_id, image_id, probability, overlap, wanted)"
                        + " values (902, %d, 1, true, 1)"))
                .isZero();
        assertThat(dropped(rows + "insert into run_item (run_id, image_id) values (902, %d)"))
                .isZero();
    }

    /** Killed after the old frames went and before the new ones stood: none of it has happened, and then all of it. */
    @Test
    void frames_whose_choice_is_killed_in_the_middle_are_chosen_by_whoever_goes_on() {
        var frames = "select t_ms::text from image where medium = 'frame' order by image.t_ms";
        var before = column(frames);
        app.jdbi().useHandle(handle -> handle.createScript("""
                create function die() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
                create trigger die after insert on image for each statement execute function die()
                """).execute());
        app.jdbi()
                .useExtension(
                        FrameChoices.class,
                        rows -> rows.ask(1, video, false, new FrameRule(0, List.of("last"), 0.3, 20).json()));
        var choosing = new FrameChoosing(
                app.jdbi(),
                Clips.taking(new ImageDecoder(ImageLimits.DEFAULT)),
                null,
                app.jdbi().onDemand(Events.class),
                Clock.systemUTC());
        assertThatThrownBy(() -> choosing.run(1)).isInstanceOf(RuntimeException.class);
        assertThat(column(frames)).isEqualTo(before);
        app.jdbi().useHandle(handle -> handle.execute("drop function die() cascade"));
        choosing.run(1);
        assertThat(column(frames)).containsExactly("1960", "3960", "5960");
        assertThat(column("select wanted::text from frame_choice where wanted is not null"))
                .isEmpty();
        app.jdbi().useExtension(FrameChoices.class, rows -> rows.ask(1, video, false, FrameRule.DEFAULT.json()));
        choosing.run(1);
        assertThat(column(frames)).isEqualTo(before);
        app.jdbi().useHandle(handle -> handle.execute("delete from event where detail ?? 'gone'"));
    }

    @Test
    void a_video_is_no_example_and_one_whose_bytes_are_gone_is_not_there() throws Exception {
        assertThat(ona.get("/projects/1/codebook/examples/" + video).body())
                .contains("Use one of its frames as example");
        assertThat(ona.get("/projects/1/images/" + video).body()).doesNotContain("codebook/examples/");
        var file = "/projects/1/images/" + video + "/file";
        app.jdbi().useHandle(handle -> handle.execute("update blob_chunk set number = -1 - number"));
        var gone = part(ona, file, "Range", "bytes=0-3");
        app.jdbi().useHandle(handle -> handle.execute("update blob_chunk set number = -1 - number"));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(part(ona, file, "Range", "bytes=0-3").statusCode()).isEqualTo(206);
    }

    private static HttpResponse<byte[]> part(Browser browser, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(browser.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.sendForBytes(request);
    }

    @Test
    void parts_of_it_are_sent_as_players_ask_for_them() throws Exception {
        String file = "/projects/1/images/" + video + "/file";
        var whole = part(ona, file);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(clip);
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        var tag = whole.headers().firstValue("ETag").orElseThrow();

        int from = 1_048_000;
        for (var asked : Map.of(
                        "bytes=" + from + "-" + (from + 1_999),
                        Arrays.copyOfRange(clip, from, from + 2_000),
                        "bytes=0-0",
                        Arrays.copyOf(clip, 1),
                        "bytes=" + from + "-",
                        Arrays.copyOfRange(clip, from, clip.length),
                        "bytes=-7",
                        Arrays.copyOfRange(clip, clip.length - 7, clip.length))
                .entrySet()) {
            var part = part(ona, file, "Range", asked.getKey(), "If-Range", tag);
            assertThat(part.statusCode()).as(asked.getKey()).isEqualTo(206);
            assertThat(part.body()).as(asked.getKey()).isEqualTo(asked.getValue());
        }
        assertThat(part(ona, file, "Range", "bytes=2-3").headers().firstValue("Content-Range"))
                .contains("bytes 2-3/" + clip.length);
        var beyond = part(ona, file, "Range", "bytes=" + clip.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + clip.length);
        assertThat(part(ona, file, "Range", "bytes=0-3", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(part(ona, file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(part(app.browser(World.OZ), file, "Range", "bytes=0-3").statusCode())
                .isEqualTo(404);
        var elsewhere = "/projects/2/images/" + video + "/file";
        assertThat(part(app.browser(World.OZ), elsewhere, "Range", "bytes=0-3").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_run_judges_no_video_as_a_picture() {
        var images = new RunImages(app.jdbi());
        var clips = ImageFilter.fromQuery("text=clip");
        assertThat(images.count(1, UnitFrame.IMAGES, clips)).isZero();
        assertThat(images.count(1, UnitFrame.of(Unit.VIDEO), clips)).isEqualTo(1);
        assertThat(images.count(1, UnitFrame.IMAGES, ImageFilter.ALL)).isEqualTo(1);
        assertThat(images.count(1, UnitFrame.IMAGES, ImageFilter.WITH_FRAMES)).isEqualTo(4);
        var gallery = new Gallery(app.jdbi());
        assertThat(gallery.pictures(gallery.view(1, clips))).isEmpty();
        assertThat(gallery.countPictures(gallery.view(1, clips))).isZero();
        assertThat(gallery.pictures(gallery.view(1, ImageFilter.WITH_FRAMES))).hasSize(4);
        assertThat(gallery.countPictures(gallery.view(1, ImageFilter.WITH_FRAMES)))
                .isEqualTo(4);
    }
}
