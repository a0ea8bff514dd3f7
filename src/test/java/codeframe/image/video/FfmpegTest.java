package codeframe.image.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the server's fault and no verdict about a video, by programs that behave so. */
final class FfmpegTest {
    @TempDir
    private Path programs;

    private void write(String name, String script) throws IOException {
        var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void run(Ffmpeg ffmpeg) throws IOException, VideoRefused {
        try (var folder = Clips.folder(new byte[10])) {
            ffmpeg.ffmpeg(folder, List.of("-i", "video"), Duration.ofSeconds(20));
        }
    }

    @Test
    void only_where_it_is_missing_it_is_said_to_be_missing() throws Exception {
        assertThatThrownBy(() -> run(Ffmpeg.of(programs.toString()))).hasMessage(Ffmpeg.ABSENT);
        write("ffmpeg", "exit 0");
        write("ffprobe", "exit 0");
        var ffmpeg = Ffmpeg.of(programs.toString());
        assertThat(ffmpeg.isInstalled()).isTrue();
        Files.delete(programs.resolve("ffmpeg"));
        assertThatThrownBy(() -> run(ffmpeg)).isInstanceOf(IOException.class);
    }

    @Test
    void a_program_that_the_system_ended_gave_no_verdict() throws Exception {
        write("ffmpeg", "kill -9 $$");
        write("ffprobe", "exit 0");
        assertThatThrownBy(() -> run(Ffmpeg.of(programs.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the system ended ffmpeg");
        write("ffmpeg", "exit 1");
        run(Ffmpeg.of(programs.toString()));
    }

    /** It writes one of the three frames, in the first pass and in the second. */
    @Test
    void fewer_frames_than_were_chosen_are_said() throws Exception {
        var clip = Clips.threeShots("mp4");
        write("ffmpeg", "exec ffmpeg $(echo \" $* \" | sed -E 's/-frames:v (3|64) /-frames:v 1 /g')");
        write("ffprobe", "exec ffprobe \"$@\"");
        var reader = new VideoReader(Ffmpeg.of(programs.toString()), Clips.limits());
        try (var folder = Clips.folder(clip)) {
            var taken = new VideoTaking(reader, new ImageDecoder(ImageLimits.DEFAULT))
                    .take(folder, VideoFormat.MP4, FrameRule.DEFAULT);
            assertThat(taken.frames()).hasSize(1);
            assertThat(taken.warning()).isEqualTo("Only 1 of the 3 chosen frames could be written as pictures.");
        }
    }

    @Test
    void what_a_killed_program_left_is_swept_and_what_others_work_on_is_not(@TempDir Path temporary) throws Exception {
        long own = ProcessHandle.current().pid();
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        for (var name : List.of(
                "codeframe-video-" + ended.pid() + "-1",
                "codeframe-video-" + own + "-1",
                "codeframe-video-" + own + "-2",
                "other-" + ended.pid() + "-1")) {
            Files.writeString(Files.createDirectory(temporary.resolve(name)).resolve("video"), "bytes");
        }
        Files.setLastModifiedTime(temporary.resolve("codeframe-video-" + own + "-2"), FileTime.fromMillis(0));
        VideoFolder.sweep(temporary);
        assertThat(temporary.toFile().list())
                .containsExactlyInAnyOrder("codeframe-video-" + own + "-1", "other-" + ended.pid() + "-1");
        try (var folder = Clips.folder(new byte[10])) {
            assertThat(folder.path().getFileName().toString()).startsWith("codeframe-video-" + own + "-");
        }
    }
}
