package codeframe.feature.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.testing.Api;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transcripts from scripts: which video they belong to, what is stored, and what is said of what is not. */
class TranscriptImportTest {
    private static final String TRANSCRIPTS = "/api/v1/projects/1/features/transcripts";
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nWe march today\n";
    private static TestApp app;
    private static Api ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.api(World.ONA);
        app.jdbi().useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    select decode(lpad(n::text, 2, '0'), 'hex'), 'image/png', 400, 200, 1, '\\x00' from generate_series(1, 6) n;
                insert into image (project_id, sha256, path, medium, parent_id, t_ms) values
                    (1, '\\x01', 'anna/clip.mp4', 'video', null, null), (1, '\\x02', 'ben/clip.mp4', 'video', null, null),
                    (1, '\\x03', 'alone.mov', 'video', null, null), (1, '\\x04', 'alone.jpg', 'picture', null, null),
                    (1, '\\x05', 'poster.jpg', 'picture', null, null), (1, '\\x06', 'alone frame.jpg', 'frame', 3, 0)
                """).execute());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void empty() {
        app.jdbi().useHandle(handle -> handle.execute("delete from feature_source"));
    }

    private static JsonNode sent(int status, String file, String body) {
        var answer = ona.post(TRANSCRIPTS + "?name=Whisper&language=english&file=" + file, "text/plain", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new Json(answer.body()).tree();
    }

    private static List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void a_transcript_belongs_to_the_video_of_its_name_before_any_picture_and_is_found_by_its_words() {
        var report = sent(200, "alone.srt", SRT).get("report");
        assertThat(report.get("images").asInt()).isEqualTo(1);
        assertThat(report.get("of").asInt()).isEqualTo(3);
        assertThat(rows("select image_id || ' ' || outcome || ' ' || text || ' ' || segments from feature"))
                .containsExactly(
                        "3 done We march today [{\"to\": 2000, \"from\": 1000, \"text\": \"We march today\"}]");
        var found = ona.get("/api/v1/projects/1/images?seen=marching&seen_in=transcript")
                .body();
        assertThat(new Json(found).tree().get("images")).hasSize(1);
    }

    @Test
    void folders_tell_videos_of_one_name_apart_and_without_them_it_is_not_guessed() {
        sent(200, "ben/clip.de.srt", SRT);
        assertThat(rows("select image_id::text from feature")).containsExactly("2");
        assertThat(sent(422, "clip.srt", SRT).get("detail").asText()).contains("\"clip\" fits 2 images");
        assertThat(rows("select count(*)::text from feature_source")).containsExactly("1");
    }

    @Test
    void nothing_said_is_an_outcome_and_a_transcript_without_times_has_none() {
        sent(200, "alone.vtt", "WEBVTT\n");
        sent(200, "poster.json", "{\"text\": \"Read aloud\"}");
        assertThat(rows("select outcome || ' ' || text || ' ' || (segments is null) from feature order by source_id"))
                .containsExactly("empty  true", "done Read aloud true");
    }

    @Test
    void what_is_no_transcript_or_belongs_to_nothing_is_refused_with_its_reason() {
        assertThat(sent(422, "alone.srt", "Dear diary").get("detail").asText()).contains("no line with times");
        assertThat(sent(422, "nobody.srt", SRT).get("detail").asText())
                .contains("No image of this project is called \"nobody\"")
                .contains("clip.srt belongs to clip.mp4");
        var unknown = ona.post(TRANSCRIPTS + "?name=Whisper&language=klingon&file=alone.srt", "text/plain", SRT);
        assertThat(new Json(unknown.body()).tree().get("detail").asText()).contains("no search language \"klingon\"");
        assertThat(rows("select count(*)::text from feature_source")).containsExactly("0");
    }
}
