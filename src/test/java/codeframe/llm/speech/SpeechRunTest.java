package codeframe.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.image.video.Clips;
import codeframe.llm.price.Ledger;
import codeframe.testing.Api;
import codeframe.testing.Browser;
import codeframe.testing.HearingServer;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Videos written down by a stand-in for a server: outcomes, money, refusals, resuming, and where sound may go. */
class SpeechRunTest {
    private static final String SPEECH = "/projects/1/features/speech";
    private static final String FORM = "name=Whisper&model=whisper-1&minute_price=0.006&cap=1&language=english&server=";
    private static final List<String> TONE = List.of(
            "-f", "lavfi", "-i", "color=red:s=64x64:d=2:r=5", "-f", "lavfi", "-i", "sine=frequency=440:duration=1.8");
    private static TestApp app;
    private static Browser ona;
    private static Api script;
    private static byte[] tone;
    private static byte[] silence;
    private static byte[] mute;
    private static byte[] cutOff;

    /** Seventy seconds, of which the 34th and 35th are silent. */
    private static byte[] lengthy;

    private HearingServer server;

    @BeforeAll
    static void startApp() {
        tone = Clips.made("mp4", TONE);
        silence = Clips.made(
                "mp4",
                List.of("-f", "lavfi", "-i", "color=red:s=64x64:d=1:r=5", "-f", "lavfi", "-i", "anullsrc", "-t", "1"));
        mute = Clips.made("mp4", List.of("-f", "lavfi", "-i", "color=red:s=64x64:d=1:r=5"));
        cutOff = Clips.made(
                "mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=64x64:d=10:r=5",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=10",
                        "-movflags",
                        "+faststart"));
        cutOff = Arrays.copyOf(cutOff, cutOff.length * 6 / 10);
        lengthy = Clips.made(
                "mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:s=64x64:d=70:r=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=70,volume=enable='between(t,33,35)':volume=0"));
        app = TestApp.start();
        ona = app.browser(World.ONA);
        script = app.api(World.ONA);
    }

    @AfterAll
    static void stopApp() {
        app.close();
    }

    @BeforeEach
    void start() {
        server = HearingServer.start();
        for (var table : List.of("feature_source", "llm_request", "llm_server", "image", "blob")) {
            sql("delete from " + table);
        }
        ona.post(
                "/projects/1/llm/servers",
                "name=Whisper&in_flight=1&base_url=" + server.url() + "&key=" + HearingServer.KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void sql(String sql) {
        app.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static List<String> rows(String sql) {
        return app.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** The content is the path's, so that two of one clip are two videos. */
    private static void video(String path, byte[] bytes, boolean audio, int ms) {
        app.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        with b as (insert into blob (sha256, media_type, width, height, size, bytes)
                                   values (sha256(convert_to(:path, 'UTF8')), 'video/mp4', 64, 64, length(:bytes), '')
                                   returning sha256),
                        c as (insert into blob_chunk (sha256, number, bytes) select sha256, 0, :bytes from b),
                        v as (insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate)
                              select sha256, 'MP4', 'h264', :audio, :ms, 0, 10, 5 from b)
                        insert into image (project_id, sha256, path, medium) select 1, sha256, :path, 'video' from b
                        """)
                        .bind("path", path)
                        .bind("bytes", bytes)
                        .bind("audio", audio)
                        .bind("ms", ms)
                        .execute());
    }

    private static String form() {
        return FORM + rows("select max(id)::text from llm_server").get(0);
    }

    private static String begun(String form) {
        var answer = ona.post(SPEECH, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Waits of a second or two are cut short. */
    private static void await(String source) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < until && ona.get(source + "/reading").body().contains("hx-trigger")) {
            sql("update scheduled_tasks set execution_time = now() where task_name = 'speech' and not picked");
            Thread.sleep(50);
        }
    }

    private static List<String> outcomes() {
        return rows("""
                select i.path || ' ' || f.outcome || coalesce(' ' || f.segments::text, '') || coalesce(' ' || f.error, '')
                from feature f join image i on i.id = f.image_id order by i.path
                """);
    }

    @Test
    void every_video_ends_in_its_own_way_and_only_what_is_heard_is_sent_and_paid() throws InterruptedException {
        video("1.mp4", tone, true, 2000);
        video("2.mp4", silence, true, 1000);
        video("3.mp4", mute, false, 1000);
        video("4.mp4", Arrays.copyOf(tone, 300), true, 1000);
        video("5.mp4", tone, true, 2000);
        video("6.mp4", tone, true, 2000);
        assertThat(ona.get(SPEECH).body())
                .contains("0.1 minutes of sound", "1 without a sound track", "no price yet")
                .doesNotContain(HearingServer.KEY);
        assertThat(ona.post(SPEECH, form().replace("0.006", "cheap")).body()).contains("The price of a minute is");
        assertThat(ona.post(SPEECH, form() + "1").body()).contains("Choose one of the project's servers");
        assertThat(ona.post(SPEECH + "/price", form()).body()).contains("$0.0008");
        server.say(200, HearingServer.HEARD);
        server.say(200, "{\"text\": \"\", \"segments\": [], \"usage\": {\"type\": \"duration\", \"seconds\": 3}}");
        server.say(400, "{\"error\": {\"message\": \"Audio file is too short.\", \"code\": \"audio_too_short\"}}");
        var source = begun(form() + "&spoken=en");
        await(source);
        assertThat(outcomes())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isEqualTo("1.mp4 done [{\"to\": 1040, \"from\": 0, \"text\": \"We march today.\"},"
                                        + " {\"to\": 1900, \"from\": 1040, \"text\": \"For <peace>.\"}]"),
                        two -> assertThat(two).isEqualTo("2.mp4 silent"),
                        three -> assertThat(three).isEqualTo("3.mp4 no_audio"),
                        four -> assertThat(four).startsWith("4.mp4 unreadable ffmpeg cannot read this MP4 video"),
                        five -> assertThat(five).isEqualTo("5.mp4 empty"),
                        six -> assertThat(six).contains("6.mp4 refused", "Audio file is too short."));
        assertThat(server.asked()).hasSize(3);
        assertThat(server.asked().get(0))
                .containsEntry("model", "whisper-1")
                .containsEntry("response_format", "verbose_json")
                .containsEntry("language", "en")
                .containsEntry("file", "sound.flac fLaC")
                .containsEntry("key", "Bearer " + HearingServer.KEY);
        // Two seconds, and three that the server says it charges.
        assertThat(rows("select state || ' ' || sound_seconds || ' ' || cost from llm_request order by id"))
                .containsExactly("answered 2 0.0002", "answered 3 0.0003", "failed 2 0");
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.0005 0.0000");
        shown(source);
        again(source);
    }

    /** The usual answer for an hour of sound, and that of servers that tell no times. */
    @Test
    void a_sound_that_is_too_long_ends_its_video_alone_and_words_without_times_are_kept() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            video(i + ".mp4", tone, true, 2000);
            server.say(413, "");
        }
        video("9.mp4", tone, true, 2000);
        server.say(200, "{\"text\": \"Hello world\", \"segments\": [{\"text\": \"Hello world\"}]}");
        await(begun(form()));
        assertThat(outcomes())
                .hasSize(3)
                .filteredOn(one -> !one.startsWith("9"))
                .allSatisfy(one -> assertThat(one)
                        .contains("refused The sound of this video is more than the server takes at once."));
        assertThat(rows("select outcome || ' ' || text from feature where outcome = 'done'"))
                .containsExactly("done Hello world");
    }

    @Test
    void a_long_sound_is_sent_in_parts_each_paid_once_and_one_that_fails_is_told() throws InterruptedException {
        video("1.mp4", lengthy, true, 70_000);
        video("2.mp4", lengthy, true, 70_000);
        server.say(413, "");
        server.say(200, HearingServer.HEARD);
        server.say(200, HearingServer.HEARD);
        // How much it takes is known by now.
        server.say(200, HearingServer.HEARD);
        server.say(400, "{\"error\": {\"message\": \"Audio file is too short.\", \"code\": \"audio_too_short\"}}");
        var source = begun(form());
        await(source);
        assertThat(rows("select outcome || ' ' || text from feature order by image_id"))
                .containsExactly(
                        "done We march today.\nFor <peace>.\nWe march today.\nFor <peace>.",
                        "done We march today.\nFor <peace>.");
        assertThat(rows("select (segments #>> '{2,from}')::int between 33000 and 35000 from feature order by image_id"))
                .startsWith("t");
        assertThat(rows("select state || ' ' || sound_seconds || ' ' || cost from llm_request order by id"))
                .hasSize(5)
                .satisfiesOnlyOnce(row -> assertThat(row).matches("failed 7[01] 0"))
                .filteredOn(row -> row.startsWith("answered"))
                .allMatch(row -> row.matches("answered 3[4-7] 0.003[4-7]"));
        assertThat(rows("select spent = (select sum(cost) from llm_request) and reserved = 0 from feature_budget"))
                .containsExactly("t");
        assertThat(rows("select remark from feature where remark is not null"))
                .singleElement()
                .asString()
                .matches("From 0:3[345]\\.\\d to 1:10\\.\\d nothing was written down: .*Audio file is too short\\..*");
        var two = rows("select id::text from image where path = '2.mp4'").get(0);
        assertThat(ona.get("/projects/1/images/" + two).body()).contains("nothing was written down");
        assertThat(ona.get(source).body()).contains("1 video: From 0:3");
        assertThat(rows("select 1 from speech_part")).isEmpty();
    }

    /** The first part costs more than was thought, and the cap is reached in the middle. */
    @Test
    void what_is_known_of_a_long_sound_is_not_paid_for_again() throws InterruptedException {
        video("1.mp4", lengthy, true, 70_000);
        server.say(413, "");
        server.say(200, "{\"text\": \"At first\", \"usage\": {\"type\": \"duration\", \"seconds\": 60}}");
        server.say(200, "{\"text\": \"At last\"}");
        var source = begun(form().replace("cap=1", "cap=0.009"));
        await(source);
        assertThat(ona.get(source).body()).contains("The cap is reached");
        assertThat(outcomes()).isEmpty();
        assertThat(server.asked()).hasSize(2);
        ona.post(source + "/cap", "cap=1");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(rows("select text || ' ' || jsonb_array_length(segments) from feature"))
                .containsExactly("At first\nAt last 2");
        assertThat(server.asked()).hasSize(3);
        assertThat(rows("select cost::text from llm_request where state = 'answered' order by id"))
                .hasSize(2)
                .startsWith("0.006");
    }

    /** Whoever goes on pays for what is missing, and a part that fails for good keeps no other video waiting. */
    @Test
    void an_outage_in_the_middle_of_a_sound_takes_nothing_that_was_paid_for() throws InterruptedException {
        video("1.mp4", lengthy, true, 70_000);
        server.say(413, "");
        server.say(200, "{\"text\": \"At first\"}");
        for (int i = 0; i < 6; i++) {
            server.say(500, "");
        }
        var source = begun(form());
        await(source);
        assertThat(ona.get(source).body())
                .contains("does not answer for the sound from 0:3", "After 6 tries", "What was written down is kept");
        assertThat(outcomes()).isEmpty();
        // As if five more tries had failed by now.
        sql("""
                insert into llm_request (project_id, server_id, model, purpose, source_id, image_id, again, reserved,
                                         expected_tokens, sent_at, sound_seconds, minute_price, pictures, state, status)
                select project_id, server_id, model, purpose, source_id, image_id, again, 0, 0, sent_at, sound_seconds,
                       minute_price, 0, state, status
                from llm_request where status = 500 order by id limit 5
                """);
        server.say(500, "");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(outcomes())
                .singleElement()
                .asString()
                .startsWith("1.mp4 error After 6 tries")
                .contains("the video goes on from 0:3");
        server.say(200, "{\"text\": \"At last\"}");
        ona.post(source + "/retry", "outcome=error");
        await(source);
        assertThat(rows("select text from feature")).containsExactly("At first\nAt last");
        assertThat(rows("select sum(sound_seconds) between 70 and 72 from llm_request where state = 'answered'"))
                .as("no second of the sound is paid for twice")
                .containsExactly("t");
        assertThat(server.asked()).hasSize(10);
        assertThat(rows("select 1 from speech_part")).isEmpty();
    }

    @Test
    void a_server_that_takes_not_even_a_short_part_is_not_sent_a_sound_piece_by_piece() throws InterruptedException {
        video("1.mp4", lengthy, true, 70_000);
        for (int i = 0; i < 3; i++) {
            server.say(413, "");
        }
        await(begun(form()));
        assertThat(outcomes())
                .singleElement()
                .asString()
                .matches("1.mp4 refused The server does not take even (1[6-9]|2[0-9]) seconds of sound at once\\. .*");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void a_sound_that_breaks_off_does_not_pass_for_whole_and_its_length_is_known_from_then_on()
            throws InterruptedException {
        video("1.mp4", cutOff, true, 10_000);
        sql("update video set sound_ms = 90000");
        assertThat(ona.get(SPEECH).body()).contains("1.5 minutes of sound");
        var source = begun(form());
        await(source);
        assertThat(outcomes()).singleElement().asString().startsWith("1.mp4 done");
        assertThat(rows("select remark from feature"))
                .singleElement()
                .asString()
                .matches("Only the first [3-8]\\.\\d of 10\\.0 seconds of the sound can be decoded: .*");
        assertThat(ona.get(source).body()).contains("of 10.0 seconds of the sound can be decoded");
        assertThat(ona.get("/projects/1/features.csv").body())
                .containsPattern("transcript,done,[^,]+,,,,Only the first [3-8]\\.\\d of 10\\.0 seconds");
        assertThat(rows("select sound_ms between 3000 and 8900 from video")).containsExactly("t");
    }

    @Test
    void a_sound_that_breaks_off_and_is_silent_until_then_is_not_called_silent() throws InterruptedException {
        var clip = Clips.made(
                "mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=64x64:d=10:r=5",
                        "-f",
                        "lavfi",
                        "-i",
                        "anullsrc",
                        "-t",
                        "10",
                        "-movflags",
                        "+faststart"));
        video("1.mp4", Arrays.copyOf(clip, clip.length * 7 / 10), true, 10_000);
        await(begun(form()));
        assertThat(outcomes())
                .singleElement()
                .asString()
                .matches("1.mp4 unreadable Only the first [1-9]\\.\\d of 10\\.0 seconds of the sound can be decoded: .*"
                        + " What can be decoded is silent\\.");
        assertThat(server.asked()).isEmpty();
    }

    /** Each part is charged by the second that has begun: an hour is at most eight parts. */
    @Test
    void the_proposed_cap_suffices_for_many_long_sounds_in_parts() {
        var settings = SpeechSettings.of(1, "Whisper", "whisper-1", "", new BigDecimal("0.006"));
        var form = SpeechForm.proposed(Optional.of(settings), List.of(), "");
        assertThat(new BigDecimal(form.cap(new SpeechEstimate(111, 0, 111 * 3600))))
                .isGreaterThanOrEqualTo(settings.price(111 * (3600 + 8)));
    }

    @Test
    void no_more_requests_are_under_way_than_the_server_takes_at_once() throws InterruptedException {
        server.hold();
        var sources = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            video(i + ".mp4", tone, true, 2000);
            if (i % 3 == 2) {
                sources.add(begun(form()));
            }
        }
        // No source gets an answer before each has the sound that it is going to send.
        for (int i = 0;
                i < 1000
                        && rows("select 1 from video where sound_ms is not null")
                                        .size()
                                < 2;
                i++) {
            Thread.sleep(20);
        }
        assertThat(rows("select 1 from video where sound_ms is not null")).hasSize(2);
        server.slow(300);
        server.letGo();
        for (var source : sources) {
            await(source);
        }
        assertThat(server.asked()).hasSize(6);
        assertThat(server.most()).isEqualTo(1);
    }

    private static void shown(String source) {
        assertThat(ona.get(source).body())
                .contains("Nothing said", "Silent", "No sound track", "6 videos listened to", "$0.0005", "3 requests")
                .contains("Audio file is too short.", "Ask the refused ones again", "at $0.006 a minute")
                .contains("Videos with transcript")
                .doesNotContain("$0.0008 to");
        assertThat(ona.get("/projects/1/llm/costs").body()).contains("Transcripts of videos", "whisper-1");
        assertThat(ona.get("/projects/1/llm/costs/requests.csv").body())
                .contains("sound_seconds,price_minute", ",3,0.006");
        var found = script.json("/api/v1/projects/1/images?seen=marching&seen_in=transcript");
        assertThat(found.get("images")).hasSize(1);
        var silent = rows("select id::text from image where path = '2.mp4'").get(0);
        assertThat(ona.get("/projects/1/images/" + silent).body()).contains("the sound track is silent");
        var mute = rows("select id::text from image where path = '3.mp4'").get(0);
        assertThat(ona.get("/projects/1/images/" + mute).body()).contains("no sound track");
        var tally = script.json("/api/v1/projects/1/features").at("/0/features/0");
        assertThat(tally.get("silent").asInt() + tally.get("noAudio").asInt()).isEqualTo(2);
    }

    /** Those that failed, and of all videos only those without a transcript. */
    private void again(String source) throws InterruptedException {
        assertThat(ona.post(source + "/retry", "outcome=empty").body()).contains("was paid for: it is not asked again");
        assertThat(ona.post(source + "/retry", "outcome=refused").statusCode()).isEqualTo(303);
        await(source);
        assertThat(outcomes().get(5)).startsWith("6.mp4 done");
        assertThat(script.json("/api/v1/projects/1/features/speech").toString())
                .isEqualTo("{\"videos\":1,\"withoutSound\":0,\"seconds\":1}");
        assertThat(ona.post(SPEECH + "/price", form() + "&again=true").body()).contains("$0.0009");
    }

    @Test
    void what_a_server_says_stops_the_source_in_the_words_that_runs_have_and_nothing_is_lost()
            throws InterruptedException {
        video("1.mp4", tone, true, 2000);
        server.say(404, "Not Found");
        var source = begun(form());
        await(source);
        assertThat(ona.get(source).body())
                .contains("The server does not know the model or the address", "What was written down is kept");
        for (var said : List.of(
                new String[] {"401", "{\"error\": {\"message\": \"Bad key\"}}", "The server refuses the key"},
                new String[] {"429", "{\"error\": {\"code\": \"insufficient_quota\"}}", "The account's quota is used up"
                },
                new String[] {"200", "<!doctype html><p>Hello", "A web page answers at this address"})) {
            server.say(Integer.parseInt(said[0]), said[1]);
            assertThat(ona.post(source + "/continue", "").statusCode()).isEqualTo(303);
            await(source);
            assertThat(ona.get(source).body()).contains(said[2]);
            assertThat(outcomes()).isEmpty();
        }
        // Peace is kept, a model that tells no times is asked without, and a reply that is cut off counts as lost.
        server.say(429, "{\"error\": {\"message\": \"Slow down\"}}");
        server.say(200, "{\"text\": ");
        server.say(400, "{\"error\": {\"message\": \"response_format 'verbose_json' is not compatible\"}}");
        server.say(200, "{\"text\": \"Read aloud\"}");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(outcomes()).containsExactly("1.mp4 done");
        assertThat(server.asked()).hasSize(8);
        assertThat(server.asked().get(7)).containsEntry("response_format", "json");
        assertThat(rows("select state || ' ' || cost || ' ' || again from llm_request order by id"))
                .containsExactly(
                        "failed 0 false",
                        "failed 0 false",
                        "failed 0 false",
                        "failed 0 false",
                        "failed 0 false",
                        "lost 0.0002 false",
                        "answered 0.0002 true");
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.0004 0.0000");
        assertThat(ona.get(source).body()).contains("Of 1 request nobody knows");
    }

    @Test
    void a_node_that_dies_pays_once_more_at_most_and_the_cap_is_held() throws InterruptedException {
        video("1.mp4", tone, true, 2000);
        video("2.mp4", tone, true, 2000);
        video("3.mp4", tone, true, 2000);
        var source = begun(form().replace("cap=1", "cap=0.0007"));
        await(source);
        assertThat(server.asked()).hasSize(3);
        // As if the node had died while the second was under way and before the third.
        sql("delete from feature where image_id in (select id from image where path <> '1.mp4')");
        sql("""
                insert into feature_waiting (source_id, image_id, claimed_at)
                select s.id, i.id, now() - interval '11 minutes' from feature_source s, image i where i.path <> '1.mp4'
                """);
        sql(
                "update llm_request set state = 'sent', cost = 0 where image_id = (select id from image where path = '2.mp4')");
        sql("delete from llm_request where image_id = (select id from image where path = '3.mp4')");
        sql("update feature_budget set spent = 0.0002, reserved = 0.0002");
        sql("update feature_source set state = 'stopped'");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(server.asked()).hasSize(4);
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.0006 0.0000");
        assertThat(ona.get(source).body()).contains("The cap is reached", "Of 1 request nobody knows", "Continue");
        assertThat(ona.post(source + "/cap", "cap=0.0008").statusCode()).isEqualTo(303);
        ona.post(source + "/continue", "");
        await(source);
        assertThat(outcomes()).hasSize(3).allMatch(one -> one.contains(" done "));
        assertThat(server.asked()).hasSize(5);
        // Also of a source that nobody goes on with.
        sql(
                "update llm_request set state = 'sent', cost = 0, sent_at = now() - interval '1 hour' where state = 'lost'");
        sql("update feature_budget set spent = 0.0006, reserved = 0.0002");
        new Ledger(app.jdbi(), Clock.systemUTC()).loseOld();
        assertThat(rows("select spent || ' ' || reserved from feature_budget")).containsExactly("0.0008 0.0000");
    }

    @Test
    void sound_leaves_by_the_rules_that_images_have_and_scripts_are_held_to_the_same() throws InterruptedException {
        video("1.mp4", tone, true, 2000);
        sql("update llm_server set base_url = 'http://192.0.2.1/v1'");
        assertThat(ona.post(SPEECH + "/price", form()).body())
                .contains("images of this project may not leave this server")
                .doesNotContain("button class=\"button primary\"");
        assertThat(ona.post(SPEECH, form()).statusCode()).isEqualTo(422);
        var body =
                "{\"name\": \"Whisper\", \"server\": %s, \"model\": \"whisper-1\", \"minute_price\": 0.006, \"cap\": 1}"
                        .formatted(rows("select id::text from llm_server").get(0));
        assertThat(script.post("/api/v1/projects/1/features/speech", "application/json", body)
                        .body())
                .contains("may not leave this server");
        assertThat(script.post("/api/v1/projects/1/features/speech", "application/json", body.replace("0.006", "-1"))
                        .statusCode())
                .isEqualTo(422);
        // Also where the rule changed after it began.
        sql("update llm_server set base_url = '" + server.url() + "', sealed_key = null");
        var begun = script.post("/api/v1/projects/1/features/speech", "application/json", body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(new Json(begun.body()).tree().get("dollars").asDouble()).isEqualTo(0.0002);
        var source = "/projects/1/features/"
                + new Json(begun.body()).tree().get("source").asLong();
        await(source);
        assertThat(outcomes()).hasSize(1);
        assertThat(server.asked().get(0).get("key")).isNull();
        sql("delete from feature");
        sql("insert into feature_waiting (source_id, image_id) select s.id, i.id from feature_source s, image i");
        sql("update llm_server set base_url = 'http://192.0.2.1/v1'");
        sql("update feature_source set state = 'stopped'");
        ona.post(source + "/continue", "");
        await(source);
        assertThat(ona.get(source).body()).contains("may not leave this server", "Continue");
        assertThat(server.asked()).hasSize(1);
    }
}
