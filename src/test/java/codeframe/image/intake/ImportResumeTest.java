package codeframe.image.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Database;
import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.video.Clips;
import codeframe.image.video.Ffmpeg;
import codeframe.image.video.VideoReader;
import codeframe.image.video.VideoTaking;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that dies half-way is taken over: nothing is lost and nothing comes twice. */
final class ImportResumeTest {
    private static final int PICTURES = 200;
    private Database database;
    private Imports imports;
    private long id;

    @BeforeEach
    void upload() throws IOException {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        imports = database.jdbi().onDemand(Imports.class);
        id = imports.create(1, null, ImportOptions.NONE.json());
        var files = new LinkedHashMap<String, byte[]>();
        var table = new StringBuilder("image_path,caption\n");
        for (int i = 0; i < PICTURES; i++) {
            files.put("p/" + i + ".jpg", Drawn.jpeg(120, 90, i));
            table.append("p/").append(i).append(".jpg,text ").append(i).append('\n');
        }
        files.put("table.csv", table.toString().getBytes(StandardCharsets.UTF_8));
        StoredPart.store(imports, id, "all.zip", new ByteArrayInputStream(Upload.zip(files)));
        imports.enqueue(id);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_import_that_is_stopped_again_and_again_takes_every_picture_once() throws Exception {
        for (int atLeast = 1; atLeast < PICTURES; atLeast += 70) {
            stopOnce(atLeast);
        }
        job().run(id);
        assertThat(number("select count(*) from image")).isEqualTo(PICTURES);
        assertThat(number("select count(*) from import_item where verdict = 'accepted'"))
                .isEqualTo(PICTURES);
        assertThat(number("select count(*) from image where metadata ->> 'caption' like 'text %'"))
                .isEqualTo(PICTURES);
        assertThat(number("select count(*) from import_row")).isEqualTo(PICTURES);
        assertThat(number("select count(*) from import_chunk")).isZero();
        assertThat(imports.find(1, id).orElseThrow().state()).isEqualTo("done");
    }

    /** As a program leaves it that ends while it decodes the file. */
    private void endWhileDecoding(int position) {
        var entry = new Entry(number("select id from import_part"), position, "");
        new Tries(database.jdbi(), id).begin(List.of(entry));
    }

    @Test
    void a_picture_of_which_the_program_dies_three_times_is_given_up_and_its_neighbours_are_not() throws Exception {
        for (int times = 1; times <= 3; times++) {
            endWhileDecoding(7);
        }
        endWhileDecoding(8);
        endWhileDecoding(8);
        job().run(id);
        assertThat(number("select count(*) from image")).isEqualTo(PICTURES - 1);
        assertThat(number("select position from import_item where verdict = 'rejected' and reason = '"
                        + "The program ended three times while it worked on this image.'"))
                .isEqualTo(7);
        assertThat(number("select count(*) from import_try where position <> 7"))
                .isZero();
    }

    /** Here ffmpeg is killed whenever it looks at one. */
    @Test
    void a_video_over_which_the_server_fails_is_refused_after_the_third_time(@TempDir Path programs) throws Exception {
        for (var name : List.of("ffmpeg", "ffprobe")) {
            var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n[ \"$1\" = -version ] || kill -9 $$\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        id = imports.create(1, null, ImportOptions.NONE.json());
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.mp4", "\0\0\0\u0018ftypisom............".getBytes(StandardCharsets.ISO_8859_1));
        files.put("b.jpg", Drawn.jpeg(120, 90, 1));
        StoredPart.store(imports, id, "all.zip", new ByteArrayInputStream(Upload.zip(files)));
        imports.enqueue(id);
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        var videos = new VideoTaking(new VideoReader(Ffmpeg.of(programs.toString()), Clips.limits()), decoder);
        var job = new ImportJob(database.jdbi(), decoder, videos, 2);
        for (int times = 1; times <= 3; times++) {
            assertThatThrownBy(() -> job.run(id)).hasStackTraceContaining("the system ended ffmpeg");
        }
        job.run(id);
        List<String> settled = database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select path || ' ' || verdict || coalesce(' ' || reason, '') from import_item order by path
                                """).mapTo(String.class).list());
        assertThat(settled)
                .containsExactly(
                        "a.mp4 rejected The server failed three times while it worked on this video.",
                        "b.jpg accepted");
    }

    /** Told to stop after some of them, and killed while it writes the frames of another. */
    @Test
    void videos_of_an_import_that_is_killed_come_whole_with_their_frames_and_once() throws Exception {
        execute("delete from import");
        id = imports.create(1, null, ImportOptions.NONE.json());
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 1; i <= 5; i++) {
            files.put("clip" + i + ".mp4", Clips.threeShots("mp4", 32 * i + "x64"));
        }
        StoredPart.store(imports, id, "all.zip", new ByteArrayInputStream(Upload.zip(files)));
        imports.enqueue(id);
        stopOnce(1);
        long have = number("select count(*) from image where medium = 'video'");
        execute("""
                create function die() returns trigger language plpgsql as $$ begin
                    if (select count(*) from image where medium = 'video') = %d then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return null;
                end $$
                """.formatted(have + 2));
        execute("create trigger die after insert on frame_choice for each statement execute function die()");
        assertThatThrownBy(() -> job().run(id)).isInstanceOf(RuntimeException.class);
        assertThat(number("select count(*) from image where medium = 'video'")).isEqualTo(have + 1);
        assertThat(number("select count(*) from image where medium = 'frame'")).isEqualTo(3 * (have + 1));
        assertThat(number("select count(distinct sha256) from blob_chunk")).isEqualTo(have + 1);
        execute("drop function die() cascade");
        job().run(id);
        assertThat(number("select count(*) from import_item where verdict = 'accepted'"))
                .isEqualTo(5);
        assertThat(number("select count(*) from image where medium = 'video'")).isEqualTo(5);
        assertThat(number("select count(distinct (parent_id, t_ms)) from image where medium = 'frame'"))
                .isEqualTo(15);
        assertThat(number("select count(*) from image where medium = 'frame'")).isEqualTo(15);
        assertThat(number("select sum(length(bytes)) from blob_chunk"))
                .isEqualTo(files.values().stream().mapToLong(one -> one.length).sum());
        assertThat(number("select count(*) from thumbnail t join image i using (sha256)"))
                .isEqualTo(40);
        nothingChanges(() -> job().run(id));
    }

    @Test
    void a_picture_that_is_stopped_in_an_orderly_way_is_not_counted() throws Exception {
        stopOnce(1);
        assertThat(number("select count(*) from import_try")).isZero();
    }

    @Test
    void an_import_that_is_done_may_be_run_again() throws Exception {
        job().run(id);
        imports.dropBytes(id);
        long images = number("select count(*) from image");
        new RowMatching(database.jdbi(), 1, id).match();
        assertThat(number("select count(*) from image where row_id is not null"))
                .isEqualTo(images);
    }

    /** As when the database, or the way to it, goes down in the middle of finishing. */
    @ParameterizedTest
    @ValueSource(strings = {"insert on event", "delete on import_chunk", "delete on import"})
    void an_import_that_is_killed_while_it_finishes_has_not_finished_and_then_does_so_once(String step)
            throws Exception {
        execute("insert into import (project_id, state, created_at) values (1, 'uploading', now() - interval '2 d')");
        execute("""
                create function die() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
                """);
        execute("create trigger die after " + step + " for each statement execute function die()");
        assertThatThrownBy(() -> job().run(id)).isInstanceOf(RuntimeException.class);
        assertThat(imports.find(1, id).orElseThrow().state()).isEqualTo("running");
        assertThat(lines()).isZero();
        assertThat(number("select count(*) from import_chunk")).isPositive();
        execute("drop function die() cascade");
        job().run(id);
        assertThat(number("select count(*) from image")).isEqualTo(PICTURES);
        assertThat(number("select count(*) from import_chunk")).isZero();
        assertThat(number("select count(*) from import")).isOne();
        assertThat(lines()).isOne();
        nothingChanges(() -> job().run(id));
    }

    @Test
    void two_that_work_on_the_same_import_finish_it_once_and_neither_makes_it_fail() throws Exception {
        job().run(id);
        nothingChanges(() -> {
            imports.run(id, 1);
            assertThat(imports.finish(id)).isFalse();
            imports.fail(id, "The pieces are gone.");
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private void nothingChanges(Work work) throws Exception {
        var before = rows();
        work.run();
        assertThat(rows()).isEqualTo(before);
    }

    private List<String> rows() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select i::text from import i
                        union all select t::text from import_item t
                        union all select r::text from import_row r
                        union all select p::text from image p
                        union all select e::text from event e
                        order by 1
                        """).mapTo(String.class).list());
    }

    private long lines() {
        return number("select count(*) from event where what like 'imported %'");
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private void stopOnce(int atLeast) throws InterruptedException {
        var worker = new Thread(() -> {
            try {
                job().run(id);
            } catch (IOException | RuntimeException stopped) {
                // as when the program is told to stop
            }
        });
        worker.start();
        while (worker.isAlive() && number("select count(*) from import_item") < atLeast) {
            Thread.sleep(5);
        }
        worker.interrupt();
        worker.join();
    }

    private ImportJob job() {
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        return new ImportJob(database.jdbi(), decoder, Clips.taking(decoder), 2);
    }

    private long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
