package codeframe.feature.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.image.Spoken;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TranscriptFileTest {
    private static Transcript read(String name, String text) {
        return new TranscriptFile(name, text.getBytes(StandardCharsets.UTF_8)).read();
    }

    @Test
    void srt_tells_what_is_said_and_when() {
        var srt = read("a.srt", """
                1
                00:00:01,000 --> 00:00:03,500
                <i>Welcome</i> to our
                garden &amp; house.

                2
                00:01:04,250 --> 00:01:05,000 X1:10 X2:20
                {\\an8}Bye. 3 < 4 and 5 > 4.
                """);
        assertThat(srt.segments())
                .containsExactly(
                        new Spoken(1000, 3500, "Welcome to our\ngarden & house."),
                        new Spoken(64_250, 65_000, "Bye. 3 < 4 and 5 > 4."));
        assertThat(srt.text()).isEqualTo("Welcome to our\ngarden & house.\nBye. 3 < 4 and 5 > 4.");
    }

    @Test
    void srt_of_windows_in_an_old_encoding_with_dots_and_without_blank_lines_between_is_read() {
        var text =
                "1\r\n0:00:01.5 --> 0:00:02.25\r\nGrüße\r\n2\r\n0:00:03.000 --> 0:00:04.000\r\n42\r\nist die Antwort";
        var read = new TranscriptFile("a.srt", text.getBytes(StandardCharsets.ISO_8859_1)).read();
        assertThat(read.segments())
                .containsExactly(new Spoken(1500, 2250, "Grüße"), new Spoken(3000, 4000, "42\nist die Antwort"));
    }

    @Test
    void a_blank_line_within_a_subtitle_loses_nothing_and_a_broken_time_is_counted() {
        var read = read("a.srt", """
                1
                00:00:01,000 --> 00:00:02,000
                First

                and more

                2
                00:00:xx,000 --> 00:00:04,000
                Lost
                """);
        assertThat(read.segments()).containsExactly(new Spoken(1000, 2000, "First\nand more"));
        assertThat(read.skipped()).isEqualTo(1);
    }

    @Test
    void vtt_leaves_notes_and_styles_out_names_speakers_and_takes_rolling_lines_once() {
        var vtt = read("a.vtt", """
                WEBVTT - made by hand
                Kind: captions

                NOTE 00:00 is the beginning

                STYLE
                ::cue { color: red }

                intro
                00:01.000 --> 00:02.000 align:start
                <v.loud Anna Example>We <c.yellow>march</c> <00:00:01.500><c> today</c>

                00:02.000 --> 00:02.010
                Anna Example: We march  today

                00:02.010 --> 00:04.000
                Anna Example: We march  today
                and tomorrow

                00:05.000 --> 00:06.000
                No.

                00:06.000 --> 00:07.000
                No.
                """);
        assertThat(vtt.segments())
                .containsExactly(
                        new Spoken(1000, 2000, "Anna Example: We march  today"),
                        new Spoken(2010, 4000, "and tomorrow"),
                        new Spoken(5000, 6000, "No."),
                        new Spoken(6000, 7000, "No."));
    }

    @Test
    void the_json_of_programs_around_whisper_is_read() {
        var expected = List.of(new Spoken(0, 1500, "Hello"), new Spoken(1500, 2000, "you"));
        assertThat(read("a.json", """
                {"text": " Hello you", "language": "en", "segments": [
                  {"id": 0, "start": 0.0, "end": 1.5, "text": " Hello", "avg_logprob": NaN},
                  {"id": 1, "start": 1.5, "end": 2, "text": " you"}]}
                """).segments()).isEqualTo(expected);
        assertThat(read("a.json", """
                {"result": {"language": "en"}, "transcription": [
                  {"offsets": {"from": 0, "to": 1500}, "text": " Hello"},
                  {"offsets": {"from": 1500, "to": 2000}, "text": " you"}]}
                """).segments()).isEqualTo(expected);
        assertThat(read("a.json", """
                {"text": "Hello you", "chunks": [
                  {"timestamp": [0.0, 1.5], "text": "Hello"}, {"timestamp": [1.5, 2.0], "text": "you"}]}
                """).segments()).isEqualTo(expected);
        assertThat(read(
                                "a.json",
                                "[{\"start\": 0, \"end\": 1.5, \"text\": \"Hello\"}, {\"start\": \"1.5\", \"end\": 2, \"text\": \"you\"}]")
                        .segments())
                .isEqualTo(expected);
        assertThat(read("a.json", "{\"text\": \" Hello you \"}")).isEqualTo(new Transcript("Hello you", List.of(), 0));
        assertThat(read("a.json", "{\"text\": \"Hello\", \"segments\": []}").text())
                .isEqualTo("Hello");
        assertThat(read("a.json", "{\"text\": \"He\\u0000llo\"}").text()).isEqualTo("Hello");
        assertThat(read("a.json", "{\"segments\": [{\"start\": null, \"text\": \"x\"}]}")
                        .skipped())
                .isEqualTo(1);
    }

    @Test
    void nothing_said_is_not_a_failure_and_what_is_no_transcript_is_refused() {
        assertThat(read("a.srt", "\uFEFF \n").text()).isEmpty();
        assertThat(read("a.json", "{\"text\": \"\", \"segments\": []}").text()).isEmpty();
        assertThat(read("a.vtt", "WEBVTT\n").text()).isEmpty();
        assertThatThrownBy(() -> read("a.srt", "Dear diary")).hasMessageContaining("no line with times");
        assertThatThrownBy(() -> read("a.json", "{\"images\": 3}")).hasMessageContaining("no transcript in JSON");
        assertThatThrownBy(() -> read("a.json", "{\"text\": ")).hasMessageContaining("no transcript in JSON");
        assertThatThrownBy(() -> read("a.json", "")).hasMessageContaining("no line with times");
    }

    @Test
    void a_bomb_is_refused_whether_it_holds_transcripts_or_anything_else() throws Exception {
        for (var name : List.of("a.srt", "a.bin")) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                var zeros = new byte[1 << 20];
                for (int i = 0; i < 70; i++) {
                    zip.write(zeros);
                }
            }
            assertThatThrownBy(() -> TranscriptFile.of("bomb.zip", bytes.toByteArray(), new TranscriptFile.Budget()))
                    .hasMessageContaining("unpack to more than");
        }
    }

    @Test
    void many_blank_lines_take_no_longer_than_their_length() {
        var read = read("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n" + "more\n\n".repeat(200_000));
        assertThat(read.segments()).hasSize(1);
        assertThat(read.text()).hasSize("First".length() + 5 * 200_000);
    }

    @Test
    void a_zip_is_opened_and_names_lead_to_videos() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : new TreeMap<>(Map.of(
                            "a/clip.de.srt",
                            "x",
                            "b/clip.mp4.json",
                            "y",
                            "__MACOSX/a/._clip.de.srt",
                            "z",
                            "read.txt",
                            "t"))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(name.getKey()));
                zip.write(name.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        var files = TranscriptFile.of("all.zip", bytes.toByteArray(), new TranscriptFile.Budget());
        assertThat(files).extracting(TranscriptFile::name).containsExactly("a/clip.de.srt", "b/clip.mp4.json");
        assertThat(files.get(0).videoNames()).containsExactly("a/clip.de", "a/clip");
        assertThat(files.get(1).videoNames()).containsExactly("b/clip.mp4", "b/clip");
        assertThatThrownBy(() -> TranscriptFile.of(
                        "cut.zip", Arrays.copyOf(bytes.toByteArray(), 50), new TranscriptFile.Budget()))
                .hasMessageContaining("damaged");
    }
}
