package codeframe.feature.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tesseract's command where it fails or takes for ever, and its table of words. */
class TesseractTest {
    private static final OcrSettings SETTINGS =
            new OcrSettings(List.of("eng"), false, 50, List.of("share", "Send message"));

    @TempDir
    Path folder;

    private Tesseract command(String script, Duration limit) throws IOException {
        var file = folder.resolve("tesseract");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Tesseract(file.toString(), limit);
    }

    @Test
    void what_takes_too_long_is_ended_with_all_that_it_started() throws Exception {
        var child = folder.resolve("child");
        var slow = command("sleep 600 & echo $! > " + child + "; wait", Duration.ofSeconds(2));
        assertThatThrownBy(() -> slow.read(new byte[0], SETTINGS))
                .isInstanceOf(Tesseract.Failed.class)
                .hasMessage("Tesseract took longer than 2 seconds and was ended.");
        long started = Long.parseLong(Files.readString(child).strip());
        assertThat(ProcessHandle.of(started).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void what_it_says_when_it_fails_is_told() throws Exception {
        var broken = command("echo no such language >&2; exit 1", Duration.ofSeconds(30));
        assertThatThrownBy(() -> broken.read(new byte[0], SETTINGS)).hasMessage("Tesseract gave up: no such language");
        assertThat(broken.languages()).isEmpty();
        var absent = new Tesseract(folder.resolve("nowhere").toString(), Duration.ofSeconds(1));
        assertThat(absent.languages()).isEmpty();
        assertThatThrownBy(() -> absent.read(new byte[0], SETTINGS))
                .hasMessage("Tesseract is not installed on this server.");
        var languages = command("echo 'List of languages (3):'; echo osd; echo eng; echo deu", Duration.ofSeconds(30));
        assertThat(languages.languages()).containsExactly("deu", "eng");
    }

    @Test
    void words_become_lines_without_the_unsure_and_the_ignored() {
        var words = """
                level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
                4	1	1	1	1	0	0	0	9	9	-1	\s
                5	1	1	1	1	1	0	0	9	9	96.1	Vote
                5	1	1	1	1	2	0	0	9	9	49.9	t0d@y
                5	1	1	1	1	3	0	0	9	9	50	"now
                5	1	1	1	2	1	0	0	9	9	90	Share!
                5	1	1	1	2	2	0	0	9	9	90	bread
                5	1	2	1	1	1	0	0	9	9	90	Send
                5	1	2	1	1	2	0	0	9	9	90	message
                """;
        assertThat(OcrText.of(words, SETTINGS)).isEqualTo("Vote \"now\nbread");
    }
}
